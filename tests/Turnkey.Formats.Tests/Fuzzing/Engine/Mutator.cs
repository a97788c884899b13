using System.Text;

namespace Turnkey.Fuzzing;

/// <summary>
/// Damages seeds. Input number <c>n</c> of a seed number is always the same bytes, so that any finding can be made again from two numbers.
/// </summary>
internal sealed class Mutator(FuzzTarget target, int seed)
{
    /// <summary>No input is longer.</summary>
    public const int Longest = 64 * 1024;

    private const int MostChanges = 12;

    /// <summary>One input in so many is blown up to the full length; they take a hundred times as long as the others.</summary>
    private const int MostlyShort = 256;

    private static readonly byte[][] Numbers =
    [
        .. new[]
        {
            "0", "1", "-1", "00000000", "9", "10", "99", "255", "256", "32767", "32768", "65535", "65536", "1048576", "2147483647", "2147483648", "-2147483648", "4294967296",
            "9223372036854775807", "-9223372036854775808", "99999999999999999999", "1e9", "1e308", "1e400", "-1e-400", "0.000000001", ".5", "5.", "-0", "1.7976931348623157e308", "NaN", "+7",
        }.Select(Encoding.ASCII.GetBytes),
    ];

    public byte[] Make(int number)
    {
        // Neighbouring numbers must not give similar sequences.
        var random = new Random((int)(((uint)seed * 2_654_435_761) ^ ((uint)number * 2_246_822_519)));
        var content = new List<byte>(target.Seeds[random.Next(target.Seeds.Length)]);
        for (var changes = 1 + random.Next(random.Next(1, MostChanges + 1)); changes > 0; changes--) Change(content, random);
        if (random.Next(MostlyShort) == 0) Inflate(content, random);
        if (content.Count > Longest) content.RemoveRange(Longest, content.Count - Longest);
        return [.. content];
    }

    private void Change(List<byte> content, Random random)
    {
        if (content.Count == 0) content.Add((byte)random.Next(256));
        var at = random.Next(content.Count);
        switch (random.Next(13))
        {
            case 0: content[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: content[at] = (byte)random.Next(256); break;
            case 2: content.Insert(at, (byte)random.Next(256)); break;
            case 3: content.RemoveRange(at, Length(content, at, random, 8)); break;
            case 4: content.RemoveRange(at, Length(content, at, random, 200)); break;
            case 5: content.InsertRange(at, content.GetRange(at, Length(content, at, random, 60))); break;
            case 6: content.InsertRange(random.Next(content.Count), content.GetRange(at, Length(content, at, random, 400))); break;
            case 7 or 8: InsertToken(content, at, random); break;
            case 9 or 10: ChangeNumber(content, at, random); break;
            case 11: CrossOver(content, at, random); break;
            default: content.RemoveRange(at, content.Count - at); break;
        }
    }

    private void InsertToken(List<byte> content, int at, Random random)
    {
        if (target.Tokens.IsEmpty) return;
        var token = target.Tokens[random.Next(target.Tokens.Length)];
        if (random.Next(2) == 0) content.RemoveRange(at, Math.Min(token.Length, content.Count - at));
        content.InsertRange(at, token);
    }

    /// <summary>The digits at or behind the place become a number at some limit.</summary>
    private static void ChangeNumber(List<byte> content, int at, Random random)
    {
        while (at < content.Count && !IsDigit(content[at])) at++;
        var end = at;
        while (end < content.Count && IsDigit(content[end])) end++;
        content.RemoveRange(at, end - at);
        content.InsertRange(at, Numbers[random.Next(Numbers.Length)]);
    }

    /// <summary>Goes on as another seed does from somewhere.</summary>
    private void CrossOver(List<byte> content, int at, Random random)
    {
        var other = target.Seeds[random.Next(target.Seeds.Length)];
        var from = random.Next(other.Length);
        content.RemoveRange(at, content.Count - at);
        content.AddRange(other.AsSpan(from));
    }

    /// <summary>One piece repeated up to the longest input: shows what takes more than its share of time or memory.</summary>
    private static void Inflate(List<byte> content, Random random)
    {
        if (content.Count == 0) return;
        var at = random.Next(content.Count);
        var piece = content.GetRange(at, Length(content, at, random, 120));
        var copies = (Longest - content.Count) / piece.Count;
        var repeated = new List<byte>(Longest);
        for (var i = 0; i < copies; i++) repeated.AddRange(piece);
        content.InsertRange(at, repeated);
    }

    private static int Length(List<byte> content, int at, Random random, int most) => Math.Min(1 + random.Next(most), content.Count - at);

    private static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';
}

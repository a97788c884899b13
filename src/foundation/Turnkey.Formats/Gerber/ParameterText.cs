using System.Text;
using System.Text.Unicode;

namespace Turnkey.Formats.Gerber;

/// <summary>Reads numbers and names out of the text of one extended command.</summary>
internal ref struct ParameterText(ReadOnlySpan<byte> text)
{
    private static readonly double[] Powers =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    private ReadOnlySpan<byte> rest = text;

    public readonly bool AtEnd => rest.IsEmpty;

    public readonly ReadOnlySpan<byte> Rest => rest;

    /// <summary>The next byte that is no white space, as an upper-case letter; -1 at the end.</summary>
    public int Peek()
    {
        while (!rest.IsEmpty && rest[0] <= ' ') rest = rest[1..];
        if (rest.IsEmpty) return -1;
        return rest[0] is >= (byte)'a' and <= (byte)'z' ? rest[0] - 32 : rest[0];
    }

    public int Next()
    {
        var next = Peek();
        if (next >= 0) rest = rest[1..];
        return next;
    }

    public bool TryTake(char expected)
    {
        if (Peek() != expected) return false;
        rest = rest[1..];
        return true;
    }

    /// <summary>What is before the next <paramref name="separator"/>, trimmed; the separator is consumed.</summary>
    public ReadOnlySpan<byte> TakeUntil(byte separator)
    {
        var at = rest.IndexOf(separator);
        var taken = at < 0 ? rest : rest[..at];
        rest = at < 0 ? [] : rest[(at + 1)..];
        return Trim(taken);
    }

    /// <summary>What is before the next X or comma, which part the parameters of an aperture; nothing is consumed.</summary>
    public readonly ReadOnlySpan<byte> UpToX() => rest.IndexOfAny("Xx,"u8) is >= 0 and var at ? rest[..at] : rest;

    public void SkipToX() => rest = rest[UpToX().Length..];

    /// <summary>An integer without sign, at most 10^9; -1 when there is none.</summary>
    public int ReadInteger()
    {
        var value = -1;
        while (Peek() is >= '0' and <= '9' and var digit)
        {
            value = value > 99_999_999 ? 1_000_000_000 : (Math.Max(value, 0) * 10) + digit - '0';
            rest = rest[1..];
        }
        return value;
    }

    /// <summary>The number of an aperture, at most 10^18; -1 when there is none.</summary>
    public long ReadCode()
    {
        var value = -1L;
        while (Peek() is >= '0' and <= '9' and var digit)
        {
            value = GerberScanner.WithDigit(value, digit);
            rest = rest[1..];
        }
        return value;
    }

    /// <summary>
    /// A decimal number with sign, point and exponent all optional. Correctly rounded up to 15 digits; always finite.
    /// </summary>
    public bool TryReadDecimal(out double value)
    {
        value = 0;
        var start = rest;
        var negative = false;
        if (Peek() is '-' or '+') negative = Next() == '-';

        long mantissa = 0;
        int digits = 0, scale = 0;
        var point = false;
        while (true)
        {
            var next = Peek();
            if (next is >= '0' and <= '9')
            {
                // Digits beyond what a double holds change nothing that a nanometre could show.
                if (mantissa < 100_000_000_000_000_000)
                {
                    mantissa = (mantissa * 10) + next - '0';
                    if (point) scale--;
                }
                else if (!point)
                {
                    scale++;
                }
                digits++;
            }
            else if (next == '.' && !point)
            {
                point = true;
            }
            else
            {
                break;
            }
            rest = rest[1..];
        }
        if (digits == 0)
        {
            rest = start;
            return false;
        }
        scale += ReadExponent();
        value = Scale(mantissa, scale);
        if (negative) value = -value;
        return true;
    }

    /// <summary>Without the white space at both ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        int start = 0, end = text.Length;
        while (start < end && text[start] <= ' ') start++;
        while (end > start && text[end - 1] <= ' ') end--;
        return text[start..end];
    }

    /// <summary>UTF-8, and Latin-1 where it is not that.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);

    /// <summary>For messages: what is no visible ASCII character becomes a question mark.</summary>
    public static string Printable(ReadOnlySpan<byte> bytes)
    {
        Span<char> shown = stackalloc char[Math.Min(bytes.Length, 60)];
        for (var i = 0; i < shown.Length; i++) shown[i] = bytes[i] is >= (byte)' ' and < 127 ? (char)bytes[i] : '?';
        return new string(shown);
    }

    private int ReadExponent()
    {
        if (rest.IsEmpty || (rest[0] | 32) != 'e') return 0;
        var before = rest;
        rest = rest[1..];
        var negative = false;
        if (!rest.IsEmpty && rest[0] is (byte)'-' or (byte)'+')
        {
            negative = rest[0] == '-';
            rest = rest[1..];
        }
        if (rest.IsEmpty || rest[0] is < (byte)'0' or > (byte)'9')
        {
            rest = before;
            return 0;
        }
        var power = Math.Min(ReadInteger(), 400);
        return negative ? -power : power;
    }

    private static double Scale(long mantissa, int scale)
    {
        if (mantissa == 0) return 0;
        if (scale is >= -22 and <= 0) return mantissa / Powers[-scale];
        if (scale is > 0 and <= 22) return mantissa * Powers[scale];
        var value = mantissa * Math.Pow(10, scale);
        return double.IsFinite(value) ? value : double.MaxValue;
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace Turnkey.Kernel;

/// <summary>Reads and writes lists of designators the way BOMs hold them: <c>R1, R2;R4-R7 C3..C5</c>.</summary>
public static class DesignatorList
{
    /// <summary>A range longer than this is taken for a typing error and not expanded.</summary>
    public const int LongestRange = 1000;

    private const int LongestWord = 82;

    private static readonly char[] Separators = [',', ';', '\n', '\r', '\t', '|', '，', '、', '；', '&'];

    private static readonly string[] RangeMarks = ["-", "..", "…", "–", "—", "~", ":"];

    /// <summary>
    /// The designators in the order written, ranges expanded, doubles kept. What is not understood comes back in <c>Rejected</c>, never silently dropped.
    /// A range is <c>R1-R4</c>, <c>R1-4</c>, <c>R1..R4</c>; both ends must have the same prefix and ascend.
    /// </summary>
    public static (ImmutableArray<Designator> Designators, ImmutableArray<string> Rejected) Parse(string? text)
    {
        var designators = ImmutableArray.CreateBuilder<Designator>();
        var rejected = ImmutableArray.CreateBuilder<string>();
        foreach (var group in (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var words = group.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length;)
            {
                if (SpacedRange(words.AsSpan(i)) is var (spaced, used))
                {
                    designators.AddRange(spaced);
                    i += used;
                    continue;
                }
                foreach (var token in SplitAtSlash(words[i++]))
                {
                    if (Range(token) is { } range) designators.AddRange(range);
                    else if (Designator.Parse(token) is { } one) designators.Add(one);
                    else rejected.Add(token);
                }
            }
        }
        return (designators.ToImmutable(), rejected.ToImmutable());
    }

    /// <summary>Sorted, with runs of three and more as ranges: <c>R1-R4, R9</c>.</summary>
    public static string Format(IEnumerable<Designator> designators)
    {
        var sorted = designators.Distinct().Order().ToArray();
        var parts = new List<string>();
        for (var i = 0; i < sorted.Length;)
        {
            var end = i;
            while (end + 1 < sorted.Length && IsNext(sorted[i], end + 1 - i, sorted[end + 1])) end++;
            if (end - i >= 2) parts.Add($"{sorted[i]}-{sorted[end]}");
            else for (var k = i; k <= end; k++) parts.Add(sorted[k].Text);
            i = end + 1;
        }
        return string.Join(", ", parts);
    }

    /// <summary>A range written with spaces, <c>R1 - R4</c> or <c>R1- R4</c>, and how many words it took; null when the words are none.</summary>
    private static (IEnumerable<Designator> Range, int Used)? SpacedRange(ReadOnlySpan<string> words)
    {
        if (words[0].Length > LongestWord) return null;
        if (words.Length >= 3 && RangeMarks.Contains(words[1]) && Range(words[0] + words[1] + words[2]) is { } three) return (three, 3);
        if (words.Length < 2) return null;
        var joined = RangeMarks.Any(words[0].EndsWith) || RangeMarks.Any(words[1].StartsWith);
        return joined && Range(words[0] + words[1]) is { } two ? (two, 2) : null;
    }

    private static IEnumerable<string> SplitAtSlash(string token)
    {
        var parts = token.Split('/');
        return parts.Length > 1 && parts.All(part => Designator.Parse(part) is { Number: not null }) ? parts : [token];
    }

    private static IEnumerable<Designator>? Range(string token)
    {
        // Two designators and a mark are no longer; every mark of a longer word would be tried.
        if (token.Length > LongestWord) return null;
        foreach (var mark in RangeMarks)
        {
            for (var at = token.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = token.IndexOf(mark, at + 1, StringComparison.Ordinal))
            {
                if (at > 0 && Range(token[..at], token[(at + mark.Length)..]) is { } range) return range;
            }
        }
        return null;
    }

    private static IEnumerable<Designator>? Range(string from, string to)
    {
        if (to.Length == 0 || Designator.Parse(from) is not { Number: { } first, Suffix: "" } start) return null;
        if (char.IsAsciiDigit(to[0])) to = start.Prefix + to;
        if (Designator.Parse(to) is not { Number: { } last, Suffix: "" } end || end.Prefix != start.Prefix) return null;
        // R1-R4 is a range; J1-1 and R10-2 are designators with a pin or a part of their own.
        if (last <= first || last - first >= LongestRange) return null;
        return Enumerable.Range(0, (int)(last - first + 1)).Select(i => Designator.Parse(Next(start, i))!.Value);
    }

    /// <summary>The text of the designator <paramref name="steps"/> after <paramref name="start"/>, with its leading zeros.</summary>
    private static string Next(Designator start, long steps)
    {
        var prefix = start.Text[..start.Prefix.Length];
        var digits = start.Text.Length - prefix.Length;
        return prefix + (start.Number!.Value + steps).ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static bool IsNext(Designator start, long steps, Designator candidate) =>
        start is { Number: not null, Suffix: "" } && steps < LongestRange && string.Equals(Next(start, steps), candidate.Text, StringComparison.OrdinalIgnoreCase);
}

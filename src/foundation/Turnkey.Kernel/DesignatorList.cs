using System.Collections.Immutable;
using System.Globalization;

namespace Turnkey.Kernel;

/// <summary>Reads and writes lists of designators the way BOMs hold them: <c>R1, R2;R4-R7 C3..C5</c>.</summary>
public static class DesignatorList
{
    /// <summary>A range longer than this is taken for a typing error and not expanded.</summary>
    public const int LongestRange = 1000;

    private static readonly string[] RangeMarks = ["-", "..", "…", "–", "—", "~", ":"];

    /// <summary>
    /// The designators in the order written, ranges expanded, doubles kept. What is not understood comes back in <c>Rejected</c>, never silently dropped.
    /// A range is <c>R1-R4</c>, <c>R1-4</c>, <c>R1..R4</c>; both ends must have the same prefix and ascend.
    /// </summary>
    public static (ImmutableArray<Designator> Designators, ImmutableArray<string> Rejected) Parse(string? text)
    {
        var designators = ImmutableArray.CreateBuilder<Designator>();
        var rejected = ImmutableArray.CreateBuilder<string>();
        foreach (var token in Tokens(text ?? ""))
        {
            if (Range(token) is { } range) designators.AddRange(range);
            else if (Designator.Parse(token) is { } one) designators.Add(one);
            else rejected.Add(token);
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
            while (end + 1 < sorted.Length && Follows(sorted[end], sorted[end + 1])) end++;
            if (end - i >= 2) parts.Add($"{sorted[i]}-{sorted[end]}");
            else for (var k = i; k <= end; k++) parts.Add(sorted[k].Text);
            i = end + 1;
        }
        return string.Join(", ", parts);
    }

    /// <summary>Splits at commas, semicolons, line breaks, slashes between designators and white space, but keeps <c>R1 - R4</c> together.</summary>
    private static IEnumerable<string> Tokens(string text)
    {
        foreach (var mark in RangeMarks)
        {
            if (mark.Length > 0) text = text.Replace($" {mark} ", mark, StringComparison.Ordinal);
        }
        return text.Split([',', ';', '\n', '\r', '\t', ' ', '\u00a0', '|', '，', '、', '；', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(SplitAtSlash);
    }

    private static IEnumerable<string> SplitAtSlash(string token)
    {
        var parts = token.Split('/');
        return parts.Length > 1 && parts.All(part => Designator.Parse(part) is { Number: not null }) ? parts : [token];
    }

    private static IEnumerable<Designator>? Range(string token)
    {
        foreach (var mark in RangeMarks)
        {
            var at = token.IndexOf(mark, StringComparison.Ordinal);
            if (at <= 0 || Designator.Parse(token[..at]) is not { Number: { } first, Suffix: "" } start) continue;
            var rest = token[(at + mark.Length)..].Trim();
            if (rest.Length == 0) continue;
            if (char.IsAsciiDigit(rest[0])) rest = start.Prefix + rest;
            if (Designator.Parse(rest) is not { Number: { } last, Suffix: "" } end || end.Prefix != start.Prefix) continue;
            // R1-R4 is a range; J1-10 with a shorter end (pin notation, R10-2) is not.
            if (last <= first || last - first >= LongestRange) continue;
            var written = start.Text[..start.Prefix.Length];
            var width = start.Text.Length - start.Prefix.Length;
            return Enumerable.Range(0, (int)(last - first + 1))
                .Select(i => Designator.Parse(written + (first + i).ToString("D" + width.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))!.Value);
        }
        return null;
    }

    private static bool Follows(Designator a, Designator b) =>
        a.Prefix == b.Prefix && a.Suffix.Length == 0 && b.Suffix.Length == 0 && a.Number is { } x && b.Number is { } y && y == x + 1;
}

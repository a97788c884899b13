using System.Collections.Immutable;

namespace Turnkey.Kernel;

/// <summary>Reads and writes lists of designators the way BOMs hold them: <c>R1, R2;R4-R7 C3..C5</c>.</summary>
public static class DesignatorList
{
    /// <summary>A range longer than this is taken for a typing error and not expanded.</summary>
    public const int LongestRange = 1000;

    /// <summary>More than the ranges of one text stand for on any board.</summary>
    public const int MostFromRanges = 50_000;

    private const int LongestWord = 82;

    private static readonly char[] Separators = [',', ';', '\n', '\r', '\t', '|', '，', '、', '；', '&'];

    /// <summary>Words for a range, between its ends: English, German, French, Chinese.</summary>
    private static readonly string[] RangeWords = ["to", "thru", "through", "bis", "à", "至", "到"];

    private static readonly string[] RangeMarks = ["-", "...", "..", "…", "–", "—", "~", ":"];

    /// <summary>
    /// The designators in the order written, ranges expanded, doubles kept. What is not understood comes back in <c>Rejected</c>, never silently dropped.
    /// A range is <c>R1-R4</c>, <c>R1-4</c>, <c>R1..R4</c>, <c>R1 to R4</c>, <c>C1A-C1D</c>; both ends must have the same prefix. One that descends, <c>R4-R1</c>, has
    /// to name the prefix twice, for R4-1 is a part of R4.
    /// </summary>
    /// <param name="text">A cell, or all that one types; null is empty.</param>
    /// <param name="mostFromRanges">Ranges that would expand to more than these are rejected: eight characters of a hostile text ask for a thousand.</param>
    public static (ImmutableArray<Designator> Designators, ImmutableArray<string> Rejected) Parse(string? text, int mostFromRanges = MostFromRanges)
    {
        var (runs, unread) = Runs(text);
        return Expand(runs, unread, mostFromRanges);
    }

    /// <summary>What <see cref="Parse"/> makes of the runs of a text.</summary>
    /// <param name="runs">As from <see cref="Runs"/>.</param>
    /// <param name="unread">What was rejected there; ranges that are too many are added.</param>
    /// <param name="mostFromRanges">As for <see cref="Parse"/>.</param>
    public static (ImmutableArray<Designator> Designators, ImmutableArray<string> Rejected) Expand(ImmutableArray<DesignatorRun> runs, ImmutableArray<string> unread, int mostFromRanges)
    {
        if (runs.IsEmpty) return ([], unread);
        var designators = ImmutableArray.CreateBuilder<Designator>(runs.Length);
        var rejected = unread.ToBuilder();
        foreach (var run in runs)
        {
            if (run.Count == 1)
            {
                designators.Add(run.First);
            }
            else if (run.Count > mostFromRanges)
            {
                rejected.Add($"{run.First}-{run.Last}");
            }
            else
            {
                designators.AddRange(run.Designators);
                mostFromRanges -= run.Count;
            }
        }
        return (designators.ToImmutable(), rejected.ToImmutable());
    }

    /// <summary>As <see cref="Parse"/>, with ranges not expanded: takes no more time and memory than the text is long.</summary>
    public static (ImmutableArray<DesignatorRun> Runs, ImmutableArray<string> Rejected) Runs(string? text)
    {
        // Most texts are one designator or none, and there is one per row of a table.
        var runs = ImmutableArray.CreateBuilder<DesignatorRun>(1);
        var rejected = ImmutableArray.CreateBuilder<string>(0);
        foreach (var group in (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var words = group.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length;)
            {
                if (SpacedRange(words.AsSpan(i)) is var (spaced, used))
                {
                    runs.Add(spaced);
                    i += used;
                    continue;
                }
                foreach (var token in SplitAtSlash(words[i++]))
                {
                    if (Range(token) is { } range) runs.Add(range);
                    else if (Designator.Parse(token) is { } one) runs.Add(new DesignatorRun(one, 1));
                    else rejected.Add(token);
                }
            }
        }
        return (runs.ToImmutable(), rejected.ToImmutable());
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
    private static (DesignatorRun Range, int Used)? SpacedRange(ReadOnlySpan<string> words)
    {
        if (words[0].Length > LongestWord) return null;
        if (words.Length >= 3 && RangeWords.Contains(words[1], StringComparer.OrdinalIgnoreCase) && words[2].Length <= LongestWord && Range(words[0], words[2]) is { } said) return (said, 3);
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

    private static DesignatorRun? Range(string token)
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

    private static DesignatorRun? Range(string from, string to)
    {
        if (to.Length == 0 || Designator.Parse(from) is not { Number: { } first } start) return null;
        var isWhole = !char.IsAsciiDigit(to[0]);
        if (Designator.Parse(isWhole ? to : start.Prefix + to) is not { Number: { } last } end || end.Prefix != start.Prefix) return null;
        if (start.Suffix.Length > 0 || end.Suffix.Length > 0) return first == last ? InLetters(start, end) : null;
        // R1-R4 is a range; J1-1 and R10-2 are designators with a pin or a part of their own.
        if (last == first || (last < first && !isWhole) || Math.Abs(last - first) >= LongestRange) return null;
        return last > first ? new DesignatorRun(start, (int)(last - first + 1)) : new DesignatorRun(end, (int)(first - last + 1));
    }

    /// <summary>C1A-C1D: one number and letters that ascend.</summary>
    private static DesignatorRun? InLetters(Designator start, Designator end) =>
        start.Suffix is [>= 'A' and <= 'Z' and var first] && end.Suffix is [>= 'A' and <= 'Z' and var last] && last > first ? new DesignatorRun(start, last - first + 1) { InLetters = true } : null;

    private static bool IsNext(Designator start, long steps, Designator candidate) =>
        start is { Number: not null, Suffix: "" } && steps < LongestRange && string.Equals(new DesignatorRun(start, 1).Text(steps), candidate.Text, StringComparison.OrdinalIgnoreCase);
}

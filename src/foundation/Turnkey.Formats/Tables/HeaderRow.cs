using System.Collections.Immutable;
using Turnkey.Formats.Bom;

namespace Turnkey.Formats.Tables;

/// <summary>The row of a table that names its columns.</summary>
/// <param name="Index">Of the row in the table; of the lower row when the heading stands in two.</param>
/// <param name="Headings">By column; empty where there is none.</param>
/// <param name="Meanings">By column; empty where the heading is not known.</param>
/// <param name="Score">Sum of the surest meaning of each column.</param>
internal sealed record HeaderRow<TField>(int Index, ImmutableArray<string> Headings, ImmutableArray<IReadOnlyList<HeaderMeaning<TField>>> Meanings, double Score)
    where TField : struct, Enum
{
    /// <summary>A heading stands at most so far down: title blocks are long, but not that long.</summary>
    private const int DeepestRow = 250;

    /// <summary>Meanings less sure than this do not make a row a heading.</summary>
    private const double SureEnough = 0.5;

    /// <summary>The rows that can be headings, best first.</summary>
    public static IReadOnlyList<HeaderRow<TField>> Candidates(Table table, HeadingReader<TField> headings)
    {
        var found = new List<HeaderRow<TField>>();
        for (var i = 0; i < Math.Min(table.Rows.Length, DeepestRow); i++)
        {
            if (Of(table.Rows[i].Cells, i, headings) is not { } single) continue;
            found.Add(single);
            if (i > 0 && TwoRows(table, i, headings) is { } both && both.Score > single.Score + 0.4) found.Add(both);
        }
        return [.. found.OrderByDescending(row => row.Score - (row.Index * 0.001))];
    }

    /// <summary>The row as a heading; null when fewer than two of its cells are known headings, or numbers, designators, part numbers, packages or values stand in it.</summary>
    public static HeaderRow<TField>? Of(ImmutableArray<string> cells, int index, HeadingReader<TField> headings)
    {
        var texts = cells.Select(Uncommented).ToImmutableArray();
        var meanings = ImmutableArray.CreateBuilder<IReadOnlyList<HeaderMeaning<TField>>>(texts.Length);
        int known = 0, filled = 0, data = 0;
        var score = 0.0;
        foreach (var heading in texts)
        {
            if (heading.Length > 0) filled++;
            var found = heading.Length > 0 ? headings.Match(heading) : [];
            meanings.Add(found);
            if (IsNumber(heading) || (found is not [{ Weight: >= 0.9 }, ..] && IsPartData(heading))) data++;
            if (found.Count == 0 || found[0].Weight < SureEnough) continue;
            known++;
            score += found[0].Weight;
        }
        // A data row may hold a word that is a heading elsewhere ("Resistor", "top"); it holds data besides.
        if (known < 2 || data > known / 2 || known < filled / 6.0) return null;
        return new HeaderRow<TField>(index, texts, meanings.MoveToImmutable(), score);
    }

    private static bool IsNumber(string cell) =>
        cell.Length > 0 && (char.IsAsciiDigit(cell[0]) || (cell[0] is '-' or '+' or '.' && cell.Length > 1 && char.IsAsciiDigit(cell[1])));

    private static bool IsPartData(string cell) =>
        DesignatorShape.AreClassed(cell) || PartNumberShape.LooksLikePartNumber(cell) || PartNumberShape.IsPackage(cell) || PartNumberShape.IsValue(cell);

    /// <summary>"Manufacturer" over "Name" and "Part number": the upper heading spans the lower ones, by merging or by leaving cells empty.</summary>
    private static HeaderRow<TField>? TwoRows(Table table, int lower, HeadingReader<TField> headings)
    {
        TableRow upper = table.Rows[lower - 1], under = table.Rows[lower];
        if (upper.Cells.Count(cell => cell.Length > 0) < 2) return null;
        var both = ImmutableArray.CreateBuilder<string>();
        var spanning = "";
        for (var c = 0; c < Math.Max(upper.Cells.Length, under.Cells.Length); c++)
        {
            if (upper[c].Length > 0) spanning = upper[c];
            else if (!IsSpanned(table, upper.Line, c) && table.Merged.Length > 0) spanning = "";
            if (upper[c].Length > 0 && under[c].Length > 0) both.Add(Best(upper[c], under[c], headings));
            else if (under[c].Length > 0) both.Add(spanning.Length > 0 ? Best(spanning, under[c], headings) : under[c]);
            else both.Add(upper[c]);
        }
        return Of(both.ToImmutable(), lower, headings);
    }

    /// <summary>Both headings together where that is known, else the lower one, else the upper one.</summary>
    private static string Best(string upper, string under, HeadingReader<TField> headings)
    {
        var together = $"{upper} {under}";
        double all = Weight(together), low = Weight(under), high = Weight(upper);
        return all >= 0.9 || (all >= low && all >= high) ? together : low >= high ? under : upper;

        double Weight(string heading) => headings.Match(heading) is [var first, ..] ? first.Weight : 0;
    }

    private static bool IsSpanned(Table table, int line, int column) =>
        table.Merged.Any(range => line >= range.Line && line < range.Line + range.Lines && column >= range.Column && column < range.Column + range.Columns);

    /// <summary>Headings of position files stand in comment lines: <c># Ref Val Package</c>.</summary>
    private static string Uncommented(string heading) => heading.Length > 1 && heading[0] is '#' or ';' or '*' ? heading[1..].TrimStart() : heading;
}

using System.Collections.Immutable;
using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Centroids;

/// <summary>Finds the unit of a position file: at the numbers, in the heading, in a title line, by the tool, or by what is plausible for a board.</summary>
internal static class UnitFinder
{
    /// <summary>Wider than this in millimetres is no board that a line carries (the widest panels are 460 × 610 mm).</summary>
    private const decimal WidestBoard = 700m;

    /// <summary>Less room than this per part cannot hold even 01005 chips (0.4 × 0.2 mm) with their gaps; mm².</summary>
    private const decimal LeastAreaPerPart = 0.25m;

    private static readonly string[] UnitHints =
        ["unit", "units", "uunits", "einheit", "einheiten", "unité", "unités", "unidad", "unidades", "unità", "coordinates", "coordinate", "koordinaten", "dimensions", "dimension", "measured", "measurement", "单位",
         "masse", "maße", "positions", "position"];

    public static (CoordinateUnit Unit, UnitState State, string Evidence) Find(Table table, CentroidColumns columns, ImmutableArray<PlacedRow> rows)
    {
        if (rows.Length > 0 && rows.All(row => row.XUnit is not null && row.YUnit is not null))
        {
            var first = rows[0];
            return (first.XUnit!.Value, UnitState.InCells, $"line {first.Line}: the numbers carry {CoordinateUnits.Name(first.XUnit.Value)}");
        }
        foreach (var field in new[] { CentroidField.X, CentroidField.Y })
        {
            if (columns.Column(field) is { } column && InHeading(column.Heading) is { } unit) return (unit, UnitState.InHeading, $"heading \"{column.Heading}\"");
        }
        var data = rows.Select(row => row.Line).ToHashSet();
        foreach (var row in table.Rows)
        {
            if (data.Contains(row.Line)) continue;
            var line = string.Join(' ', row.Cells);
            if (InTitle(line) is { } unit) return (unit, UnitState.InTitle, $"line {row.Line}: \"{(line.Length > 60 ? line[..57] + "…" : line)}\"");
        }
        var plausible = Plausible(rows);
        if (columns.Column(CentroidField.X)?.Detail == "pos" && plausible.Unit == CoordinateUnit.Millimetre) return (CoordinateUnit.Millimetre, UnitState.ByTool, "KiCad's headings, which are in mm unless set otherwise");
        return (plausible.Unit, UnitState.Assumed, plausible.Why);
    }

    private static CoordinateUnit? InHeading(string heading)
    {
        var open = heading.IndexOfAny(['(', '[', '{', '<']);
        if (open >= 0)
        {
            var close = heading.IndexOfAny([')', ']', '}', '>'], open);
            if (close > open && CoordinateUnits.Parse(heading.AsSpan((open + 1)..close)) is { } bracketed) return bracketed;
        }
        var words = heading.Split([' ', '_', '-', '.', '/', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && CoordinateUnits.Parse(words[^1]) is { } last) return last;
        foreach (var (ending, unit) in new[] { ("mm", CoordinateUnit.Millimetre), ("mils", CoordinateUnit.Mil), ("mil", CoordinateUnit.Mil), ("inch", CoordinateUnit.Inch) })
        {
            if (heading.Length > ending.Length && heading.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return unit;
        }
        return null;
    }

    /// <summary>"Units used: mil", "## Unit = mm, Angle = deg.", "X,Y in mils.", "UUNITS = MILLIMETERS", "Coordinates in mm, always center of component".</summary>
    internal static CoordinateUnit? InTitle(string line)
    {
        if (line.Length > 400) return null;
        var words = line.Split([' ', '=', ':', ',', ';', '(', ')', '[', ']', '*', '#', '\t', '.', '"', '!', '|'], StringSplitOptions.RemoveEmptyEntries);
        var hinted = Array.Exists(words, word => UnitHints.Contains(word, StringComparer.OrdinalIgnoreCase))
            || (Array.Exists(words, word => word is "X" or "x") && Array.Exists(words, word => word is "Y" or "y") && Array.Exists(words, word => word is "in"));
        if (!hinted) return null;
        CoordinateUnit? inch = null;
        foreach (var word in words)
        {
            // "in" is a word of the sentence before it is a unit.
            if (CoordinateUnits.Parse(word) is not { } unit) continue;
            if (!string.Equals(word, "in", StringComparison.OrdinalIgnoreCase)) return unit;
            if (words.Length <= 4) inch = unit;
        }
        return inch;
    }

    private static (CoordinateUnit Unit, string Why) Plausible(ImmutableArray<PlacedRow> rows)
    {
        if (rows.Length < 2) return (CoordinateUnit.Millimetre, "no unit is said; mm is usual");
        decimal width = Span(rows.Select(row => row.X)), height = Span(rows.Select(row => row.Y));
        var widest = Math.Max(width, height);
        if (widest > 100_000m) return (CoordinateUnit.Micrometre, $"no unit is said; {widest:0} wide can only be µm");
        if (widest > WidestBoard) return (CoordinateUnit.Mil, $"no unit is said; {widest:0} wide is no board in mm, but one in mil");
        // All on one line says nothing about the area.
        var area = Math.Max(width, widest / 20) * Math.Max(height, widest / 20);
        if (rows.Length >= 5 && area / rows.Length < LeastAreaPerPart && widest < 30) return (CoordinateUnit.Inch, $"no unit is said; {rows.Length} parts on {width:0.##} by {height:0.##} need inches");
        return (CoordinateUnit.Millimetre, "no unit is said; mm is usual and plausible");
    }

    private static decimal Span(IEnumerable<decimal> values)
    {
        // Stray parts beside the board must not decide: the middle nine tenths do.
        var sorted = values.Order().ToArray();
        var cut = sorted.Length / 20;
        return sorted[^(cut + 1)] - sorted[cut];
    }
}

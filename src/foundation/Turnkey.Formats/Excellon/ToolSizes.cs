namespace Turnkey.Formats.Excellon;

/// <summary>
/// What tool sizes betray about their unit. The drills of the trade run from 0.05 mm (laser) to 6.5 mm, routing bits to 3.2 mm; larger holes are rare.
/// So a drill of 0.3 is metric (7.6 mm otherwise) and one of 0.012 is not.
/// </summary>
internal static class ToolSizes
{
    /// <summary>No hole below this in millimetres is made in a board.</summary>
    private const double SmallestMillimetres = 0.05;

    /// <summary>No smallest tool of a file is as large as this, in millimetres: a board of half-inch holes only does not exist.</summary>
    private const double LargestMillimetres = 12.7;

    /// <summary>The unit of a file that does not name it; null when the tools do not tell.</summary>
    public static DrillUnit? UnitOf(IReadOnlyList<DrillTool> tools)
    {
        foreach (var tool in tools)
        {
            // Allegro gives mils for a file in inches.
            if (tool.SizeUnit is { } unit) return unit is DrillUnit.Mil or DrillUnit.Inch ? DrillUnit.Inch : DrillUnit.Millimetre;
        }
        var sizes = Bare(tools);
        if (sizes.Length == 0) return null;
        var (smallest, largest) = (sizes.Min(), sizes.Max());
        if (smallest < 0.08) return DrillUnit.Inch;
        if (smallest >= 0.2 || largest > 0.5) return DrillUnit.Millimetre;
        return DrillUnit.Inch;
    }

    /// <summary>Another unit for the tools than the file's, when theirs gives sizes that no board has; null: the file's.</summary>
    public static DrillUnit? Unlike(DrillUnit unit, IReadOnlyList<DrillTool> tools)
    {
        var sizes = Bare(tools);
        if (sizes.Length == 0) return null;
        var smallest = sizes.Min();
        if (IsPlausible(smallest, unit)) return null;
        DrillUnit[] others = [DrillUnit.Millimetre, DrillUnit.Inch, DrillUnit.Mil, DrillUnit.Micrometre];
        foreach (var other in others)
        {
            if (other != unit && IsPlausible(smallest, other)) return other;
        }
        return null;
    }

    private static bool IsPlausible(double size, DrillUnit unit)
    {
        var millimetres = size * unit switch { DrillUnit.Millimetre => 1, DrillUnit.Inch => 25.4, DrillUnit.Mil => 0.0254, _ => 0.001 };
        return millimetres is >= SmallestMillimetres and < LargestMillimetres;
    }

    private static double[] Bare(IReadOnlyList<DrillTool> tools) =>
        [.. tools.Where(tool => tool.HasDiameter && tool.SizeUnit is null).Select(tool => Math.Abs(tool.Size.Value))];
}

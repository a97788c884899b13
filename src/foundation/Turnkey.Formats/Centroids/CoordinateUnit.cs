namespace Turnkey.Formats.Centroids;

/// <summary>The unit that coordinates are written in.</summary>
public enum CoordinateUnit
{
    Millimetre,
    /// <summary>A thousandth of an inch, also called thou.</summary>
    Mil,
    Inch,
    Micrometre,
    Centimetre,
}

/// <summary>Where the unit of a position file is known from, surest first.</summary>
public enum UnitState
{
    /// <summary>Written at every number: <c>12.3mm</c>.</summary>
    InCells,
    /// <summary>Written in the heading: <c>Center-X(mm)</c>.</summary>
    InHeading,
    /// <summary>Written in a line of its own: <c>Units used: mil</c>.</summary>
    InTitle,
    /// <summary>The tool that writes such headings writes this unit unless told otherwise (KiCad's PosX: mm).</summary>
    ByTool,
    /// <summary>Only what is plausible: the caller may know better, from the copper.</summary>
    Assumed,
}

/// <summary>Where the side of the parts is known from.</summary>
public enum SideState
{
    InColumn,
    /// <summary>A title line or a section heading says it.</summary>
    InTitle,
    ByFileName,
    /// <summary>Nothing says it; top is taken.</summary>
    Assumed,
}

/// <summary>Units by their names, and what one of them measures.</summary>
internal static class CoordinateUnits
{
    public static decimal Nanometres(CoordinateUnit unit) => unit switch
    {
        CoordinateUnit.Millimetre => 1_000_000m,
        CoordinateUnit.Mil => 25_400m,
        CoordinateUnit.Inch => 25_400_000m,
        CoordinateUnit.Micrometre => 1_000m,
        CoordinateUnit.Centimetre => 10_000_000m,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "no such unit"),
    };

    public static string Name(CoordinateUnit unit) => unit switch
    {
        CoordinateUnit.Millimetre => "mm",
        CoordinateUnit.Mil => "mil",
        CoordinateUnit.Inch => "inch",
        CoordinateUnit.Micrometre => "µm",
        _ => "cm",
    };

    /// <summary>A unit by a word in any letter case; null when the word is none. <c>in</c> counts only behind a number or alone.</summary>
    public static CoordinateUnit? Parse(ReadOnlySpan<char> word) => word.Trim(" .,;:()[]") switch
    {
        var w when Is(w, "mm") || Is(w, "millimeter") || Is(w, "millimeters") || Is(w, "millimetre") || Is(w, "millimetres") || Is(w, "metric") || Is(w, "mms") || Is(w, "毫米") || Is(w, "millimètres")
            || Is(w, "milímetros") || Is(w, "мм") || Is(w, "millimètre") => CoordinateUnit.Millimetre,
        var w when Is(w, "mil") || Is(w, "mils") || Is(w, "thou") || Is(w, "thous") || Is(w, "密耳") => CoordinateUnit.Mil,
        var w when Is(w, "inch") || Is(w, "inches") || Is(w, "in") || Is(w, "\"") || Is(w, "zoll") || Is(w, "″") || Is(w, "pouce") || Is(w, "pulgadas") || Is(w, "英寸") => CoordinateUnit.Inch,
        var w when Is(w, "um") || Is(w, "µm") || Is(w, "μm") || Is(w, "micron") || Is(w, "microns") || Is(w, "micrometer") || Is(w, "micrometre") => CoordinateUnit.Micrometre,
        var w when Is(w, "cm") || Is(w, "centimeter") || Is(w, "centimeters") || Is(w, "centimetre") => CoordinateUnit.Centimetre,
        _ => null,
    };

    private static bool Is(ReadOnlySpan<char> word, string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);
}

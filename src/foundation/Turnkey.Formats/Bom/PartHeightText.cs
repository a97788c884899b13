using System.Globalization;
using System.Text.RegularExpressions;
using Turnkey.Kernel;

namespace Turnkey.Formats.Bom;

/// <summary>Reads a cell of a column of heights: <c>25 mm</c>, <c>1.6</c>, <c>0,8 mm max</c>, <c>0.1 in</c>. The unit is the cell's, else the heading's, else millimetres.</summary>
internal static partial class PartHeightText
{
    /// <summary>In millimetres; what is taller stands on no board and is another number.</summary>
    private const double Tallest = 500;

    /// <summary>Null when the cell states no height.</summary>
    /// <param name="cell">As written.</param>
    /// <param name="heading">Of its column: <c>Height (mm)</c>.</param>
    public static Length? Read(string cell, string heading)
    {
        if (cell.Length == 0 || Cell().Match(cell) is not { Success: true } match) return null;
        if (!double.TryParse(match.Groups["number"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        var unit = match.Groups["unit"].Value is { Length: > 0 } own ? own : Heading().Match(heading).Groups["unit"].Value;
        var millimetres = number * unit.ToUpperInvariant() switch
        {
            "" or "MM" => 1,
            "UM" or "µM" => 0.001,
            "MIL" or "MILS" or "THOU" => 0.0254,
            _ => 25.4,
        };
        return millimetres is > 0 and <= Tallest ? Length.FromMillimetres(millimetres) : null;
    }

    [GeneratedRegex("^(max\\.?\\s*)?(?<number>\\d{1,6}([.,]\\d{1,6})?)\\s*(?<unit>mm|um|µm|mils?|thou|inch(es)?|in|\")?(\\s*\\(?max\\.?\\)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cell();

    [GeneratedRegex("(?<![a-z])(?<unit>mm|um|mils?|thou|inch(es)?|in)\\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}

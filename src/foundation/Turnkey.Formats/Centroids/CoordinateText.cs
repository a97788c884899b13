using System.Globalization;

namespace Turnkey.Formats.Centroids;

/// <summary>Numbers as position files write them: with units, decimal commas, signs and turning letters.</summary>
internal static class CoordinateText
{
    /// <summary>A number and the unit behind it; null when the text is neither.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="decimalComma">What the whole column was found to be written with.</param>
    public static (decimal Value, CoordinateUnit? Unit)? Parse(string text, bool decimalComma)
    {
        var span = text.AsSpan().Trim();
        if (span.Length is 0 or > 40) return null;
        var end = 0;
        if (span[0] is '+' or '-' or '\u2212') end++;
        while (end < span.Length && (char.IsAsciiDigit(span[end]) || span[end] is '.' or ',')) end++;
        // 1.5e+01 is a number, 1.5EUR is none.
        if (end + 1 < span.Length && span[end] is 'e' or 'E' && (char.IsAsciiDigit(span[end + 1]) || (span[end + 1] is '+' or '-' && end + 2 < span.Length && char.IsAsciiDigit(span[end + 2]))))
        {
            end += 2;
            while (end < span.Length && char.IsAsciiDigit(span[end])) end++;
        }
        var rest = span[end..].Trim();
        CoordinateUnit? unit = null;
        if (!rest.IsEmpty)
        {
            unit = CoordinateUnits.Parse(rest);
            if (unit is null) return null;
        }
        Span<char> number = stackalloc char[end];
        var length = 0;
        var last = span[..end].LastIndexOfAny('.', ',');
        for (var i = 0; i < end; i++)
        {
            var c = span[i] == '\u2212' ? '-' : span[i];
            if (c is ',' or '.')
            {
                // Two different marks: the later is the decimal one. One kind: what the column says.
                var isDecimal = i == last && (c == '.' ? !decimalComma || span[..end].Contains(',') || span[..end].Count('.') == 1 : decimalComma || span[..end].Contains('.'));
                if (!isDecimal) continue;
                c = '.';
            }
            number[length++] = c;
        }
        return decimal.TryParse(number[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? (value, unit) : null;
    }

    public static bool IsNumber(string text) => Parse(text, text.Contains(',', StringComparison.Ordinal)) is not null;

    /// <summary>
    /// Whether the commas of a column are decimal commas: there are some, no cell has a point behind a comma, and no cell has two commas. Coordinates of boards
    /// are below 10,000 in every unit but the smallest, so a lone comma is hardly ever a thousands mark.
    /// </summary>
    public static bool UsesDecimalComma(IEnumerable<string> cells)
    {
        var commas = false;
        foreach (var cell in cells)
        {
            var comma = cell.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0) continue;
            if (cell.IndexOf('.', comma) >= 0 || cell.IndexOf(',', comma + 1) >= 0) return false;
            commas = true;
        }
        return commas;
    }

    /// <summary>
    /// Degrees, 0 ≤ angle &lt; 360, and whether the letters say mirrored (Eagle's <c>MR90</c>); null when the text is no angle. Rounded to a millionth of a degree.
    /// </summary>
    public static (double Angle, bool Mirrored)? Angle(string text, bool decimalComma)
    {
        var span = text.AsSpan().Trim().TrimEnd('°');
        if (span.EndsWith("deg", StringComparison.OrdinalIgnoreCase)) span = span[..^3];
        else if (span.EndsWith("degrees", StringComparison.OrdinalIgnoreCase)) span = span[..^7];
        var letters = 0;
        while (letters < span.Length && letters < 3 && char.IsAsciiLetter(span[letters])) letters++;
        var prefix = span[..letters];
        foreach (var letter in prefix)
        {
            if (letter is not ('M' or 'R' or 'S' or 'm' or 'r' or 's')) return null;
        }
        if (Parse(span[letters..].ToString(), decimalComma) is not (var value, null)) return null;
        if (value is < -100_000 or > 100_000) return null;
        var angle = value % 360;
        if (angle < 0) angle += 360;
        var rounded = (double)Math.Round(angle, 6, MidpointRounding.AwayFromZero);
        return (rounded >= 360 ? 0 : rounded, prefix.IndexOfAny('M', 'm') >= 0);
    }
}

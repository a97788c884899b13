using System.Globalization;

namespace Turnkey.Sourcing.Offers.Reading;

/// <summary>Numbers of price tables. Whether a comma is the decimal mark is decided from all prices of a table, never from one cell.</summary>
internal sealed class NumberColumn(bool decimalComma)
{
    private const decimal Largest = 1_000_000_000m;

    public static NumberColumn Of(IEnumerable<string> cells)
    {
        var (commas, points) = (0, 0);
        foreach (var cell in cells)
        {
            var text = Digits(cell);
            var (comma, point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
            if (comma >= 0 && point >= 0) { if (comma > point) commas += 2; else points += 2; }
            // 1,234 may be a thousand or one and a bit; with another number of places it is decimal.
            else if (comma >= 0 && text.Length - comma - 1 != 3) commas++;
            else if (comma == 1 && text[0] == '0') commas++;
            else if (point >= 0 && (text.Length - point - 1 != 3 || (point == 1 && text[0] == '0'))) points++;
        }
        return new NumberColumn(commas > points);
    }

    /// <summary>Null when the cell holds no number from 0 to a thousand million.</summary>
    public decimal? Read(string cell)
    {
        var text = Digits(cell);
        if (text.Length is 0 or > 30) return null;
        text = decimalComma ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : text.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= Largest ? value : null;
    }

    /// <summary>Whole number of pieces; null when there is none.</summary>
    public static long? Whole(string cell)
    {
        var text = Digits(cell).Replace(",", "", StringComparison.Ordinal);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        // 3000.0 is what a spreadsheet makes of 3000; 3.000 is three thousand.
        if (point >= 0) text = text[(point + 1)..].All(c => c == '0') && text.Length - point - 1 != 3 ? text[..point] : text.Replace(".", "", StringComparison.Ordinal);
        return text.Length is > 0 and <= 12 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string Digits(string cell)
    {
        var start = cell.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0 || cell.Contains('-', StringComparison.Ordinal) && cell.IndexOf('-', StringComparison.Ordinal) < start) return "";
        if (start > 0 && (cell[start - 1] is '.' or ',')) start--;
        var end = start;
        while (end < cell.Length && (char.IsAsciiDigit(cell[end]) || cell[end] is '.' or ',' or ' ' or '\'' or '\u00a0' or '\u202f')) end++;
        return new string([.. cell[start..end].Where(c => char.IsAsciiDigit(c) || c is '.' or ',')]).TrimEnd('.', ',');
    }
}

using System.Globalization;
using Turnkey.Kernel;

namespace Turnkey.Formats.Bom;

/// <summary>Quantities and prices as parts lists write them.</summary>
internal static class BomNumbers
{
    public const int MostPerBoard = 1_000_000;

    /// <summary><c>13</c>, <c>13.0</c>, <c>2x</c>, <c>x2</c>, <c>4 pcs</c>, <c>1,00</c>; null when it is no quantity. Not rounded.</summary>
    public static decimal? Quantity(string cell)
    {
        var text = cell.AsSpan().Trim();
        if (text.Length is 0 or > 24) return null;
        if (text[0] is 'x' or 'X') text = text[1..].TrimStart();
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',')) end++;
        if (end == 0) return null;
        var rest = text[end..].Trim();
        if (!rest.IsEmpty && !IsCount(rest)) return null;
        Span<char> number = stackalloc char[end];
        text[..end].CopyTo(number);
        number.Replace(',', '.');
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= MostPerBoard ? value : null;
    }

    private static bool IsCount(ReadOnlySpan<char> unit)
    {
        Span<char> lower = stackalloc char[unit.Length];
        unit.ToLowerInvariant(lower);
        ReadOnlySpan<char> text = lower;
        return text is "x" or "pc" or "pcs" or "pcs." or "pc." or "pieces" or "piece" or "ea" or "each" or "ea." or "stk" or "stk." or "st" or "st." or "stück" or "pce" or "pces" or "szt" or "szt."
            or "ks" or "шт" or "шт." or "个" or "只" or "pz" or "uds" or "un" or "unit" or "units" or "m" or "g" or "ml" or "个/板" or "off" or "no" or "nos";
    }

    /// <summary>
    /// A price with the currency it carries, if any: <c>$0.10</c>, <c>0,05 €</c>, <c>1.20 USD</c>. A comma is a decimal comma unless a point follows it.
    /// </summary>
    public static (decimal Amount, Currency? Currency)? Price(string cell)
    {
        var text = cell.Trim();
        if (text.Length is 0 or > 30) return null;
        var currency = CurrencyIn(text);
        var start = text.IndexOfAny([.. "0123456789"]);
        if (start < 0) return null;
        if (start > 0 && text[start - 1] is '.' or ',') start--;
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',')) end++;
        var number = text[start..end].TrimEnd('.', ',');
        var comma = number.LastIndexOf(',');
        var point = number.LastIndexOf('.');
        number = comma > point && number.IndexOf(',') == comma ? number.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : number.Replace(",", "", StringComparison.Ordinal);
        var around = text.Length - (end - start);
        if (around > 8 || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return null;
        return (amount, currency);
    }

    /// <summary>The currency that a heading or cell names by sign or ISO code.</summary>
    public static Currency? CurrencyIn(string text)
    {
        if (text.Contains('€', StringComparison.Ordinal)) return Currency.Eur;
        if (text.Contains('£', StringComparison.Ordinal)) return Currency.Parse("GBP");
        if (text.Contains("CHF", StringComparison.Ordinal)) return Currency.Parse("CHF");
        if (text.Contains("RMB", StringComparison.OrdinalIgnoreCase) || text.Contains('元', StringComparison.Ordinal)) return Currency.Parse("CNY");
        if (text.Contains("US$", StringComparison.Ordinal)) return Currency.Usd;
        var letters = new string([.. text.Select(c => char.IsAsciiLetter(c) ? c : ' ')]);
        foreach (var word in letters.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length == 3 && Currency.Parse(word) is { } currency && (word.All(char.IsUpper) || letters.Trim().Length == 3)) return currency;
        }
        // The bare dollar sign is other dollars' too, and the yen sign is China's and Japan's: only the first has a usual reading.
        return text.Contains('$', StringComparison.Ordinal) ? Currency.Usd : null;
    }
}

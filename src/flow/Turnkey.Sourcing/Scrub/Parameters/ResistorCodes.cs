using System.Collections.Frozen;
using Turnkey.Sourcing.Data;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>What the bare digits in a column of resistors' values are: 103 is a code (IEC 60062) beside 472, and 102 is ohms beside 47.</summary>
internal enum DigitsMeaning
{
    /// <summary>Nothing says.</summary>
    Open,
    Ohms,
    Codes,
}

/// <summary>Bare digits on a resistor: ohms, or two or three digits and an exponent. Which of both is a preferred value (<c>e-series.csv</c>) tells most of them.</summary>
internal static class ResistorCodes
{
    /// <summary>Thick film chips end there (22 MΩ); 1206 is no code of 120 MΩ.</summary>
    private const decimal LargestCoded = 22_000_000;

    /// <summary>Different numbers that can only be codes, from which on a column is one of codes.</summary>
    private const int LeastWitnesses = 2;

    private static readonly Lazy<FrozenSet<string>> Preferred = new(() => DataTable.Embedded("e-series.csv").Rows.Select(row => row[1]).ToFrozenSet(StringComparer.Ordinal));

    /// <param name="values">Of all resistors of the column.</param>
    /// <returns>With a number that says so.</returns>
    public static (DigitsMeaning Meaning, string Witness) Of(IEnumerable<string> values)
    {
        string[] bare = [.. values.Select(Reading.CellText.Plain).Where(value => QuantityWord.IsNumber(value) && value.Trim('0').Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] codes = [.. bare.Where(value => Code(value) is not null && !IsPreferred(value) && value[^1] != '0')];
        string[] ohms = [.. bare.Where(value => Code(value) is null)];
        return (codes.Length >= LeastWitnesses, ohms.Length > 0) switch
        {
            (true, false) => (DigitsMeaning.Codes, codes[0]),
            (false, true) when codes.Length == 0 => (DigitsMeaning.Ohms, ohms[0]),
            _ => (DigitsMeaning.Open, ""),
        };
    }

    /// <summary>The readings of a bare number, the likelier first.</summary>
    public static IEnumerable<decimal> Readings(string word, decimal ohms, DigitsMeaning column)
    {
        if (Code(word) is not { } coded) return [ohms];
        // 220 is 220 Ω where ohms are written, and 22 Ω where codes are.
        if (word[^1] == '0') return column == DigitsMeaning.Codes ? [coded, ohms] : [ohms];
        if (column == DigitsMeaning.Codes) return [coded];
        if (!IsPreferred(word)) return [coded, ohms];
        return column == DigitsMeaning.Ohms ? [ohms] : [ohms, coded];
    }

    /// <summary>The ohms of a code of three or four digits; null where it is none, or stands for no preferred value.</summary>
    public static decimal? Code(string word) =>
        word.Length is 3 or 4 && word.All(char.IsAsciiDigit) && word[0] != '0' && Preferred.Value.Contains(word[..^1].PadRight(3, '0')) && SeriesDecoding.Value("eia-ohm", word) is { } ohms and <= LargestCoded ? ohms : null;

    private static bool IsPreferred(string word) => word.AsSpan(3).Trim('0').IsEmpty && Preferred.Value.Contains(word[..3]);
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>What a comma before exactly three digits is: 1,000.</summary>
internal enum CommaMeaning
{
    /// <summary>Nothing says; both readings stand.</summary>
    Open,
    Decimal,
    Thousands,
}

/// <summary>How a column writes its numbers, decided from all its values and never from one: 1,000 is a thousand beside 4.7 and one beside 4,7.</summary>
/// <param name="Comma">Of a comma before three digits.</param>
/// <param name="Witness">The number that says so; empty where none does.</param>
internal sealed record NumberStyle(CommaMeaning Comma, string Witness)
{
    /// <summary>Of bare digits on resistors.</summary>
    public DigitsMeaning Digits { get; init; }

    /// <summary>The number that says so; empty where none does.</summary>
    public string DigitsWitness { get; init; } = "";

    /// <summary>Nothing is known of the column.</summary>
    public static NumberStyle Open { get; } = new(CommaMeaning.Open, "");

    /// <param name="cells">All of the column, in any order.</param>
    public static NumberStyle Of(IEnumerable<string> cells)
    {
        var (thousands, decimals) = ("", "");
        foreach (var text in cells.Select(CellText.Plain))
        {
            foreach (var (number, comma) in WrittenNumbers.Witnesses(text))
            {
                if (comma == CommaMeaning.Thousands && Before(number, thousands)) thousands = number;
                if (comma == CommaMeaning.Decimal && Before(number, decimals)) decimals = number;
            }
        }
        return (thousands.Length > 0, decimals.Length > 0) switch
        {
            (true, false) => new(CommaMeaning.Thousands, thousands),
            (false, true) => new(CommaMeaning.Decimal, decimals),
            _ => Open,
        };
    }

    /// <param name="values">Those cells of the column that are of resistors.</param>
    public NumberStyle WithResistors(IEnumerable<string> values)
    {
        var (meaning, witness) = ResistorCodes.Of(values);
        return this with { Digits = meaning, DigitsWitness = witness };
    }

    /// <summary>So that the order of the cells does not matter.</summary>
    private static bool Before(string number, string known) => known.Length == 0 || string.CompareOrdinal(number, known) < 0;
}

/// <summary>Numbers with separators, as they are written in texts.</summary>
internal static partial class WrittenNumbers
{
    /// <summary>Stretches of a text that are one number with its thousands parted in a way that has a single meaning: 1,000,000 and 1,234.5, 1.234,5, 10'000, 1 000.</summary>
    public static ImmutableArray<(int Start, int End)> Grouped(string text) =>
        text.AsSpan().IndexOfAny(",.' ") < 0 ? [] : [.. GroupedNumber().Matches(text).Select(match => (match.Index, match.Index + match.Length))];

    /// <summary>The numbers of a text that say what a comma is: by their groups, or by their decimal sign.</summary>
    public static IEnumerable<(string Number, CommaMeaning Comma)> Witnesses(string text)
    {
        if (text.AsSpan().IndexOfAny(",.") < 0) yield break;
        foreach (Match match in GroupedNumber().Matches(text))
        {
            var (comma, point) = (match.Value.LastIndexOf(','), match.Value.LastIndexOf('.'));
            if (comma >= 0 && match.Value.IndexOf(',') is var first && (first < comma || point > comma)) yield return (match.Value, CommaMeaning.Thousands);
            else if (point >= 0) yield return (match.Value, CommaMeaning.Decimal);
        }
        foreach (Match match in DecimalNumber().Matches(text))
        {
            yield return (match.Value, match.Value.Contains(',', StringComparison.Ordinal) ? CommaMeaning.Decimal : CommaMeaning.Thousands);
        }
    }

    /// <summary>22,10% is a value and a tolerance, so no number ends at a percent sign.</summary>
    [GeneratedRegex(@"(?<![\w.,'])[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|,[0-9]{3}\.[0-9]+|(?:'[0-9]{3})+(?:[.,][0-9]+)?|(?:\.[0-9]{3})+,[0-9]+|(?:\.[0-9]{3}){2,}|(?: 000)+)(?![0-9%]|[.,'][0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GroupedNumber();

    /// <summary>A decimal sign with one, two or many digits behind it, or nought before it: with three it might part thousands. Not 0402,1: a size.</summary>
    [GeneratedRegex(@"(?<![\w.,'])(?:(?:0|[1-9][0-9]*)[.,](?:[0-9]{1,2}|[0-9]{4,})|0[.,][0-9]{3})(?![0-9%]|[.,'][0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DecimalNumber();
}

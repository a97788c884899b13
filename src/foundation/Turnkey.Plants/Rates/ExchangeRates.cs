using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;

namespace Turnkey.Plants.Rates;

/// <summary>One currency in another on a day.</summary>
/// <param name="From">One unit of this …</param>
/// <param name="To">… is so many of that.</param>
/// <param name="Rate">Above zero.</param>
/// <param name="Date">yyyy-MM-dd.</param>
/// <param name="Source">Who published it.</param>
public sealed record ExchangeRate(Currency From, Currency To, decimal Rate, string Date, string Source);

/// <summary>The exchange rates that prices may be converted at. A pair that is not there is not converted: no price is guessed.</summary>
public sealed record ExchangeRates(ImmutableArray<ExchangeRate> Rates)
{
    public static ExchangeRates None { get; } = new([]);

    /// <summary>
    /// The rate from one currency to another: as listed, else the reverse of a listed one, else over one common currency of the same list. Null when there is no way.
    /// </summary>
    public ExchangeRate? Find(Currency from, Currency to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from == to) return new ExchangeRate(from, to, 1m, "", "same currency");
        if (Direct(from, to) is { } direct) return direct;
        foreach (var middle in Rates.SelectMany(rate => new[] { rate.From, rate.To }).Distinct().OrderBy(currency => currency.Code, StringComparer.Ordinal))
        {
            if (Direct(from, middle) is { } first && Direct(middle, to) is { } second)
                return new ExchangeRate(from, to, Round(first.Rate * second.Rate), first.Date, first.Source == second.Source ? $"{first.Source}, over {middle}" : $"{first.Source} and {second.Source}, over {middle}");
        }
        return null;
    }

    private ExchangeRate? Direct(Currency from, Currency to) =>
        Rates.FirstOrDefault(rate => rate.From == from && rate.To == to)
        ?? (Rates.FirstOrDefault(rate => rate.From == to && rate.To == from) is { } reverse
            ? new ExchangeRate(from, to, Round(1m / reverse.Rate), reverse.Date, $"{reverse.Source}, reverse of {reverse.Rate.ToString(CultureInfo.InvariantCulture)}")
            : null);

    private static decimal Round(decimal rate) => Math.Round(rate, 10, MidpointRounding.AwayFromZero);
}

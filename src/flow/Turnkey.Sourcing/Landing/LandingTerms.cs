using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants.Rates;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Landing;

/// <summary>What it takes to say what a part costs at the plant's door.</summary>
/// <param name="Currency">That everything is said in.</param>
/// <param name="Rates">To convert with; a price without a rate is not used.</param>
/// <param name="Duties">Of the plant's country; <see cref="DutySchedule.None"/> when no destination is given.</param>
/// <param name="Codes">Classification of parts whose offer names none.</param>
/// <param name="Suppliers">What they ask per order.</param>
public sealed record LandingTerms(Currency Currency, ExchangeRates Rates, DutySchedule Duties, ClassCodes Codes, OrderTermsTable Suppliers)
{
    /// <summary>0 to 1: how much of the range of an unknown origin low and high keep where another supplier states it.</summary>
    public decimal AssumedOriginRange { get; init; } = LandingRules.Shipped.AssumedOriginRange;
}

/// <summary>Choices of the landed cost, by name: <c>unknown-duty-share</c>, <c>assumed-origin-range</c>, <c>old-tariffs-after</c>, <c>suspect-price-ratio</c>, <c>minimum-order-added</c>, <c>stock-premium</c>, <c>stock-premium-amount</c>.</summary>
public sealed record LandingRules(ImmutableSortedDictionary<string, decimal> Values)
{
    private static readonly Lazy<LandingRules> ShippedRows = new(() =>
        new(ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, Read(SettingTable.Shipped("landing-rules.csv")))));

    public static LandingRules Shipped => ShippedRows.Value;

    /// <summary>0 to 1.</summary>
    public decimal UnknownDutyShare => Math.Min(1m, Values["unknown-duty-share"] / 100m);

    /// <summary>0 to 1: how much of the range of an unknown origin low and high keep where another supplier states it.</summary>
    public decimal AssumedOriginRange => Math.Min(1m, Values["assumed-origin-range"] / 100m);

    /// <summary>A price so many times another one of the same part is named.</summary>
    public decimal SuspectPriceRatio => Values["suspect-price-ratio"];

    public decimal OldTariffsAfterDays => Values["old-tariffs-after"];

    /// <summary>Percent of what is needed of an order: where more is added to reach its minimum, it is named.</summary>
    public decimal MinimumOrderAddedPercent => Values["minimum-order-added"];

    /// <summary>Percent that parts on stock may cost above parts to wait for, where no weight on time says it.</summary>
    public decimal StockPremiumPercent => Values["stock-premium"];

    /// <summary>In the plan's currency: parts on stock that cost no more than this above others go first in any case.</summary>
    public decimal StockPremiumAmount => Values["stock-premium-amount"];

    internal LandingRules With(OfferTable table, DiagnosticLog log)
    {
        if (SettingTable.Of(table, log, ["rule", "value"], ["value"]) is not { } own) return this;
        var values = Values;
        foreach (var (rule, value) in Read(own))
        {
            if (values.ContainsKey(rule)) values = values.SetItem(rule, value);
            else log.Warning("sourcing.table-row", 0, $"there is no rule '{(rule.Length > 40 ? rule[..40] : rule)}', only {string.Join(", ", Values.Keys)}");
        }
        return new(values);
    }

    private static IEnumerable<KeyValuePair<string, decimal>> Read(SettingTable table)
    {
        foreach (var row in table.Rows)
        {
            if (row["rule"] is { Length: > 0 } rule && row.Number("value", 100_000m) is { } value) yield return new(rule, value);
            else row.Reject("a row needs a rule and its value");
        }
    }
}

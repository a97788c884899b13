using Turnkey.Kernel;
using Turnkey.Plants.Rates;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Tests.Landing;

/// <summary>Offers and terms of nobody, for tests.</summary>
internal static class LandingFixtures
{
    public static DateOnly Day { get; } = new(2026, 11, 27);

    public static Offer Offer(string supplier = "Acme", Currency? currency = null, params (long Quantity, decimal Price)[] breaks) => new(
        supplier, "Maker", PartNumber.Parse("X1"), null,
        [.. (breaks.Length > 0 ? breaks : [(1, 1m)]).Select(one => new PriceBreak(one.Quantity, new Money(one.Price, currency ?? Currency.Usd)))],
        1, 1, 1000, null, null, "list.csv", 2);

    /// <summary>A table as a host reads it: cells apart by semicolons.</summary>
    public static OfferTable Table(string path, params string[] lines) => new(path, "", [.. lines.Select(line => (IReadOnlyList<string>)line.Split(';'))]);

    /// <summary>Duties of a made-up country (Brazil's code), so that no test hangs on real rates.</summary>
    public static SourcingTablesRead Tables(params OfferTable[] own) => SourcingTables.Read(
    [
        Table("tariffs.csv", "destination;code;origin;percent;label;from;until;source;taken",
            "BR;8541;*;2;base;;;gazette;2026-11-01",
            "BR;8541;CN;25;extra;;;gazette;2026-11-01",
            "BR;854110;CN;50;extra;;;gazette;2026-11-01",
            "BR;8542;*;0;base;;;gazette;2026-11-01",
            "BR;8542;DE;10;extra;2026-01-01;2026-12-31;gazette;2026-11-01",
            "BR;8542;EU;5;extra;;;gazette;2026-11-01"),
        Table("supplier-terms.csv", "supplier;aliases;ships-from;currency;order-fee;freight;freight-free-from;freight-percent;minimum-order;duties;source",
            "Acme;Acme Parts|ACM;US;USD;5;10;500;2;50;importer;price list 7",
            "Local;;BR;USD;0;0;;0;0;importer;price list 8",
            "Paid;;US;USD;0;0;;0;0;included;price list 9",
            "Zero;;US;USD;0;0;;0;;added;price list 10"),
        .. own,
    ]);

    public static LandingTerms Terms(string? destination = "BR", ExchangeRates? rates = null, params OfferTable[] own)
    {
        var tables = Tables(own).Tables;
        var duties = destination is null ? DutySchedule.None : DutySchedule.Of(tables.Tariffs, destination, Day, tables.Rules.UnknownDutyShare);
        return new LandingTerms(Currency.Usd, rates ?? ExchangeRates.None, duties, tables.Codes, tables.Suppliers) { AssumedOriginRange = tables.Rules.AssumedOriginRange };
    }
}

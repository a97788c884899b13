using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Risk;

namespace Turnkey.Sourcing;

/// <summary>
/// The rates, terms and rules that sourcing reckons with beside the plant's figures. Each ships as a table with a source in every row, and a table of the same
/// name in the offers folder replaces what it names.
/// </summary>
public sealed record SourcingTables(TariffTable Tariffs, ClassCodes Codes, OrderTermsTable Suppliers, FeedingTable Feeding, LandingRules Rules, RiskThresholds Thresholds, LeadTimeModel LeadTimes)
{
    private delegate SourcingTables Replace(SourcingTables tables, OfferTable own, DiagnosticLog log);

    private static readonly ImmutableArray<(string Name, Replace With)> Files =
    [
        ("tariffs", (tables, own, log) => tables with { Tariffs = tables.Tariffs.With(own, log) }),
        ("hts-by-class", (tables, own, log) => tables with { Codes = tables.Codes.With(own, log) }),
        ("supplier-terms", (tables, own, log) => tables with { Suppliers = tables.Suppliers.With(own, log) }),
        ("packaging-feeding", (tables, own, log) => tables with { Feeding = tables.Feeding.WithRules(own, log) }),
        ("tape-pitch", (tables, own, log) => tables with { Feeding = tables.Feeding.WithPitches(own, log) }),
        ("landing-rules", (tables, own, log) => tables with { Rules = tables.Rules.With(own, log) }),
        ("risk-thresholds", (tables, own, log) => tables with { Thresholds = tables.Thresholds.With(own, log) }),
        ("lead-time-distributions", (tables, own, log) => tables with { LeadTimes = tables.LeadTimes.With(own, log) }),
        ("kit-rules", (tables, own, log) => tables with { LeadTimes = tables.LeadTimes.WithRules(own, log) }),
        // Last, for it needs the names of suppliers and the rules.
        ("lead-time-history", (tables, own, log) => tables with { LeadTimes = tables.LeadTimes.WithHistory(own, tables.Suppliers, log) }),
    ];

    public static SourcingTables Shipped { get; } = new(
        TariffTable.Shipped, ClassCodes.Shipped, OrderTermsTable.Shipped, FeedingTable.Shipped, LandingRules.Shipped, RiskThresholds.Shipped, LeadTimeModel.Shipped);

    /// <summary>The shipped tables with the user's on top.</summary>
    /// <param name="tables">Every table of the offers folder, in a fixed order; told apart by their file names without ending, whatever the letter case.</param>
    public static SourcingTablesRead Read(IReadOnlyList<OfferTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var read = Shipped;
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (name, with) in Files)
        {
            foreach (var table in tables.Where(table => Is(table, name)))
            {
                var log = new DiagnosticLog(table.Path);
                read = with(read, table, log);
                diagnostics.AddRange(log.ToList());
            }
        }
        return new(read, [.. tables.Where(table => !Files.Any(file => Is(table, file.Name)))], diagnostics.ToImmutable());
    }

    /// <summary>What the landed cost at a plant is reckoned with.</summary>
    /// <param name="plant">For its currency and exchange rates.</param>
    /// <param name="destination">The plant's country by code or name, or a customs territory (<c>EU</c>); null: no duty is reckoned, and every offer says so.</param>
    /// <param name="asOf">The day that duties are reckoned for.</param>
    public LandingTerms For(Plant plant, string? destination, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(plant);
        return new(plant.Currency, plant.Rates, destination is null ? DutySchedule.None : DutySchedule.Of(Tariffs, destination, asOf, Rules.UnknownDutyShare), Codes, Suppliers) { AssumedOriginRange = Rules.AssumedOriginRange };
    }

    /// <summary>What a reader of the landed costs must know of all of them: that no duty is in them, or that the rates are old.</summary>
    /// <param name="terms">Made by <see cref="For"/>.</param>
    public ImmutableArray<Diagnostic> Warnings(LandingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Duties.Destination is not { } destination)
            return [Diagnostic.Info("sourcing.no-destination", "", 0, "no destination is given, so no cost has duty in it; say the plant's country")];
        if (!terms.Duties.IsReckoned)
            return [Diagnostic.Warning("sourcing.no-tariffs", "", 0, $"there is no tariff table for {destination.Code}, so no cost has duty in it; give its rates in tariffs.csv")];
        return terms.Duties.Age is { } days && days > Rules.OldTariffsAfterDays
            ? [Diagnostic.Warning("sourcing.old-tariffs", "", 0, FormattableString.Invariant($"the oldest rate of duty for {destination.Code} was taken {days} days ago: check tariffs.csv"))]
            : [];
    }

    private static bool Is(OfferTable table, string name)
    {
        var file = table.Path[(table.Path.LastIndexOf('/') + 1)..];
        var dot = file.LastIndexOf('.');
        return string.Equals(dot > 0 ? file[..dot] : file, name, StringComparison.OrdinalIgnoreCase);
    }
}

/// <param name="Tables">Shipped ones with the user's on top.</param>
/// <param name="Offers">The tables of the folder that are none of these: price lists, quotations, stock.</param>
/// <param name="Diagnostics">Rows that were not understood.</param>
public sealed record SourcingTablesRead(SourcingTables Tables, ImmutableArray<OfferTable> Offers, ImmutableArray<Diagnostic> Diagnostics);

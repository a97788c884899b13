using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Risk;

/// <summary>What the risk of supply is asked of.</summary>
/// <param name="AsOf">The day it is asked on: ages of offers and days to a last order count from it.</param>
/// <param name="Lines">In the order of the bill of materials.</param>
/// <param name="Thresholds">When something is a risk.</param>
/// <param name="Suppliers">Tells spellings of one supplier together.</param>
/// <param name="LeadTimeLimit">Calendar days that parts may take; null: that of the thresholds.</param>
public sealed record RiskRequest(DateOnly AsOf, ImmutableArray<RiskLine> Lines, RiskThresholds Thresholds, OrderTermsTable Suppliers, int? LeadTimeLimit)
{
    internal decimal LeadTimeDays => LeadTimeLimit ?? Thresholds.Limit("lead-time");

    internal RiskFinding Find(string rule, decimal? measured, string reason, params ImmutableArray<RiskProposal> proposals)
    {
        var row = Thresholds[rule];
        return new(rule, row.Level, measured, rule == "lead-time" ? LeadTimeDays : row.Threshold, row.Unit, row.Points, reason, proposals);
    }
}

/// <summary>A line of the bill of materials as something that has to arrive.</summary>
/// <param name="Key">Names the line; unique.</param>
/// <param name="Name">Of the part, for people.</param>
/// <param name="Demand">Pieces for this order, with attrition; at least 1.</param>
/// <param name="Forecast">Pieces a year; null when there is no forecast.</param>
/// <param name="Offers">Usable for the line, those of approved alternates among them.</param>
/// <param name="Purchases">What was chosen; empty when nothing was.</param>
public sealed record RiskLine(string Key, string Name, long Demand, long? Forecast, ImmutableArray<Offer> Offers, ImmutableArray<RiskPurchase> Purchases)
{
    /// <summary>Pieces that are here already and free for the order.</summary>
    public long OnHand { get; init; }

    /// <summary>What the pieces cost that the order does not need, in the plant's currency.</summary>
    public decimal LeftOver { get; init; }

    /// <summary>Offers that the line stands on: those bought, else all.</summary>
    internal IEnumerable<Offer> InUse => Purchases.IsEmpty ? Offers : Purchases.Select(one => one.Offer);

    /// <summary>Nothing has to arrive.</summary>
    internal bool IsOnHand => OnHand >= Demand;

    /// <summary>Pieces needed in a number of days at the forecast's rate; null without a forecast.</summary>
    internal long? NeededIn(decimal days) => Forecast is { } year ? (long)Math.Ceiling(year * days / 365m) : null;
}

/// <param name="Offer">Whom from.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="Value">In the plant's currency.</param>
public sealed record RiskPurchase(Offer Offer, long Quantity, decimal Value)
{
    /// <summary>Calendar days until it can leave the supplier: none from stock; null when not known.</summary>
    public int? LeadTimeDays => Offer.Stock >= Quantity ? 0 : Offer.LeadTimeDays;
}

using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>One part bought for every BOM line that needs it.</summary>
/// <param name="Name">Part number, or value where there is none.</param>
/// <param name="Lines">Indices of the lines in <see cref="MaterialPlan.Lines"/>.</param>
/// <param name="Demand">Pieces mounted.</param>
/// <param name="Required">With attrition, leader and the least order of cut tape.</param>
/// <param name="FromStock">Pieces that are there already, customers' first.</param>
/// <param name="Orders">What is ordered, by quantity; empty when stock covers all or the price is an estimate.</param>
/// <param name="Usable">Offers that could have been chosen.</param>
public sealed record PartPurchase(
    string Name,
    ImmutableArray<int> Lines,
    long Demand,
    long Required,
    ImmutableArray<StockDraw> FromStock,
    ImmutableArray<OrderedPart> Orders,
    ImmutableArray<Offer> Usable)
{
    /// <summary>Pieces ordered above what is required.</summary>
    public long Excess { get; init; }

    /// <summary>What they cost, landed.</summary>
    public Spread ExcessCost { get; init; }

    /// <summary>True when some of the excess can neither be cancelled nor returned; null when an offer with excess does not say.</summary>
    public bool? ExcessNonCancellable { get; init; }

    /// <summary>Why it is bought this way.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The cheapest other way with all other parts as they are; null when there is none.</summary>
    public OtherWay? NextBest { get; init; }

    /// <summary>Pieces that nobody can deliver as asked; 0 when all is covered. What can be had of the part is ordered all the same, where the policy says so.</summary>
    public long Shortfall { get; init; }
}

/// <param name="Pieces">Taken.</param>
/// <param name="UnitValue">In the plan's currency; zero for customers' pieces.</param>
public sealed record StockDraw(FreeStock Stock, long Pieces, decimal UnitValue);

/// <param name="Quantity">Pieces.</param>
/// <param name="Price">Per piece as it stands in the offer, at the break that is reached.</param>
/// <param name="Landed">Per piece, in the plan's currency, with duty.</param>
/// <param name="Once">For this purchase: the supplier's reel, a leader joined on or placing by hand. In the plan's currency.</param>
/// <param name="LeadTimeDays">Calendar days; 0 from stock, null when nothing is known.</param>
public sealed record OrderedPart(Offer Offer, long Quantity, Money Price, Spread Landed, decimal Once, int? LeadTimeDays)
{
    public Spread Cost => (Landed * Quantity) + Spread.Exactly(Once);

    /// <summary>Whose offer, from when, converted at which rate, with which duty.</summary>
    public string Basis { get; init; } = "";

    /// <summary>How the line takes it.</summary>
    public string Feeding { get; init; } = "";

    /// <summary>Pieces of the same purchase that are for other parts, which one offer does for as well: they count for price, minimum and stock.</summary>
    public long Joined { get; init; }
}

/// <param name="Extra">What it would cost more, in the plan's currency, with the fees and minimum orders of suppliers; below 0 where it costs less and is waited for.</param>
/// <param name="Orders">Supplier and pieces.</param>
public sealed record OtherWay(decimal Extra, ImmutableArray<(string Supplier, long Quantity)> Orders)
{
    /// <summary>Calendar days that it is waited for, where it is not on stock and is known; 0 from stock. What has to be waited for may cost less: stock goes first.</summary>
    public int? LeadTimeDays { get; init; }
}

/// <summary>All that is ordered from one supplier.</summary>
/// <param name="Supplier">Name.</param>
/// <param name="Parts">Number of purchases.</param>
/// <param name="Value">At the supplier's prices in the plan's currency: what counts for a minimum order value.</param>
/// <param name="Fees">Once for the order: handling, freight, customs clearance.</param>
/// <param name="MinimumOrderValue">0 when there is none, null when not known.</param>
/// <param name="FeeSource">Where the fees are from.</param>
public sealed record SupplierOrder(string Supplier, int Parts, decimal Value, Spread Fees, decimal? MinimumOrderValue, string FeeSource)
{
    /// <summary>One name for all spellings.</summary>
    internal string Key { get; init; } = Supplier;

    /// <summary>Nobody has verified the fees.</summary>
    public bool Assumed { get; init; }

    /// <summary>What the order costs besides and is not in <see cref="Fees"/>: "freight of 6.00 GBP".</summary>
    public ImmutableArray<string> NotReckoned { get; init; } = [];

    /// <summary>Its value spares it the freight.</summary>
    public bool FreightFree { get; init; }

    /// <summary>What is bought beyond the need so that the order reaches its minimum; null where nothing is.</summary>
    public AddedForMinimum? Added { get; init; }
}

/// <param name="Pieces">That nobody needs.</param>
/// <param name="Cost">Of them, landed, in the plan's currency.</param>
/// <param name="WithoutSupplier">What everything costs more when nothing is bought of this supplier; null where that is not looked at, or others do not have all.</param>
public sealed record AddedForMinimum(long Pieces, decimal Cost, decimal? WithoutSupplier);

/// <summary>What the optimiser proves of a plan, in the plan's currency: landed cost and fees, and what weights add.</summary>
/// <param name="Objective">Of the plan.</param>
/// <param name="LowerBound">No plan has less.</param>
/// <param name="Weighted">The part of the objective that is no money: handling of purchase lines, waiting, risk, less what leftovers are worth.</param>
public sealed record PlanProof(decimal Objective, decimal LowerBound, decimal Weighted)
{
    public decimal Gap => Objective - LowerBound;

    /// <summary>What the bound is proven of: which offers, on which terms, split how far, leftovers worth what. Goes on from "no purchase".</summary>
    public string Scope { get; init; } = "";
}

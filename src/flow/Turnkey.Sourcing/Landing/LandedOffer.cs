using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Rates;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Landing;

/// <summary>An offer at the plant's door. All money in the plant's currency, exact; rounded only by <see cref="MicroUnits"/>.</summary>
/// <param name="Offer">As the supplier made it.</param>
/// <param name="Refusal">Why it cannot be used, with what to do; null when it can.</param>
/// <param name="Breaks">Ascending by quantity; empty when it cannot be used.</param>
/// <param name="PerPurchase">Once when the offer is used: reeling. Not for cut tape, where reeling is a choice (<see cref="Feeding"/>).</param>
/// <param name="Order">What an order at the supplier costs, whatever is bought there.</param>
/// <param name="Duty">What is known about the duty.</param>
/// <param name="Rate">That prices were converted at; from a currency to itself it is one.</param>
/// <param name="Notes">What a reader has to know: sentences.</param>
public sealed record LandedOffer(
    Offer Offer, string? Refusal, ImmutableArray<LandedBreak> Breaks, Money PerPurchase, OrderCost Order, Duty Duty, ExchangeRate? Rate, ImmutableArray<string> Notes)
{
    public bool IsUsable => Refusal is null;
}

/// <summary>A price at the plant's door, per piece.</summary>
/// <param name="Quantity">From this many on.</param>
/// <param name="UnitPrice">What the supplier invoices: counts towards the minimum order.</param>
/// <param name="Freight">The share that grows with the value; what is paid per order is not in it.</param>
/// <param name="Duty">From low to high.</param>
public sealed record LandedBreak(long Quantity, Money UnitPrice, Money Freight, Spread Duty)
{
    /// <summary>Price, freight share and duty.</summary>
    public Spread UnitCost => Spread.Exactly(UnitPrice.Amount + Freight.Amount) + Duty;
}

/// <summary>What one order at a supplier costs beside the goods.</summary>
/// <param name="Supplier">One name for all spellings (<see cref="OrderTermsTable.NameOf"/>).</param>
/// <param name="Fee">Handling or small-order fee.</param>
/// <param name="Freight">Fixed part, of an order below <see cref="FreightFreeFrom"/>.</param>
/// <param name="Clearance">Of the carrier or broker where the goods cross the border: low and high differ where that is not known.</param>
/// <param name="Minimum">Least value of an order; null when not known.</param>
/// <param name="FreightFreeFrom">Null when there is none or it is not known.</param>
/// <param name="Terms">Where it comes from.</param>
public sealed record OrderCost(string Supplier, Money Fee, Money Freight, Spread Clearance, Money? Minimum, Money? FreightFreeFrom, OrderTerms Terms)
{
    /// <summary>What the order costs besides and is not in these amounts, because there is no rate for it or nobody says how much it is: "freight of 6.00 GBP".</summary>
    public ImmutableArray<string> NotReckoned { get; init; } = [];

    public Spread Fixed => Spread.Exactly(Fee.Amount + Freight.Amount) + Clearance;

    /// <summary>As the optimiser takes it: an unknown minimum order counts as none.</summary>
    public SupplierTerms ForOptimiser => new(Supplier, MicroUnits.Of(Fixed.Likely), Minimum is { } least ? MicroUnits.Of(least) : 0)
    {
        Waived = FreightFreeFrom is null ? 0 : MicroUnits.Of(Freight),
        WaivedFrom = FreightFreeFrom is { } from ? MicroUnits.Of(from) : null,
    };

    /// <summary>Of an order of this value: without freight from <see cref="FreightFreeFrom"/> on.</summary>
    public Spread FixedOf(decimal value) => IsFreightFree(value) ? Spread.Exactly(Fee.Amount) + Clearance : Fixed;

    public bool IsFreightFree(decimal value) => FreightFreeFrom is { } from && value >= MicroUnits.Amount(MicroUnits.Of(from));
}

using System.Collections.Immutable;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// What must be bought and who sells it. Amounts of money are whole millionths of one currency, so that nothing is rounded on the way: at most
/// <see cref="MostMoney"/> in all.
/// </summary>
public sealed record PurchaseProblem(ImmutableArray<SupplierTerms> Suppliers, ImmutableArray<DemandLine> Lines)
{
    /// <summary>A thousand millions of the currency: sums and their multiples stay within 64 bits.</summary>
    public const long MostMoney = 1_000_000_000_000_000;
}

/// <param name="Name">As the buyer knows it.</param>
/// <param name="FixedFee">Costs once when anything is bought there: freight, handling, a small-order fee.</param>
/// <param name="MinimumOrderValue">Least value of all that is bought there, at unit prices; 0 when there is none.</param>
public sealed record SupplierTerms(string Name, long FixedFee, long MinimumOrderValue);

/// <param name="Name">Of the part, for messages.</param>
/// <param name="Demand">Pieces, at least 1.</param>
/// <param name="MostOffers">Offers that may be used together for this line: 1 or 2.</param>
/// <param name="Offers">Any number; several of one supplier are allowed.</param>
public sealed record DemandLine(string Name, long Demand, int MostOffers, ImmutableArray<OfferTerms> Offers);

/// <param name="Supplier">Index of the supplier.</param>
/// <param name="Minimum">Least order in pieces, at least 1.</param>
/// <param name="Multiple">Order multiple in pieces, at least 1.</param>
/// <param name="Stock">Most pieces that can be had.</param>
/// <param name="Prices">Ascending by quantity; a price holds for all pieces of the purchase. Below the first quantity nothing is sold.</param>
public sealed record OfferTerms(int Supplier, long Minimum, long Multiple, long Stock, ImmutableArray<BreakPrice> Prices)
{
    /// <summary>Costs once when this offer is used: reeling, cutting.</summary>
    public long PerPurchase { get; init; }
}

/// <param name="Quantity">From this quantity on.</param>
/// <param name="UnitPrice">Counts towards the supplier's minimum order value.</param>
/// <param name="UnitCost">What is minimised: the price with duty and freight, and with what weights for time and risk add to it. Not below the price.</param>
public readonly record struct BreakPrice(long Quantity, long UnitPrice, long UnitCost)
{
    public BreakPrice(long quantity, long unitPrice) : this(quantity, unitPrice, unitPrice) { }
}

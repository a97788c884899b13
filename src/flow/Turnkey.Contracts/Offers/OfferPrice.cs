namespace Turnkey.Contracts.Offers;

/// <summary>What one quantity costs and how long it takes. What the customer gets: no cost, no margin.</summary>
/// <param name="Quantity">Products.</param>
/// <param name="UnitPrice">Per product, four decimals, in the offer's currency.</param>
/// <param name="NonRecurring">Once, in the minor unit of the currency.</param>
/// <param name="LeadDaysP50">Working days until half of all such orders have left.</param>
/// <param name="LeadDaysP90">Working days until nine of ten have; null when nobody reckoned it.</param>
public sealed record OfferPrice(int Quantity, decimal UnitPrice, decimal NonRecurring, int LeadDaysP50, int? LeadDaysP90)
{
    /// <summary>Part of the unit price that rests on suppliers' offers, on price lists, and on estimates; they add up to 1. What the manufacturer does not disclose counts as estimate.</summary>
    public OfferBasis Basis { get; init; } = new(0, 0, 1);

    /// <summary>Lowest unit price that the estimates allow; null when nothing is estimated.</summary>
    public decimal? Low { get; init; }

    /// <summary>Highest unit price that the estimates allow; null when nothing is estimated.</summary>
    public decimal? High { get; init; }

    public decimal Total => UnitPrice * Quantity + NonRecurring;
}

/// <summary>What a price rests on, as shares of it.</summary>
public sealed record OfferBasis(double Offer, double PriceList, double Estimate);

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

    /// <summary>
    /// Where no allowed number of offers covers a line's demand, as much as there is is bought, at the least cost; else nothing of that line.
    /// </summary>
    public bool BuysInPart { get; init; }

    /// <summary>Of a demand, a stock, a minimum or a multiple.</summary>
    public const long MostPieces = 1_000_000_000_000_000;

    /// <summary>What keeps the problem from being solved, in one sentence that names the supplier or line; null when nothing does.</summary>
    public string? Fault()
    {
        var fees = 0m;
        foreach (var supplier in Suppliers)
        {
            if (supplier.FixedFee is < 0 or > MostMoney || supplier.MinimumOrderValue is < 0 or > MostMoney) return $"{supplier.Name}: its fee and minimum order value must lie between 0 and {MostMoney} millionths";
            if (supplier.Waived < 0 || supplier.Waived > supplier.FixedFee || supplier.WaivedFrom is < 0 or > MostMoney) return $"{supplier.Name}: what it waives must lie between 0 and its fee, from a value between 0 and {MostMoney} millionths on";
            fees += supplier.FixedFee;
        }
        var most = fees;
        var suppliers = WaivedFees.Opened(Suppliers);
        foreach (var line in Lines)
        {
            if (line.Fault(Suppliers.Length) is { } fault) return $"{line.Name}: {fault}";
            most += Segment.Of(line, suppliers).GroupBy(segment => segment.Offer).Select(offer => offer.Max(segment => segment.Cost(segment.High))).OrderDescending().Take(line.MostTogether).Sum(cost => (decimal)cost);
        }
        return most > MostMoney ? $"its purchases could come to {most} millionths; only sums up to {MostMoney} are reckoned with" : null;
    }
}

/// <param name="Name">As the buyer knows it.</param>
/// <param name="FixedFee">Costs once when anything is bought there: freight, handling, a small-order fee.</param>
/// <param name="MinimumOrderValue">Least value of all that is bought there, at unit prices; 0 when there is none.</param>
public sealed record SupplierTerms(string Name, long FixedFee, long MinimumOrderValue)
{
    /// <summary>Part of <see cref="FixedFee"/> that an order of <see cref="WaivedFrom"/> and more does not pay: freight.</summary>
    public long Waived { get; init; }

    /// <summary>Value at unit prices; null where nothing is waived. <see cref="BreakPrice.Waived"/> goes with it.</summary>
    public long? WaivedFrom { get; init; }

    /// <summary>The index under which the same supplier stands with its fee waived; null where it does not.</summary>
    internal int? Twin { get; init; }
}

/// <param name="Name">Of the part, for messages.</param>
/// <param name="Demand">Pieces, at least 1.</param>
/// <param name="MostOffers">Offers that may be used together for this line, at least 1.</param>
/// <param name="Offers">Any number; several of one supplier are allowed.</param>
public sealed record DemandLine(string Name, long Demand, int MostOffers, ImmutableArray<OfferTerms> Offers)
{
    /// <summary>Of <see cref="LeastShare"/>: half the demand from each of two.</summary>
    public const int LargestLeastShare = 50;

    /// <summary>
    /// Percent of the demand that each of two sources must supply at least (<see cref="OfferTerms.Source"/>); 0 where one source will do. Dual sourcing keeps a
    /// second way open when the first one fails. Such a line is bought of exactly two offers, however many are allowed.
    /// </summary>
    public int LeastShare { get; init; }

    /// <summary>Pieces that a source supplies at least where two are asked for; else none.</summary>
    internal long LeastPieces => ((Demand * LeastShare) + 99) / 100;

    /// <summary>Offers that can be used together.</summary>
    internal int MostTogether => LeastShare > 0 ? 2 : MostOffers;

    internal string? Fault(int suppliers)
    {
        if (Demand is < 1 or > PurchaseProblem.MostPieces) return $"its demand of {Demand} pieces is not from 1 to {PurchaseProblem.MostPieces}";
        if (MostOffers < 1) return $"{MostOffers} offers cannot be used together, at least 1 must be";
        if (LeastShare is < 0 or > LargestLeastShare) return $"{LeastShare} percent cannot be asked of each of two sources, only up to {LargestLeastShare}";
        if (LeastShare > 0 && MostOffers < 2) return "two sources are asked for, but a single offer allowed";
        for (var i = 0; i < Offers.Length; i++)
        {
            if (Offers[i].Fault(suppliers) is { } fault) return $"offer {i}: {fault}";
        }
        return null;
    }
}

/// <param name="Supplier">Index of the supplier.</param>
/// <param name="Minimum">Least order in pieces, at least 1.</param>
/// <param name="Multiple">Order multiple in pieces, at least 1.</param>
/// <param name="Stock">Most pieces that can be had.</param>
/// <param name="Prices">Ascending by quantity; a price holds for all pieces of the purchase. Below the first quantity nothing is sold.</param>
public sealed record OfferTerms(int Supplier, long Minimum, long Multiple, long Stock, ImmutableArray<BreakPrice> Prices)
{
    /// <summary>Costs once when this offer is used: reeling, cutting.</summary>
    public long PerPurchase { get; init; }

    /// <summary>What counts as one source where a line asks for two: any number that several offers have in common, such as a manufacturer's. Left out, the supplier.</summary>
    public int? Source { get; init; }

    /// <summary>Covers a line all by itself, also one that asks for two sources.</summary>
    internal bool StandsAlone { get; init; }

    internal string? Fault(int suppliers)
    {
        if (Supplier < 0 || Supplier >= suppliers) return $"there is no supplier {Supplier}";
        if (Minimum is < 1 or > PurchaseProblem.MostPieces || Multiple is < 1 or > PurchaseProblem.MostPieces) return $"its minimum and multiple must be from 1 to {PurchaseProblem.MostPieces} pieces";
        if (Stock is < 0 or > PurchaseProblem.MostPieces) return $"its stock must be from 0 to {PurchaseProblem.MostPieces} pieces";
        if (PerPurchase is < 0 or > PurchaseProblem.MostMoney) return $"its cost per purchase must be from 0 to {PurchaseProblem.MostMoney} millionths";
        for (var i = 0; i < Prices.Length; i++)
        {
            var price = Prices[i];
            if (price.Quantity is < 0 or > PurchaseProblem.MostPieces || (i > 0 && price.Quantity <= Prices[i - 1].Quantity)) return "its prices do not ascend by quantity";
            if (price.UnitPrice < 0 || price.UnitCost < price.UnitPrice || price.UnitCost > PurchaseProblem.MostMoney) return $"a price must be from 0 to {PurchaseProblem.MostMoney} millionths, and its cost not below it";
            if (price.Waived < 0 || price.Waived > price.UnitCost - price.UnitPrice) return "what is waived of a cost must be from 0 to what it lies above the price";
        }
        return null;
    }
}

/// <param name="Quantity">From this quantity on.</param>
/// <param name="UnitPrice">Counts towards the supplier's minimum order value.</param>
/// <param name="UnitCost">What is minimised: the price with duty and freight, and with what weights for time and risk add to it. Not below the price.</param>
public readonly record struct BreakPrice(long Quantity, long UnitPrice, long UnitCost)
{
    public BreakPrice(long quantity, long unitPrice) : this(quantity, unitPrice, unitPrice) { }

    /// <summary>What <see cref="UnitCost"/> is less in an order of <see cref="SupplierTerms.WaivedFrom"/> and more: freight that grows with the value.</summary>
    public long Waived { get; init; }
}

using System.Collections.Immutable;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>A purchase of all parts in which what several take of one offer is bought together.</summary>
/// <param name="Purchases">By part.</param>
/// <param name="Missing">Pieces per part that are not bought.</param>
/// <param name="Cost">Of all, with the orders' fees, in whole millionths.</param>
/// <param name="Overdrawn">A stock of which more is taken than there is; null where there is none, else the plan is none.</param>
internal sealed record PooledPlan(ImmutableArray<PooledPiece> Purchases, ImmutableArray<long> Missing, long Cost, StockPool? Overdrawn)
{
    /// <summary>Nothing is missing.</summary>
    public bool IsWhole => Missing.All(one => one == 0);

    public bool IsBetterThan(PooledPlan? other) => other is null || (Missing.Sum(), Cost).CompareTo((other.Missing.Sum(), other.Cost)) < 0;
}

/// <param name="Place">The part and its way.</param>
/// <param name="Quantity">Pieces that cover the part's need, and with the lead those that nobody needs.</param>
/// <param name="Together">Of the offer, for all parts.</param>
/// <param name="IsLead">It bears what is paid once; true where it is bought alone.</param>
/// <param name="Price">Of the break that all reach together.</param>
internal readonly record struct PooledPiece(WayPlace Place, long Quantity, long Together, bool IsLead, BreakPrice Price)
{
    public bool IsShared => Together > Quantity || !IsLead;
}

/// <summary>Turns an optimiser's answer, which knows of each part alone, into a plan that can be ordered, and says what it costs.</summary>
/// <param name="problem">As written: each way on its own terms.</param>
/// <param name="ways">Per part.</param>
/// <param name="pools">Where they meet.</param>
/// <param name="each">What a way costs per purchase that joining others does not save: placing by hand.</param>
internal sealed class PooledPlans(PurchaseProblem problem, ImmutableArray<ImmutableArray<PurchaseWay>> ways, OfferPools pools, Func<WayPlace, long> each)
{
    /// <returns>Null where the offers' quantities or the suppliers' minimum orders are not met.</returns>
    public PooledPlan? Of(IEnumerable<LinePurchase> purchases)
    {
        var taken = purchases.ToArray();
        // What one part alone would have to buy beyond its need, others may need; where it was bought for a minimum order value, it stays.
        return Priced(Trimmed(taken)) ?? Priced(taken);
    }

    /// <summary>What a purchase costs: the pieces and, where it leads, what is paid once.</summary>
    public long Cost(in PooledPiece one) => (one.Quantity * one.Price.UnitCost) + (one.IsLead ? Terms(one.Place).PerPurchase : each(one.Place));

    private OfferTerms Terms(WayPlace place) => problem.Lines[place.Line].Offers[place.Offer];

    private LinePurchase[] Trimmed(LinePurchase[] taken)
    {
        var trimmed = (LinePurchase[])taken.Clone();
        for (var i = 0; i < trimmed.Length; i++)
        {
            var (one, line) = (trimmed[i], problem.Lines[trimmed[i].Line]);
            if (pools.IndexOf(new(one.Line, one.Offer)) is null) continue;
            var others = trimmed.Index().Where(other => other.Index != i && other.Item.Line == one.Line).Sum(other => other.Item.Quantity);
            trimmed[i] = one with { Quantity = Math.Min(one.Quantity, Math.Max(Math.Max(1, line.LeastPieces), line.Demand - others)) };
        }
        return trimmed;
    }

    private PooledPlan? Priced(LinePurchase[] taken)
    {
        var pieces = new List<PooledPiece>();
        foreach (var group in taken.Index().GroupBy(one => pools.IndexOf(new(one.Item.Line, one.Item.Offer)) ?? -1 - one.Index))
        {
            if (Bought([.. group.Select(one => one.Item)]) is not { } bought) return null;
            pieces.AddRange(bought);
        }
        ImmutableArray<PooledPiece> all = [.. pieces.OrderBy(one => one.Place.Line).ThenBy(one => one.Place.Offer)];
        if (Fees(all) is not { } fees) return null;
        var covered = all.GroupBy(one => one.Place.Line).ToDictionary(line => line.Key, line => line.Sum(one => one.Quantity));
        return new(all, [.. problem.Lines.Select((line, i) => Math.Max(0, line.Demand - covered.GetValueOrDefault(i)))], all.Sum(one => Cost(one)) + fees,
            pools.Stocks.FirstOrDefault(stock => Drawn(stock, all) > stock.Pieces));
    }

    /// <summary>Pieces that a plan takes of a stock.</summary>
    public long Drawn(StockPool stock, ImmutableArray<PooledPiece> pieces) => pieces.Where(one => stock.Ways.Contains(one.Place)).Sum(Drawn);

    public long Drawn(PooledPiece one) => one.Quantity + (one.IsLead ? ways[one.Place.Line][one.Place.Offer].Peeled : 0);

    /// <summary>One purchase for all that take of the offer: in its minimum and multiple, at the break that costs least in all.</summary>
    private PooledPiece[]? Bought(LinePurchase[] taken)
    {
        var lead = taken.Index().OrderByDescending(one => one.Item.Quantity).ThenBy(one => one.Index).First().Index;
        var (terms, useful) = (Terms(new(taken[lead].Line, taken[lead].Offer)), taken.Sum(one => one.Quantity));
        // More than there is, which the stock's pool then says.
        return Within(Math.Max(useful, Math.Min(terms.Stock, pools.PiecesOf(new(taken[lead].Line, taken[lead].Offer))))) ?? (pools.Stocks.Any(stock => taken.Any(one => stock.Ways.Contains(new(one.Line, one.Offer)))) ? Within(long.MaxValue) : null);

        PooledPiece[]? Within(long most)
        {
            PooledPiece[]? best = null;
            foreach (var price in terms.Prices)
            {
                var together = Up(Math.Max(useful, Math.Max(terms.Minimum, price.Quantity)), terms.Multiple);
                if (together > most) continue;
                PooledPiece[] pieces = [.. taken.Select((one, i) => new PooledPiece(new(one.Line, one.Offer), one.Quantity + (i == lead ? together - useful : 0), together, i == lead, At(new(one.Line, one.Offer), together)))];
                if (best is null || pieces.Sum(one => Cost(one)) < best.Sum(one => Cost(one))) best = pieces;
            }
            return best;
        }
    }

    private BreakPrice At(WayPlace place, long quantity) => Terms(place).Prices.Last(price => price.Quantity <= Math.Max(quantity, Terms(place).Prices[0].Quantity));

    private long? Fees(ImmutableArray<PooledPiece> pieces)
    {
        var fees = 0L;
        foreach (var order in pieces.GroupBy(one => Terms(one.Place).Supplier))
        {
            var (supplier, value) = (problem.Suppliers[order.Key], order.Sum(one => one.Quantity * one.Price.UnitPrice));
            if (value < supplier.MinimumOrderValue) return null;
            fees += WaivedFees.Fee(supplier, true, value) - (supplier.WaivedFrom <= value ? order.Sum(one => one.Quantity * one.Price.Waived) : 0);
        }
        return fees;
    }

    private static long Up(long pieces, long multiple) => (pieces + multiple - 1) / multiple * multiple;
}

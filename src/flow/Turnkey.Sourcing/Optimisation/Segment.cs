using System.Collections.Immutable;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>A stretch of quantities of one offer at one price: <paramref name="Low"/> to <paramref name="High"/> in steps of <paramref name="Multiple"/>.</summary>
internal readonly record struct Segment(int Offer, int Supplier, long Low, long High, long Multiple, long UnitPrice, long UnitCost, long PerPurchase)
{
    /// <summary>The segments of a line's offers, without those that no quantity fits into.</summary>
    /// <param name="line">Its offers.</param>
    /// <param name="suppliers">With their twins (<see cref="WaivedFees"/>), of which every offer is too. Nobody buys more than the demand and what the supplier's minimum order value takes.</param>
    public static Segment[] Of(DemandLine line, ImmutableArray<SupplierTerms> suppliers)
    {
        var segments = new List<Segment>();
        for (var offer = 0; offer < line.Offers.Length; offer++)
        {
            var terms = line.Offers[offer];
            Add(terms, offer, terms.Supplier, false);
            if (suppliers[terms.Supplier].Twin is { } twin) Add(terms, offer, twin, true);
        }
        return [.. segments];

        void Add(OfferTerms terms, int offer, int supplier, bool waived)
        {
            for (var k = 0; k < terms.Prices.Length; k++)
            {
                var price = terms.Prices[k];
                var cost = waived ? price.UnitCost - price.Waived : price.UnitCost;
                var low = Up(Math.Max(Math.Max(price.Quantity, terms.Minimum), Math.Max(line.LeastPieces, 1)), terms.Multiple);
                var end = k + 1 < terms.Prices.Length ? Math.Min(terms.Prices[k + 1].Quantity - 1, terms.Stock) : terms.Stock;
                var high = end - (end % terms.Multiple);
                if (low > high) continue;
                var enough = Math.Max(line.Demand, price.UnitPrice > 0 ? (suppliers[supplier].MinimumOrderValue + price.UnitPrice - 1) / price.UnitPrice : 0);
                if (enough < high) high = Math.Max(low, Up(enough, terms.Multiple));
                // What costs more than can be reckoned with is bought by nobody.
                var payable = cost > 0 ? (PurchaseProblem.MostMoney - terms.PerPurchase) / cost : high;
                if (payable < low) continue;
                if (payable < high) high = payable - (payable % terms.Multiple);
                segments.Add(new(offer, supplier, low, high, terms.Multiple, price.UnitPrice, cost, terms.PerPurchase));
            }
        }
    }

    /// <summary>Nothing can be bought from it.</summary>
    public bool IsEmpty => Low > High;

    public Segment Emptied() => this with { Low = 1, High = 0 };

    /// <summary>The least quantity of at least <paramref name="need"/> pieces; -1 where the segment ends before.</summary>
    public long Least(long need)
    {
        if (need <= Low) return IsEmpty ? -1 : Low;
        var quantity = Up(need, Multiple);
        return quantity <= High ? quantity : -1;
    }

    public long Cost(long quantity) => PerPurchase + (quantity * UnitCost);

    private static long Up(long pieces, long multiple) => (pieces + multiple - 1) / multiple * multiple;
}

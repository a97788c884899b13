using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Tests.Optimisation;

/// <summary>The least cost of a small problem of three suppliers by trying every quantity of every one or two offers.</summary>
internal static class EveryPurchase
{
    /// <returns>Null where nothing meets the minimum order values.</returns>
    public static long? LeastCost(PurchaseProblem problem)
    {
        var minimums = problem.Suppliers.Select(supplier => supplier.MinimumOrderValue).ToArray();
        // What was bought at each supplier, as far as its minimum matters (-1: nothing), with the least cost so far.
        var states = new Dictionary<(long, long, long), (long[] Values, long Cost)> { [default] = ([.. minimums.Select(_ => -1L)], 0) };
        foreach (var line in problem.Lines)
        {
            var next = new Dictionary<(long, long, long), (long[] Values, long Cost)>();
            var ways = Ways(line).ToArray();
            foreach (var (values, cost) in states.Values)
            {
                foreach (var way in ways)
                {
                    var after = (long[])values.Clone();
                    foreach (var (supplier, value) in way.Bought) after[supplier] = Math.Min(minimums[supplier], Math.Max(0, after[supplier]) + value);
                    var key = (after[0], after[1], after[2]);
                    if (!next.TryGetValue(key, out var known) || cost + way.Cost < known.Cost) next[key] = (after, cost + way.Cost);
                }
            }
            states = next;
        }
        return states.Values.Where(state => state.Values.Zip(minimums).All(one => one.First < 0 || one.First >= one.Second))
            .Select(state => (long?)(state.Cost + problem.Suppliers.Zip(state.Values).Sum(one => one.Second < 0 ? 0 : one.First.FixedFee))).Min();
    }

    /// <summary>What a line's cheapest way without one of its offers costs more, by trying every quantity; null where there is none.</summary>
    public static long? NextBest(PurchaseProblem problem, PurchaseAnswer answer, int number)
    {
        var (values, used, cost) = (new long[problem.Suppliers.Length], new bool[problem.Suppliers.Length], 0L);
        foreach (var one in answer.Purchases.Where(purchase => purchase.Line != number))
        {
            var terms = problem.Lines[one.Line].Offers[one.Offer];
            (values[terms.Supplier], used[terms.Supplier]) = (values[terms.Supplier] + (one.Quantity * one.UnitPrice), true);
            cost += terms.PerPurchase + (one.Quantity * terms.Prices.Last(price => price.Quantity <= one.Quantity).UnitCost);
        }
        var present = answer.Purchases.Where(purchase => purchase.Line == number).Select(purchase => purchase.Offer).ToHashSet();
        long? least = null;
        foreach (var way in Ways(problem.Lines[number]))
        {
            if (present.IsSubsetOf(way.Offers)) continue;
            var (after, open) = ((long[])values.Clone(), (bool[])used.Clone());
            foreach (var (supplier, value) in way.Bought) (after[supplier], open[supplier]) = (after[supplier] + value, true);
            if (problem.Suppliers.Where((supplier, s) => open[s] && after[s] < supplier.MinimumOrderValue).Any()) continue;
            var total = cost + way.Cost + problem.Suppliers.Where((_, s) => open[s]).Sum(supplier => supplier.FixedFee);
            if (least is null || total < least) least = total;
        }
        return least - answer.Cost;
    }

    private static IEnumerable<(long Cost, (int Supplier, long Value)[] Bought, int[] Offers)> Ways(DemandLine line)
    {
        var share = ((line.Demand * line.LeastShare) + 99) / 100;
        var single = line.Offers.Select(offer => Quantities(offer).ToArray()).ToArray();
        for (var i = 0; i < single.Length; i++)
        {
            foreach (var one in single[i])
            {
                if (one.Quantity >= line.Demand && share == 0) yield return (one.Cost, [(line.Offers[i].Supplier, one.Value)], [i]);
                for (var k = i + 1; k < single.Length && line.MostOffers > 1; k++)
                {
                    if (share > 0 && line.Offers[i].Supplier == line.Offers[k].Supplier) continue;
                    foreach (var other in single[k])
                    {
                        if (one.Quantity < share || other.Quantity < share) continue;
                        if (one.Quantity + other.Quantity >= line.Demand) yield return (one.Cost + other.Cost, [(line.Offers[i].Supplier, one.Value), (line.Offers[k].Supplier, other.Value)], [i, k]);
                    }
                }
            }
        }
    }

    private static IEnumerable<(long Quantity, long Cost, long Value)> Quantities(OfferTerms offer)
    {
        for (var quantity = offer.Multiple; quantity <= offer.Stock; quantity += offer.Multiple)
        {
            if (quantity < offer.Minimum || quantity < offer.Prices[0].Quantity) continue;
            var price = offer.Prices.Last(one => one.Quantity <= quantity);
            yield return (quantity, offer.PerPurchase + (quantity * price.UnitCost), quantity * price.UnitPrice);
        }
    }
}

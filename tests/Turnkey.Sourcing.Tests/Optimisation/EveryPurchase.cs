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

    private static IEnumerable<(long Cost, (int Supplier, long Value)[] Bought)> Ways(DemandLine line)
    {
        var single = line.Offers.Select(offer => Quantities(offer).ToArray()).ToArray();
        for (var i = 0; i < single.Length; i++)
        {
            foreach (var one in single[i])
            {
                if (one.Quantity >= line.Demand) yield return (one.Cost, [(line.Offers[i].Supplier, one.Value)]);
                for (var k = i + 1; k < single.Length && line.MostOffers > 1; k++)
                {
                    foreach (var other in single[k])
                    {
                        if (one.Quantity + other.Quantity >= line.Demand) yield return (one.Cost + other.Cost, [(line.Offers[i].Supplier, one.Value), (line.Offers[k].Supplier, other.Value)]);
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

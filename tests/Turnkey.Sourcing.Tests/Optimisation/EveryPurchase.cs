using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Tests.Optimisation;

/// <summary>The least cost of a small problem of three suppliers by trying every quantity of all offers that may be used together.</summary>
internal static class EveryPurchase
{
    /// <returns>Null where nothing meets the minimum order values.</returns>
    public static long? LeastCost(PurchaseProblem problem)
    {
        int[] waiving = [.. Enumerable.Range(0, problem.Suppliers.Length).Where(s => problem.Suppliers[s].WaivedFrom is not null)];
        // Every choice of suppliers whose orders are to reach the value from which they waive their freight.
        return Enumerable.Range(0, 1 << waiving.Length).Min(chosen => LeastCostOf(With(problem, [.. waiving.Where((_, i) => (chosen >> i & 1) > 0)])));
    }

    /// <returns>How many lines are bought at most, and the least that so many cost.</returns>
    public static (int Lines, long Cost) MostLines(PurchaseProblem problem)
    {
        var best = (Lines: 0, Cost: 0L);
        foreach (var chosen in Enumerable.Range(1, (1 << problem.Lines.Length) - 1))
        {
            DemandLine[] lines = [.. problem.Lines.Where((_, i) => (chosen >> i & 1) > 0)];
            if (lines.Length < best.Lines || LeastCost(problem with { Lines = [.. lines] }) is not { } cost) continue;
            if (lines.Length > best.Lines || cost < best.Cost) best = (lines.Length, cost);
        }
        return best;
    }

    /// <summary>As <see cref="MostLines"/>, where of a line that nobody has whole all there is counts as a line too, after those that are whole.</summary>
    /// <returns>How many lines are whole, how many are bought with those of which all there is is bought, and the least that so many cost.</returns>
    public static (int Whole, int Lines, long Cost) MostInPart(PurchaseProblem problem)
    {
        var best = (Whole: 0, Lines: 0, Cost: 0L);
        var levels = problem.Lines.Select(line => Math.Min(line.Demand, Most(line))).ToArray();
        foreach (var chosen in Enumerable.Range(1, (1 << levels.Length) - 1))
        {
            int[] lines = [.. Enumerable.Range(0, levels.Length).Where(i => (chosen >> i & 1) > 0)];
            if (lines.Any(i => levels[i] == 0)) continue;
            var whole = lines.Count(i => levels[i] == problem.Lines[i].Demand);
            var order = (whole, lines.Length).CompareTo((best.Whole, best.Lines));
            if (order < 0 || LeastCost(problem with { Lines = [.. lines.Select(i => problem.Lines[i] with { Demand = levels[i] })] }) is not { } cost) continue;
            if (order > 0 || cost < best.Cost) best = (whole, lines.Length, cost);
        }
        return best;
    }

    /// <summary>Pieces that the offers of a line have, of as many as may be used together.</summary>
    public static long Most(DemandLine line) => line.Offers.Select(offer => Quantities(offer).Select(one => one.Quantity).DefaultIfEmpty(0).Max()).OrderDescending().Take(line.MostOffers).Sum();

    private static PurchaseProblem With(PurchaseProblem problem, HashSet<int> waived) => new(
        [.. problem.Suppliers.Select((supplier, s) => waived.Contains(s)
            ? new SupplierTerms(supplier.Name, supplier.FixedFee - supplier.Waived, Math.Max(supplier.MinimumOrderValue, supplier.WaivedFrom!.Value))
            : new SupplierTerms(supplier.Name, supplier.FixedFee, supplier.MinimumOrderValue))],
        [.. problem.Lines.Select(line => line with { Offers = [.. line.Offers.Select(offer => waived.Contains(offer.Supplier) ? offer with { Prices = [.. offer.Prices.Select(price => price with { UnitCost = price.UnitCost - price.Waived })] } : offer)] })]);

    private static long? LeastCostOf(PurchaseProblem problem)
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
                    foreach (var (supplier, value, _) in way.Bought) after[supplier] = Math.Min(minimums[supplier], Math.Max(0, after[supplier]) + value);
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
        var waived = new long[values.Length];
        foreach (var one in answer.Purchases.Where(purchase => purchase.Line != number))
        {
            var terms = problem.Lines[one.Line].Offers[one.Offer];
            var price = terms.Prices.Last(price => price.Quantity <= one.Quantity);
            (values[terms.Supplier], used[terms.Supplier]) = (values[terms.Supplier] + (one.Quantity * one.UnitPrice), true);
            cost += terms.PerPurchase + (one.Quantity * price.UnitCost);
            waived[terms.Supplier] += one.Quantity * price.Waived;
        }
        var present = answer.Purchases.Where(purchase => purchase.Line == number).Select(purchase => purchase.Offer).ToHashSet();
        long? least = null;
        foreach (var way in Ways(problem.Lines[number]))
        {
            if (present.IsSubsetOf(way.Offers)) continue;
            var (after, open, saved) = ((long[])values.Clone(), (bool[])used.Clone(), (long[])waived.Clone());
            foreach (var (supplier, value, spared) in way.Bought) (after[supplier], open[supplier], saved[supplier]) = (after[supplier] + value, true, saved[supplier] + spared);
            if (problem.Suppliers.Where((supplier, s) => open[s] && after[s] < supplier.MinimumOrderValue).Any()) continue;
            var total = cost + way.Cost + problem.Suppliers.Index().Where(one => open[one.Index]).Sum(one => one.Item.FixedFee - (one.Item.WaivedFrom <= after[one.Index] ? one.Item.Waived + saved[one.Index] : 0));
            if (least is null || total < least) least = total;
        }
        return least - answer.Cost;
    }

    private static IEnumerable<(long Cost, (int Supplier, long Value, long Waived)[] Bought, int[] Offers)> Ways(DemandLine line)
    {
        var share = ((line.Demand * line.LeastShare) + 99) / 100;
        var single = line.Offers.Select(offer => Quantities(offer).Where(one => one.Quantity >= share).ToArray()).ToArray();
        return Chosen(0, line.Demand, share > 0 ? 2 : line.MostOffers, 0, [], []);

        IEnumerable<(long Cost, (int Supplier, long Value, long Waived)[] Bought, int[] Offers)> Chosen(int from, long missing, int most, long cost, (int Supplier, long Value, long Waived)[] bought, int[] offers)
        {
            if (missing <= 0 && offers.Length > 0 && (share == 0 || (bought.Length == 2 && bought[0].Supplier != bought[1].Supplier))) yield return (cost, bought, offers);
            for (var i = from; i < single.Length && offers.Length < most; i++)
            {
                foreach (var one in single[i])
                {
                    foreach (var way in Chosen(i + 1, missing - one.Quantity, most, cost + one.Cost, [.. bought, (line.Offers[i].Supplier, one.Value, one.Waived)], [.. offers, i])) yield return way;
                }
            }
        }
    }

    private static IEnumerable<(long Quantity, long Cost, long Value, long Waived)> Quantities(OfferTerms offer)
    {
        for (var quantity = offer.Multiple; quantity <= offer.Stock; quantity += offer.Multiple)
        {
            if (quantity < offer.Minimum || quantity < offer.Prices[0].Quantity) continue;
            var price = offer.Prices.Last(one => one.Quantity <= quantity);
            yield return (quantity, offer.PerPurchase + (quantity * price.UnitCost), quantity * price.UnitPrice, quantity * price.Waived);
        }
    }
}

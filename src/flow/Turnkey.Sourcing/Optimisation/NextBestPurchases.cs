using System.Collections.Immutable;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>For each line the cheapest other way when all other lines are bought as they are.</summary>
internal static class NextBestPurchases
{
    /// <summary>Quantities that are tried of an offer beside another of the same supplier, whose minimum both must reach together.</summary>
    private const int MostTogether = 20_000;

    public static ImmutableArray<NextBest> Of(PurchaseProblem problem, PurchaseAnswer answer)
    {
        var values = new long[problem.Suppliers.Length];
        var buyers = new int[problem.Suppliers.Length];
        foreach (var one in answer.Purchases) Count(problem, one, values, buyers, 1);
        var found = ImmutableArray.CreateBuilder<NextBest>();
        foreach (var own in answer.Purchases.GroupBy(purchase => purchase.Line))
        {
            foreach (var one in own) Count(problem, one, values, buyers, -1);
            if (Of(problem, own.Key, [.. own], values, buyers) is { } best) found.Add(best);
            foreach (var one in own) Count(problem, one, values, buyers, 1);
        }
        return found.ToImmutable();
    }

    private static void Count(PurchaseProblem problem, in LinePurchase purchase, long[] values, int[] buyers, int sign)
    {
        var supplier = problem.Lines[purchase.Line].Offers[purchase.Offer].Supplier;
        values[supplier] += sign * purchase.Quantity * purchase.UnitPrice;
        buyers[supplier] += sign;
    }

    private static NextBest? Of(PurchaseProblem problem, int number, LinePurchase[] present, long[] values, int[] buyers)
    {
        var line = problem.Lines[number];
        var segments = Segment.Of(line, problem.Suppliers);
        // What the line must bring each supplier: to those that others buy from, whether they are used here or not.
        var needs = values.Select((value, s) => Math.Max(0, problem.Suppliers[s].MinimumOrderValue - value)).ToArray();
        var owed = Enumerable.Range(0, needs.Length).Where(s => buyers[s] > 0 && needs[s] > 0).ToArray();
        if (owed.Length > line.MostOffers) return null;

        var raised = (Segment[])segments.Clone();
        foreach (ref var segment in raised.AsSpan())
        {
            var low = segment.UnitPrice > 0 ? segment.Least((needs[segment.Supplier] + segment.UnitPrice - 1) / segment.UnitPrice) : needs[segment.Supplier] > 0 ? -1 : segment.Low;
            segment = low < 0 ? segment.Emptied() : segment with { Low = low };
        }
        var options = new List<Option>();
        LineChoice.Cover(raised, line.Demand, line.MostOffers, options);
        // Two offers of one supplier reach its minimum together.
        if (line.MostOffers > 1) Together(segments, line.Demand, needs, options);

        var taken = present.Select(purchase => purchase.Offer).ToHashSet();
        var before = present.Sum(purchase => Cost(line, purchase)) + Fees(problem, present.Select(purchase => line.Offers[purchase.Offer].Supplier), buyers);
        (long Cost, Option Option)? best = null;
        foreach (var option in options)
        {
            if (!LineChoice.Serves(line, segments, option)) continue;
            if (taken.IsSubsetOf(option.Second < 0 ? [segments[option.First].Offer] : [segments[option.First].Offer, segments[option.Second].Offer])) continue;
            if (!Array.TrueForAll(owed, s => (option.A == s && option.ValueA >= needs[s]) || (option.B == s && option.ValueB >= needs[s]))) continue;
            if (option.ValueA < needs[option.A] || (option.B >= 0 && option.ValueB < needs[option.B])) continue;
            var cost = option.Cost + Fees(problem, option.B < 0 ? [option.A] : [option.A, option.B], buyers);
            if (best is null || cost < best.Value.Cost) best = (cost, option);
        }
        return best is var (least, way) ? new(number, least - before, Purchases(number, segments, way)) : null;
    }

    /// <summary>Fixed fees of suppliers that no other line buys from.</summary>
    private static long Fees(PurchaseProblem problem, IEnumerable<int> suppliers, int[] buyers) =>
        suppliers.Distinct().Where(s => buyers[s] == 0).Sum(s => problem.Suppliers[s].FixedFee);

    private static long Cost(DemandLine line, in LinePurchase purchase)
    {
        var quantity = purchase.Quantity;
        var terms = line.Offers[purchase.Offer];
        return terms.PerPurchase + (quantity * terms.Prices.Last(price => price.Quantity <= quantity).UnitCost);
    }

    private static ImmutableArray<LinePurchase> Purchases(int line, Segment[] segments, in Option option)
    {
        var first = new LinePurchase(line, segments[option.First].Offer, option.FirstQuantity, segments[option.First].UnitPrice);
        return option.Second < 0 ? [first] : [first, new(line, segments[option.Second].Offer, option.SecondQuantity, segments[option.Second].UnitPrice)];
    }

    private static void Together(Segment[] segments, long demand, long[] needs, List<Option> options)
    {
        for (var i = 0; i < segments.Length; i++)
        {
            for (var k = 0; k < segments.Length; k++)
            {
                var (a, b) = (segments[i], segments[k]);
                // The one with the larger multiple is stepped through.
                if (a.Offer == b.Offer || a.Supplier != b.Supplier || needs[a.Supplier] == 0 || a.Multiple < b.Multiple || (a.Multiple == b.Multiple && i > k)) continue;
                var first = a.Low;
                for (var step = 0; first <= a.High && step < MostTogether; step++, first += a.Multiple)
                {
                    var missing = needs[a.Supplier] - (first * a.UnitPrice);
                    var worth = missing <= 0 ? 0 : b.UnitPrice > 0 ? (missing + b.UnitPrice - 1) / b.UnitPrice : long.MaxValue / 4;
                    var second = b.Least(Math.Max(demand - first, worth));
                    if (second >= 0) options.Add(Option.Pair(segments, i, first, k, second));
                }
            }
        }
    }
}

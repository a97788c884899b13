using System.Collections.Immutable;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>For each line the cheapest other way when all other lines are bought as they are.</summary>
internal sealed class NextBestPurchases
{
    /// <summary>Quantities that are tried of an offer beside another of the same supplier, whose minimum both must reach together.</summary>
    private const int MostTogether = 20_000;

    /// <summary>Sets of three and more offers that are looked at: the cheapest.</summary>
    private const int MostSets = 200;

    private readonly PurchaseProblem problem;
    private readonly ImmutableArray<SupplierTerms> suppliers;
    private readonly int[] real;

    /// <summary>Without the line that is looked at, what each supplier gets, in how many purchases, and what it would waive of their costs.</summary>
    private readonly long[] values;
    private readonly int[] buyers;
    private readonly long[] waived;

    private NextBestPurchases(PurchaseProblem problem)
    {
        this.problem = problem;
        suppliers = WaivedFees.Opened(problem.Suppliers);
        real = [.. Enumerable.Range(0, suppliers.Length)];
        for (var s = 0; s < suppliers.Length; s++)
        {
            if (suppliers[s].Twin is { } twin) real[twin] = s;
        }
        values = new long[problem.Suppliers.Length];
        buyers = new int[values.Length];
        waived = new long[values.Length];
    }

    public static ImmutableArray<NextBest> Of(PurchaseProblem problem, PurchaseAnswer answer)
    {
        var others = new NextBestPurchases(problem);
        foreach (var one in answer.Purchases) others.Count(one, 1);
        var found = ImmutableArray.CreateBuilder<NextBest>();
        foreach (var own in answer.Purchases.GroupBy(purchase => purchase.Line))
        {
            var before = others.Fees() + own.Sum(one => others.Cost(one));
            foreach (var one in own) others.Count(one, -1);
            if (others.Of(own.Key, [.. own], before) is { } best) found.Add(best);
            foreach (var one in own) others.Count(one, 1);
        }
        return found.ToImmutable();
    }

    private void Count(in LinePurchase purchase, int sign)
    {
        var supplier = problem.Lines[purchase.Line].Offers[purchase.Offer].Supplier;
        values[supplier] += sign * purchase.Quantity * purchase.UnitPrice;
        buyers[supplier] += sign;
        waived[supplier] += sign * purchase.Quantity * Price(purchase).Waived;
    }

    private BreakPrice Price(LinePurchase purchase) => problem.Lines[purchase.Line].Offers[purchase.Offer].Prices.Last(price => price.Quantity <= purchase.Quantity);

    /// <summary>Before anything is waived.</summary>
    private long Cost(in LinePurchase purchase) => problem.Lines[purchase.Line].Offers[purchase.Offer].PerPurchase + (purchase.Quantity * Price(purchase).UnitCost);

    private long Fees() => Enumerable.Range(0, values.Length).Sum(s => Fee(s, 0, false));

    /// <summary>Of an order with so much more in it, less what it waives of the costs of what is in it without that.</summary>
    private long Fee(int supplier, long more, bool used) =>
        WaivedFees.Fee(suppliers[supplier], used || buyers[supplier] > 0, values[supplier] + more) - (suppliers[supplier].WaivedFrom <= values[supplier] + more ? waived[supplier] : 0);

    private NextBest? Of(int number, LinePurchase[] present, long before)
    {
        var line = problem.Lines[number];
        // What is bought in part has no other way to the whole.
        if (present.Sum(one => one.Quantity) < line.Demand) return null;
        var segments = Segment.Of(line, suppliers);
        // What the line must bring each supplier: to those that others buy from, whether they are used here or not.
        var needs = suppliers.Select((supplier, s) => Math.Max(0, supplier.MinimumOrderValue - values[real[s]])).ToArray();
        var owed = Enumerable.Range(0, values.Length).Where(s => buyers[s] > 0 && needs[s] > 0).ToArray();
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
        var fees = Fees();
        (long Cost, Option Option)? best = null;
        foreach (var option in options) Judge(option);
        if (line.MostTogether > 2) Wider();
        return best is var (least, way) ? new(number, least - before, Purchases(number, segments, way)) : null;

        void Judge(in Option option)
        {
            if (!LineChoice.Serves(line, segments, option)) return;
            if (taken.IsSubsetOf(Offers(segments, option))) return;
            var (cost, reached) = (fees, 0);
            for (var i = 0; i < option.Count; i++)
            {
                ref readonly var segment = ref segments[option.SegmentAt(i)];
                var saves = segment.Supplier == real[segment.Supplier] && suppliers[segment.Supplier].WaivedFrom <= values[segment.Supplier] + option.ValueAt(segment.Supplier);
                cost += segment.Cost(option.QuantityAt(i)) - (saves ? option.QuantityAt(i) * Price(new(number, segment.Offer, option.QuantityAt(i), 0)).Waived : 0);
            }
            for (var i = 0; i < option.SupplierCount; i++)
            {
                var s = option.SupplierAt(i);
                if (option.ValueIn(i) < needs[s]) return;
                // A supplier and its twin in one way: the same with the twin alone costs less.
                if (suppliers[s].Twin is { } twin && option.Uses(twin)) return;
                cost += Fee(real[s], option.ValueIn(i), true) - Fee(real[s], 0, false);
                if (Array.IndexOf(owed, real[s]) >= 0) reached++;
            }
            if (reached == owed.Length && (best is null || cost < best.Value.Cost)) best = (cost, option);
        }

        void Wider()
        {
            double[] charges = [.. suppliers.Select((supplier, s) => buyers[real[s]] == 0 ? (double)supplier.FixedFee : 0)];
            // What others would save where this line brings an order so far that freight is waived.
            var saved = Enumerable.Range(0, values.Length).Sum(s => buyers[s] > 0 && suppliers[s].WaivedFrom is not null ? suppliers[s].Waived + waived[s] : 0);
            var limit = best is null ? double.PositiveInfinity : best.Value.Cost - fees + saved;
            var tracked = Array.ConvertAll(needs, need => need > 0);
            var corners = new List<Option>();
            // Each reaches its supplier's minimum alone, or all of one supplier do together.
            foreach (var from in (Segment[][])[raised, segments])
            {
                foreach (var (set, _) in WiderSplits.Of(line, from, new double[suppliers.Length], charges, tracked, limit, MostSets).Sets) SplitCorners.Add(from, set, line.Demand, null, corners);
            }
            foreach (var corner in corners) Judge(corner);
        }
    }

    private static HashSet<int> Offers(Segment[] segments, in Option option)
    {
        var offers = new HashSet<int>();
        for (var i = 0; i < option.Count; i++) offers.Add(segments[option.SegmentAt(i)].Offer);
        return offers;
    }

    private static ImmutableArray<LinePurchase> Purchases(int line, Segment[] segments, in Option option)
    {
        var purchases = ImmutableArray.CreateBuilder<LinePurchase>(option.Count);
        for (var i = 0; i < option.Count; i++) purchases.Add(new(line, segments[option.SegmentAt(i)].Offer, option.QuantityAt(i), segments[option.SegmentAt(i)].UnitPrice));
        return purchases.MoveToImmutable();
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

using System.Runtime.InteropServices;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Plans in the order of what they cost more than the Lagrangian bound. Every plan costs the bound, plus what each line's quantities cost more than the
/// line's best after rebates, plus the rebates on what suppliers get above their minimum. Combinations are taken in ascending order of the middle term, so
/// the search ends, with proof, when that alone makes up for the best plan. Quantities are whole multiples, and which of them add up to a minimum with
/// least to spare is what this finds.
/// </summary>
internal sealed class RankedPlans
{
    private const int MostPoints = 20_000;

    private readonly PurchaseProblem problem;
    private readonly OpenLine[] lines;
    private readonly int[] tracked;
    private readonly double[] shares;
    private readonly double bound;
    private readonly double margin;
    private readonly int mostCombinations;
    private readonly int[] place;

    /// <summary>What lies above this was not listed for some line.</summary>
    private double listed = double.PositiveInfinity;

    public RankedPlans(PurchaseProblem problem, OpenLine[] lines, int[] tracked, double[] shares, double bound, double margin, int mostCombinations)
    {
        this.problem = problem;
        this.lines = lines;
        this.tracked = tracked;
        this.shares = shares;
        this.mostCombinations = mostCombinations;
        this.bound = bound;
        this.margin = margin;
        place = new int[shares.Length];
        Array.Fill(place, -1);
        for (var i = 0; i < tracked.Length; i++) place[tracked[i]] = i;
    }

    /// <summary>A line's quantities: what they cost above the line's best, in full, and what tracked suppliers get (one or two).</summary>
    private readonly record struct Point(double Extra, Option Option);

    /// <returns>The cheapest plan below <paramref name="best"/>, null where there is none; and the bound: the cost of that plan or <paramref name="best"/> when the search came to its end.</returns>
    public (Option[]? Options, long LowerBound) Search(long best)
    {
        var gap = best - bound + margin;
        var points = new Point[lines.Length][];
        for (var line = 0; line < lines.Length; line++) points[line] = Points(lines[line], gap);
        var fillers = Fillers(points);
        int[] free = [.. Enumerable.Range(0, lines.Length).Where(line => points[line].Length > 1 && !fillers.Any(filler => filler?.Line == line)).OrderBy(line => points[line][1].Extra)];

        var needed = new long[tracked.Length];
        for (var i = 0; i < tracked.Length; i++) needed[i] = problem.Suppliers[tracked[i]].MinimumOrderValue;
        for (var line = 0; line < lines.Length; line++)
        {
            if (!fillers.Any(filler => filler?.Line == line)) Take(needed, points[line][0].Option, 1);
        }
        (Step? State, long[]? Missing)? found = null;
        var queue = new PriorityQueue<(Step? Step, long[] Missing), double>();
        queue.Enqueue((null, needed), 0);
        var reached = 0.0;
        for (var count = 0; queue.TryDequeue(out var one, out var extra); count++)
        {
            reached = extra;
            if (extra >= gap || count >= mostCombinations) break;
            if (Completed(one.Missing, extra, fillers) is { } total && total < gap - 0.5)
            {
                // Costs are whole: what costs the same is no better.
                gap = total;
                found = one;
            }
            foreach (var next in Following(one.Step, points, free, extra))
            {
                if (next.Extra >= gap) continue;
                var missing = (long[])one.Missing.Clone();
                for (var i = 0; i < next.Changes.Length; i++)
                {
                    var (line, from, to) = next.Changes[i];
                    Take(missing, points[line][from].Option, -1);
                    Take(missing, points[line][to].Option, 1);
                }
                queue.Enqueue((next.Step, missing), next.Extra);
            }
            if (queue.Count == 0) reached = double.PositiveInfinity;
        }
        var proven = bound + Math.Min(Math.Min(reached, listed), gap) - margin;
        var lower = proven < best ? (long)Math.Ceiling(proven) : best;
        if (found is not { } plan) return (null, lower);
        var options = Options(plan.State, plan.Missing!, points, free, fillers);
        return (options, Math.Min(lower, Plan.Of(problem, options).Cost));
    }

    /// <summary>One deviation after another: line number <paramref name="At"/> of the free ones takes its point <paramref name="Choice"/>.</summary>
    private sealed record Step(Step? Before, int At, int Choice);

    private readonly record struct Successor(Step Step, double Extra, (int Line, int From, int To)[] Changes);

    /// <summary>Each combination once, in no order that descends (Lawler): the last line that deviates goes on, or the next one begins, with or without it.</summary>
    private static IEnumerable<Successor> Following(Step? step, Point[][] points, int[] free, double extra)
    {
        if (step is null)
        {
            if (free.Length > 0) yield return new(new(null, 0, 1), extra + points[free[0]][1].Extra, [(free[0], 0, 1)]);
            yield break;
        }
        var line = free[step.At];
        if (step.Choice + 1 < points[line].Length)
        {
            yield return new(step with { Choice = step.Choice + 1 }, extra - points[line][step.Choice].Extra + points[line][step.Choice + 1].Extra, [(line, step.Choice, step.Choice + 1)]);
        }
        if (step.At + 1 == free.Length) yield break;
        var next = free[step.At + 1];
        yield return new(new(step, step.At + 1, 1), extra + points[next][1].Extra, [(next, 0, 1)]);
        if (step.Choice == 1) yield return new(new(step.Before, step.At + 1, 1), extra - points[line][1].Extra + points[next][1].Extra, [(line, 1, 0), (next, 0, 1)]);
    }

    private void Take(long[] missing, in Option option, int sign)
    {
        if (place[option.A] >= 0) missing[place[option.A]] -= sign * option.ValueA;
        if (option.B >= 0 && place[option.B] >= 0) missing[place[option.B]] -= sign * option.ValueB;
    }

    /// <summary>What a combination costs above the bound with its fillers; null when a minimum is not met.</summary>
    private double? Completed(long[] missing, double extra, Filler?[] fillers)
    {
        for (var i = 0; i < missing.Length; i++)
        {
            var share = shares[tracked[i]];
            if (fillers[i] is { } filler)
            {
                var at = filler.Find(missing[i]);
                if (at < 0) return null;
                extra += filler.Least[at] - (share * missing[i]);
            }
            else if (missing[i] > 0) return null;
            else extra -= share * missing[i];
        }
        return extra;
    }

    private Option[] Options(Step? step, long[] missing, Point[][] points, int[] free, Filler?[] fillers)
    {
        Option[] options = [.. points.Select(line => line[0].Option)];
        for (; step is not null; step = step.Before) options[free[step.At]] = points[free[step.At]][step.Choice].Option;
        for (var i = 0; i < fillers.Length; i++)
        {
            if (fillers[i] is { } filler) options[filler.Line] = filler.Best[filler.Find(missing[i])];
        }
        return options;
    }

    /// <summary>A line that serves one tracked supplier and no other: whatever the others leave missing, its best quantity is looked up.</summary>
    /// <param name="Values">What the supplier gets, ascending.</param>
    /// <param name="Least">From each value on, the least extra cost together with the rebate on the value.</param>
    private sealed record Filler(int Line, long[] Values, double[] Least, Option[] Best)
    {
        public int Find(long missing)
        {
            var at = Array.BinarySearch(Values, missing);
            if (at < 0) at = ~at;
            while (at > 0 && at < Values.Length && Values[at - 1] >= missing) at--;
            return at < Values.Length ? at : -1;
        }
    }

    private Filler?[] Fillers(Point[][] points)
    {
        var fillers = new Filler?[tracked.Length];
        for (var i = 0; i < tracked.Length; i++)
        {
            var supplier = tracked[i];
            if (shares[supplier] == 0) continue;
            // The line whose quantities lie closest costs least to fit.
            var (line, most) = (-1, 1);
            for (var k = 0; k < points.Length; k++)
            {
                if (points[k].Length > most && !fillers.Any(filler => filler?.Line == k) && Serves(points[k], supplier)) (line, most) = (k, points[k].Length);
            }
            if (line >= 0) fillers[i] = Of(line, points[line], supplier);
        }
        return fillers;
    }

    private bool Serves(Point[] points, int supplier)
    {
        foreach (var point in points)
        {
            if (Other(point.Option.A) || (point.Option.B >= 0 && Other(point.Option.B))) return false;
        }
        return true;

        bool Other(int one) => one != supplier && place[one] >= 0;
    }

    private Filler Of(int line, Point[] points, int supplier)
    {
        var ordered = points.Select(point => (point.Option, Value: point.Option.A == supplier ? point.Option.ValueA : point.Option.B == supplier ? point.Option.ValueB : 0, point.Extra))
            .OrderBy(point => point.Value).ToArray();
        var (values, least, best) = (new long[ordered.Length], new double[ordered.Length], new Option[ordered.Length]);
        for (var i = ordered.Length - 1; i >= 0; i--)
        {
            values[i] = ordered[i].Value;
            var total = ordered[i].Extra + (shares[supplier] * ordered[i].Value);
            (least[i], best[i]) = i + 1 < ordered.Length && least[i + 1] < total ? (least[i + 1], best[i + 1]) : (total, ordered[i].Option);
        }
        return new(line, values, least, best);
    }

    /// <summary>All quantities of a line, with up to two offers, that cost at most <paramref name="gap"/> above its best after rebates; ascending.</summary>
    private Point[] Points(OpenLine line, double gap)
    {
        var segments = line.Segments;
        var least = double.PositiveInfinity;
        foreach (var option in line.Options)
        {
            least = Math.Min(least, option.CostAfter(shares));
        }
        var most = least + gap;
        var points = new List<Point>();
        foreach (var option in line.Options)
        {
            Add(option);
        }
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].IsEmpty || place[segments[i].Supplier] < 0 || !line.Allows(Option.Single(segments, i, segments[i].Low))) continue;
            var from = segments[i].Least(line.Demand);
            if (from >= 0) Along(segments[i], from, quantity => Option.Single(segments, i, quantity));
        }
        if (line.MostOffers > 1)
        {
            for (var i = 0; i < segments.Length; i++)
            {
                for (var k = i + 1; k < segments.Length; k++)
                {
                    if (segments[i].Offer == segments[k].Offer || segments[i].IsEmpty || segments[k].IsEmpty) continue;
                    if (!line.Allows(Option.Pair(segments, i, segments[i].Low, k, segments[k].Low))) continue;
                    if (place[segments[i].Supplier] >= 0 || place[segments[k].Supplier] >= 0) Pairs(i, k);
                }
            }
        }
        var sorted = points.GroupBy(point => (point.Option.A, point.Option.B, point.Option.ValueA, point.Option.ValueB, point.Option.Cost)).Select(same => same.First()).ToList();
        CollectionsMarshal.AsSpan(sorted).Sort((a, b) => a.Extra.CompareTo(b.Extra));
        return [.. sorted];

        void Pairs(int i, int k)
        {
            ref readonly var a = ref segments[i];
            ref readonly var b = ref segments[k];
            var start = a.Least(line.Demand - b.High);
            if (start < 0) return;
            var (rateA, rateB) = (Rate(a), Rate(b));
            for (var first = start; first <= a.High; first += a.Multiple)
            {
                var second = b.Least(line.Demand - first);
                var quantity = first;
                // The least that any quantity of the second makes of it.
                var cheapest = a.PerPurchase + b.PerPurchase + (rateA * first) + Math.Min(rateB * second, rateB * b.High);
                if (cheapest <= most)
                {
                    if (place[b.Supplier] >= 0) Along(segments[k], second, other => Option.Pair(segments, i, quantity, k, other));
                    else Add(Option.Pair(segments, i, first, k, second));
                }
                if (points.Count >= MostPoints)
                {
                    // What may follow is not listed, so nothing is proven beyond the bound itself.
                    listed = 0;
                    return;
                }
                // More of the first alone helps nobody where it is not tracked, and costs more and more where little is taken off.
                if (line.Demand - first <= b.Low && (place[a.Supplier] < 0 || (rateA >= 0 && cheapest > most))) return;
            }
        }

        double Rate(in Segment segment) => segment.UnitCost - (shares[segment.Supplier] * segment.UnitPrice);

        // From the cheap end as far as it is cheap enough.
        void Along(Segment segment, long from, Func<long, Option> option)
        {
            var step = Rate(segment) >= 0 ? segment.Multiple : -segment.Multiple;
            var quantity = step > 0 ? from : segment.High;
            while (quantity >= from && quantity <= segment.High && Add(option(quantity))) quantity += step;
        }

        bool Add(in Option option)
        {
            var cost = option.CostAfter(shares);
            if (cost > most) return false;
            if (points.Count >= MostPoints)
            {
                listed = 0;
                return false;
            }
            points.Add(new(cost - least, option));
            return true;
        }
    }
}

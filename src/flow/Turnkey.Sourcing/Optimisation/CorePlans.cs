namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Plans that cost little more than the Lagrangian bound. Every plan costs the bound, plus what each line's quantities cost more than the line's least after
/// rebates, plus the rebates on what suppliers get above their minimum; so for a given gap few quantities are left to a line, and lines with a single one
/// left need no search. Over the others partial plans are built up line by line (Nemhauser and Ullmann 1969); one that costs no less and brings no supplier
/// more than another is dropped, as is one whose bound leaves the gap.
/// </summary>
internal sealed class CorePlans
{
    /// <summary>Of a line; where there are more, its quantities are as good as continuous, and are not what leaves a gap.</summary>
    private const int MostPoints = 500;

    private readonly PurchaseProblem problem;
    private readonly OpenLine[] lines;
    private readonly int[] tracked;
    private readonly double[] shares;
    private readonly double bound;
    private readonly double margin;
    private readonly int mostStates;
    private readonly SearchMeter meter;
    private readonly bool[] isTracked;
    private LinePoints lister;

    public CorePlans(PurchaseProblem problem, OpenLine[] lines, int[] tracked, double[] shares, double bound, double margin, int mostStates, SearchMeter meter)
    {
        this.problem = problem;
        this.lines = lines;
        this.tracked = tracked;
        this.shares = shares;
        this.bound = bound;
        this.margin = margin;
        this.mostStates = mostStates;
        this.meter = meter;
        isTracked = new bool[shares.Length];
        foreach (var s in tracked) isTracked[s] = true;
        lister = new(isTracked, shares);
    }

    /// <returns>The cheapest plan found below <paramref name="best"/>, null where there is none; and a bound on all plans.</returns>
    public (Option[]? Options, long LowerBound) Search(long best)
    {
        Option[]? found = null;
        var proven = bound;
        // Small gaps first: they hold few plans, and the first that holds one proves it.
        for (var gap = (bound * 1e-7) + (4 * margin) + 1; ; gap *= 8)
        {
            var whole = best - bound + margin;
            var last = gap >= whole;
            lister = new(isTracked, shares);
            var (options, complete) = Within(Math.Min(gap, whole));
            proven = Math.Max(proven, bound + complete);
            if (options is not null)
            {
                var cost = Plan.Of(problem, options).Cost;
                if (cost < best) (best, found) = (cost, options);
            }
            if (last || proven >= best || complete < gap * 0.999 || meter.IsSpent) break;
        }
        var lower = proven - margin;
        return (found, lower < best ? (long)Math.Ceiling(lower) : best);
    }

    /// <summary>A supplier whose minimum a plan within the gap could miss.</summary>
    private readonly record struct Wanted(int Supplier, long Minimum);

    /// <summary>A line taking another quantity than its first, after others did.</summary>
    private readonly record struct Step(int Before, int Line, int Point);

    /// <returns>The cheapest plan within the gap, if any; and the part of the gap in which no plan was left out.</returns>
    private (Option[]? Options, double Complete) Within(double gap)
    {
        var points = new LinePoint[lines.Length][];
        for (var line = 0; line < lines.Length; line++)
        {
            points[line] = lister.Of(lines[line], gap);
            meter.Spend((4L * points[line].Length) + lines[line].Options.Length);
            if (points[line].Length > MostPoints || meter.IsSpent) return (null, 0);
        }
        var wanted = WantedOf(points);
        var k = wanted.Length;
        for (var line = 0; line < lines.Length; line++) points[line] = Undominated(points[line], wanted);
        int[] open = [.. Enumerable.Range(0, lines.Length).Where(line => points[line].Length > 1).OrderBy(line => points[line].Length)];
        var complete = lister.Incomplete ? 0 : gap;

        // What the first quantities bring, and the most that the lines after each can bring above that.
        var start = new long[k];
        foreach (var line in points)
        {
            for (var i = 0; i < k; i++) start[i] += Value(line[0].Option, wanted[i].Supplier);
        }
        var rest = new long[open.Length + 1][];
        var low = new long[open.Length + 1][];
        rest[open.Length] = new long[k];
        low[open.Length] = new long[k];
        for (var at = open.Length - 1; at >= 0; at--)
        {
            (rest[at], low[at]) = (new long[k], new long[k]);
            for (var i = 0; i < k; i++)
            {
                var own = points[open[at]].Select(point => Value(point.Option, wanted[i].Supplier)).ToArray();
                rest[at][i] = rest[at + 1][i] + own.Max() - own[0];
                low[at][i] = low[at + 1][i] + own.Min() - own[0];
            }
        }

        var steps = new List<Step>();
        var now = new States(k, 16);
        now.Add(0, -1, start);
        var least = gap;
        var (bestState, bestPoint) = (-1, -1);
        if (open.Length == 0)
        {
            var total = Overshoot(now, 0, wanted);
            if (!Missing(now, 0, wanted) && total < gap) return ([.. points.Select(line => line[0].Option)], complete);
            return (null, complete);
        }
        var values = new long[k];
        for (var at = 0; at < open.Length - 1; at++)
        {
            var own = points[open[at]];
            var next = new States(k, Math.Min(now.Count * own.Length, 2 * mostStates));
            for (var p = 0; p < own.Length; p++)
            {
                var extra = own[p].Extra;
                for (var state = 0; state < now.Count; state++)
                {
                    var sum = now.Extra[state] + extra;
                    if (sum >= gap) continue;
                    var reachable = true;
                    for (var i = 0; i < k && reachable; i++)
                    {
                        values[i] = now.Values[(state * k) + i] + Value(own[p].Option, wanted[i].Supplier) - Value(own[0].Option, wanted[i].Supplier);
                        reachable = values[i] + rest[at + 1][i] >= wanted[i].Minimum;
                        // What comes to more than the minimum whatever follows is lost.
                        var lost = values[i] + low[at + 1][i] - wanted[i].Minimum;
                        if (lost <= 0) continue;
                        values[i] -= lost;
                        sum += shares[wanted[i].Supplier] * lost;
                    }
                    if (!reachable || sum >= gap) continue;
                    var step = now.Steps[state];
                    if (p > 0)
                    {
                        steps.Add(new(step, open[at], p));
                        step = steps.Count - 1;
                    }
                    next.Add(sum, step, values);
                }
                if (next.Count > 4 * mostStates) complete = Math.Min(complete, next.Cut(2 * mostStates));
            }
            meter.Spend(4L * now.Count * own.Length);
            next.DropDominated(shares, wanted);
            if (next.Count > mostStates) complete = Math.Min(complete, next.Cut(mostStates));
            now = next;
            if (now.Count == 0) return (null, complete);
            if (meter.IsSpent) return (null, 0);
        }
        // The last line is looked up: its first quantity, by cost, that brings what is missing.
        var finals = points[open[^1]];
        meter.Spend((long)now.Count * (k == 1 ? 8 : Math.Min(finals.Length, 64)));
        var sorted = k == 1 ? Filler.Of(finals, wanted[0].Supplier, shares) : null;
        for (var state = 0; state < now.Count; state++)
        {
            if (now.Extra[state] >= least) continue;
            if (sorted is not null)
            {
                var missing = wanted[0].Minimum - now.Values[state] + Value(finals[0].Option, wanted[0].Supplier);
                var found = sorted.Find(missing);
                if (found < 0) continue;
                var total = now.Extra[state] + sorted.Least[found] - (shares[wanted[0].Supplier] * missing);
                if (total < least) (least, bestState, bestPoint) = (total, state, sorted.Point[found]);
                continue;
            }
            for (var p = 0; p < finals.Length; p++)
            {
                var total = now.Extra[state] + finals[p].Extra;
                if (total >= least) break;
                for (var i = 0; i < k && total < least; i++)
                {
                    var over = now.Values[(state * k) + i] + Value(finals[p].Option, wanted[i].Supplier) - Value(finals[0].Option, wanted[i].Supplier) - wanted[i].Minimum;
                    total = over < 0 ? double.PositiveInfinity : total + (shares[wanted[i].Supplier] * over);
                }
                if (total < least) (least, bestState, bestPoint) = (total, state, p);
            }
        }
        if (bestState < 0) return (null, complete);
        Option[] chosen = [.. points.Select(line => line[0].Option)];
        for (var step = now.Steps[bestState]; step >= 0; step = steps[step].Before) chosen[steps[step].Line] = points[steps[step].Line][steps[step].Point].Option;
        chosen[open[^1]] = finals[bestPoint].Option;
        return (chosen, Math.Min(complete, least));
    }

    private bool Missing(States states, int state, Wanted[] wanted)
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            if (states.Values[(state * wanted.Length) + i] < wanted[i].Minimum) return true;
        }
        return false;
    }

    private double Overshoot(States states, int state, Wanted[] wanted)
    {
        var above = 0.0;
        for (var i = 0; i < wanted.Length; i++) above += shares[wanted[i].Supplier] * (states.Values[(state * wanted.Length) + i] - wanted[i].Minimum);
        return above;
    }

    private Wanted[] WantedOf(LinePoint[][] points)
    {
        var wanted = new List<Wanted>();
        foreach (var s in tracked)
        {
            var minimum = problem.Suppliers[s].MinimumOrderValue;
            var sure = points.Sum(line => (double)line.Min(point => Value(point.Option, s)));
            if (shares[s] > 0 || sure < minimum) wanted.Add(new(s, minimum));
        }
        return [.. wanted];
    }

    private static long Value(in Option option, int supplier) => option.A == supplier ? option.ValueA : option.B == supplier ? option.ValueB : 0;

    /// <summary>Without the points that cost no less than another which brings every wanted supplier as much; ascending by extra cost.</summary>
    private static LinePoint[] Undominated(LinePoint[] points, Wanted[] wanted)
    {
        if (points.Length > 4_000) return points;
        var kept = new List<LinePoint>();
        foreach (var point in points.OrderBy(point => point.Option.Cost))
        {
            var dominated = false;
            for (var i = 0; i < kept.Count && !dominated; i++)
            {
                dominated = true;
                foreach (var (supplier, _) in wanted)
                {
                    if (Value(kept[i].Option, supplier) >= Value(point.Option, supplier)) continue;
                    dominated = false;
                    break;
                }
            }
            if (!dominated) kept.Add(point);
        }
        return [.. kept.OrderBy(point => point.Extra)];
    }

    /// <summary>Partial plans: extra cost, values at the wanted suppliers, the last step.</summary>
    private sealed class States(int k, int capacity)
    {
        public double[] Extra = new double[Math.Max(capacity, 4)];
        public int[] Steps = new int[Math.Max(capacity, 4)];
        public long[] Values = new long[Math.Max(capacity, 4) * k];

        public int Count { get; private set; }

        public void Add(double extra, int step, long[] values)
        {
            if (Count == Extra.Length)
            {
                Array.Resize(ref Extra, 2 * Count);
                Array.Resize(ref Steps, 2 * Count);
                Array.Resize(ref Values, 2 * Count * k);
            }
            Extra[Count] = extra;
            Steps[Count] = step;
            values.CopyTo(Values, Count * k);
            Count++;
        }

        /// <summary>Keeps the cheapest.</summary>
        /// <returns>The least extra cost of those left out.</returns>
        public double Cut(int most)
        {
            var order = Order(Extra);
            Keep(order.AsSpan(0, most));
            return order.Length > most ? cutAt : double.PositiveInfinity;
        }

        private double cutAt;

        private int[] Order(double[] by)
        {
            var order = new int[Count];
            for (var i = 0; i < Count; i++) order[i] = i;
            var keys = by.AsSpan(0, Count).ToArray();
            Array.Sort(keys, order);
            return order;
        }

        private void Keep(ReadOnlySpan<int> which)
        {
            var kept = new States(k, which.Length);
            var values = new long[k];
            var next = double.PositiveInfinity;
            var taken = new bool[Count];
            foreach (var state in which)
            {
                taken[state] = true;
                Array.Copy(Values, state * k, values, 0, k);
                kept.Add(Extra[state], Steps[state], values);
            }
            for (var state = 0; state < Count; state++)
            {
                if (!taken[state]) next = Math.Min(next, Extra[state]);
            }
            cutAt = next;
            (Extra, Steps, Values, Count) = (kept.Extra, kept.Steps, kept.Values, kept.Count);
        }

        public void DropDominated(double[] shares, Wanted[] wanted)
        {
            if (k is 0 or > 2 || Count < 2) return;
            var order = new int[Count];
            for (var i = 0; i < Count; i++) order[i] = i;
            var costs = new double[Count];
            for (var state = 0; state < Count; state++)
            {
                // In full, so that partial plans can be compared: what they cost without the rebates.
                costs[state] = Extra[state];
                for (var i = 0; i < k; i++) costs[state] += shares[wanted[i].Supplier] * Values[(state * k) + i];
            }
            var (values, first) = (Values, k);
            Array.Sort(order, (a, b) =>
            {
                var byValue = values[b * first].CompareTo(values[a * first]);
                if (byValue != 0) return byValue;
                var byCost = costs[a].CompareTo(costs[b]);
                if (byCost != 0) return byCost;
                return first == 2 ? values[(b * 2) + 1].CompareTo(values[(a * 2) + 1]) : a.CompareTo(b);
            });
            var kept = new List<int>(Count);
            if (k == 1)
            {
                var cheapest = double.PositiveInfinity;
                foreach (var state in order)
                {
                    if (costs[state] >= cheapest - 0.01) continue;
                    cheapest = costs[state];
                    kept.Add(state);
                }
            }
            else
            {
                // Cost against second value of those with at least as much of the first: a staircase.
                var stairs = new SortedList<long, double>();
                foreach (var state in order)
                {
                    var second = values[(state * 2) + 1];
                    var at = FirstAtLeast(stairs, second);
                    if (at < stairs.Count && stairs.Values[at] <= costs[state] + 0.01) continue;
                    kept.Add(state);
                    stairs[second] = costs[state];
                    for (var below = FirstAtLeast(stairs, second) - 1; below >= 0 && stairs.Values[below] >= costs[state]; below--) stairs.RemoveAt(below);
                }
            }
            if (kept.Count < Count) Keep([.. kept]);
        }

        private static int FirstAtLeast(SortedList<long, double> stairs, long value)
        {
            var (low, high) = (0, stairs.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (stairs.Keys[middle] < value) low = middle + 1;
                else high = middle;
            }
            return low;
        }
    }

    /// <summary>A line's quantities by what one supplier gets: from each value on, the least extra cost together with the rebate on the value.</summary>
    private sealed record Filler(long[] Values, double[] Least, int[] Point)
    {
        public static Filler Of(LinePoint[] points, int supplier, double[] shares)
        {
            var order = Enumerable.Range(0, points.Length).OrderBy(p => Value(points[p].Option, supplier)).ToArray();
            var (values, least, point) = (new long[order.Length], new double[order.Length], new int[order.Length]);
            for (var i = order.Length - 1; i >= 0; i--)
            {
                values[i] = Value(points[order[i]].Option, supplier);
                var total = points[order[i]].Extra + (shares[supplier] * values[i]);
                (least[i], point[i]) = i + 1 < order.Length && least[i + 1] <= total ? (least[i + 1], point[i + 1]) : (total, order[i]);
            }
            return new(values, least, point);
        }

        public int Find(long missing)
        {
            var at = Array.BinarySearch(Values, missing);
            if (at < 0) at = ~at;
            while (at > 0 && at < Values.Length && Values[at - 1] >= missing) at--;
            return at < Values.Length ? at : -1;
        }
    }
}

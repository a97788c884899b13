namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Plans that cost little more than the Lagrangian bound. Every plan costs the bound, plus what each line's quantities cost more than the line's least after
/// rebates, plus the rebates on what suppliers get above their minimum; so for a given gap few quantities are left to a line, and lines with a single one
/// left need no search. <see cref="FillSearch"/> goes through the others in depth. Where that takes too long, partial plans are built up line by line (Nemhauser
/// and Ullmann 1969); one that costs no less and brings no supplier more than another is dropped, as is one whose bound leaves the gap.
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
    private readonly long fillSteps;
    private readonly SearchMeter meter;
    private readonly bool[] isTracked;

    /// <param name="problem">With the minimum order values.</param>
    /// <param name="lines">With the quantities that are left to them.</param>
    /// <param name="tracked">Suppliers with a minimum.</param>
    /// <param name="shares">Taken off their prices.</param>
    /// <param name="bound">At these shares.</param>
    /// <param name="margin">That it may be wrong by.</param>
    /// <param name="mostStates">Partial plans that are kept.</param>
    /// <param name="fillSteps">That one search in depth may take; 0 for none.</param>
    /// <param name="meter">Counts the steps.</param>
    public CorePlans(PurchaseProblem problem, OpenLine[] lines, int[] tracked, double[] shares, double bound, double margin, int mostStates, long fillSteps, SearchMeter meter)
    {
        this.problem = problem;
        this.lines = lines;
        this.tracked = tracked;
        this.shares = shares;
        this.bound = bound;
        this.margin = margin;
        this.mostStates = mostStates;
        this.fillSteps = fillSteps;
        this.meter = meter;
        isTracked = new bool[shares.Length];
        foreach (var s in tracked) isTracked[s] = true;
    }

    /// <param name="best">Only what costs less is of interest.</param>
    /// <param name="mostStep">Gaps that are larger than what is lost anyway by more than this are not searched.</param>
    /// <returns>The cheapest plan found below <paramref name="best"/>, null where there is none; and a bound on all plans.</returns>
    public (Option[]? Options, long LowerBound) Search(long best, double mostStep)
    {
        Option[]? found = null;
        var wanted = WantedOf();
        var fill = new FillSearch(lines, wanted, shares, meter);
        var floor = fillSteps == 0 ? 0 : fill.Floor(best - bound + margin, Math.Min(1 << 20, fillSteps / 4));
        var (proven, isWhole) = (bound + floor, true);
        // Small gaps first: they hold few plans, and the first that holds one proves it.
        for (var step = (4 * margin) + 1; proven < best - meter.Slack(best, 0) && found is null && !meter.IsSpent; step *= 8)
        {
            // What is no more than a little cheaper is not looked for.
            var whole = best - meter.Slack(best, 0) - bound + margin;
            var gap = Math.Min(floor + step, whole);
            var (options, complete, isComplete) = fillSteps == 0 ? (null, 0, false) : fill.Within(gap, floor + meter.Slack(best, 0) + margin, isWhole ? fillSteps : fillSteps / 8);
            if (isWhole && !isComplete && options is null)
            {
                (options, complete) = Within(gap, wanted);
                isComplete = complete >= gap * 0.999;
            }
            // Where not all were looked at, larger gaps may still hold a plan that is easily found.
            isWhole &= isComplete;
            if (isWhole) proven = Math.Max(proven, bound + complete);
            if (options is not null)
            {
                var cost = Plan.Of(problem, options).Cost;
                if (cost < best) (best, found) = (cost, options);
            }
            if (gap >= whole || step > mostStep) break;
        }
        var lower = proven - margin;
        return (found, lower < best ? (long)Math.Ceiling(lower) : best);
    }

    /// <summary>A line taking another quantity than its first, after others did.</summary>
    private readonly record struct Step(int Before, int Line, int Point);

    /// <returns>The cheapest plan within the gap, if any; and the part of the gap in which no plan was left out.</returns>
    private (Option[]? Options, double Complete) Within(double gap, WantedMinimum[] wanted)
    {
        var lister = new LinePoints(isTracked, shares);
        var points = new LinePoint[lines.Length][];
        for (var line = 0; line < lines.Length; line++)
        {
            points[line] = lister.Of(lines[line], gap);
            meter.Spend((4L * points[line].Length) + lines[line].Options.Length);
            if (points[line].Length > MostPoints || meter.IsSpent) return (null, 0);
        }
        for (var line = 0; line < lines.Length; line++) points[line] = Undominated(points[line], wanted);
        int[] open = [.. Enumerable.Range(0, lines.Length).Where(line => points[line].Length > 1).OrderBy(line => points[line].Length)];
        // Where every line has a single quantity left, any may be looked up as the last.
        if (open.Length == 0) open = [0];
        var complete = lister.Incomplete ? 0 : gap;
        var ranges = Ranges.Of(points, open, wanted);

        var steps = new List<Step>();
        var now = new PartialPlans(wanted.Length, 16);
        now.Add(0, -1, [.. wanted.Select(one => points.Sum(line => line[0].Option.ValueAt(one.Supplier)))]);
        for (var at = 0; at < open.Length - 1; at++)
        {
            (now, var whole) = Extended(now, new(open[at], points[open[at]], ranges[at + 1]), wanted, steps, gap);
            complete = Math.Min(complete, whole);
            if (now.Count == 0) return (null, complete);
            if (meter.IsSpent) return (null, 0);
        }
        var (state, point, least) = Completed(now, points[open[^1]], wanted, gap);
        if (state < 0) return (null, complete);
        Option[] chosen = [.. points.Select(line => line[0].Option)];
        for (var step = now.Step(state); step >= 0; step = steps[step].Before) chosen[steps[step].Line] = points[steps[step].Line][steps[step].Point].Option;
        chosen[open[^1]] = points[open[^1]][point].Option;
        return (chosen, Math.Min(complete, least));
    }

    /// <summary>What the lines that follow can bring each wanted supplier above their first quantities: at most, and at least (0 or below).</summary>
    private sealed record Ranges(long[] Most, long[] Least)
    {
        /// <returns>From each open line on; one more than there are.</returns>
        public static Ranges[] Of(LinePoint[][] points, int[] open, WantedMinimum[] wanted)
        {
            var ranges = new Ranges[open.Length + 1];
            ranges[open.Length] = new(new long[wanted.Length], new long[wanted.Length]);
            for (var at = open.Length - 1; at >= 0; at--)
            {
                ranges[at] = new(new long[wanted.Length], new long[wanted.Length]);
                for (var i = 0; i < wanted.Length; i++)
                {
                    var values = Array.ConvertAll(points[open[at]], point => point.Option.ValueAt(wanted[i].Supplier));
                    ranges[at].Most[i] = ranges[at + 1].Most[i] + values.Max() - values[0];
                    ranges[at].Least[i] = ranges[at + 1].Least[i] + values.Min() - values[0];
                }
            }
            return ranges;
        }
    }

    /// <param name="Line">Number of the line.</param>
    /// <param name="Points">Its quantities.</param>
    /// <param name="Rest">What the lines after it can bring.</param>
    private readonly record struct Turn(int Line, LinePoint[] Points, Ranges Rest);

    /// <returns>Every plan with every quantity of one line more; and below which extra cost none was left out.</returns>
    private (PartialPlans Plans, double Complete) Extended(PartialPlans now, in Turn turn, WantedMinimum[] wanted, List<Step> steps, double gap)
    {
        var (points, rest) = (turn.Points, turn.Rest);
        var next = new PartialPlans(wanted.Length, Math.Min(now.Count * points.Length, 2 * mostStates));
        var complete = double.PositiveInfinity;
        Span<long> values = stackalloc long[wanted.Length];
        for (var p = 0; p < points.Length; p++)
        {
            for (var state = 0; state < now.Count; state++)
            {
                var sum = now.Extra(state) + points[p].Extra;
                for (var i = 0; i < wanted.Length && sum < gap; i++)
                {
                    var (supplier, minimum) = wanted[i];
                    values[i] = now.Values(state)[i] + points[p].Option.ValueAt(supplier) - points[0].Option.ValueAt(supplier);
                    if (values[i] + rest.Most[i] < minimum) sum = double.PositiveInfinity;
                    // What comes to more than the minimum whatever follows is lost.
                    var lost = values[i] + rest.Least[i] - minimum;
                    if (lost <= 0) continue;
                    values[i] -= lost;
                    sum += shares[supplier] * lost;
                }
                if (sum >= gap) continue;
                var step = now.Step(state);
                if (p > 0)
                {
                    steps.Add(new(step, turn.Line, p));
                    step = steps.Count - 1;
                }
                next.Add(sum, step, values);
            }
            if (next.Count > 4 * mostStates) complete = Math.Min(complete, next.Cut(2 * mostStates));
        }
        meter.Spend(4L * now.Count * points.Length);
        next.DropDominated(shares, wanted);
        return (next, Math.Min(complete, next.Cut(mostStates)));
    }

    /// <summary>The last line is looked up: its cheapest quantity that brings what is missing.</summary>
    private (int State, int Point, double Least) Completed(PartialPlans now, LinePoint[] points, WantedMinimum[] wanted, double gap)
    {
        meter.Spend((long)now.Count * (wanted.Length == 1 ? 8 : Math.Min(points.Length, 64)));
        var best = (State: -1, Point: -1, Least: gap);
        var filler = wanted.Length == 1 ? LineFiller.Of(points, wanted[0].Supplier, shares) : null;
        for (var state = 0; state < now.Count; state++)
        {
            if (now.Extra(state) >= best.Least) continue;
            if (filler is not null)
            {
                var missing = wanted[0].Minimum - now.Values(state)[0] + points[0].Option.ValueAt(wanted[0].Supplier);
                var at = filler.Find(missing);
                if (at < 0) continue;
                var total = now.Extra(state) + filler.Least[at] - (shares[wanted[0].Supplier] * missing);
                if (total < best.Least) best = (state, filler.Point[at], total);
                continue;
            }
            for (var p = 0; p < points.Length && now.Extra(state) + points[p].Extra < best.Least; p++)
            {
                var total = now.Extra(state) + points[p].Extra;
                for (var i = 0; i < wanted.Length && total < best.Least; i++)
                {
                    var over = now.Values(state)[i] + points[p].Option.ValueAt(wanted[i].Supplier) - points[0].Option.ValueAt(wanted[i].Supplier) - wanted[i].Minimum;
                    total = over < 0 ? double.PositiveInfinity : total + (shares[wanted[i].Supplier] * over);
                }
                if (total < best.Least) best = (state, p, total);
            }
        }
        return best;
    }

    /// <summary>Those whose minimum a plan could miss.</summary>
    private WantedMinimum[] WantedOf()
    {
        var wanted = new List<WantedMinimum>();
        foreach (var s in tracked)
        {
            var minimum = problem.Suppliers[s].MinimumOrderValue;
            if (shares[s] > 0 || lines.Sum(line => (double)line.Options.Min(option => option.ValueAt(s))) < minimum) wanted.Add(new(s, minimum));
        }
        return [.. wanted];
    }

    /// <summary>Without the points that cost no less than another which brings every wanted supplier as much; ascending by extra cost.</summary>
    private static LinePoint[] Undominated(LinePoint[] points, WantedMinimum[] wanted)
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
                    if (kept[i].Option.ValueAt(supplier) >= point.Option.ValueAt(supplier)) continue;
                    dominated = false;
                    break;
                }
            }
            if (!dominated) kept.Add(point);
        }
        return [.. kept.OrderBy(point => point.Extra)];
    }
}

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// The cheapest plan when it is decided whom to buy from and some of them want a minimum order value. A share is taken off their prices until they get their
/// minimum in the cheapest way (<see cref="RebateMaster"/>), which bounds the cost. Small gaps are closed by <see cref="CorePlans"/>; where the gap is larger,
/// a line is decided on: with or without one of its offers' price breaks, or up to a quantity or above it.
/// </summary>
internal sealed class MinimumOrders
{
    private const int QuickStates = 2_000;
    private const int MostStates = 10_000;

    /// <summary>Part of all steps that filling up to the minimums may take at once.</summary>
    private const double FillShare = 0.06;

    /// <summary>
    /// With more lines the search in depth seldom ends, and partial plans that are built up line by line find more (binding-200 of bench/sourcing.py: 5e-5 and 4e-7
    /// of the cost are left at 10 and 50 boards, with it 1e-4 and 2e-5).
    /// </summary>
    private const int MostFilled = 60;

    /// <summary>A gap, as part of the bound, below which partial plans are searched before lines are decided on.</summary>
    private const double SmallGap = 5e-4;

    private readonly PurchaseProblem problem;
    private readonly LineChoice[] choices;
    private readonly bool[] used;
    private readonly int[] tracked;
    private readonly bool[] isTracked;
    private readonly int mostNodes;
    private readonly long mostSteps;
    private readonly long end;
    private readonly double slack;
    private readonly SearchMeter meter;
    private readonly MinimumFill fill;
    private long best;
    private Option[]? found;
    private long unresolved = long.MaxValue;
    private int nodes;

    /// <param name="problem">With the minimum order values.</param>
    /// <param name="choices">Its lines.</param>
    /// <param name="used">Who is bought from, every one of them.</param>
    /// <param name="mostNodes">Decisions on lines that may be tried.</param>
    /// <param name="mostSteps">That may be spent.</param>
    /// <param name="slack">Part of the cost at which the gap is small enough.</param>
    /// <param name="meter">Counts the steps.</param>
    public MinimumOrders(PurchaseProblem problem, LineChoice[] choices, bool[] used, int mostNodes, long mostSteps, double slack, SearchMeter meter)
    {
        this.problem = problem;
        this.choices = choices;
        this.used = used;
        this.mostNodes = mostNodes;
        this.slack = slack;
        this.meter = meter;
        this.mostSteps = mostSteps;
        end = meter.Spent + mostSteps;
        fill = new(problem, choices, meter);
        isTracked = [.. used.Select((one, s) => one && problem.Suppliers[s].MinimumOrderValue > 0)];
        tracked = [.. Enumerable.Range(0, used.Length).Where(s => isTracked[s])];
    }

    /// <param name="known">The best plan so far; only cheaper ones count.</param>
    /// <param name="relaxed">The cheapest option of every line with these suppliers.</param>
    /// <returns>A cheaper plan if one was found, and a bound on all plans that buy from all these suppliers and from no others.</returns>
    public (Plan? Plan, long LowerBound) Solve(Plan? known, Option[] relaxed)
    {
        best = known?.Cost ?? long.MaxValue;
        var least = relaxed.Sum(option => (double)option.Cost) + used.Select((one, s) => one ? (double)problem.Suppliers[s].FixedFee : 0).Sum();
        OpenLine[] lines = [.. choices.Select((choice, line) => OpenLine.Of(choice, used, isTracked, (double)best - least + relaxed[line].Cost + Margin(best)))];
        meter.Spend(lines.Sum(line => 4L * line.Options.Length));
        var queue = new PriorityQueue<Node, double>();
        var first = new Node(lines, new double[used.Length], RoundedUp(least));
        if (Bounded(first) && Repaired(first.Lines, first.Relaxation!.Least) is { } repaired) Keep(repaired);
        // Once more from the start: what the best plan now leaves out makes the bound better.
        Array.Clear(first.Shares);
        if (Bounded(first)) queue.Enqueue(first, Lower(first));
        while (queue.TryDequeue(out var node, out _))
        {
            var lower = Lower(node);
            if (lower >= best) break;
            if (++nodes > mostNodes || lower >= best - meter.Slack(best, slack) || IsSpent)
            {
                unresolved = Math.Min(unresolved, lower);
                break;
            }
            foreach (var child in Branch(node))
            {
                if (Bounded(child)) queue.Enqueue(child, Lower(child));
            }
        }
        return (found is null ? null : Plan.Of(problem, found), Math.Min(best, unresolved));
    }

    /// <summary>Part of the plans: for each line the quantities that are left.</summary>
    private sealed class Node(OpenLine[] lines, double[] shares, long floor)
    {
        /// <summary>A bound that is known before its own.</summary>
        public long Floor { get; } = floor;

        public OpenLine[] Lines { get; } = lines;

        public double[] Shares { get; } = shares;

        public Relaxation? Relaxation { get; set; }
    }

    private bool IsSpent => meter.IsSpent || meter.Spent >= end;

    private Option[]? Repaired(OpenLine[] lines, Option[] plan) => new PlanRepair(problem, lines, used, tracked).From(plan);

    private bool Bounded(Node node)
    {
        if (Array.Exists(node.Lines, line => line.Options.Length == 0)) return false;
        if (IsSpent)
        {
            unresolved = Math.Min(unresolved, node.Floor);
            return false;
        }
        node.Relaxation = Bound(node.Lines, node.Shares);
        return node.Relaxation is not null && Lower(node) < best;
    }

    /// <summary>No plan of the node costs less.</summary>
    private static long Lower(Node node) => Math.Max(node.Floor, RoundedUp(node.Relaxation!.Bound));

    /// <summary>Doubles lose less than this over all lines.</summary>
    private static double Margin(double cost) => 0.01 + (Math.Abs(cost) * 1e-13);

    private static long RoundedUp(double cost) => (long)Math.Ceiling(cost - Margin(cost));

    private IEnumerable<Node> Branch(Node node)
    {
        var relaxation = node.Relaxation!;
        foreach (var up in (bool[])[true, false])
        {
            if (fill.Of(Rounded(node, up), best) is { } filled && filled.Cost < best) (best, found) = (filled.Cost, filled.Options);
        }
        if ((nodes & (nodes - 1)) == 0 && Repaired(node.Lines, relaxation.Least) is { } repaired) Keep(repaired);
        if (Lower(node) >= best) yield break;
        var split = relaxation.Split(node.Lines);
        var close = best - Lower(node) < relaxation.Bound * SmallGap;
        var lower = Lower(node);
        if (split is null || close || nodes == 1) lower = Math.Max(lower, Core(node, split is null || nodes == 1, split is null || close ? double.PositiveInfinity : relaxation.Bound * SmallGap));
        if (lower >= best) yield break;
        if (lower >= best - meter.Slack(best, 0))
        {
            // No plan is cheaper by as much as one grain, or after some work by as much as matters.
            unresolved = Math.Min(unresolved, lower);
            yield break;
        }
        if (split is var (line, segment, _))
        {
            foreach (var include in (bool[])[true, false])
            {
                if (Child(node, line, include ? node.Lines[line].With(segment) : node.Lines[line].Without(segment), lower) is { } child) yield return child;
            }
            yield break;
        }
        if (relaxation.SplitQuantity(node.Lines) is not var (at, of, most))
        {
            unresolved = Math.Min(unresolved, lower);
            yield break;
        }
        foreach (var above in (bool[])[true, false])
        {
            if (Child(node, at, node.Lines[at].Where(of, most, above), lower) is { } child) yield return child;
        }
    }

    private static Node? Child(Node node, int line, OpenLine open, long lower)
    {
        if (open.Options.Length == 0) return null;
        var lines = (OpenLine[])node.Lines.Clone();
        lines[line] = open;
        return new(lines, (double[])node.Shares.Clone(), lower);
    }

    /// <summary>Every line in the segments that most of the mixture has it in, and in the mean of its quantities.</summary>
    private Option[] Rounded(Node node, bool up)
    {
        var relaxation = node.Relaxation!;
        var rounded = new Option[node.Lines.Length];
        var weights = new List<(int First, int Second, double Weight, double FirstMean, double SecondMean)>();
        for (var line = 0; line < rounded.Length; line++)
        {
            weights.Clear();
            foreach (var (plan, weight) in relaxation.Mixture)
            {
                ref readonly var option = ref plan.Least[line];
                var (first, second) = (option.First, option.Second);
                var at = weights.FindIndex(one => one.First == first && one.Second == second);
                if (at < 0)
                {
                    at = weights.Count;
                    weights.Add((first, second, 0, 0, 0));
                }
                var known = weights[at];
                weights[at] = (first, second, known.Weight + weight, known.FirstMean + (weight * option.FirstQuantity), known.SecondMean + (weight * option.SecondQuantity));
            }
            rounded[line] = relaxation.Least[line];
            if (weights.Count > 0 && relaxation.Mixture.All(one => one.Plan.Least[line].Further is null))
            {
                var most = weights.MaxBy(one => one.Weight);
                rounded[line] = Rounded(choices[line].Segments, choices[line].Line.Demand, most.First, most.FirstMean / most.Weight, most.Second, most.SecondMean / most.Weight, up);
            }
        }
        return rounded;
    }

    private static Option Rounded(Segment[] segments, long demand, int first, double firstMean, int second, double secondMean, bool up)
    {
        var one = segments[first];
        if (second < 0) return Option.Single(segments, first, Math.Max(one.Least(demand), Stepped(one, firstMean)));
        var other = segments[second];
        var quantity = Math.Max(Stepped(one, firstMean), one.Least(demand - other.High));
        return Option.Pair(segments, first, quantity, second, Math.Max(other.Least(demand - quantity), Stepped(other, secondMean - other.Multiple)));

        long Stepped(in Segment segment, double mean)
        {
            var steps = up ? (long)Math.Ceiling((mean / segment.Multiple) - 1e-9) : (long)Math.Floor((mean / segment.Multiple) + 1e-9);
            return Math.Clamp(steps * segment.Multiple, segment.Low, segment.High);
        }
    }

    /// <returns>A bound on the node's plans.</returns>
    private long Core(Node node, bool isThorough, double mostStep)
    {
        var bound = node.Relaxation!.Bound;
        var (states, steps) = isThorough ? (MostStates, Math.Min(mostSteps / 2, meter.Share(FillShare))) : (QuickStates, mostSteps / 100);
        if (node.Lines.Length > MostFilled) steps = 0;
        var core = new CorePlans(problem, node.Lines, tracked, node.Shares, bound, Margin(bound), states, steps, meter);
        var (plan, lower) = core.Search(best, mostStep);
        if (plan is not null) Keep(plan);
        return lower;
    }

    private void Keep(Option[] plan)
    {
        var cost = Plan.Of(problem, plan).Cost;
        if (cost < best) (best, found) = (cost, plan);
    }

    /// <summary>The best bound over the shares; null where the minimums cannot be met however much is bought.</summary>
    private Relaxation? Bound(OpenLine[] lines, double[] shares)
    {
        var now = Relaxation.At(problem, used, lines, shares);
        var met = new List<Relaxation> { now };
        var (least, bestShares) = (now, (double[])shares.Clone());
        if (best < long.MaxValue) now.Narrow(lines, shares, best + Margin(best));
        if (Array.Exists(lines, line => line.Options.Length == 0)) return null;
        var master = new RebateMaster([.. tracked.Select(s => (double)problem.Suppliers[s].MinimumOrderValue)]);
        for (var round = 0; round < 400; round++)
        {
            meter.Spend(lines.Sum(line => (long)line.Options.Length));
            master.Add(now.Cost, [.. tracked.Select(s => now.Values[s])]);
            if (master.Ceiling <= least.Bound + Margin(least.Bound)) break;
            for (var i = 0; i < tracked.Length; i++) shares[tracked[i]] = master.Shares[i];
            now = Relaxation.At(problem, used, lines, shares);
            met.Add(now);
            if (now.Bound <= least.Bound) continue;
            if (best < long.MaxValue) now.Narrow(lines, shares, best + Margin(best));
            if (Array.Exists(lines, line => line.Options.Length == 0)) return null;
            least = now;
            shares.CopyTo(bestShares, 0);
            if (RoundedUp(least.Bound) >= best) break;
        }
        bestShares.CopyTo(shares, 0);
        return least with { Mixture = [.. master.Weights().Select(weight => (met[weight.Plan], weight.Weight))] };
    }
}

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// The cheapest plan when it is decided whom to buy from and some of them want a minimum order value. A share is taken off their prices until they get their
/// minimum in the cheapest way (<see cref="RebateMaster"/>), which bounds the cost. Small gaps are closed by <see cref="RankedPlans"/>; where the gap is larger,
/// a line is decided on: with or without one of its offers' price breaks.
/// </summary>
internal sealed class MinimumOrders
{
    private const int QuickCombinations = 2_000;
    private const int MostCombinations = 200_000;

    private readonly PurchaseProblem problem;
    private readonly LineChoice[] choices;
    private readonly bool[] used;
    private readonly int[] tracked;
    private readonly bool[] isTracked;
    private readonly int mostNodes;
    private long best;
    private Option[]? found;
    private long unresolved = long.MaxValue;
    private int nodes;

    public MinimumOrders(PurchaseProblem problem, LineChoice[] choices, bool[] used, int mostNodes)
    {
        this.problem = problem;
        this.choices = choices;
        this.used = used;
        this.mostNodes = mostNodes;
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
        var queue = new PriorityQueue<Node, double>();
        var first = new Node(lines, new double[used.Length]);
        if (Bounded(first) && Repaired(first.Lines, first.Relaxation!.Least) is { } repaired) Keep(repaired);
        // Once more from the start: what the best plan now leaves out makes the bound better.
        Array.Clear(first.Shares);
        if (Bounded(first)) queue.Enqueue(first, first.Relaxation!.Bound);
        while (queue.TryDequeue(out var node, out _))
        {
            var lower = RoundedUp(node.Relaxation!.Bound);
            if (lower >= best) break;
            if (++nodes > mostNodes)
            {
                unresolved = Math.Min(unresolved, lower);
                break;
            }
            foreach (var child in Branch(node))
            {
                if (Bounded(child)) queue.Enqueue(child, child.Relaxation!.Bound);
            }
        }
        return (found is null ? null : Plan.Of(problem, found), Math.Min(best, unresolved));
    }

    /// <summary>Part of the plans: for each line the quantities that are left.</summary>
    private sealed class Node(OpenLine[] lines, double[] shares)
    {
        public OpenLine[] Lines { get; } = lines;

        public double[] Shares { get; } = shares;

        public Relaxation? Relaxation { get; set; }
    }

    private Option[]? Repaired(OpenLine[] lines, Option[] plan) => new PlanRepair(problem, lines, used, tracked).From(plan);

    private bool Bounded(Node node)
    {
        if (Array.Exists(node.Lines, line => line.Options.Length == 0)) return false;
        node.Relaxation = Bound(node.Lines, node.Shares);
        return node.Relaxation is not null && RoundedUp(node.Relaxation.Bound) < best;
    }

    /// <summary>Doubles lose less than this over all lines.</summary>
    private static double Margin(double cost) => 0.01 + (Math.Abs(cost) * 1e-13);

    private static long RoundedUp(double cost) => (long)Math.Ceiling(cost - Margin(cost));

    private IEnumerable<Node> Branch(Node node)
    {
        var relaxation = node.Relaxation!;
        if ((node.Lines.Length <= 300 || (nodes & (nodes - 1)) == 0) && Repaired(node.Lines, relaxation.Least) is { } repaired) Keep(repaired);
        if (RoundedUp(relaxation.Bound) >= best) yield break;
        var split = relaxation.Split(node.Lines);
        var close = best - relaxation.Bound < relaxation.Bound * 1e-5;
        var lower = split is null || close ? Rank(node.Lines, node.Shares, relaxation.Bound, split is null ? MostCombinations : QuickCombinations) : RoundedUp(relaxation.Bound);
        if (lower >= best) yield break;
        if (split is not var (line, segment, _))
        {
            unresolved = Math.Min(unresolved, lower);
            yield break;
        }
        foreach (var include in (bool[])[true, false])
        {
            var lines = (OpenLine[])node.Lines.Clone();
            lines[line] = include ? lines[line].With(segment) : lines[line].Without(segment);
            if (lines[line].Options.Length > 0) yield return new Node(lines, (double[])node.Shares.Clone());
        }
    }

    private long Rank(OpenLine[] lines, double[] shares, double bound, int mostCombinations)
    {
        var (plan, lower) = new RankedPlans(problem, lines, tracked, shares, bound, Margin(bound), mostCombinations).Search(best);
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
        var master = new RebateMaster([.. tracked.Select(s => (double)problem.Suppliers[s].MinimumOrderValue)]);
        for (var round = 0; round < 400; round++)
        {
            master.Add(now.Cost, [.. tracked.Select(s => now.Values[s])]);
            if (master.Ceiling <= least.Bound + Margin(least.Bound)) break;
            for (var i = 0; i < tracked.Length; i++) shares[tracked[i]] = master.Shares[i];
            now = Relaxation.At(problem, used, lines, shares);
            met.Add(now);
            if (best < long.MaxValue) now.Narrow(lines, shares, best + Margin(best));
            if (Array.Exists(lines, line => line.Options.Length == 0)) return null;
            if (now.Bound <= least.Bound) continue;
            least = now;
            shares.CopyTo(bestShares, 0);
            if (RoundedUp(least.Bound) >= best) break;
        }
        bestShares.CopyTo(shares, 0);
        return least with { Mixture = [.. master.Weights().Select(weight => (met[weight.Plan], weight.Weight))] };
    }
}

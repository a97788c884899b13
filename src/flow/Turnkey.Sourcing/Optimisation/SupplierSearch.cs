namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Decides whom to buy from: branch and bound over the suppliers. Once they are decided the lines are independent, but for minimum order values, which
/// <see cref="MinimumOrders"/> sees to.
/// </summary>
internal sealed class SupplierSearch
{
    private const int RootRounds = 40;

    /// <summary>Part of all steps that is spent on looking for a plan before anything is proven.</summary>
    private const double SearchShare = 0.03;

    private const double QuickShare = 0.01;

    private static readonly Effort[] Passes = [new(1e-3, 0.02, 1, 6), new(1e-5, 0.1, 1, 6), new(0, 1, 1, 6)];

    private readonly PurchaseProblem problem;
    private readonly LineChoice[] lines;
    private readonly CoverModel plain;
    private readonly CoverModel model;
    private readonly SupplierBound bound;
    private readonly SearchMeter meter;
    private readonly HashSet<string> tried = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> settled = new(StringComparer.Ordinal);
    private long unresolved = long.MaxValue;
    private long proven;
    private Effort pass;
    private long end;

    public SupplierSearch(PurchaseProblem problem, LineChoice[] lines, SearchMeter meter)
    {
        this.problem = problem;
        this.lines = lines;
        this.meter = meter;
        plain = new(problem, lines);
        model = plain;
        bound = new(model);
        if (problem.Suppliers.All(supplier => supplier.MinimumOrderValue == 0)) return;
        model = new(problem, lines);
        bound = new(model);
    }

    /// <summary>The cheapest plan found; one that is known before is given to begin with.</summary>
    public Plan? Best { get; set; }

    /// <summary>No plan costs less.</summary>
    public long LowerBound => Math.Min(BestCost, meter.RoundedUp(proven));

    private long BestCost => Best?.Cost ?? long.MaxValue;

    /// <summary>The best bound before anything is decided, as prices: what is taken off suppliers' prices, and what each line pays of their fixed costs.</summary>
    public RootPrices Root()
    {
        var states = new SupplierState[problem.Suppliers.Length];
        if (model == plain) bound.Ascend(states);
        else Rebate(states, RootRounds);
        return new(model, bound);
    }

    public void Run()
    {
        var states = new SupplierState[problem.Suppliers.Length];
        if (lines.Length == 0) return;
        if (model == plain)
        {
            Pass(states, new(0, 1, 1, 0));
            return;
        }
        Rebate(states, RootRounds);
        var root = (double[])model.Rebates.Clone();
        // Most problems are solved as they stand; what follows helps where many minimums bind.
        Pass(states, new(0, QuickShare, QuickShare, 0));
        if (IsProven) return;
        bound.Ascend(states);
        var search = new PlanSearch(problem, lines, meter);
        foreach (var used in (bool[][])[Candidate(states), [.. states.Select(_ => true)]])
        {
            if (search.From(used, model.Rebates, meter.Spent + meter.Share(SearchShare)) is { } plan && plan.Cost < BestCost) Best = plan;
        }
        // First what is far off is settled, then what is near: a good plan found early spares most of the work.
        foreach (var effort in Passes)
        {
            root.CopyTo(model.Rebates, 0);
            model.Reprice();
            Pass(states, effort);
            if (IsProven || meter.IsSpent) return;
        }
    }

    /// <summary>One way through the branches.</summary>
    /// <param name="Slack">Part of the cost at which a gap is left alone for now.</param>
    /// <param name="SetShare">Part of all steps that one set of suppliers may take.</param>
    /// <param name="Share">Part of all steps that the pass may take.</param>
    /// <param name="NodeRounds">Steps towards better shares at each node.</param>
    private readonly record struct Effort(double Slack, double SetShare, double Share, int NodeRounds);

    private bool IsProven => proven >= BestCost - meter.Slack(BestCost, 0);

    private void Pass(SupplierState[] states, Effort effort)
    {
        (pass, end, unresolved) = (effort, meter.Spent + meter.Share(effort.Share), long.MaxValue);
        Branch(states);
        proven = Math.Max(proven, Math.Min(BestCost, unresolved));
    }

    /// <summary>
    /// Finds shares to take off the prices of suppliers that would get less than their minimum: subgradient steps from those of the node before; the best
    /// bound is kept.
    /// </summary>
    private long Rebate(SupplierState[] states, int rounds)
    {
        var best = (Bound: bound.Ascend(states), Rebates: (double[])model.Rebates.Clone());
        var moved = false;
        for (var round = 0; round < rounds; round++)
        {
            if (best.Bound == long.MaxValue || Whole(best.Bound) >= BestCost) break;
            var used = Candidate(states);
            var chosen = Choose(model, used);
            if (chosen is null) break;
            var values = Plan.Of(problem, chosen).Values;
            // At a node the shares are near the best already.
            var step = 0.5 / (1 + ((round + (rounds < RootRounds ? RootRounds / 4 : 0)) / 4.0));
            var changed = false;
            for (var s = 0; s < values.Length; s++)
            {
                var minimum = problem.Suppliers[s].MinimumOrderValue;
                if (minimum == 0) continue;
                var missing = (used[s] ? minimum : 0) - values[s];
                var to = Math.Clamp(model.Rebates[s] + (step * missing / Math.Max(minimum, values[s])), 0, 1);
                changed |= to != model.Rebates[s];
                model.Rebates[s] = to;
            }
            if (!changed) break;
            moved = true;
            model.Reprice();
            meter.Spend(model.Size);
            var now = bound.Ascend(states);
            if (now > best.Bound) best = (now, (double[])model.Rebates.Clone());
        }
        if (!moved) return best.Bound;
        best.Rebates.CopyTo(model.Rebates, 0);
        model.Reprice();
        meter.Spend(model.Size);
        return bound.Ascend(states);
    }

    private static long Whole(long bound) => (bound / CoverModel.Scale) + (bound % CoverModel.Scale == 0 ? 0 : 1);

    private void Branch(SupplierState[] states)
    {
        meter.Spend(2L * model.Ways);
        var least = bound.Ascend(states);
        if (pass.NodeRounds > 0 && least < long.MaxValue && Whole(least) < BestCost) least = Rebate(states, pass.NodeRounds);
        if (least == long.MaxValue) return;
        var leastCost = Whole(least);
        if (leastCost >= BestCost) return;
        if (leastCost >= BestCost - meter.Slack(BestCost, pass.Slack) || meter.Spent >= end || meter.IsSpent)
        {
            unresolved = Math.Min(unresolved, leastCost);
            return;
        }
        var slacks = (long[])bound.Slack.Clone();
        var used = Candidate(states);
        var complete = !states.Contains(SupplierState.Undecided);
        Try(used, complete, leastCost);
        if (complete) return;

        states = (SupplierState[])states.Clone();
        for (var s = 0; s < states.Length; s++)
        {
            // To use it costs at least the part of its fixed cost that no line takes up.
            if (states[s] == SupplierState.Undecided && Best is not null && (decimal)least + slacks[s] > (decimal)(BestCost - 1) * CoverModel.Scale) states[s] = SupplierState.Closed;
        }
        var rebates = (double[])model.Rebates.Clone();
        if (!states.Contains(SupplierState.Undecided))
        {
            Branch(states);
            return;
        }
        var (supplier, use) = Next(states, slacks, used);
        states[supplier] = use ? SupplierState.Used : SupplierState.Closed;
        Branch(states);
        states[supplier] = use ? SupplierState.Closed : SupplierState.Used;
        if (model != plain)
        {
            rebates.CopyTo(model.Rebates, 0);
            model.Reprice();
            meter.Spend(model.Size);
        }
        Branch(states);
    }

    /// <summary>Suppliers decided for, and those whose fixed cost is taken up.</summary>
    private bool[] Candidate(SupplierState[] states) =>
        [.. states.Select((state, s) => state == SupplierState.Used || (state == SupplierState.Undecided && bound.Slack[s] == 0))];

    /// <summary>The undecided supplier about whom least is known: whose saving is nearest its fee.</summary>
    private (int Supplier, bool Use) Next(SupplierState[] states, long[] slack, bool[] used)
    {
        var savings = Savings(used);
        var best = (Supplier: -1, Use: false, Doubt: double.MaxValue);
        for (var s = 0; s < states.Length; s++)
        {
            if (states[s] != SupplierState.Undecided) continue;
            var gain = used[s] ? savings[s] - ((double)problem.Suppliers[s].FixedFee * CoverModel.Scale) : -slack[s];
            if (best.Supplier < 0 || Math.Abs(gain) < best.Doubt) best = (s, gain >= 0 && used[s], Math.Abs(gain));
        }
        return (best.Supplier, best.Use);
    }

    /// <summary>Per used supplier, what the lines would cost more without it.</summary>
    private double[] Savings(bool[] used)
    {
        var savings = new double[used.Length];
        for (var line = 0; line < plain.Lines; line++)
        {
            var ways = plain.Of(line);
            var first = -1;
            for (var i = 0; i < ways.Length; i++)
            {
                if (!ways[i].IsWithin(used)) continue;
                first = i;
                break;
            }
            if (first < 0) continue;
            Without(ways, ways[first].A);
            if (ways[first].B >= 0) Without(ways, ways[first].B);
            foreach (var other in ways[first].Others ?? []) Without(ways, other);

            void Without(ReadOnlySpan<Way> all, int supplier)
            {
                foreach (var way in all)
                {
                    if (way.Uses(supplier) || !way.IsWithin(used)) continue;
                    savings[supplier] += way.Cost - all[first].Cost;
                    return;
                }
                savings[supplier] = double.PositiveInfinity;
            }
        }
        return savings;
    }

    private void Try(bool[] used, bool complete, long least)
    {
        var chosen = Choose(plain, used);
        if (chosen is null) return;
        var plan = Plan.Of(problem, chosen);
        if (plan.Meets(problem) && (!complete || Array.TrueForAll([.. Enumerable.Range(0, used.Length)], s => !used[s] || problem.Suppliers[s].MinimumOrderValue <= plan.Values[s])))
        {
            if (plan.Cost < BestCost) Best = plan;
            return;
        }
        if (plan.Cost >= BestCost) return;
        var key = string.Concat(used.Select(one => one ? '1' : '0'));
        if (!complete && !tried.Add(key)) return;
        if (complete && settled.TryGetValue(key, out var known) && known >= BestCost - meter.Slack(BestCost, pass.Slack))
        {
            unresolved = Math.Min(unresolved, known);
            return;
        }
        // Suppliers that are not decided yet are tried for a good plan only.
        var outcome = new MinimumOrders(problem, lines, used, complete ? int.MaxValue : 1, meter.Share(pass.SetShare), pass.Slack, meter).Solve(Best, chosen);
        if (outcome.Plan is { } found && found.Cost < BestCost) Best = found;
        if (!complete) return;
        settled[key] = Math.Max(Math.Max(settled.GetValueOrDefault(key), least), outcome.LowerBound);
        unresolved = Math.Min(unresolved, settled[key]);
    }

    private Option[]? Choose(CoverModel from, bool[] used)
    {
        var chosen = new Option[lines.Length];
        for (var line = 0; line < lines.Length; line++)
        {
            var found = false;
            foreach (var way in from.Of(line))
            {
                if (!way.IsWithin(used)) continue;
                chosen[line] = lines[line].Options[way.Option];
                found = true;
                break;
            }
            if (!found) return null;
        }
        return chosen;
    }
}

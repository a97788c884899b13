namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// The cheapest plan when it is decided whom to buy from and some of them want a minimum order value: a share is taken off their prices (Lagrange multipliers)
/// until they get their minimum in the cheapest way, which bounds the cost; then plans are tried in the order of what they cost more than that bound.
/// </summary>
internal sealed class MinimumOrders
{
    private readonly PurchaseProblem problem;
    private readonly LineChoice[] lines;
    private readonly bool[] used;
    private readonly Option[][] open;
    private readonly int[] tracked;
    private readonly double[] shares;

    public MinimumOrders(PurchaseProblem problem, LineChoice[] lines, bool[] used)
    {
        this.problem = problem;
        this.lines = lines;
        this.used = used;
        open = [.. lines.Select(line => Array.FindAll(line.Options, option => used[option.A] && (option.B < 0 || used[option.B])))];
        tracked = [.. Enumerable.Range(0, used.Length).Where(s => used[s] && problem.Suppliers[s].MinimumOrderValue > 0)];
        shares = new double[used.Length];
    }

    /// <param name="known">The best plan so far; only cheaper ones count.</param>
    /// <param name="complete">Whether the cheapest is wanted, or a good one is enough.</param>
    /// <returns>A cheaper plan if one was found, and a bound on all plans that buy from all these suppliers and no others; at least the best cost where there is none cheaper.</returns>
    public (Plan? Plan, long LowerBound) Solve(Plan? known, bool complete)
    {
        var best = known?.Cost ?? long.MaxValue;
        var least = Bound();
        if (RoundedUp(least) >= best) return (null, RoundedUp(least));
        var found = Repaired();
        if (found is not null && found.Cost >= best) found = null;
        best = Math.Min(best, found?.Cost ?? long.MaxValue);
        if (!complete || best == long.MaxValue) return (found, Math.Min(best, RoundedUp(least)));
        var ranking = new RankedPlans(problem, lines, used, tracked, shares, least, Margin(least));
        var (options, lower) = ranking.Search(best);
        if (options is not null) found = Plan.Of(problem, options);
        return (found, lower);
    }

    /// <summary>Doubles lose less than this over all lines.</summary>
    private static double Margin(double cost) => 0.01 + (Math.Abs(cost) * 1e-13);

    private static long RoundedUp(double cost) => (long)Math.Ceiling(cost - Margin(cost));

    /// <summary>The best bound over the shares, one supplier's at a time.</summary>
    private double Bound()
    {
        var values = new double[used.Length];
        var bound = Evaluate(values);
        for (var round = 0; round < 12; round++)
        {
            var before = bound;
            foreach (var s in tracked)
            {
                var minimum = (double)problem.Suppliers[s].MinimumOrderValue;
                if (shares[s] == 0 && values[s] >= minimum) continue;
                var (low, high) = (0.0, 1.0);
                for (var step = 0; step < 48 && high - low > 1e-15; step++)
                {
                    shares[s] = (low + high) / 2;
                    Evaluate(values);
                    if (values[s] < minimum) low = shares[s];
                    else high = shares[s];
                }
                shares[s] = high;
                bound = Evaluate(values);
                shares[s] = low;
                if (Evaluate(values) is var other && other > bound) bound = other;
                else shares[s] = high;
                Evaluate(values);
            }
            if (bound - before <= 1) break;
        }
        return bound;
    }

    private double Evaluate(double[] values)
    {
        Array.Clear(values);
        var sum = 0.0;
        foreach (var options in open)
        {
            var least = double.PositiveInfinity;
            var chosen = 0;
            for (var i = 0; i < options.Length; i++)
            {
                var cost = options[i].CostAfter(shares);
                if (cost < least) (least, chosen) = (cost, i);
            }
            sum += least;
            ref readonly var option = ref options[chosen];
            values[option.A] += option.ValueA;
            if (option.B >= 0) values[option.B] += option.ValueB;
        }
        for (var s = 0; s < used.Length; s++)
        {
            if (used[s]) sum += problem.Suppliers[s].FixedFee + (shares[s] * problem.Suppliers[s].MinimumOrderValue);
        }
        return sum;
    }

    /// <summary>The bound's own choice, made to meet the minimums line by line, and then made cheaper line by line.</summary>
    private Plan? Repaired()
    {
        var chosen = new Option[lines.Length];
        for (var line = 0; line < lines.Length; line++) chosen[line] = open[line].MinBy(option => option.CostAfter(shares));
        var values = Plan.Of(problem, chosen).Values;
        for (var round = 0; round < 2 * tracked.Length && Missing() > 0; round++)
        {
            // The line that brings what is missing at the least extra cost; where none can bring all, the one that brings most.
            (int Line, Option Option, long Missing, long Extra) best = (-1, default, long.MaxValue, long.MaxValue);
            for (var line = 0; line < lines.Length; line++)
            {
                foreach (var option in Reaching(line, chosen[line], values))
                {
                    Replace(line, option);
                    var missing = Missing();
                    var extra = option.Cost;
                    Replace(line, chosen[line], option);
                    extra -= chosen[line].Cost;
                    if (missing < best.Missing || (missing == best.Missing && extra < best.Extra)) best = (line, option, missing, extra);
                }
            }
            if (best.Line < 0) return null;
            Replace(best.Line, best.Option);
            chosen[best.Line] = best.Option;
        }
        if (Missing() > 0) return null;
        for (var improved = true; improved;)
        {
            improved = false;
            for (var line = 0; line < lines.Length; line++)
            {
                var before = chosen[line];
                foreach (var option in Reaching(line, before, values))
                {
                    if (option.Cost >= chosen[line].Cost) continue;
                    var kept = chosen[line];
                    Replace(line, option, kept);
                    if (Missing() > 0)
                    {
                        Replace(line, kept, option);
                        continue;
                    }
                    chosen[line] = option;
                    improved = true;
                }
            }
        }
        return Plan.Of(problem, chosen);

        long Missing() => tracked.Sum(s => Math.Max(0, problem.Suppliers[s].MinimumOrderValue - values[s]));

        void Replace(int line, Option by, Option? instead = null)
        {
            var old = instead ?? chosen[line];
            values[old.A] -= old.ValueA;
            if (old.B >= 0) values[old.B] -= old.ValueB;
            values[by.A] += by.ValueA;
            if (by.B >= 0) values[by.B] += by.ValueB;
        }
    }

    /// <summary>A line's options, with quantities raised so that tracked suppliers get what they miss without this line's present option.</summary>
    private List<Option> Reaching(int line, Option present, long[] values)
    {
        var need = new long[used.Length];
        foreach (var s in tracked)
            need[s] = problem.Suppliers[s].MinimumOrderValue - values[s] + (present.A == s ? present.ValueA : 0) + (present.B == s ? present.ValueB : 0);
        var raised = new List<Segment>();
        var map = lines[line].Segments;
        var options = new List<Option>(open[line]);
        var any = false;
        foreach (var segment in map)
        {
            var missing = used[segment.Supplier] && segment.UnitPrice > 0 ? need[segment.Supplier] : 0;
            var low = missing > 0 ? segment.Least((missing + segment.UnitPrice - 1) / segment.UnitPrice) : segment.Low;
            any |= low > segment.Low;
            raised.Add(used[segment.Supplier] && low >= 0 ? segment with { Low = low } : segment with { Low = 1, High = 0 });
        }
        if (any) LineChoice.Cover([.. raised], lines[line].Line.Demand, lines[line].Line.MostOffers, options);
        return options;
    }
}

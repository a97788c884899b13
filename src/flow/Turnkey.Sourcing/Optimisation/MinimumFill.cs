namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Buys more of what a plan buys anyway until every supplier that is used gets its minimum order value, with as little above it as whole multiples allow: of
/// each two lines that can be bought more of, the one makes up for what the other's steps leave.
/// </summary>
internal sealed class MinimumFill(PurchaseProblem problem, LineChoice[] lines)
{
    private const int MostSteps = 4_000;
    private const int MostPaired = 12;

    /// <summary>More pieces of one line at one supplier: what a step brings and costs, and how many steps there are.</summary>
    private readonly record struct More(int Line, bool Second, long Value, long Cost, long Steps);

    /// <returns>Null where a supplier's lines cannot be bought enough of.</returns>
    public Plan? Of(Option[] options)
    {
        var plan = Plan.Of(problem, options);
        if (plan.Meets(problem)) return plan;
        var filled = (Option[])options.Clone();
        for (var s = 0; s < plan.Used.Length; s++)
        {
            if (!plan.Used[s] || plan.Values[s] >= problem.Suppliers[s].MinimumOrderValue) continue;
            if (!Fill(filled, s, problem.Suppliers[s].MinimumOrderValue - plan.Values[s])) return null;
        }
        return Plan.Of(problem, filled);
    }

    private bool Fill(Option[] options, int supplier, long missing)
    {
        var all = new List<More>();
        for (var line = 0; line < options.Length; line++)
        {
            ref readonly var option = ref options[line];
            if (option.A != supplier && option.B != supplier) continue;
            Add(option.First, option.FirstQuantity, false, line);
            if (option.Second >= 0) Add(option.Second, option.SecondQuantity, true, line);
        }
        // Where a piece costs more than it counts, the least of that first; then the coarse before the fine.
        all.Sort((a, b) =>
        {
            var rate = ((Int128)a.Cost * b.Value).CompareTo((Int128)b.Cost * a.Value);
            if (rate != 0) return rate;
            return a.Value != b.Value ? b.Value.CompareTo(a.Value) : a.Line.CompareTo(b.Line);
        });
        var steps = new long[all.Count];
        var rest = missing;
        for (var i = 0; i < all.Count && rest > 0; i++)
        {
            steps[i] = Math.Min(all[i].Steps, rest / all[i].Value);
            rest -= steps[i] * all[i].Value;
        }
        if (rest > 0 && !Close(all, steps, ref rest)) return false;
        for (var i = 0; i < all.Count; i++)
        {
            if (steps[i] > 0) Buy(options, all[i], steps[i]);
        }
        return true;

        void Add(int segment, long quantity, bool second, int line)
        {
            ref readonly var of = ref lines[line].Segments[segment];
            var more = (of.High - quantity) / of.Multiple;
            if (of.Supplier == supplier && more > 0 && of.UnitPrice > 0) all.Add(new(line, second, of.UnitPrice * of.Multiple, of.UnitCost * of.Multiple, more));
        }
    }

    /// <summary>Covers what is left by changing the steps of one line or of two so that least is paid.</summary>
    private static bool Close(List<More> all, long[] steps, ref long rest)
    {
        var left = rest;
        var best = (Cost: Int128.MaxValue, I: -1, StepsI: 0L, K: -1, StepsK: 0L);
        for (var i = 0; i < all.Count && best.Cost != left; i++) Try(i, (left + all[i].Value - 1) / all[i].Value, -1, 0);
        // The finest are the ones that can come closest.
        var fine = Enumerable.Range(0, all.Count).OrderBy(i => all[i].Value).Take(MostPaired).ToArray();
        var coarse = Enumerable.Range(0, all.Count).Where(i => steps[i] > 0 || all[i].Steps > 0).OrderByDescending(i => Math.Min(all[i].Steps, MostSteps)).ThenBy(i => all[i].Value).Take(2 * MostPaired).ToArray();
        foreach (var i in fine)
        {
            foreach (var k in coarse)
            {
                if (i == k) continue;
                for (var n = -Math.Min(steps[k], MostSteps / 2); n <= Math.Min(all[k].Steps - steps[k], MostSteps / 2) && best.Cost > left; n++)
                {
                    var remaining = left - (n * all[k].Value);
                    var more = remaining >= 0 ? (remaining + all[i].Value - 1) / all[i].Value : -(-remaining / all[i].Value);
                    Try(i, more, k, n);
                }
            }
        }
        if (best.I < 0) return false;
        steps[best.I] += best.StepsI;
        if (best.K >= 0) steps[best.K] += best.StepsK;
        rest = 0;
        return true;

        void Try(int i, long more, int k, long moreK)
        {
            if (steps[i] + more < 0 || steps[i] + more > all[i].Steps) return;
            var cost = ((Int128)more * all[i].Cost) + (k < 0 ? 0 : (Int128)moreK * all[k].Cost);
            if (cost < best.Cost) best = (cost, i, more, k, moreK);
        }
    }

    private void Buy(Option[] options, in More more, long steps)
    {
        var option = options[more.Line];
        var segments = lines[more.Line].Segments;
        var pieces = steps * segments[more.Second ? option.Second : option.First].Multiple;
        options[more.Line] = option.Second < 0
            ? Option.Single(segments, option.First, option.FirstQuantity + pieces)
            : Option.Pair(segments, option.First, option.FirstQuantity + (more.Second ? 0 : pieces), option.Second, option.SecondQuantity + (more.Second ? pieces : 0));
    }
}

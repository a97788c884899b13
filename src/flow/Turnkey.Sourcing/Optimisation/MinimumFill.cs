namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Buys more of what a plan buys anyway until every supplier that is used gets its minimum order value, with as little above it as whole multiples allow. Of
/// the lines that can be bought more of, two groups are each taken in many ways, and the two that together come nearest are found by sorting (Horowitz and
/// Sahni 1974).
/// </summary>
internal sealed class MinimumFill(PurchaseProblem problem, LineChoice[] lines, SearchMeter meter)
{
    private const int MostSums = 12_000;
    private const int MostDeviation = 4;

    /// <summary>More pieces of one line at one supplier: what a step brings and costs, and how many steps there are.</summary>
    private readonly record struct More(int Line, int Purchase, long Value, long Cost, long Steps);

    /// <param name="options">One of each line.</param>
    /// <param name="best">Only what can cost less than this is of interest.</param>
    /// <returns>Null where a supplier's lines cannot be bought enough of, or not below <paramref name="best"/>.</returns>
    public Plan? Of(Option[] options, long best)
    {
        var plan = Plan.Of(problem, options);
        var least = (decimal)plan.Cost;
        for (var s = 0; s < plan.Used.Length; s++)
        {
            if (plan.Used[s]) least += Math.Max(0, problem.Suppliers[s].MinimumOrderValue - plan.Values[s]);
        }
        // What counts towards a minimum costs no less.
        if (least >= best) return null;
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
            if (!option.Uses(supplier)) continue;
            for (var purchase = 0; purchase < option.Count; purchase++) Add(option.SegmentAt(purchase), option.QuantityAt(purchase), purchase, line);
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

        void Add(int segment, long quantity, int purchase, int line)
        {
            ref readonly var of = ref lines[line].Segments[segment];
            var more = (of.High - quantity) / of.Multiple;
            if (of.Supplier == supplier && more > 0 && of.UnitPrice > 0) all.Add(new(line, purchase, of.UnitPrice * of.Multiple, of.UnitCost * of.Multiple, more));
        }
    }

    /// <summary>Covers what is left by taking some steps more of some lines and some fewer of others, so that least is paid.</summary>
    private bool Close(List<More> all, long[] steps, ref long rest)
    {
        var left = rest;
        var alone = -1;
        for (var i = 0; i < all.Count; i++)
        {
            var more = (left + all[i].Value - 1) / all[i].Value;
            if (steps[i] + more <= all[i].Steps && (alone < 0 || (Int128)more * all[i].Cost < (Int128)((left + all[alone].Value - 1) / all[alone].Value) * all[alone].Cost)) alone = i;
        }
        var best = alone < 0 ? long.MaxValue : (left + all[alone].Value - 1) / all[alone].Value * all[alone].Cost;
        var (first, second) = (Sums.Of(all, steps, 0), Sums.Of(all, steps, 1));
        meter.Spend(6L * (first.Count + second.Count));
        var pair = (First: -1, Second: -1);
        second.Sort();
        for (var i = 0; i < first.Count && best > left; i++)
        {
            var k = second.FirstOf(left - first.Value(i));
            if (k < 0 || first.Cost(i) + second.LeastFrom(k) >= best) continue;
            best = first.Cost(i) + second.LeastFrom(k);
            pair = (i, k);
        }
        if (pair.First >= 0)
        {
            first.Apply(pair.First, steps);
            second.ApplyLeast(pair.Second, steps);
        }
        else if (alone >= 0) steps[alone] += (left + all[alone].Value - 1) / all[alone].Value;
        else return false;
        rest = 0;
        return true;
    }

    /// <summary>What every other line brings and costs, each in some steps more or fewer.</summary>
    private sealed class Sums
    {
        private readonly List<(int Before, int Item, int Steps)> from = [];
        private readonly List<long> values = [];
        private readonly List<long> costs = [];
        private int[] order = [];
        private int[] least = [];

        public int Count => values.Count;

        public static Sums Of(List<More> all, long[] steps, int group)
        {
            var sums = new Sums();
            sums.Add(-1, -1, 0, 0, 0);
            for (var item = all.Count - 1 - group; item >= 0; item -= 2)
            {
                var fewer = (int)Math.Min(steps[item], MostDeviation);
                var more = (int)Math.Min(all[item].Steps - steps[item], MostDeviation);
                if (sums.Count * (fewer + more + 1L) > MostSums) continue;
                var count = sums.Count;
                for (var n = -fewer; n <= more; n++)
                {
                    if (n == 0) continue;
                    for (var i = 0; i < count; i++) sums.Add(i, item, n, sums.values[i] + (n * all[item].Value), sums.costs[i] + (n * all[item].Cost));
                }
            }
            return sums;
        }

        public long Value(int i) => values[i];

        public long Cost(int i) => costs[i];

        /// <summary>By value, with the cheapest from each on.</summary>
        public void Sort()
        {
            order = [.. Enumerable.Range(0, Count)];
            var keys = values.ToArray();
            Array.Sort(keys, order);
            least = new int[Count];
            for (var i = Count - 1; i >= 0; i--) least[i] = i + 1 < Count && costs[least[i + 1]] < costs[order[i]] ? least[i + 1] : order[i];
        }

        /// <summary>Place of the first that brings at least so much; -1 where none does.</summary>
        public int FirstOf(long value)
        {
            var (low, high) = (0, Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (values[order[middle]] < value) low = middle + 1;
                else high = middle;
            }
            return low < Count ? low : -1;
        }

        public long LeastFrom(int place) => costs[least[place]];

        public void ApplyLeast(int place, long[] steps) => Apply(least[place], steps);

        public void Apply(int i, long[] steps)
        {
            for (; from[i].Before >= 0; i = from[i].Before) steps[from[i].Item] += from[i].Steps;
        }

        private void Add(int before, int item, int n, long value, long cost)
        {
            from.Add((before, item, n));
            values.Add(value);
            costs.Add(cost);
        }
    }

    private void Buy(Option[] options, in More more, long steps)
    {
        var option = options[more.Line];
        var segments = lines[more.Line].Segments;
        var pieces = steps * segments[option.SegmentAt(more.Purchase)].Multiple;
        options[more.Line] = option.With(segments, more.Purchase, option.QuantityAt(more.Purchase) + pieces);
    }
}

namespace Turnkey.Sourcing.Optimisation;

/// <summary>A line with the ways that a plan can have which costs no more than some gap above the bound.</summary>
/// <param name="Line">Number of the line.</param>
/// <param name="Shapes">Its ways.</param>
/// <param name="Brings">What each wanted supplier can get of it.</param>
internal sealed record FillLine(int Line, FillShape[] Shapes, ReachableValues[] Brings)
{
    private const int Rounds = 4;

    /// <summary>How many ways there are, at most.</summary>
    public double Count => Shapes.Sum(shape => shape.Count);

    /// <summary>
    /// What all other lines bring a supplier at least and at most leaves a line a range of values, which narrows its quantities, which narrows the ranges of the
    /// others.
    /// </summary>
    /// <param name="lines">With the quantities that are left to them.</param>
    /// <param name="wanted">Suppliers whose minimum a plan could miss.</param>
    /// <param name="shares">Taken off their prices.</param>
    /// <param name="gap">That a plan may cost above the bound.</param>
    /// <param name="tops">The most that each wanted supplier gets then.</param>
    /// <param name="mostSums">That are made to see what one supplier can get of a line.</param>
    /// <param name="meter">Counts the steps.</param>
    /// <returns>Null where some line has no way left, or some minimum cannot be met.</returns>
    public static FillLine[]? Of(OpenLine[] lines, WantedMinimum[] wanted, double[] shares, double gap, long[] tops, long mostSums, SearchMeter meter)
    {
        var (least, most) = (new long[lines.Length][], new long[lines.Length][]);
        for (var line = 0; line < lines.Length; line++)
        {
            least[line] = Array.ConvertAll(wanted, one => lines[line].Options.Min(option => option.ValueAt(one.Supplier)));
            // Larger values lie within the corners too.
            most[line] = Array.ConvertAll(wanted, one => lines[line].Options.Max(option => option.ValueAt(one.Supplier)));
        }
        var all = Enumerable.Range(0, wanted.Length).Select(i => (Least: least.Sum(one => one[i]), Most: most.Sum(one => one[i]))).ToArray();
        var makers = new Maker[lines.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var changed = false;
            for (var line = 0; line < lines.Length; line++)
            {
                var (low, high) = (new long[wanted.Length], new long[wanted.Length]);
                for (var i = 0; i < wanted.Length; i++)
                {
                    low[i] = wanted[i].Minimum - (all[i].Most - most[line][i]);
                    high[i] = tops[i] - (all[i].Least - least[line][i]);
                }
                makers[line] = new(lines[line], line, wanted, shares, gap, low, high);
                if (makers[line].IsEmpty) return null;
                for (var i = 0; i < wanted.Length; i++)
                {
                    var (smallest, largest) = makers[line].Span(i);
                    changed |= smallest > least[line][i] || largest < most[line][i];
                    (smallest, largest) = (Math.Max(least[line][i], smallest), Math.Min(most[line][i], largest));
                    all[i] = (all[i].Least + smallest - least[line][i], all[i].Most + largest - most[line][i]);
                    (least[line][i], most[line][i]) = (smallest, largest);
                }
                meter.Spend(lines[line].Options.Length);
            }
            if (!changed) break;
        }
        return Array.ConvertAll(makers, maker => maker.Made(mostSums, meter));
    }

    /// <summary>Finds the ways of one line.</summary>
    private sealed class Maker
    {
        private readonly OpenLine open;
        private readonly int line;
        private readonly WantedMinimum[] wanted;
        private readonly double[] shares;
        private readonly double gap;
        private readonly long[] low;
        private readonly long[] high;
        private readonly double least;
        private readonly List<FillShape> shapes = [];

        /// <param name="open">The line.</param>
        /// <param name="line">Its number.</param>
        /// <param name="wanted">Suppliers whose minimum a plan could miss.</param>
        /// <param name="shares">Taken off their prices.</param>
        /// <param name="gap">That it may cost above its least.</param>
        /// <param name="low">That it must bring them.</param>
        /// <param name="high">That it may bring them.</param>
        public Maker(OpenLine open, int line, WantedMinimum[] wanted, double[] shares, double gap, long[] low, long[] high)
        {
            (this.open, this.line, this.wanted, this.shares, this.gap, this.low, this.high) = (open, line, wanted, shares, gap, low, high);
            least = open.Options.Min(option => option.CostAfter(shares));
            Fixed();
            var segments = open.Segments;
            for (var i = 0; i < segments.Length; i++)
            {
                if (segments[i].IsEmpty) continue;
                if (open.Allows(Option.Single(segments, i, segments[i].Low))) Add([i]);
                if (open.MostOffers < 2) continue;
                for (var k = i + 1; k < segments.Length; k++)
                {
                    if (segments[k].IsEmpty || segments[i].Offer == segments[k].Offer) continue;
                    if (open.Allows(Option.Pair(segments, i, segments[i].Low, k, segments[k].Low))) Add([i, k]);
                }
            }
            foreach (var set in open.Sets)
            {
                if (!Array.Exists(set, i => segments[i].IsEmpty) && open.Allows(Option.Of(segments, set, [.. set.Select(i => segments[i].Low)]))) Add(set);
            }
        }

        public bool IsEmpty => shapes.Count == 0;

        public FillLine Made(long mostSums, SearchMeter meter) => new(line, [.. shapes], [.. Enumerable.Range(0, wanted.Length).Select(place => Values(place, mostSums, meter))]);

        /// <summary>The least and the most that a supplier can get of it.</summary>
        public (long Least, long Most) Span(int place)
        {
            var (smallest, largest) = (long.MaxValue, 0L);
            foreach (var shape in shapes)
            {
                var (from, to) = (0L, 0L);
                foreach (ref readonly var range in shape.Ranges.AsSpan())
                {
                    if (range.Wanted == place) (from, to) = (from + (range.Low * range.UnitPrice), to + (range.High * range.UnitPrice));
                }
                (smallest, largest) = (Math.Min(smallest, from), Math.Max(largest, Math.Min(to, high[place])));
            }
            return (smallest, Math.Max(smallest, largest));
        }

        private int WantedOf(int segment) => Array.FindIndex(wanted, one => one.Supplier == open.Segments[segment].Supplier);

        /// <summary>Of the ways that bring nobody who wants it anything only the cheapest matters.</summary>
        private void Fixed()
        {
            if (Array.Exists(low, one => one > 0)) return;
            Option? best = null;
            foreach (var option in open.Options)
            {
                if (!Array.Exists(wanted, one => option.Uses(one.Supplier)) && (best is null || option.Cost < best.Value.Cost)) best = option;
            }
            if (best is { } way && way.CostAfter(shares) - least <= gap) shapes.Add(new([], way.CostAfter(shares) - least, way));
        }

        private void Add(int[] set)
        {
            var places = Array.ConvertAll(set, WantedOf);
            if (Array.TrueForAll(places, place => place < 0)) return;
            for (var i = 0; i < wanted.Length; i++)
            {
                if (low[i] > 0 && Array.IndexOf(places, i) < 0) return;
            }
            // The fine ones last: they are found by what is missing.
            int[] order = [.. Enumerable.Range(0, set.Length).OrderBy(k => places[k] < 0).ThenByDescending(k => open.Segments[set[k]].UnitPrice * open.Segments[set[k]].Multiple).ThenBy(k => set[k])];
            var ranges = Array.ConvertAll(order, k => Range(set[k], places[k]));
            var once = set.Sum(segment => (double)open.Segments[segment].PerPurchase) - least;
            for (var narrowed = true; narrowed;)
            {
                narrowed = false;
                var (cost, pieces) = (once + ranges.Sum(range => range.Cheapest), ranges.Sum(range => range.High));
                for (var i = 0; i < ranges.Length; i++)
                {
                    var less = Narrowed(ranges, i, cost, pieces);
                    if (less.Low > less.High) return;
                    if (less == ranges[i]) continue;
                    cost += less.Cheapest - ranges[i].Cheapest;
                    pieces += less.High - ranges[i].High;
                    (ranges[i], narrowed) = (less, true);
                }
            }
            var shape = new FillShape(ranges, once, null);
            var rest = shape.Rest(0);
            if (rest.High >= open.Demand && once + rest.Cost + (rest.Rate * Math.Max(0, open.Demand - rest.Low)) <= gap) shapes.Add(shape);
        }

        private FillRange Range(int segment, int place)
        {
            ref readonly var of = ref open.Segments[segment];
            return new(segment, place, of.Low, of.High, of.Multiple, of.UnitPrice, of.UnitCost - (shares[of.Supplier] * of.UnitPrice));
        }

        /// <summary>One range by what the others of the shape bring, cover and cost.</summary>
        private FillRange Narrowed(FillRange[] ranges, int at, double cost, long pieces)
        {
            var range = ranges[at];
            var (from, to) = ((double)Math.Max(range.Low, open.Demand - (pieces - range.High)), (double)range.High);
            if (range.Wanted >= 0 && range.UnitPrice > 0)
            {
                var (smallest, largest) = (0L, 0L);
                for (var i = 0; i < ranges.Length; i++)
                {
                    if (i == at || ranges[i].Wanted != range.Wanted) continue;
                    smallest += ranges[i].Low * ranges[i].UnitPrice;
                    largest += ranges[i].High * ranges[i].UnitPrice;
                }
                to = Math.Min(to, Math.Floor((high[range.Wanted] - smallest) / (double)range.UnitPrice));
                from = Math.Max(from, Math.Ceiling((low[range.Wanted] - largest) / (double)range.UnitPrice));
            }
            var rest = gap - (cost - range.Cheapest);
            if (range.Rate > 0) to = Math.Min(to, Math.Floor((rest / range.Rate) + 1e-6));
            else if (range.Rate < 0) from = Math.Max(from, Math.Ceiling((rest / range.Rate) - 1e-6));
            if (to < from) return range with { High = range.Low - range.Multiple };
            return range with { Low = range.Low + (long)Math.Ceiling((from - range.Low) / range.Multiple) * range.Multiple, High = range.High - (long)Math.Ceiling((range.High - to) / range.Multiple) * range.Multiple };
        }

        private ReachableValues Values(int place, long mostSums, SearchMeter meter)
        {
            var own = shapes.ConvertAll(shape => Array.FindAll(shape.Ranges, range => range.Wanted == place));
            var count = own.Sum(ranges => ranges.Aggregate(1.0, (product, range) => product * range.Count));
            var (smallest, largest) = Span(place);
            if (count > mostSums) return ReachableValues.Between(smallest, largest);
            meter.Spend((long)count);
            var values = new ReachableValues.Gathered(smallest, largest, (long)count);
            foreach (var ranges in own) List(ranges, 0, 0);
            return values.Done();

            void List(FillRange[] own, int at, long sum)
            {
                if (sum > largest) return;
                if (at == own.Length)
                {
                    values.Add(sum);
                    return;
                }
                for (var quantity = own[at].Low; quantity <= own[at].High; quantity += own[at].Multiple) List(own, at + 1, sum + (quantity * own[at].UnitPrice));
            }
        }
    }
}

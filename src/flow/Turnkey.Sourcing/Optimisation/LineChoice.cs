namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// The ways to cover one line that can be part of a cheapest purchase. Whatever share (0 to 1) is taken off each supplier's prices, the least cost over all
/// ways is that of one of <see cref="Options"/>: within two segments the ways are points of a grid above a line, and only corners of their convex hull can
/// be least. Of three and more segments there are too many; those that can be part of a cheap plan are listed (<see cref="WiderSplits"/>) and added.
/// </summary>
internal sealed class LineChoice
{
    private LineChoice(DemandLine line, Segment[] segments, Option[] options, int[][] sets)
    {
        Line = line;
        Segments = segments;
        Options = options;
        Sets = sets;
    }

    public DemandLine Line { get; }

    public Segment[] Segments { get; }

    public Option[] Options { get; }

    /// <summary>The sets of three and more segments that are in <see cref="Options"/>.</summary>
    public int[][] Sets { get; }

    /// <summary>Whether three offers and more may be used together.</summary>
    public bool IsWide => Line.MostTogether > 2 && Segments.Select(segment => segment.Offer).Distinct().Take(3).Count() > 2;

    /// <summary>The most pieces that can be had together.</summary>
    public static long Most(DemandLine line, Segment[] segments)
    {
        if (line.LeastShare > 0)
        {
            return segments.SelectMany(_ => segments, (one, other) => Distinct(line, one, other) ? one.High + other.High : 0).DefaultIfEmpty(0).Max();
        }
        var tops = segments.GroupBy(segment => segment.Offer).Select(offer => offer.Max(segment => segment.High)).OrderDescending().Take(line.MostTogether);
        return tops.Aggregate(0L, (sum, top) => sum > long.MaxValue - top ? long.MaxValue : sum + top);
    }

    public static LineChoice Of(DemandLine line, Segment[] segments)
    {
        var options = new List<Option>();
        Cover(segments, line.Demand, line.MostOffers, options);
        options.RemoveAll(option => !Serves(line, segments, option));
        return new(line, segments, Undominated(options), []);
    }

    /// <returns>Also with these sets of three and more segments, but for those of which there are too many ways.</returns>
    public LineChoice With(IReadOnlyList<int[]> sets)
    {
        if (sets.Count == 0) return this;
        var (options, added) = (new List<Option>(Options), new List<int[]>(Sets));
        foreach (var set in sets)
        {
            if (Array.Exists(set, i => Line.Offers[Segments[i].Offer].StandsAlone)) continue;
            if (SplitCorners.Add(Segments, set, Line.Demand, null, options)) added.Add(set);
        }
        return new(Line, Segments, [.. options], [.. added]);
    }

    /// <returns>With all that there is of these segments as its only way: where their multiples leave too many others.</returns>
    public LineChoice WithAll(int[] set) => new(Line, Segments, [Option.Of(Segments, set, [.. set.Select(i => Segments[i].High)])], Sets);

    /// <summary>Whether it comes from as many sources as the line asks for, and no offer that stands alone goes with another.</summary>
    public static bool Serves(DemandLine line, Segment[] segments, in Option option)
    {
        if (option.Count == 1) return line.LeastShare == 0 || line.Offers[segments[option.First].Offer].StandsAlone;
        for (var k = 0; k < option.Count; k++)
        {
            if (line.Offers[segments[option.SegmentAt(k)].Offer].StandsAlone) return false;
        }
        return line.LeastShare == 0 || Distinct(line, segments[option.First], segments[option.Second]);
    }

    private static bool Distinct(DemandLine line, in Segment one, in Segment other)
    {
        var (first, second) = (line.Offers[one.Offer], line.Offers[other.Offer]);
        // Of two kinds of numbers none is the other: a supplier is not a manufacturer.
        return first.Source is null != second.Source is null || (first.Source ?? first.Supplier) != (second.Source ?? second.Supplier);
    }

    /// <summary>All corners, for segments that may have been narrowed, but of the pairs (by first and second segment) that are left out.</summary>
    public static void Cover(Segment[] segments, long demand, int mostOffers, List<Option> options, bool[]? without = null)
    {
        for (var i = 0; i < segments.Length; i++)
        {
            var quantity = segments[i].Least(demand);
            if (quantity >= 0) options.Add(Option.Single(segments, i, quantity));
        }
        if (mostOffers < 2) return;
        for (var i = 0; i < segments.Length; i++)
        {
            for (var k = i + 1; k < segments.Length; k++)
            {
                if (without is not null && without[(i * segments.Length) + k]) continue;
                if (segments[i].Offer == segments[k].Offer || segments[i].IsEmpty || segments[k].IsEmpty || segments[i].High < demand - segments[k].High) continue;
                // The one with the larger multiple is stepped through.
                if (segments[i].Multiple >= segments[k].Multiple) Splits(segments, demand, i, k, options);
                else Splits(segments, demand, k, i, options);
            }
        }
    }

    private static void Splits(Segment[] segments, long demand, int coarse, int fine, List<Option> options)
    {
        ref readonly var a = ref segments[coarse];
        ref readonly var b = ref segments[fine];
        var first = a.Least(demand - b.High);
        if (first < 0) return;
        if (a.Multiple % b.Multiple == 0)
        {
            // Each step of the coarse one replaces as many of the fine one until that is at its least; one step further the demand is exceeded.
            var together = (demand + b.Multiple - 1) / b.Multiple * b.Multiple;
            var rest = Math.Max(together - b.Low, 0);
            var last = Math.Min(Math.Max(rest - (rest % a.Multiple), first), a.High);
            Add(first);
            if (last > first) Add(last);
            if (last + a.Multiple <= a.High && demand - last > b.Low) Add(last + a.Multiple);
            return;
        }
        for (var quantity = first; quantity <= a.High; quantity += a.Multiple)
        {
            Add(quantity);
            if (demand - quantity <= b.Low) return;
        }

        void Add(long quantity) => options.Add(Option.Pair(segments, coarse, quantity, fine, segments[fine].Least(demand - quantity)));
    }

    /// <summary>Leaves out the pairs that one of their suppliers alone undercuts whatever is taken off, and equal ones.</summary>
    private static Option[] Undominated(List<Option> options)
    {
        var alone = options.Where(option => option.B < 0 && option.Second < 0).ToArray();
        return [.. options.Where(option => option.Second < 0 || !alone.Any(one => Undercuts(one, option)))];
    }

    private static bool Undercuts(Option one, Option pair)
    {
        if (one.A != pair.A && one.A != pair.B) return false;
        var (value, other) = one.A == pair.A ? (pair.ValueA, pair.ValueB) : (pair.ValueB, pair.ValueA);
        // Both costs are linear in each share, so the corners decide.
        return one.Cost <= pair.Cost && one.Cost - one.ValueA <= pair.Cost - value
            && one.Cost <= pair.Cost - other && one.Cost - one.ValueA <= pair.Cost - value - other;
    }
}

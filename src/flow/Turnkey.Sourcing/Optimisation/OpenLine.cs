namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// One line with the quantities that are left to it while minimum order values are searched: segments are narrowed or left out, some must be bought from.
/// Within two segments the quantities are a grid above a line, and <see cref="Options"/> are the corners of its hull: whatever share is taken off prices, one of
/// them costs least.
/// </summary>
internal sealed class OpenLine
{
    /// <summary>Only these can be decided on.</summary>
    public const int Decidable = 64;

    private readonly DemandLine line;
    private readonly bool[] tracked;
    private readonly ulong required;

    /// <summary>By first and second segment (twice the same for one alone): together they cost too much. Null where nothing is left out.</summary>
    private readonly bool[]? dear;

    private OpenLine(DemandLine line, Segment[] segments, int[][] sets, bool[] tracked, ulong required, bool[]? dear, Option[]? options = null)
    {
        Sets = sets;
        this.line = line;
        this.tracked = tracked;
        this.required = required;
        this.dear = dear;
        Segments = segments;
        Options = options ?? Corners();
    }

    /// <summary>As the line's own, in the same order; those left out are empty.</summary>
    public Segment[] Segments { get; }

    public Option[] Options { get; }

    /// <summary>Of three and more segments those that can be bought from together.</summary>
    public int[][] Sets { get; }

    public long Demand => line.Demand;

    public int MostOffers => line.MostOffers;

    /// <param name="choice">The line.</param>
    /// <param name="used">Per supplier, whether it can be bought from.</param>
    /// <param name="tracked">Per supplier, whether it wants a minimum order value: only there is more bought than is needed.</param>
    /// <param name="most">No more than this may be spent on the line.</param>
    public static OpenLine Of(LineChoice choice, bool[] used, bool[] tracked, double most) =>
        new(choice.Line, [.. choice.Segments.Select(segment => used[segment.Supplier] ? Within(segment, segment.UnitCost, most) : segment.Emptied())], choice.Sets, tracked, 0, null);

    public OpenLine Without(int segment)
    {
        var segments = (Segment[])Segments.Clone();
        segments[segment] = segments[segment].Emptied();
        return new(line, segments, Sets, tracked, required, dear);
    }

    public OpenLine With(int segment) => new(line, Segments, Sets, tracked, required | Bit(segment), dear);

    /// <summary>Of one segment only the quantities up to <paramref name="most"/>, or those above.</summary>
    public OpenLine Where(int segment, long most, bool above)
    {
        var segments = (Segment[])Segments.Clone();
        segments[segment] = above ? segments[segment] with { Low = most + segments[segment].Multiple } : segments[segment] with { High = most };
        return new(line, segments, Sets, tracked, above ? required | Bit(segment) : required, dear);
    }

    /// <summary>
    /// Without the quantities that alone cost more than <paramref name="most"/> after the rebates, and the pairs of segments that together do; the same where
    /// there are none.
    /// </summary>
    public OpenLine Within(double[] shares, double most) => Narrowed(shares, most).Cheap(shares, most);

    private OpenLine Narrowed(double[] shares, double most)
    {
        Segment[]? narrowed = null;
        foreach (ref readonly var segment in Segments.AsSpan())
        {
            // Where more than the price is taken off, another offer could make up for any.
            if (!segment.IsEmpty && segment.UnitCost < shares[segment.Supplier] * segment.UnitPrice) return this;
        }
        for (var i = 0; i < Segments.Length; i++)
        {
            if (Segments[i].IsEmpty) continue;
            var less = Within(Segments[i], Segments[i].UnitCost - (shares[Segments[i].Supplier] * Segments[i].UnitPrice), most);
            if (less == Segments[i]) continue;
            narrowed ??= (Segment[])Segments.Clone();
            narrowed[i] = less;
        }
        return narrowed is null ? this : new(line, narrowed, Sets, tracked, required, dear);
    }

    /// <summary>What two segments allow lies within its corners, so it costs too much where all of them do.</summary>
    private OpenLine Cheap(double[] shares, double most)
    {
        var count = Segments.Length;
        var cheap = new bool[count * count];
        var any = false;
        foreach (ref readonly var option in Options.AsSpan())
        {
            if (option.CostAfter(shares) > most) any = true;
            else if (option.Further is null) cheap[Pair(option)] = true;
        }
        if (!any) return this;
        int[][] sets = [.. Sets.Where(set => Options.Any(option => IsOf(option, set) && option.CostAfter(shares) <= most))];
        var left = Options.Where(option => option.Further is null ? cheap[Pair(option)] : Array.Exists(sets, set => IsOf(option, set))).ToArray();
        if (left.Length == Options.Length) return this;
        for (var i = 0; i < cheap.Length; i++) cheap[i] = !cheap[i];
        return new(line, Segments, sets, tracked, required, cheap, left);
    }

    private static bool IsOf(in Option option, int[] set)
    {
        if (option.Count != set.Length) return false;
        for (var i = 0; i < set.Length; i++)
        {
            if (Array.IndexOf(set, option.SegmentAt(i)) < 0) return false;
        }
        return true;
    }

    private int Pair(in Option option)
    {
        var (first, second) = option.Second < 0 ? (option.First, option.First) : (Math.Min(option.First, option.Second), Math.Max(option.First, option.Second));
        return (first * Segments.Length) + second;
    }

    public bool Allows(in Option option)
    {
        var bits = 0ul;
        for (var i = 0; i < option.Count; i++) bits |= Bit(option.SegmentAt(i));
        return (bits & required) == required && (option.Further is not null || dear is null || !dear[Pair(option)]) && LineChoice.Serves(line, Segments, option);
    }

    private static Segment Within(in Segment segment, double rate, double most)
    {
        if (rate <= 0 || segment.PerPurchase + (rate * segment.High) <= most) return segment;
        var pieces = Math.Floor((most - segment.PerPurchase) / rate);
        if (pieces < segment.Low) return segment.Emptied();
        var high = (long)pieces;
        return segment with { High = high - (high % segment.Multiple) };
    }

    private static ulong Bit(int segment) => segment < Decidable ? 1ul << segment : 0;

    private Option[] Corners()
    {
        var corners = new List<Option>();
        LineChoice.Cover(Segments, line.Demand, line.MostOffers, corners, dear);
        for (var i = 0; i < Segments.Length; i++)
        {
            if (Filled(i) && Segments[i].High >= line.Demand) corners.Add(Option.Single(Segments, i, Segments[i].High));
        }
        for (var i = 0; i < Segments.Length && line.MostOffers > 1; i++)
        {
            for (var k = i + 1; k < Segments.Length; k++)
            {
                if (dear is not null && dear[(i * Segments.Length) + k]) continue;
                var (a, b) = (Segments[i], Segments[k]);
                if (a.IsEmpty || b.IsEmpty || a.Offer == b.Offer || a.High < line.Demand - b.High) continue;
                if (Filled(i)) corners.Add(Option.Pair(Segments, i, a.High, k, b.Least(line.Demand - a.High)));
                if (Filled(k)) corners.Add(Option.Pair(Segments, i, a.Least(line.Demand - b.High), k, b.High));
                if (Filled(i) && Filled(k)) corners.Add(Option.Pair(Segments, i, a.High, k, b.High));
            }
        }
        foreach (var set in Sets) SplitCorners.Add(Segments, set, line.Demand, Filled, corners);
        return [.. corners.Where(corner => Allows(corner))];
    }

    private bool Filled(int segment) => !Segments[segment].IsEmpty && tracked[Segments[segment].Supplier];
}

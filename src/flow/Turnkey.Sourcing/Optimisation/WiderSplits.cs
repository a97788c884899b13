namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// The sets of three and more segments of a line that cost least, when suppliers' prices are reduced and buying of each is charged for. Segments are taken in the
/// order of what a piece of them costs at least, so that a set that is begun cannot be completed below what its own segments and the next one's price make of
/// the demand: whatever costs too much by that is not gone through.
/// </summary>
internal sealed class WiderSplits
{
    /// <summary>Sets that are gone through for one line before it is given up to know all.</summary>
    private const int MostTried = 2_000_000;

    private readonly Segment[] segments;
    private readonly long demand;
    private readonly int most;
    private readonly double[] charges;
    private readonly bool[] tracked;
    private readonly int[] order;
    private readonly double[] rates;
    private readonly double[] each;
    private readonly double[] leastOfRest;
    private readonly long[] largestOfRest;
    private readonly int[] set;
    private readonly PriorityQueue<int[], double> dearest = new();
    private readonly int capacity;
    private readonly double limit;
    private double dearestKept = double.PositiveInfinity;
    private double leftOut = double.PositiveInfinity;
    private int tried;

    private WiderSplits(DemandLine line, Segment[] segments, double[] rebates, double[] charges, bool[] tracked, double limit, int capacity)
    {
        this.tracked = tracked;
        this.segments = segments;
        demand = line.Demand;
        this.charges = charges;
        this.limit = limit;
        this.capacity = capacity;
        rates = [.. segments.Select(segment => segment.UnitCost - (rebates[segment.Supplier] * segment.UnitPrice))];
        var a = segments.Select((segment, i) => rates[i] + (segment.PerPurchase / (double)Math.Max(1, segment.High))).ToArray();
        order = [.. Enumerable.Range(0, segments.Length).Where(i => !segments[i].IsEmpty).OrderBy(i => a[i]).ThenBy(i => i)];
        each = [.. order.Select(i => a[i])];
        most = Math.Min(line.MostTogether, segments.Select(segment => segment.Offer).Distinct().Count());
        set = new int[most];
        leastOfRest = new double[order.Length + 1];
        largestOfRest = new long[order.Length + 1];
        leastOfRest[order.Length] = double.PositiveInfinity;
        for (var at = order.Length - 1; at >= 0; at--)
        {
            ref readonly var segment = ref segments[order[at]];
            leastOfRest[at] = Math.Min(leastOfRest[at + 1], segment.PerPurchase + (rates[order[at]] * segment.Low));
            largestOfRest[at] = Math.Max(largestOfRest[at + 1], segment.High);
        }
    }

    /// <param name="line">May use three offers and more.</param>
    /// <param name="segments">Of its offers.</param>
    /// <param name="rebates">Per supplier, 0 to 1: taken off its prices.</param>
    /// <param name="charges">Per supplier, once where anything is bought of it; at least 0.</param>
    /// <param name="tracked">Per supplier, whether it has a minimum order value, for which more can be bought than is needed.</param>
    /// <param name="limit">Sets that cost more are of no interest.</param>
    /// <param name="capacity">Sets that are listed at most: the cheapest.</param>
    /// <returns>The sets, cheapest first, with a bound on what each costs; and below which cost none is left out.</returns>
    public static (List<(int[] Set, double Cost)> Sets, double Complete) Of(DemandLine line, Segment[] segments, double[] rebates, double[] charges, bool[] tracked, double limit, int capacity)
    {
        var splits = new WiderSplits(line, segments, rebates, charges, tracked, limit, capacity);
        splits.Extend(0, 0, 0, 0, 0);
        var sets = new List<(int[] Set, double Cost)>();
        while (splits.dearest.TryDequeue(out var set, out var cost)) sets.Add((set, -cost));
        sets.Reverse();
        return (sets, splits.leftOut);
    }

    /// <summary>Goes on from a set that holds some segments.</summary>
    /// <param name="from">Place in the order.</param>
    /// <param name="count">Segments that the set holds.</param>
    /// <param name="least">Their least quantities, with what is paid once.</param>
    /// <param name="low">Pieces of their least quantities.</param>
    /// <param name="high">Pieces of their largest.</param>
    private void Extend(int from, int count, double least, long low, long high)
    {
        for (var at = from; at < order.Length; at++)
        {
            // Everything from here on costs at least this a piece.
            var bound = Math.Max(least + leastOfRest[at], Filled(count, least, low, each[at]));
            if (IsTooDear(bound)) return;
            if (high < demand - ((most - count) * largestOfRest[at])) return;
            if (++tried > MostTried)
            {
                leftOut = Math.Min(leftOut, bound);
                return;
            }
            var i = order[at];
            var segment = segments[i];
            var (bought, charged) = (false, false);
            for (var k = 0; k < count; k++)
            {
                bought |= segments[set[k]].Offer == segment.Offer;
                charged |= segments[set[k]].Supplier == segment.Supplier;
            }
            if (bought) continue;
            set[count] = i;
            var cost = least + segment.PerPurchase + (rates[i] * segment.Low) + (charged ? 0 : charges[segment.Supplier]);
            if (count + 1 >= 3 && high + segment.High >= demand) Keep(count + 1, Filled(count + 1, cost, low + segment.Low, double.PositiveInfinity));
            if (count + 1 < most) Extend(at + 1, count + 1, cost, low + segment.Low, high + segment.High);
        }
    }

    /// <summary>The least cost of the demand when the set's segments are filled up, the cheapest first, and the rest costs so much a piece.</summary>
    private double Filled(int count, double least, long low, double rest)
    {
        var missing = demand - low;
        var cost = least;
        var done = -1.0;
        while (missing > 0)
        {
            // The cheapest rate above those that are done; several segments of one rate at once.
            var next = double.PositiveInfinity;
            for (var k = 0; k < count; k++)
            {
                if (rates[set[k]] > done && rates[set[k]] < next) next = rates[set[k]];
            }
            if (rest <= next) return double.IsPositiveInfinity(rest) ? rest : cost + (rest * missing);
            for (var k = 0; k < count && missing > 0; k++)
            {
                if (rates[set[k]] != next) continue;
                var more = Math.Min(missing, segments[set[k]].High - segments[set[k]].Low);
                cost += next * more;
                missing -= more;
            }
            done = next;
        }
        return cost;
    }

    /// <summary>
    /// Whether each segment can be needed. One whose supplier has no minimum is left where its pieces could as well be bought of another of the set that costs no
    /// more: so in a least way all such others are filled up but for less than its multiple or its least quantity, and if these cover the demand it is not needed.
    /// </summary>
    private bool IsUseful(int count)
    {
        for (var k = 0; k < count; k++)
        {
            ref readonly var segment = ref segments[set[k]];
            if (tracked[segment.Supplier]) continue;
            var covered = 0L;
            for (var other = 0; other < count; other++)
            {
                if (other == k) continue;
                ref readonly var one = ref segments[set[other]];
                var filled = one.UnitCost <= segment.UnitCost && segment.Multiple % one.Multiple == 0 ? one.High - Math.Max(segment.Multiple, segment.Low) + 1 : 0;
                covered += Math.Max(one.Low, filled);
            }
            if (covered >= demand) return false;
        }
        return true;
    }

    private void Keep(int count, double cost)
    {
        if (!IsUseful(count) || IsTooDear(cost)) return;
        dearest.Enqueue(set[..count], -cost);
        if (dearest.Count > capacity && dearest.TryDequeue(out _, out var dropped)) leftOut = Math.Min(leftOut, -dropped);
        if (dearest.Count == capacity && dearest.TryPeek(out _, out var worst)) dearestKept = -worst;
    }

    /// <summary>Above the limit, or no cheaper than what is listed when the list is full.</summary>
    private bool IsTooDear(double cost)
    {
        if (cost > limit) return true;
        if (cost < dearestKept) return false;
        leftOut = Math.Min(leftOut, cost);
        return true;
    }
}

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Plans that cost little more than the Lagrangian bound, where whole ranges of quantities come to the same after rebates: what is bought to fill up an order to its
/// minimum costs what it counts. Then only what comes to more than the minimums is lost, and the least that can be lost is a matter of which sums can be made
/// of the lines' quantities. Lines are gone through one by one in depth; at each, every supplier must be able to get what it still misses, and little more, of the
/// lines that follow (<see cref="ReachableValues"/>), or the way is left.
/// </summary>
internal sealed class FillSearch
{
    /// <summary>Sums that are made of two sets of values to list them.</summary>
    private const long MostSums = 1 << 24;

    private readonly OpenLine[] lines;
    private readonly WantedMinimum[] wanted;
    private readonly double[] shares;
    private readonly SearchMeter meter;
    private long end;

    /// <summary>By wanted supplier, what is lost above its minimum at least.</summary>
    private readonly double[] floors;
    private FillLine[] order = [];

    /// <summary>By line of the order, then by wanted supplier: what this and the lines that follow can bring.</summary>
    private ReachableValues[][] rest = [];
    private long[] missing = [];
    private (FillShape Shape, long[] Quantities)[] taken = [];
    private (FillShape Shape, long[] Quantities)[]? found;
    private double limit;
    private double enough;
    private bool isCut;

    /// <param name="lines">With the quantities that are left to them.</param>
    /// <param name="wanted">Suppliers whose minimum a plan could miss.</param>
    /// <param name="shares">Taken off their prices.</param>
    /// <param name="meter">Counts the steps.</param>
    public FillSearch(OpenLine[] lines, WantedMinimum[] wanted, double[] shares, SearchMeter meter)
    {
        this.lines = lines;
        this.wanted = wanted;
        this.shares = shares;
        this.meter = meter;
        floors = new double[wanted.Length];
    }

    /// <summary>What all plans within a gap lose above the minimums at least; infinite where there are none.</summary>
    /// <param name="gap">That a plan may cost above the bound.</param>
    /// <param name="mostSums">That are made to find it.</param>
    public double Floor(double gap, long mostSums)
    {
        if (!Prepare(gap, mostSums)) return double.PositiveInfinity;
        for (var i = 0; i < wanted.Length; i++) floors[i] = Lost(0, i, wanted[i].Minimum);
        return floors.Sum();
    }

    /// <param name="gap">That a plan may cost above the bound.</param>
    /// <param name="enough">A plan that costs no more than this above it ends the search.</param>
    /// <param name="mostSteps">That may be spent.</param>
    /// <returns>The cheapest plan that costs less than <paramref name="gap"/> above the bound, null where there is none; and whether all were looked at.</returns>
    public (Option[]? Options, double Extra, bool IsComplete) Within(double gap, double enough, long mostSteps)
    {
        if (!Prepare(gap, Math.Min(MostSums, mostSteps))) return (null, gap, true);
        missing = Array.ConvertAll(wanted, one => one.Minimum);
        taken = new (FillShape, long[])[order.Length];
        (found, limit, isCut, end) = (null, gap, false, meter.Spent + mostSteps);
        this.enough = enough;
        Go(0, 0);
        return (found is null ? null : Chosen(found), limit, !isCut);
    }

    /// <summary>Lists what lines and suppliers can get in plans within the gap.</summary>
    /// <returns>False where there is none.</returns>
    private bool Prepare(double gap, long mostSums)
    {
        var others = floors.Sum();
        var tops = new long[wanted.Length];
        for (var i = 0; i < tops.Length; i++)
        {
            var most = shares[wanted[i].Supplier] > 0 ? wanted[i].Minimum + ((gap - others + floors[i]) / shares[wanted[i].Supplier]) + 1 : PurchaseProblem.MostMoney;
            tops[i] = most >= PurchaseProblem.MostMoney ? PurchaseProblem.MostMoney : (long)most;
        }
        if (FillLine.Of(lines, wanted, shares, gap, tops, mostSums, meter) is not { } filled) return false;
        order = [.. filled.OrderBy(line => line.Count).ThenBy(line => line.Line)];
        rest = new ReachableValues[order.Length + 1][];
        rest[^1] = Array.ConvertAll(wanted, _ => ReachableValues.Nothing);
        for (var at = order.Length - 1; at >= 0; at--)
        {
            rest[at] = new ReachableValues[wanted.Length];
            for (var i = 0; i < wanted.Length; i++)
            {
                if (rest[at + 1][i].With(order[at].Brings[i], tops[i], mostSums) is not { } sums) return false;
                rest[at][i] = sums;
                meter.Spend(8L * sums.Listed.Length);
            }
        }
        return !Enumerable.Range(0, wanted.Length).Any(i => rest[0][i].Next(wanted[i].Minimum) < 0);
    }

    /// <summary>What is lost above a supplier's minimum at least when so much is missing; infinite where it cannot be met.</summary>
    private double Lost(int at, int i, long need)
    {
        var next = rest[at][i].Next(need);
        return next < 0 ? double.PositiveInfinity : shares[wanted[i].Supplier] * (next - need);
    }

    private void Go(int at, double extra)
    {
        if (at == order.Length)
        {
            var total = extra;
            for (var i = 0; i < wanted.Length; i++) total += Lost(at, i, missing[i]);
            if (total >= limit) return;
            isCut = total <= enough;
            (limit, found) = (total, [.. taken.Select(one => (one.Shape, (long[])one.Quantities.Clone()))]);
            return;
        }
        foreach (var shape in order[at].Shapes)
        {
            if (isCut) return;
            var lost = 0.0;
            for (var i = 0; i < wanted.Length && lost < limit; i++) lost += Lost(Buys(shape, i) ? at : at + 1, i, missing[i]);
            meter.Spend(wanted.Length);
            if (extra + lost + Math.Max(0, shape.Fixed is null ? 0 : shape.Base) >= limit) continue;
            taken[at] = (shape, new long[shape.Ranges.Length]);
            if (shape.Fixed is not null) Go(at + 1, extra + shape.Base);
            else Along(at, shape, 0, lines[order[at].Line].Demand, extra, shape.Base, lost);
        }
    }

    private static bool Buys(FillShape shape, int place)
    {
        foreach (ref readonly var range in shape.Ranges.AsSpan())
        {
            if (range.Wanted == place) return true;
        }
        return false;
    }

    /// <summary>Every quantity of one range, and of those after it.</summary>
    /// <param name="at">Line of the order.</param>
    /// <param name="shape">One of its.</param>
    /// <param name="place">Of the range.</param>
    /// <param name="demand">That is not covered yet.</param>
    /// <param name="extra">Of the lines before.</param>
    /// <param name="own">Of this line so far.</param>
    /// <param name="lost">Above the minimums, at least.</param>
    private void Along(int at, FillShape shape, int place, long demand, double extra, double own, double lost)
    {
        if (place == shape.Ranges.Length)
        {
            if (demand <= 0) Go(at + 1, extra + Math.Max(0, own));
            return;
        }
        ref readonly var range = ref shape.Ranges[place];
        var after = shape.Rest(place + 1);
        var low = Math.Max(range.Low, Up(range, demand - after.High));
        var high = range.High;
        if (range.Wanted < 0)
        {
            // More of it helps nobody; only what others take of its pieces matters.
            if (place == shape.Ranges.Length - 1) high = Math.Min(high, low);
            Each(shape, place, range, low, high, after, -1);
            return;
        }
        var i = range.Wanted;
        var share = shares[wanted[i].Supplier];
        var last = true;
        for (var next = place + 1; next < shape.Ranges.Length; next++) last &= shape.Ranges[next].Wanted != i;
        if (range.UnitPrice > 0)
        {
            if (share > 0)
            {
                var spare = (limit - extra - lost + Lost(at, i, missing[i])) / share;
                var most = missing[i] + spare - (last ? rest[at + 1][i].Least : 0);
                if (most < 0) return;
                high = (long)Math.Min(high, Math.Floor(most / range.UnitPrice));
            }
            if (last) low = Math.Max(low, Up(range, Ceiling(missing[i] - rest[at + 1][i].Most, range.UnitPrice)));
        }
        Each(shape, place, range, low, high, after, last ? i : -1);

        void Each(FillShape shape, int place, in FillRange range, long low, long high, (long Low, long High, double Cost, double Rate) after, int judged)
        {
            var without = judged < 0 ? 0 : lost - Lost(at, judged, missing[judged]);
            var sums = judged < 0 ? [] : rest[at + 1][judged].Listed;
            if (sums.Length == 0 || range.UnitPrice == 0 || sums.Length >= (high - low) / range.Multiple)
            {
                for (var quantity = low; quantity <= high && !isCut; quantity += range.Multiple) Take(range, quantity);
                return;
            }
            // Where the lines after it can bring few sums, each of them says how many pieces are wanted.
            var spare = shares[wanted[judged].Supplier] > 0 ? (limit - extra - without) / shares[wanted[judged].Supplier] : double.PositiveInfinity;
            for (var k = Math.Min(sums.Length, rest[at + 1][judged].FirstOf(missing[judged] - (low * range.UnitPrice) + 1 + (long)Math.Min(spare, PurchaseProblem.MostMoney))) - 1; k >= 0 && low <= high && !isCut; k--)
            {
                var need = missing[judged] - sums[k];
                meter.Spend(1);
                low = Math.Max(low, Up(range, Ceiling(need, range.UnitPrice)));
                for (; low <= high && !isCut && (low * range.UnitPrice) - need <= spare; low += range.Multiple) Take(range, low);
            }

            void Take(in FillRange range, long quantity)
            {
                meter.Spend(1);
                if (meter.Spent >= end)
                {
                    isCut = true;
                    return;
                }
                var now = own + (range.Rate * quantity);
                var least = now + after.Cost + (after.Rate * Math.Max(0, demand - quantity - after.Low));
                if (extra + Math.Max(0, least) + lost >= limit) return;
                var more = lost;
                if (judged >= 0)
                {
                    more = without + Lost(at + 1, judged, missing[judged] - (quantity * range.UnitPrice));
                    if (extra + Math.Max(0, least) + more >= limit) return;
                }
                taken[at].Quantities[place] = quantity;
                if (range.Wanted >= 0) missing[range.Wanted] -= quantity * range.UnitPrice;
                Along(at, shape, place + 1, demand - quantity, extra, now, more);
                if (range.Wanted >= 0) missing[range.Wanted] += quantity * range.UnitPrice;
            }
        }
    }

    /// <summary>The least quantity of the range's grid of at least so many pieces; more than its largest where it ends before.</summary>
    private static long Up(in FillRange range, long pieces) =>
        pieces <= range.Low ? range.Low : range.Low + ((pieces - range.Low + range.Multiple - 1) / range.Multiple * range.Multiple);

    private static long Ceiling(long value, long unit) => value <= 0 ? 0 : ((value - 1) / unit) + 1;

    private Option[] Chosen((FillShape Shape, long[] Quantities)[] ways)
    {
        var chosen = new Option[lines.Length];
        for (var at = 0; at < order.Length; at++)
        {
            var (shape, quantities) = ways[at];
            chosen[order[at].Line] = shape.Fixed ?? Option.Of(lines[order[at].Line].Segments, [.. shape.Ranges.Select(range => range.Segment)], quantities);
        }
        return chosen;
    }
}

using System.Runtime.InteropServices;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>A line's quantities, and what they cost above the line's least after rebates.</summary>
internal readonly record struct LinePoint(double Extra, Option Option);

/// <summary>Lists the quantities of lines that a plan little above the Lagrangian bound can have.</summary>
internal sealed class LinePoints(bool[] isTracked, double[] shares)
{
    private const int MostPoints = 4_000;

    /// <summary>Quantities that are tried of one set of three and more segments.</summary>
    private const int MostTried = 100_000;

    /// <summary>Some line has more quantities than are listed.</summary>
    public bool Incomplete { get; private set; }

    /// <summary>All quantities of a line, that cost at most <paramref name="gap"/> above its best after rebates; ascending.</summary>
    public LinePoint[] Of(OpenLine line, double gap)
    {
        var segments = line.Segments;
        var least = double.PositiveInfinity;
        foreach (var option in line.Options)
        {
            least = Math.Min(least, option.CostAfter(shares));
        }
        var most = least + gap;
        var points = new List<LinePoint>();
        foreach (var option in line.Options)
        {
            Add(option);
        }
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].IsEmpty || !isTracked[segments[i].Supplier] || !line.Allows(Option.Single(segments, i, segments[i].Low))) continue;
            var from = segments[i].Least(line.Demand);
            if (from >= 0) Along(segments[i], from, quantity => Option.Single(segments, i, quantity));
        }
        if (line.MostOffers > 1)
        {
            for (var i = 0; i < segments.Length; i++)
            {
                for (var k = i + 1; k < segments.Length; k++)
                {
                    if (segments[i].Offer == segments[k].Offer || segments[i].IsEmpty || segments[k].IsEmpty) continue;
                    if (!line.Allows(Option.Pair(segments, i, segments[i].Low, k, segments[k].Low))) continue;
                    if (isTracked[segments[i].Supplier] || isTracked[segments[k].Supplier]) Pairs(i, k);
                }
            }
        }
        foreach (var set in line.Sets)
        {
            if (Array.Exists(set, i => segments[i].IsEmpty) || !Array.Exists(set, i => isTracked[segments[i].Supplier])) continue;
            // Of the last every quantity is taken at once, so a tracked one goes last.
            int[] order = [.. set.OrderBy(i => isTracked[segments[i].Supplier]).ThenByDescending(i => segments[i].Multiple).ThenBy(i => i)];
            if (line.Allows(Option.Of(segments, order, [.. order.Select(i => segments[i].Low)]))) Wider(order);
        }
        var sorted = points.GroupBy(point => point.Option.Further is null ? point.Option with { First = 0, FirstQuantity = 0, Second = 0, SecondQuantity = 0 } : point.Option).Select(same => same.First()).ToList();
        CollectionsMarshal.AsSpan(sorted).Sort((a, b) => a.Extra.CompareTo(b.Extra));
        return [.. sorted];

        void Pairs(int i, int k)
        {
            ref readonly var a = ref segments[i];
            ref readonly var b = ref segments[k];
            var start = a.Least(line.Demand - b.High);
            if (start < 0) return;
            var (rateA, rateB) = (Rate(a), Rate(b));
            for (var first = start; first <= a.High; first += a.Multiple)
            {
                var second = b.Least(line.Demand - first);
                var quantity = first;
                // The least that any quantity of the second makes of it.
                var cheapest = a.PerPurchase + b.PerPurchase + (rateA * first) + Math.Min(rateB * second, rateB * b.High);
                if (cheapest <= most)
                {
                    if (isTracked[b.Supplier]) Along(segments[k], second, other => Option.Pair(segments, i, quantity, k, other));
                    else Add(Option.Pair(segments, i, first, k, second));
                }
                if (points.Count >= MostPoints)
                {
                    // What may follow is not listed, so nothing is proven beyond the bound itself.
                    Incomplete = true;
                    return;
                }
                // More of the first alone helps nobody where it is not tracked, and costs more and more where little is taken off.
                if (line.Demand - first <= b.Low && (!isTracked[a.Supplier] || (rateA >= 0 && cheapest > most))) return;
            }
        }

        void Wider(int[] order)
        {
            var (quantities, tried) = (new long[order.Length], 0);
            Step(0, line.Demand, 0);

            void Step(int at, long rest, double cost)
            {
                var segment = segments[order[at]];
                if (at == order.Length - 1)
                {
                    var from = segment.Least(rest);
                    if (from < 0) return;
                    if (isTracked[segment.Supplier]) Along(segment, from, quantity => Way(quantity));
                    else Add(Way(from));
                    return;
                }
                var (low, high, least, rate) = (0L, 0L, 0.0, double.PositiveInfinity);
                foreach (var i in order.AsSpan(at + 1))
                {
                    low += segments[i].Low;
                    high += segments[i].High;
                    least += segments[i].PerPurchase + Math.Min(Rate(segments[i]) * segments[i].Low, Rate(segments[i]) * segments[i].High);
                    rate = Math.Min(rate, Math.Max(0, Rate(segments[i])));
                }
                var start = segment.Least(rest - high);
                if (start < 0) return;
                for (var quantity = start; quantity <= segment.High; quantity += segment.Multiple)
                {
                    if (++tried > MostTried || points.Count >= MostPoints)
                    {
                        Incomplete = true;
                        return;
                    }
                    var now = cost + segment.PerPurchase + (Rate(segment) * quantity);
                    quantities[at] = quantity;
                    if (now + least + (rate * Math.Max(0, rest - quantity - low)) <= most) Step(at + 1, rest - quantity, now);
                    if (rest - quantity <= low && !isTracked[segment.Supplier]) return;
                }
            }

            Option Way(long last)
            {
                quantities[^1] = last;
                return Option.Of(segments, order, quantities);
            }
        }

        double Rate(in Segment segment) => segment.UnitCost - (shares[segment.Supplier] * segment.UnitPrice);

        // From the cheap end as far as it is cheap enough.
        void Along(Segment segment, long from, Func<long, Option> option)
        {
            var step = Rate(segment) >= 0 ? segment.Multiple : -segment.Multiple;
            var quantity = step > 0 ? from : segment.High;
            while (quantity >= from && quantity <= segment.High && Add(option(quantity))) quantity += step;
        }

        bool Add(in Option option)
        {
            var cost = option.CostAfter(shares);
            if (cost > most) return false;
            if (points.Count >= MostPoints)
            {
                Incomplete = true;
                return false;
            }
            points.Add(new(cost - least, option));
            return true;
        }
    }
}

using System.Runtime.InteropServices;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// The quantities of three and more segments among which, whatever they cost, is the least way to cover a demand. Of any two segments one is so near the end of
/// its range that no pieces can be shifted to it from the other, by the least number that fits both multiples; so all but one lie near their ends, and that one
/// takes what the others leave. Where all have one multiple, near is at the end.
/// </summary>
internal static class SplitCorners
{
    /// <summary>Ways of one set of segments.</summary>
    private const int Most = 20_000;

    /// <param name="segments">Of the line.</param>
    /// <param name="set">At least two of them, of different offers.</param>
    /// <param name="demand">To cover.</param>
    /// <param name="filled">Whether more of a segment than is needed may be cheapest, because its supplier has a minimum order value; null: of none.</param>
    /// <param name="options">Takes the ways.</param>
    /// <returns>False where multiples that have little in common leave too many ways; none is added then.</returns>
    public static bool Add(Segment[] segments, int[] set, long demand, Func<int, bool>? filled, List<Option> options)
    {
        foreach (var i in set)
        {
            if (segments[i].IsEmpty) return true;
        }
        int[] order = [.. set.OrderByDescending(i => segments[i].Multiple).ThenBy(i => i)];
        var room = new long[order.Length + 1];
        for (var at = order.Length - 1; at >= 0; at--) room[at] = room[at + 1] + segments[order[at]].High;
        var (first, quantities) = (options.Count, new long[order.Length]);
        if (Step(0, demand)) return true;
        options.RemoveRange(first, options.Count - first);
        return false;

        bool Step(int at, long rest)
        {
            ref readonly var segment = ref segments[order[at]];
            if (at == order.Length - 1)
            {
                Last(segment.Least(rest));
                if (filled?.Invoke(order[at]) == true && segment.High >= rest && segment.Least(rest) != segment.High) Last(segment.High);
                return filled is not null || options.Count - first <= Most;
            }
            var candidates = Candidates(segments, order, at, rest);
            if (candidates is null) return false;
            foreach (var quantity in candidates)
            {
                if (rest - quantity > room[at + 1]) continue;
                quantities[at] = quantity;
                if (!Step(at + 1, rest - quantity)) return false;
            }
            return true;
        }

        void Last(long quantity)
        {
            if (quantity < 0) return;
            quantities[^1] = quantity;
            options.Add(Option.Of(segments, order, quantities));
        }
    }

    /// <summary>What of the coarsest segment can be in a least way, with what those after it leave; null where that is too much.</summary>
    private static List<long>? Candidates(Segment[] segments, int[] order, int at, long rest)
    {
        var segment = segments[order[at]];
        var multiple = segment.Multiple;
        var found = new List<long>();
        // Pieces that can be shifted to or from each of the others, and how far each can be from its end where none can.
        var width = 0L;
        var finer = order.AsSpan(at + 1);
        var spans = new long[finer.Length];
        for (var i = 0; i < finer.Length; i++)
        {
            var shift = Common(multiple, segments[finer[i]].Multiple);
            width = Math.Max(width, shift);
            spans[i] = shift - segments[finer[i]].Multiple;
        }
        for (var quantity = segment.Low; quantity <= segment.High && quantity - segment.Low < width; quantity += multiple)
        {
            found.Add(quantity);
            if (found.Count > Most) return null;
        }
        for (var quantity = segment.High; quantity >= segment.Low && segment.High - quantity < width; quantity -= multiple) found.Add(quantity);
        for (var ends = 0; ends < 1 << finer.Length; ends++)
        {
            var (sum, above, below) = (0L, 0L, multiple - 1);
            for (var i = 0; i < finer.Length; i++)
            {
                ref readonly var other = ref segments[finer[i]];
                var span = Math.Min(spans[i], other.High - other.Low);
                if ((ends >> i & 1) == 0) (sum, above) = (sum + other.Low, above + span);
                else (sum, below) = (sum + other.High, below + span);
            }
            var from = Math.Max(segment.Low, Up(rest - sum - above, multiple));
            var to = Math.Min(segment.High, rest - sum + below);
            for (var quantity = from; quantity <= to; quantity += multiple)
            {
                found.Add(quantity);
                if (found.Count > Most) return null;
            }
        }
        found.Sort();
        return Distinct(found);
    }

    private static List<long> Distinct(List<long> sorted)
    {
        var kept = 0;
        var values = CollectionsMarshal.AsSpan(sorted);
        for (var i = 0; i < values.Length; i++)
        {
            if (i == 0 || values[i] != values[i - 1]) values[kept++] = values[i];
        }
        sorted.RemoveRange(kept, sorted.Count - kept);
        return sorted;
    }

    private static long Up(long pieces, long multiple) => pieces <= 0 ? 0 : (pieces + multiple - 1) / multiple * multiple;

    /// <summary>The least common multiple; what is larger than any quantity is cut off there.</summary>
    private static long Common(long a, long b)
    {
        var (x, y) = (a, b);
        while (y != 0) (x, y) = (y, x % y);
        var product = (Int128)(a / x) * b;
        return product > PurchaseProblem.MostPieces ? PurchaseProblem.MostPieces : (long)product;
    }
}

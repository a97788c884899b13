using System.Collections.Immutable;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// A bound of all plans with shared offers, and on the way to it plans: the least cost on terms that no plan can beat (<see cref="PooledTerms"/>), for some
/// shares of what is paid once and some rents of what is scarce. Any shares and any rents bound; those of the last answer are tried next: who bought of a
/// shared offer bears what is paid once, and a stock that is sold twice pays rent (the Lagrangian of its limit, at its best where two lines of it meet).
/// Where a gap is left, cases are told apart: a part buys of a shared offer or does not; of parts that want more of a stock than there is, one gets no more
/// than its share. The bound is that of the lowest case.
/// </summary>
/// <param name="terms">Writes the problems.</param>
/// <param name="pools">Where parts meet.</param>
/// <param name="demands">Pieces per part.</param>
/// <param name="found">Told of what the answers buy.</param>
/// <param name="best">Cost of the best plan so far that lacks so many pieces of each part; null while there is none.</param>
internal sealed class PooledBound(PooledTerms terms, OfferPools pools, ImmutableArray<long> demands, Action<IEnumerable<LinePurchase>> found, Func<ImmutableArray<long>, long?> best)
{
    /// <summary>Problems that are solved to see whether there is a plan at all; each is one of all parts.</summary>
    public const int Few = 6;

    /// <summary>Problems that are solved for a good bound.</summary>
    public const int Many = 32;

    /// <summary>For each of them: together they take about as long as the parts without what they share.</summary>
    public static SearchEffort Effort { get; } = new(SearchEffort.Usual.Steps / (Many + Few));

    /// <summary>Parts at one stock that are told apart.</summary>
    private const int MostTold = 4;

    private ImmutableArray<long> missing = [.. demands.Select(_ => 0L)];
    private int left;

    /// <summary>No plan costs less.</summary>
    public long Value { get; private set; }

    /// <param name="most">Problems that are solved for it.</param>
    public void Raise(int most)
    {
        left = most;
        var cases = new PriorityQueue<Case, (long, int)>();
        var lowest = long.MaxValue;
        if (Of(Sharing.Open, null) is not { } all) return;
        cases.Enqueue(all, (all.Bound, 0));
        for (var number = 1; cases.TryPeek(out var low, out _) && left > 0 && !(best(missing) <= Math.Min(low.Bound, lowest));)
        {
            cases.Dequeue();
            Sharing[] told = [.. Told(low)];
            if (told.Length == 0) lowest = Math.Min(lowest, low.Bound);
            foreach (var sharing in told)
            {
                if (Of(sharing, low) is { } one) cases.Enqueue(one, (one.Bound, number++));
            }
        }
        if (cases.TryPeek(out var first, out _)) lowest = Math.Min(lowest, first.Bound);
        // Where every case is ruled out, the best plan is.
        Value = Math.Max(Value, lowest == long.MaxValue ? best(missing) ?? all.Bound : lowest);
    }

    /// <summary>Bounds plans of fewer pieces: what cannot be had is in none.</summary>
    /// <param name="lacking">Pieces per part that are not asked for.</param>
    /// <param name="most">Problems that are solved for it.</param>
    public void Without(ImmutableArray<long> lacking, int most)
    {
        (missing, Value) = (lacking, 0);
        Raise(most);
    }

    /// <returns>Null where the case has no plan.</returns>
    private Case? Of(Sharing sharing, Case? above)
    {
        var (rents, taken) = (above?.Rents ?? [.. pools.Stocks.Select(_ => 0L)], above?.Taken ?? []);
        if (Solve(sharing, Bearers(sharing, taken), rents) is not { } one) return above is { Short: 0 } ? null : above is null ? null : above with { Sharing = sharing };
        if (above is { Short: 0 } && one.Short > 0) return null;
        if (above is null && Solve(sharing, Bearers(sharing, one.Taken), rents) is { } second && second.Bound > one.Bound) one = second;
        for (var i = 0; i < pools.Stocks.Length && left > 0; i++)
        {
            if (Rented(i, sharing, one) is { } rented && rented.Bound > one.Bound) one = rented;
        }
        return one with { Bound = Math.Max(one.Bound, above?.Bound ?? 0) };
    }

    /// <summary>The bound is concave in the rent: it rises while more is taken than there is, and two of its lines meet above its highest point.</summary>
    private Case? Rented(int stock, Sharing sharing, Case from)
    {
        var bearers = Bearers(sharing, from.Taken);
        if (Slope(from) == 0 || (Slope(from) < 0 && from.Rents[stock] == 0)) return null;
        var (top, low, high) = (from, Slope(from) > 0 ? from : At(0), Slope(from) < 0 ? from : null);
        if (low is null || Slope(low) <= 0) return low;
        for (var next = high is null ? Math.Max(low.Rents[stock] + 1, terms.Dearest(pools.Stocks[stock])) : Meeting(low, high); left > 0 && next > low.Rents[stock] && (high is null || next < high.Rents[stock]); next = Meeting(low, high!))
        {
            if (At(next) is not { } point) break;
            if (point.Bound > top.Bound) top = point;
            if (Slope(point) > 0) low = point;
            else high = point;
            if (Slope(point) == 0 || high is null) break;
        }
        return top;

        Case? At(long rent) => Solve(sharing, bearers, from.Rents.SetItem(stock, rent));

        long Slope(Case one) => one.Taken.Where(taken => pools.Stocks[stock].Ways.Contains(new(taken.Line, taken.Offer))).Sum(taken => taken.Quantity) - pools.Stocks[stock].Pieces;

        long Meeting(Case one, Case other) => one.Rents[stock] + (long)((other.Bound - one.Bound - ((decimal)Slope(other) * (other.Rents[stock] - one.Rents[stock]))) / (Slope(one) - Slope(other)));
    }

    private Case? Solve(Sharing sharing, ImmutableArray<ImmutableArray<int>> bearers, ImmutableArray<long> rents)
    {
        left--;
        var relaxed = terms.Write(sharing, bearers, rents, missing);
        var answer = ReachableMinimums.Solve(relaxed.Problem, Effort).Answer;
        if (!answer.Feasible) return null;
        LinePurchase[] taken = [.. relaxed.Purchases(answer)];
        found(taken);
        return new(answer.LowerBound - pools.Stocks.Select((stock, i) => rents[i] * stock.Pieces).Sum(), sharing, taken, rents, answer.Shortfalls.Where(one => missing[one.Line] < demands[one.Line]).Sum(one => Math.Max(1, one.Missing)));
    }

    /// <summary>Parts that are known to buy of each shared offer, else those that last did; all that may where none did.</summary>
    private ImmutableArray<ImmutableArray<int>> Bearers(Sharing sharing, LinePurchase[] taken) =>
    [
        .. pools.Offers.Select((pool, i) =>
        {
            int[] may = [.. Lines(pool).Where(line => !sharing.Without.Contains((i, line)))];
            int[] known = [.. may.Where(line => sharing.With.Contains((i, line)))];
            int[] last = [.. may.Intersect(taken.Where(one => pool.Ways.Contains(new(one.Line, one.Offer))).Select(one => one.Line))];
            return (known.Length > 0 ? known : last.Length > 0 ? last : may).Order().ToImmutableArray();
        }),
    ];

    private static IEnumerable<int> Lines(OfferPool pool) => pool.Ways.Select(way => way.Line).Distinct();

    /// <summary>The cases that one falls into: first where most is bought of a shared offer and it is open who does, then where a stock is sold twice.</summary>
    private IEnumerable<Sharing> Told(Case one)
    {
        var open = pools.Offers.Index().Select(pool => (pool.Index, Taken: Bought(pool.Item), Open: Lines(pool.Item).Where(line => !one.Sharing.With.Contains((pool.Index, line)) && !one.Sharing.Without.Contains((pool.Index, line))).ToArray()))
            .Where(pool => pool.Open.Length > 0 && pool.Taken.Length > 0).OrderByDescending(pool => pool.Taken.Sum(taken => taken.Quantity * taken.UnitPrice)).ThenBy(pool => pool.Index).ToArray();
        if (open is [var pool, ..])
        {
            var line = pool.Open.OrderByDescending(line => pool.Taken.Where(taken => taken.Line == line).Sum(taken => taken.Quantity)).ThenBy(line => line).First();
            return [one.Sharing with { With = one.Sharing.With.Add((pool.Index, line)) }, one.Sharing with { Without = one.Sharing.Without.Add((pool.Index, line)) }];
        }
        foreach (var stock in pools.Stocks)
        {
            int[] lines = [.. stock.Ways.Select(way => way.Line).Distinct()];
            var wants = lines.ToDictionary(line => line, line => one.Taken.Where(taken => taken.Line == line && stock.Ways.Contains(new(taken.Line, taken.Offer))).Sum(taken => taken.Quantity));
            lines = [.. lines.Where(line => wants[line] > 0)];
            var wanted = wants.Values.Sum();
            if (lines.Length is < 2 or > MostTold || wanted <= stock.Pieces) continue;
            // If each got a piece more than its share, all together would get more than there is.
            return lines.Select(line => one.Sharing with { Most = one.Sharing.Most.SetItems(stock.Ways.Where(way => way.Line == line).Select(way => KeyValuePair.Create(way, (long)((decimal)stock.Pieces * wants[line] / wanted)))) });
        }
        return [];

        LinePurchase[] Bought(OfferPool pool) => [.. one.Taken.Where(taken => pool.Ways.Contains(new(taken.Line, taken.Offer)))];
    }

    private sealed record Case(long Bound, Sharing Sharing, LinePurchase[] Taken, ImmutableArray<long> Rents, long Short);
}

/// <summary>A case of who buys of shared offers.</summary>
/// <param name="With">Shared offer and part: the part buys of it.</param>
/// <param name="Without">Shared offer and part: it does not.</param>
/// <param name="Most">Pieces that a part gets of a stock at most.</param>
internal sealed record Sharing(ImmutableHashSet<(int Pool, int Line)> With, ImmutableHashSet<(int Pool, int Line)> Without, ImmutableDictionary<WayPlace, long> Most)
{
    /// <summary>Nothing is known.</summary>
    public static Sharing Open { get; } = new([], [], ImmutableDictionary<WayPlace, long>.Empty);
}

using System.Collections.Immutable;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// A bound of all plans with shared offers: the least cost on terms that no plan can beat (<see cref="PooledTerms"/>), for some shares of what is paid once and
/// some rents of what is scarce. Any shares and any rents bound; those of the last answer are tried next: who bought of a shared offer bears what is paid
/// once, and a stock that is sold twice pays rent (the Lagrangian of its limit, at its best where two lines of it meet). Where that leaves a gap, the parts
/// that want more of a stock than there is are told apart by which of them gets less than its share: one must.
/// </summary>
/// <param name="terms">Writes the problems.</param>
/// <param name="pools">Where parts meet.</param>
/// <param name="demands">Pieces per part.</param>
/// <param name="found">Told of what the answers buy.</param>
internal sealed class PooledBound(PooledTerms terms, OfferPools pools, ImmutableArray<long> demands, Action<IEnumerable<LinePurchase>> found)
{
    /// <summary>Parts at one stock that are told apart.</summary>
    private const int MostTold = 4;

    private ImmutableArray<ImmutableArray<int>> bearers = [.. pools.Offers.Select(_ => ImmutableArray<int>.Empty)];
    private ImmutableArray<long> rents = [.. pools.Stocks.Select(_ => 0L)];
    private ImmutableArray<long> missing = [.. demands.Select(_ => 0L)];
    private ImmutableDictionary<WayPlace, long> limits = ImmutableDictionary<WayPlace, long>.Empty;
    private int left;

    /// <summary>No plan costs less.</summary>
    public long Value { get; private set; }

    /// <param name="most">Solutions.</param>
    public void Raise(int most)
    {
        left = most;
        Value = Math.Max(Value, Highest());
    }

    /// <summary>Bounds plans of fewer pieces: what cannot be had is in none.</summary>
    /// <param name="lacking">Pieces per part that are not asked for.</param>
    /// <param name="most">Solutions.</param>
    public void Without(ImmutableArray<long> lacking, int most)
    {
        (missing, Value) = (lacking, 0);
        Raise(most);
    }

    /// <summary>Looks at each part that may get less than its share of a scarce stock.</summary>
    /// <param name="most">Solutions for each.</param>
    public void TellApart(int most)
    {
        foreach (var (i, stock) in pools.Stocks.Index())
        {
            int[] lines = [.. stock.Ways.Select(way => way.Line).Distinct()];
            var wanted = lines.Sum(line => demands[line] - missing[line]);
            if (lines.Length is < 2 or > MostTold || wanted <= stock.Pieces) continue;
            var (before, least) = ((bearers, rents), long.MaxValue);
            foreach (var line in lines)
            {
                // If each got a piece more than this, all together would get more than there is.
                var share = (long)((decimal)stock.Pieces * (demands[line] - missing[line]) / wanted);
                (left, rents, limits) = (most, rents.SetItem(i, 0), stock.Ways.Where(way => way.Line == line).ToImmutableDictionary(way => way, _ => share));
                least = Math.Min(least, Highest());
                (bearers, rents) = before;
            }
            limits = ImmutableDictionary<WayPlace, long>.Empty;
            Value = Math.Max(Value, least);
            return;
        }
    }

    private long Highest()
    {
        if (Solve() is not { } one) return 0;
        var highest = one.Bound;
        for (var round = 0; round < 2 && left > 0; round++)
        {
            var users = Users(one.Taken);
            if (users.Index().All(pool => pool.Item.SequenceEqual(bearers[pool.Index])) || Solve(users) is not { } next) break;
            if (next.Bound > highest) (highest, bearers) = (next.Bound, users);
            one = next;
        }
        for (var i = 0; i < pools.Stocks.Length && left > 0; i++) highest = Math.Max(highest, Rented(i));
        return highest;
    }

    /// <summary>The bound is concave in the rent: it rises while more is taken than there is, and two of its lines meet above its highest point.</summary>
    private long Rented(int stock)
    {
        if (At(rents[stock]) is not { Slope: > 0 } low) return 0;
        var (best, high, next) = (low, ((long Rent, long Bound, long Slope)?)null, Math.Max(low.Rent + 1, terms.Dearest(pools.Stocks[stock])));
        while (left > 0 && next > low.Rent && (high is null || next < high.Value.Rent) && At(next) is { } point)
        {
            if (point.Bound > best.Bound) best = point;
            if (point.Slope > 0) low = point;
            else if (point.Slope < 0) high = point;
            if (point.Slope == 0 || high is not { } top) break;
            next = low.Rent + (long)((top.Bound - low.Bound - ((decimal)top.Slope * (top.Rent - low.Rent))) / (low.Slope - top.Slope));
        }
        rents = rents.SetItem(stock, best.Rent);
        return best.Bound;

        (long Rent, long Bound, long Slope)? At(long rent)
        {
            rents = rents.SetItem(stock, rent);
            return Solve() is { } point ? (rent, point.Bound, point.Taken.Where(taken => pools.Stocks[stock].Ways.Contains(new(taken.Line, taken.Offer))).Sum(taken => taken.Quantity) - pools.Stocks[stock].Pieces) : null;
        }
    }

    private (long Bound, LinePurchase[] Taken)? Solve(ImmutableArray<ImmutableArray<int>>? bearing = null)
    {
        left--;
        var relaxed = terms.Write(bearing ?? bearers, rents, missing, limits);
        var answer = ReachableMinimums.Solve(relaxed.Problem).Answer;
        if (!answer.Feasible) return null;
        LinePurchase[] taken = [.. relaxed.Purchases(answer)];
        found(taken);
        return (answer.LowerBound - pools.Stocks.Select((stock, i) => rents[i] * stock.Pieces).Sum(), taken);
    }

    private ImmutableArray<ImmutableArray<int>> Users(LinePurchase[] taken) =>
        [.. pools.Offers.Select(pool => taken.Where(one => pool.Ways.Contains(new(one.Line, one.Offer))).Select(one => one.Line).Distinct().Order().ToImmutableArray())];
}

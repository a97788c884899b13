using System.Collections.Immutable;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// The problem of all parts with shared offers on terms that no plan can beat, so that its least cost is a bound of all plans: each part alone is offered the
/// price that all together could reach, without minimum and multiple, and bears a share of what is paid once.
/// </summary>
/// <param name="problem">As written: each way on its own terms.</param>
/// <param name="ways">Per part.</param>
/// <param name="pools">Where parts meet.</param>
/// <param name="each">What a way costs per purchase that joining others does not save.</param>
internal sealed class PooledTerms(PurchaseProblem problem, ImmutableArray<ImmutableArray<PurchaseWay>> ways, OfferPools pools, Func<WayPlace, long> each)
{
    /// <param name="sharing">The case that is bounded.</param>
    /// <param name="bearers">Per shared offer the parts that bear what is paid once.</param>
    /// <param name="rents">Per stock, what a piece of it costs on top, in millionths: the rent of what is scarce. The bound is the answer's less the rent of the whole stock.</param>
    /// <param name="missing">Pieces per part that are not asked for.</param>
    public Relaxed Write(Sharing sharing, ImmutableArray<ImmutableArray<int>> bearers, ImmutableArray<long> rents, ImmutableArray<long> missing)
    {
        var lines = ImmutableArray.CreateBuilder<DemandLine>();
        var places = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var i = 0; i < problem.Lines.Length; i++)
        {
            var (line, offers, own) = (problem.Lines[i], ImmutableArray.CreateBuilder<OfferTerms>(), ImmutableArray.CreateBuilder<int>());
            int[] known = [.. sharing.With.Where(one => one.Line == i).Select(one => one.Pool)];
            for (var k = 0; missing[i] < line.Demand && k < line.Offers.Length; k++)
            {
                var place = new WayPlace(i, k);
                var pool = pools.IndexOf(place);
                if (pool is { } other && sharing.Without.Contains((other, i))) continue;
                // Who buys of a shared offer does not have all from another one, or it could do without; unless it fills an order up.
                var most = known.Any(index => index != pool && !Fills(index)) ? line.Demand - missing[i] - 1 : long.MaxValue;
                most = Math.Min(most, sharing.Most.GetValueOrDefault(place, long.MaxValue));
                foreach (var terms in pool is { } index ? Shared(place, index, sharing, bearers[index]) : [line.Offers[k]])
                {
                    offers.Add(terms with { Stock = Math.Min(terms.Stock, most), Prices = [.. terms.Prices.Select(price => price with { UnitCost = price.UnitCost + Rent(place, rents) })] });
                    own.Add(k);
                }
            }
            lines.Add(line with { Demand = Math.Max(1, line.Demand - missing[i]), Offers = offers.ToImmutable() });
            places.Add(own.ToImmutable());
        }
        return new(problem with { Lines = lines.ToImmutable() }, places.ToImmutable());
    }

    private bool Fills(int pool) => problem.Suppliers[problem.Lines[pools.Offers[pool].Ways[0].Line].Offers[pools.Offers[pool].Ways[0].Offer].Supplier] is { MinimumOrderValue: > 0 } or { WaivedFrom: not null };

    /// <summary>More than this no piece of a stock is worth: what the parts that want it would pay elsewhere.</summary>
    public long Dearest(StockPool stock) => stock.Ways.Select(way => way.Line).Distinct().SelectMany(line => problem.Lines[line].Offers).Max(offer => offer.PerPurchase + offer.Prices.Select(price => price.UnitCost).DefaultIfEmpty(0).Max());

    private long Rent(WayPlace place, ImmutableArray<long> rents) => pools.Stocks.Index().Where(stock => stock.Item.Ways.Contains(place)).Sum(stock => rents[stock.Index]);

    private IEnumerable<OfferTerms> Shared(WayPlace place, int index, Sharing sharing, ImmutableArray<int> bearers)
    {
        var own = problem.Lines[place.Line].Offers[place.Offer];
        var pool = new OfferPool([.. pools.Offers[index].Ways.Where(way => !sharing.Without.Contains((index, way.Line)))]);
        int[] lines = [.. pool.Ways.Select(way => way.Line).Distinct()];
        // Nobody else buys there: on its own terms.
        if (lines.Length == 1) return [own];
        var once = pool.Ways.Min(way => problem.Lines[way.Line].Offers[way.Offer].PerPurchase - each(way));
        var share = bearers.IndexOf(place.Line) is var at and >= 0 ? (once / bearers.Length) + (at < once % bearers.Length ? 1 : 0) : 0;
        // Who joins a purchase loses no pieces in feeding.
        var (most, least, lost) = (pool.Ways.Max(Peeled), pool.Ways.Min(Peeled), Peeled(place));
        var terms = own with { Minimum = 1, Multiple = 1, Stock = own.Stock + lost - least, PerPurchase = each(place) + share };
        ImmutableArray<BreakPrice> reached = [.. own.Prices.Where(price => price.Quantity <= Math.Min(terms.Stock, pools.PiecesOf(place)))];
        if (reached.IsEmpty) return [];
        var supplier = problem.Suppliers[own.Supplier];
        // Where the value of an order counts, each break is a way of its own, with its price and what it counts.
        if (supplier.MinimumOrderValue > 0 || supplier.WaivedFrom is not null) return reached.Select(price => terms with { Prices = [price with { Quantity = 1 }] });
        // More than all of them need has to be paid for by what they need.
        var needed = lines.Sum(line => problem.Lines[line].Demand);
        var cost = reached.Min(price => Least(price) is var bought && bought > needed ? (long)Math.Floor((decimal)price.UnitCost * bought / needed) : price.UnitCost);
        return [terms with { Prices = [new BreakPrice(1, Math.Min(cost, reached.Min(price => price.UnitPrice)), cost)] }];

        long Least(BreakPrice price) => (Math.Max(1, Math.Max(price.Quantity, own.Minimum) + lost - most) + own.Multiple - 1) / own.Multiple * own.Multiple;

        long Peeled(WayPlace way) => ways[way.Line][way.Offer].Peeled;
    }
}

/// <param name="Problem">With at least one offer for each way that can be used.</param>
/// <param name="Ways">Per part, the way that each of its offers is.</param>
internal sealed record Relaxed(PurchaseProblem Problem, ImmutableArray<ImmutableArray<int>> Ways)
{
    public IEnumerable<LinePurchase> Purchases(PurchaseAnswer answer) => answer.Purchases.GroupBy(one => (one.Line, Way: Ways[one.Line][one.Offer]))
        .Select(same => new LinePurchase(same.Key.Line, same.Key.Way, same.Sum(one => one.Quantity), same.First().UnitPrice));
}

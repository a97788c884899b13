using System.Collections.Immutable;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// Where parts that are bought apart meet in one offer. What they take of it is one purchase: it has one stock, one minimum and one price for all pieces.
/// </summary>
/// <param name="Offers">Offers that several parts can be bought of.</param>
/// <param name="Stocks">Pieces on stock that several ways to buy draw on, of one part or of several, on the same or on different terms.</param>
internal sealed record OfferPools(ImmutableArray<OfferPool> Offers, ImmutableArray<StockPool> Stocks)
{
    private readonly Dictionary<WayPlace, int> places = Offers.Index().SelectMany(pool => pool.Item.Ways.Select(way => (way, pool.Index))).ToDictionary(one => one.way, one => one.Index);

    /// <param name="ways">Per part.</param>
    /// <param name="request">For the pieces that a release takes from a stock.</param>
    public static OfferPools Of(ImmutableArray<ImmutableArray<PurchaseWay>> ways, SourcingRequest request)
    {
        var all = ways.SelectMany((part, line) => part.Select((way, offer) => (Place: new WayPlace(line, offer), Way: way))).ToArray();
        var offers = all.GroupBy(one => (one.Way.Offer, one.Way.IsStocked)).Where(pool => pool.Select(one => one.Place.Line).Distinct().Take(2).Count() > 1)
            .Select(pool => new OfferPool([.. pool.Select(one => one.Place)])).ToImmutableArray();
        var stocks = all.Where(one => one.Way is { IsStocked: true, Offer.Stock: not null }).GroupBy(one => one.Way.Candidate.Pieces).Where(pool => pool.Take(2).Count() > 1)
            .Select(pool => new StockPool([.. pool.Select(one => one.Place)], PurchaseWay.Available(pool.First().Way.Offer, request))).ToImmutableArray();
        return new(offers, [.. stocks.Where(stock => offers.Length > 0 || stock.Ways.Select(way => way.Line).Distinct().Take(2).Count() > 1)]);
    }

    /// <summary>Pieces of the stock that a way draws on with others; without limit where it is alone or waited for.</summary>
    public long PiecesOf(WayPlace place) => Stocks.Where(stock => stock.Ways.Contains(place)).Select(stock => stock.Pieces).DefaultIfEmpty(long.MaxValue).Min();

    /// <summary>No part has to do with another.</summary>
    public bool IsEmpty => Offers.IsEmpty && Stocks.IsEmpty;

    /// <summary>Index of the shared offer that a way is; null where its offer is of one part only.</summary>
    public int? IndexOf(WayPlace place) => places.TryGetValue(place, out var index) ? index : null;

    /// <summary>Parts that meet others.</summary>
    public IEnumerable<int> Lines => Offers.SelectMany(pool => pool.Ways).Concat(Stocks.SelectMany(pool => pool.Ways)).Select(way => way.Line).Distinct();
}

/// <param name="Line">Index of the part.</param>
/// <param name="Offer">Index among its ways.</param>
internal readonly record struct WayPlace(int Line, int Offer);

/// <param name="Ways">That are this offer, all from stock or all waited for.</param>
internal sealed record OfferPool(ImmutableArray<WayPlace> Ways);

/// <param name="Ways">That draw on the stock.</param>
/// <param name="Pieces">That can be drawn.</param>
internal sealed record StockPool(ImmutableArray<WayPlace> Ways, long Pieces);

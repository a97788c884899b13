using System.Collections.Immutable;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>Takes pieces that are there already: the customer's first, since they cost nothing, then our own. What one part takes is gone for the next.</summary>
internal sealed class StockDraws
{
    private readonly ILookup<string, int> byMpn;
    private readonly ImmutableArray<FreeStock> stock;
    private readonly long[] left;
    private readonly SourcingRequest request;

    public StockDraws(SourcingRequest request)
    {
        this.request = request;
        stock = [.. request.Offers.Stock.Where(one => one.Customer.Length == 0 ? one.Owner == StockOwner.Ours || request.Policy.Customer.Length > 0 : Customers.Same(one.Customer, request.Policy.Customer))
            .OrderBy(one => one.Owner == StockOwner.Customers ? 0 : 1)];
        left = [.. stock.Select(one => one.Quantity)];
        byMpn = Enumerable.Range(0, stock.Length).ToLookup(i => stock[i].Mpn.Key, StringComparer.Ordinal);
    }

    /// <param name="part">What is needed.</param>
    /// <param name="pieces">How many at most.</param>
    /// <param name="log">Told when stock has no value that can be used: it is then not drawn.</param>
    public ImmutableArray<StockDraw> Take(PartDemand part, long pieces, BomLog log)
    {
        var draws = ImmutableArray.CreateBuilder<StockDraw>();
        foreach (var (mpn, manufacturer) in part.Allowed)
        {
            foreach (var i in byMpn[mpn.Key])
            {
                if (pieces == 0 || left[i] == 0 || !Manufacturers.Agree(stock[i].Manufacturer, manufacturer)) continue;
                if (Value(stock[i]) is not { } value)
                {
                    log.Warning("sourcing.stock-without-value", part.Line, $"{part.Name}: {left[i]} pieces of our own are on stock ({stock[i].Source}:{stock[i].Row}) without a value in a currency that can be converted; they are not used. Write a unit value and a currency");
                    continue;
                }
                var taken = Math.Min(pieces, left[i]);
                left[i] -= taken;
                pieces -= taken;
                draws.Add(new(stock[i], taken, value));
            }
        }
        return draws.ToImmutable();
    }

    /// <summary>Puts back what was taken: nothing can be bought to go with it.</summary>
    public void Return(ImmutableArray<StockDraw> draws)
    {
        foreach (var draw in draws) left[stock.IndexOf(draw.Stock)] += draw.Pieces;
    }

    private decimal? Value(FreeStock one)
    {
        if (one.Owner == StockOwner.Customers) return 0m;
        return one.UnitValue is { } value && request.Plant.Rates.Find(value.Currency, request.Currency) is { } rate ? value.Amount * rate.Rate : null;
    }
}

using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>A way to buy: prices by quantity in the quote's currency, with what the seller insists on.</summary>
/// <param name="Breaks">Ascending, at least one.</param>
internal sealed record Source(ImmutableArray<(long Quantity, Spread Price, string Text)> Breaks, long Minimum, long Multiple, Offer? Offer, PriceBasis Basis, string Text, ImmutableArray<Figure> Figures)
{
    /// <summary>Price and its text at any number of pieces, where it falls without steps; null where the breaks are all there is.</summary>
    public Func<long, (Spread Price, string Text)>? Curve { get; init; }

    /// <summary>What one piece costs before any volume: decides whether a part is worth counting out.</summary>
    public decimal ListPrice => Breaks[0].Price.Likely;

    /// <summary>
    /// The cheapest purchase of at least <paramref name="pieces"/>: rounded up to minimum and multiple, or a price break further up where that costs less in total.
    /// </summary>
    public Purchase Buy(long pieces)
    {
        if (Curve?.Invoke(pieces) is { } point) return new Purchase(this, pieces, point.Price, point.Text);
        Purchase? best = null;
        foreach (var candidate in Breaks.Select(one => Math.Max(one.Quantity, pieces)).Prepend(pieces).Select(Ordered).Distinct())
        {
            var at = Breaks.LastOrDefault(one => one.Quantity <= candidate);
            // Below the first break the seller sells at the first price or not at all: the first break is then the least order.
            if (at.Text is null) continue;
            var purchase = new Purchase(this, candidate, at.Price, at.Text);
            if (best is null || purchase.Cost < best.Cost || (purchase.Cost == best.Cost && purchase.Quantity < best.Quantity)) best = purchase;
        }
        return best!;
    }

    private long Ordered(long pieces) => checked((long)Quantity.Pieces(pieces).RoundUpToOrder(Minimum, Multiple).Value);
}

/// <param name="Quantity">Pieces bought.</param>
/// <param name="Price">Per piece.</param>
internal sealed record Purchase(Source Source, long Quantity, Spread Price, string PriceText)
{
    public decimal Cost => Quantity * Price.Likely;

    /// <summary>What it costs when the price comes out at its high end.</summary>
    public decimal Highest => Quantity * Price.High;
}

/// <summary>Finds the ways to buy a part: matching offers and lists first, else the plant's price for its class.</summary>
internal sealed class PartPricing
{
    private readonly Plant plant;
    private readonly Currency currency;
    private readonly ILookup<string, Offer> byMpn;
    private readonly ILookup<string, Offer> byCode;

    public PartPricing(Plant plant, Currency currency, OfferBook book)
    {
        this.plant = plant;
        this.currency = currency;
        byMpn = book.Offers.Where(offer => offer.Mpn is not null).ToLookup(offer => offer.Mpn!.Value.Key, StringComparer.Ordinal);
        byCode = book.Offers.Where(offer => offer.SupplierCode is not null).ToLookup(offer => offer.SupplierCode!.Value.Key, StringComparer.Ordinal);
    }

    /// <summary>Offers for a part whose prices can be converted, in the book's order.</summary>
    public IReadOnlyList<Source> Offers(PartDemand part, SourcingLog log)
    {
        var sources = new List<Source>();
        foreach (var offer in Matching(part).Distinct())
        {
            if (plant.Rates.Find(offer.Currency, currency) is not { } rate)
            {
                log.Warning("sourcing.no-rate", part.Line, $"{part.Name}: {offer.Supplier} asks {offer.Currency} and there is no exchange rate to {currency} (give one in the plant file); the offer is not used");
                continue;
            }
            var converted = rate.From == rate.To ? "" : $", {offer.Currency} at {Calculation.Text(rate.Rate)} of {rate.Date} ({rate.Source})";
            var text = $"{offer.Supplier}{Dated(offer.Date)}, {offer.Source}:{Calculation.Text(offer.Row)}{converted}";
            sources.Add(new Source(
                [.. offer.Breaks.Select(one => (one.Quantity, Spread.Exactly(one.UnitPrice.Amount * rate.Rate), $"{Calculation.Text(one.UnitPrice.Amount)} {offer.Currency} from {Calculation.Text(one.Quantity)}"))],
                offer.LeastOrder, offer.Multiple ?? 1, offer, offer.Basis, text, []));
        }
        return sources;
    }

    /// <summary>The plant's price for a class, with its volume table; null when the class has none.</summary>
    public Source? Estimate(string partClass)
    {
        if (!plant.Has($"parts.price.{partClass}")) return null;
        var price = plant[$"parts.price.{partClass}"];
        var rows = plant.Bands("parts.volume").Rows;
        var breaks = ImmutableArray.CreateBuilder<(long, Spread, string)>();
        var from = 1L;
        foreach (var row in rows)
        {
            breaks.Add((from, price.Spread * row.Figure.Spread, $"{price} × {Calculation.Text(row.Figure.Value)} for {Calculation.Text(from)} and more"));
            if (row.UpTo < long.MaxValue) from = (long)row.UpTo + 1;
        }
        return new Source(breaks.ToImmutable(), 1, 1, null, PriceBasis.Estimate, $"estimate for {partClass}", [price, .. rows.Select(row => row.Figure)])
        {
            Curve = pieces =>
            {
                var factor = plant.Bands("parts.volume").FromBelow(pieces);
                return (price.Spread * factor.Spread, $"{price} × {Calculation.Text(factor.Value)} for {Calculation.Text(pieces)}");
            },
        };
    }

    private IEnumerable<Offer> Matching(PartDemand part)
    {
        if (part.Mpn is { } mpn)
        {
            foreach (var offer in byMpn[mpn.Key].Where(offer => Manufacturers.Agree(offer.Manufacturer, part.Manufacturer))) yield return offer;
        }
        foreach (var (supplier, code) in part.SupplierCodes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var offer in byCode[code.Key].Where(offer => Manufacturers.SameSupplier(offer.Supplier, supplier))) yield return offer;
        }
    }

    private static string Dated(OfferDate? date) => date is null ? "" : $" {date}";
}

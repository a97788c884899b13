using System.Collections.Immutable;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>An offer that can be used for a part, with its prices as they land here.</summary>
/// <param name="Prices">Ascending by quantity, at least one.</param>
/// <param name="Once">Per purchase: reeling that is no choice. In the plan's currency.</param>
/// <param name="Landing">What it costs at the plant's door, and why.</param>
/// <param name="Feeds">How the line can take it; at least one way.</param>
internal sealed record Candidate(Offer Offer, ImmutableArray<LandedPrice> Prices, decimal Once, LandedOffer Landing, ImmutableArray<FeedOption> Feeds)
{
    /// <summary>One name for all spellings of the supplier.</summary>
    public string Supplier => Landing.Order.Supplier;

    /// <summary>What it is of: offers of one are no choice between sellers.</summary>
    public required Sku Sku { get; init; }

    /// <summary>True for a seller that the policy goes to only where others do not have enough.</summary>
    public bool IsReserve { get; init; }

    /// <summary>The pieces on stock that it sells (<see cref="Sku.PiecesOf"/>).</summary>
    public required (string Seller, string Number, long? Stock) Pieces { get; init; }

    /// <summary>The same order code, or the same pieces under another: no choice between sellers.</summary>
    public bool IsSameAs(Candidate other) => Sku == other.Sku || (Pieces.Stock > 0 && Pieces == other.Pieces);

    /// <summary>Whose offer, from when, converted at which rate, with which duty.</summary>
    public string Text
    {
        get
        {
            var place = Offer.Row > 0 ? $"{Offer.Source}:{Calculation.Text(Offer.Row)}" : Offer.Source;
            var converted = Landing.Rate is { } rate && rate.From != rate.To ? $", {Offer.Currency} at {Calculation.Text(rate.Rate)} of {rate.Date} ({rate.Source})" : "";
            var duty = Landing.Duty.State is DutyState.Known or DutyState.OriginAssumed or DutyState.Range && Landing.Duty.Percent.High > 0 ? $", duty {Landing.Duty.Reason}" : "";
            return $"{Offer.Supplier}{(Offer.Date is { } date ? $" {date}" : "")}{(Offer.QuoteNumber.Length > 0 ? $", quotation {Offer.QuoteNumber}" : "")}, {place}{converted}{duty}";
        }
    }

    public static Candidate Of(LandedOffer landing, ImmutableArray<FeedOption> feeds, OrderTermsTable suppliers, bool isReserve) =>
        new(landing.Offer, [.. landing.Breaks.Select(one => LandedPrice.Of(one, landing.Duty.Percent))], Millionths(landing.PerPurchase.Amount), landing, feeds)
        {
            Sku = Sku.Of(landing.Offer, suppliers),
            Pieces = Sku.PiecesOf(landing.Offer, suppliers),
            IsReserve = isReserve,
        };

    /// <summary>Rounds half away from zero to a millionth, the unit that plans are reckoned in.</summary>
    internal static decimal Millionths(decimal amount) => Math.Round(amount, 6, MidpointRounding.AwayFromZero);

    /// <summary>What one piece costs before any volume: decides whether a part is worth counting out.</summary>
    public decimal ListPrice => Prices[0].Landed.Likely;

    /// <summary>The price of a purchase of so many pieces.</summary>
    public LandedPrice At(long quantity) => Prices.Last(price => price.Quantity <= quantity);

    /// <summary>
    /// The cheapest purchase of at least <paramref name="pieces"/> from this offer alone, as the supplier sells it and however it is fed: its quantity and
    /// landed cost, likely.
    /// </summary>
    /// <param name="pieces">At least.</param>
    /// <param name="freightFree">In an order that pays no freight.</param>
    public (long Quantity, decimal Cost) Sold(long pieces, bool freightFree = false)
    {
        (long Quantity, decimal Cost)? best = null;
        foreach (var price in Prices)
        {
            var quantity = Ordered(Math.Max(pieces, price.Quantity));
            var cost = (quantity * At(quantity).In(freightFree).Likely) + Once;
            if (best is null || cost < best.Value.Cost) best = (quantity, cost);
        }
        return best!.Value;
    }

    /// <summary>The cheapest purchase that covers a need from this offer alone, with what the line needs to take it.</summary>
    public (long Quantity, decimal Cost) Cheapest(PartNeed need) => Cheapest(need, need.ToOrder, freightFree: false);

    /// <param name="need">Of the part.</param>
    /// <param name="pieces">Of it, those that are to come from this offer.</param>
    /// <param name="freightFree">In an order that pays no freight.</param>
    public (long Quantity, decimal Cost) Cheapest(PartNeed need, long pieces, bool freightFree) => Feeds.Select(option =>
    {
        var (quantity, cost) = Sold(Math.Max(pieces + need.Lost(option.Feed), option.Feed.LeastPieces), freightFree);
        return (Quantity: quantity, Cost: cost + option.Cost(need.ToOrder));
    }).MinBy(way => way.Cost);

    private long Ordered(long pieces) => checked((long)Kernel.Quantity.Pieces(pieces).RoundUpToOrder(Offer.LeastOrder, Offer.Multiple ?? 1).Value);
}

/// <param name="Quantity">From this quantity on.</param>
/// <param name="Value">The supplier's price in the plan's currency, in whole millionths: what counts towards a minimum order value.</param>
/// <param name="Landed">Per piece with freight and duty, in the plan's currency, in whole millionths; not below the price.</param>
internal readonly record struct LandedPrice(long Quantity, decimal Value, Spread Landed)
{
    /// <summary>The same in an order that pays no freight.</summary>
    public required Spread FreightFree { get; init; }

    public Spread In(bool freightFree) => freightFree ? FreightFree : Landed;

    /// <param name="one">Of the offer.</param>
    /// <param name="duty">Percent of the value.</param>
    public static LandedPrice Of(LandedBreak one, Spread duty)
    {
        var value = Priced(one.UnitPrice.Amount);
        var free = one.Freight.Amount == 0 ? one.UnitCost : Spread.Exactly(one.UnitPrice.Amount) + (duty * (one.UnitPrice.Amount / 100m));
        return new(one.Quantity, value, Rounded(one.UnitCost)) { FreightFree = Rounded(free) };

        Spread Rounded(Spread cost) => new(Math.Max(value, Candidate.Millionths(cost.Low)), Math.Max(value, Candidate.Millionths(cost.Likely)), Math.Max(value, Candidate.Millionths(cost.High)));
    }

    /// <summary>A price is never rounded down to nothing.</summary>
    private static decimal Priced(decimal amount) => amount > 0 ? Math.Max(0.000001m, Candidate.Millionths(amount)) : 0m;
}

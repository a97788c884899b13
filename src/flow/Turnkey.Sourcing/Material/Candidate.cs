using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>An offer that can be used for a part, with its prices as they land here.</summary>
/// <param name="Prices">Ascending by quantity, at least one.</param>
/// <param name="Once">Per purchase: reeling. In the plan's currency.</param>
/// <param name="Text">Whose offer, from when, converted at which rate.</param>
internal sealed record Candidate(Offer Offer, ImmutableArray<LandedPrice> Prices, decimal Once, string Text)
{
    /// <summary>What one piece costs before any volume: decides whether a part is worth counting out.</summary>
    public decimal ListPrice => Prices[0].Landed.Likely;

    /// <summary>The price of a purchase of so many pieces.</summary>
    public LandedPrice At(long quantity) => Prices.Last(price => price.Quantity <= quantity);

    /// <summary>The cheapest purchase of at least <paramref name="pieces"/> from this offer alone: its quantity and landed cost, likely.</summary>
    public (long Quantity, decimal Cost) Cheapest(long pieces)
    {
        (long Quantity, decimal Cost)? best = null;
        foreach (var price in Prices)
        {
            var quantity = Ordered(Math.Max(pieces, price.Quantity));
            var cost = (quantity * At(quantity).Landed.Likely) + Once;
            if (best is null || cost < best.Value.Cost) best = (quantity, cost);
        }
        return best!.Value;
    }

    private long Ordered(long pieces) => checked((long)Kernel.Quantity.Pieces(pieces).RoundUpToOrder(Offer.LeastOrder, Offer.Multiple ?? 1).Value);
}

/// <param name="Quantity">From this quantity on.</param>
/// <param name="Price">As it stands in the offer.</param>
/// <param name="Value">The same in the plan's currency, in whole millionths: what counts towards a minimum order value.</param>
/// <param name="Landed">Per piece with duty, in the plan's currency, in whole millionths.</param>
internal readonly record struct LandedPrice(long Quantity, Money Price, decimal Value, Spread Landed);

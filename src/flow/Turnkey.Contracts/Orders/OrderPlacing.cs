using System.Collections.Immutable;
using Turnkey.Contracts.Offers;

namespace Turnkey.Contracts.Orders;

/// <summary>Turns an awarded offer into a purchase order.</summary>
public static class OrderPlacing
{
    /// <param name="offer">Awarded.</param>
    /// <param name="id">Identifier of the order.</param>
    /// <param name="number">The customer's number.</param>
    /// <param name="lots">What is delivered when.</param>
    public static Decision<Order> Place(Offer offer, Guid id, string number, DateTimeOffset at, ImmutableArray<OrderedLot> lots)
    {
        ArgumentNullException.ThrowIfNull(offer);
        if (offer.State != OfferState.Awarded) return new Refusal("order.not-awarded", "award the offer first");
        if (number.Trim().Length == 0) return new Refusal("order.number", "give the order a number");
        if (lots.IsEmpty || lots.Any(lot => lot.Quantity < 1)) return new Refusal("order.lots", "order at least one product, and at least one in every lot");
        if (lots.FirstOrDefault(lot => lot.Due < DateOnly.FromDateTime(at.UtcDateTime)) is { } late) return new Refusal("order.due", $"a lot is due on {late.Due:yyyy-MM-dd}, which is over; give a later day");
        var quantity = lots.Sum(lot => (long)lot.Quantity);
        if (quantity > int.MaxValue) return new Refusal("order.quantity", "that is more than can be ordered at once");
        if (offer.Content.At((int)quantity) is not { } price)
            return new Refusal("order.below-offer", $"{quantity:N0} is below the smallest quantity of the offer, {offer.Content.Prices[0].Quantity:N0}");
        return new Order(id, number.Trim(), offer.Rfq, offer.Id, offer.Customer, offer.Manufacturer, at)
        {
            Currency = offer.Content.Currency,
            UnitPrice = price.UnitPrice,
            NonRecurring = price.NonRecurring,
            Lots = lots,
        };
    }
}

using Turnkey.Contracts.Offers;

namespace Turnkey.Contracts.Orders;

/// <summary>Holds what the other side says of an order against what one has oneself. Orders pass between installations whole; nobody's copy counts before one's own.</summary>
public static class OrderAnswering
{
    /// <summary>Whether an order is what the offer it takes allows: the manufacturer asks this before it acknowledges. Null when it is.</summary>
    public static Refusal? Against(Offer offer, Order order)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(order);
        if (order.Offer != offer.Id || order.Rfq != offer.Rfq || order.Customer != offer.Customer || order.Manufacturer != offer.Manufacturer) return new Refusal("order.other-offer", "the order is not against this offer");
        if (DateOnly.FromDateTime(order.Placed.UtcDateTime) > offer.Content.ValidUntil) return new Refusal("order.expired", $"it was ordered after {offer.Content.ValidUntil:yyyy-MM-dd}, the last day of the offer");
        if (order.Quantity is < 1 or > int.MaxValue || offer.Content.At((int)order.Quantity) is not { } price) return new Refusal("order.below-offer", $"{order.Quantity:N0} is no quantity that was offered");
        return order.Currency == offer.Content.Currency && order.UnitPrice == price.UnitPrice && order.NonRecurring == price.NonRecurring ? null
            : new Refusal("order.price-differs", $"the order says {order.Currency} {order.UnitPrice} each and {order.NonRecurring} once, and the offer {offer.Content.Currency} {price.UnitPrice} and {price.NonRecurring} at {order.Quantity:N0}");
    }

    /// <summary>One's own order after the other side's answer: the answer is taken, and nothing but it may differ from what one has.</summary>
    /// <param name="own">Before the answer.</param>
    /// <param name="answered">As the other side sent it.</param>
    public static Decision<Order> Take(Order own, Order answered)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(answered);
        // Received before: nothing happens twice.
        if (IsSame(own, answered)) return own;
        var next = (own.State, answered) switch
        {
            (OrderState.Changed, { State: OrderState.Acknowledged }) => own.AcceptChange(),
            (_, { State: OrderState.Acknowledged or OrderState.Changed, Acknowledgement: { } answer }) => own.Acknowledge(answer),
            (_, { State: OrderState.Refused }) => own.Refuse(answered.Reason),
            (_, { State: OrderState.Cancelled }) => own.Cancel(answered.Reason),
            _ => new Refusal("order.no-answer", "it says nothing new of the order"),
        };
        return next.Then<Order>(order => IsSame(order, answered) ? order : new Refusal("order.differs", "the order that came back is not the one that was placed: something else in it was changed"));
    }

    private static bool IsSame(Order one, Order other) => ContractJson.Write(one) == ContractJson.Write(other);
}

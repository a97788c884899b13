using System.Collections.Immutable;

namespace Turnkey.Contracts.Orders;

public enum OrderState
{
    /// <summary>The customer ordered; the manufacturer has not answered.</summary>
    Placed,

    /// <summary>The manufacturer confirmed every lot.</summary>
    Acknowledged,

    /// <summary>The manufacturer confirmed other days than asked; the customer accepts or cancels.</summary>
    Changed,

    /// <summary>The manufacturer did not take it.</summary>
    Refused,

    Cancelled,
}

/// <summary>A purchase order against an offer: what is bought, when it is due, and what the manufacturer said to it.</summary>
/// <param name="Id">The same on every installation that holds it.</param>
/// <param name="Number">The customer's number: <c>PO-2026-0031</c>.</param>
/// <param name="Offer">The offer that it takes; its content stays the contract's basis.</param>
/// <param name="Placed">When it was ordered.</param>
public sealed record Order(Guid Id, string Number, Guid Rfq, Guid Offer, Guid Customer, Guid Manufacturer, DateTimeOffset Placed)
{
    public OrderState State { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Price per product, four decimals, that of the offer at the ordered quantity.</summary>
    public decimal UnitPrice { get; init; }

    /// <summary>Paid once.</summary>
    public decimal NonRecurring { get; init; }

    /// <summary>What is delivered when; at least one.</summary>
    public ImmutableArray<OrderedLot> Lots { get; init; } = [];

    public string DeliverTo { get; init; } = "";

    public string Note { get; init; } = "";

    public Acknowledgement? Acknowledgement { get; init; }

    /// <summary>Why it was refused or cancelled.</summary>
    public string Reason { get; init; } = "";

    public long Quantity => Lots.Sum(lot => (long)lot.Quantity);

    public decimal Total => UnitPrice * Quantity + NonRecurring;

    /// <summary>Answers it: the days are those asked for, or others that the customer has to accept.</summary>
    /// <param name="acknowledgement">A day for every lot.</param>
    public Decision<Order> Acknowledge(Acknowledgement acknowledgement)
    {
        ArgumentNullException.ThrowIfNull(acknowledgement);
        if (State != OrderState.Placed) return new Refusal("order.answered", $"the order is {State.ToString().ToLowerInvariant()}; only one that was just placed can be acknowledged");
        if (acknowledgement.Days.Length != Lots.Length) return new Refusal("order.days", $"give a day for each of the {Lots.Length} lots");
        if (acknowledgement.Days.FirstOrDefault(day => day < DateOnly.FromDateTime(Placed.UtcDateTime)) is var past && past != default)
            return new Refusal("order.days", $"{past:yyyy-MM-dd} is before the order was placed; give the days on which the lots will be there");
        var asAsked = acknowledgement.Days.Zip(Lots, (day, lot) => day <= lot.Due).All(kept => kept);
        return this with { State = asAsked ? OrderState.Acknowledged : OrderState.Changed, Acknowledgement = acknowledgement };
    }

    /// <summary>The customer accepts the other days.</summary>
    public Decision<Order> AcceptChange() =>
        State == OrderState.Changed && Acknowledgement is { } answer
            ? this with { State = OrderState.Acknowledged, Lots = [.. Lots.Zip(answer.Days, (lot, day) => lot with { Due = day })] }
            : new Refusal("order.no-change", "the manufacturer proposed no other days");

    public Decision<Order> Refuse(string reason) =>
        State != OrderState.Placed ? new Refusal("order.answered", $"the order is {State.ToString().ToLowerInvariant()} and cannot be refused any more")
        : reason.Trim().Length == 0 ? new Refusal("order.reason", "say why, so that the customer can do something about it")
        : this with { State = OrderState.Refused, Reason = reason };

    public Decision<Order> Cancel(string reason) =>
        State is OrderState.Cancelled or OrderState.Refused ? new Refusal("order.ended", "the order has already ended")
        : reason.Trim().Length == 0 ? new Refusal("order.reason", "say why, so that the other side can stop the right things")
        : this with { State = OrderState.Cancelled, Reason = reason };
}

/// <summary>A part of the order that is delivered on its own day.</summary>
public sealed record OrderedLot(int Quantity, DateOnly Due);

/// <summary>The manufacturer's answer.</summary>
/// <param name="Number">The manufacturer's own number of the order.</param>
/// <param name="Days">The day of each lot, in the order of the lots.</param>
public sealed record Acknowledgement(string Number, DateTimeOffset At, string By, ImmutableArray<DateOnly> Days, string Note);

using System.Collections.Immutable;
using FsCheck.Fluent;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Orders;

namespace Turnkey.Contracts.Tests.Orders;

public sealed class OrderTests
{
    private static readonly Offer Awarded = Samples.Offer with { State = OfferState.Awarded };

    private static readonly Func<Order, Decision<Order>>[] Deeds =
    [
        order => order.Acknowledge(Samples.OtherDays), order => order.Acknowledge(Samples.OtherDays with { Days = [.. order.Lots.Select(lot => lot.Due)] }), order => order.AcceptChange(), order => order.Refuse("no"), order => order.Cancel("stop"),
    ];

    [Fact]
    public void The_total_is_unit_price_times_quantity_and_what_is_paid_once() => Laws.Hold(
        from unit in Gen.Choose(1, 2_000_000) from once in Gen.Choose(0, 100_000) from lots in Gen.Choose(1, 100_000).ListOf(3) select (unit, once, lots),
        one =>
        {
            var price = new OfferPrice(1, one.unit / 10_000m, one.once / 100m, 1, 2);
            var order = Samples.Made(OrderPlacing.Place(Awarded with { Content = Awarded.Content with { Prices = [price] } }, Samples.Number(16), "PO", Samples.Now, [.. one.lots.Select(lot => new OrderedLot(lot, new DateOnly(2026, 5, 1)))]));
            Assert.Equal((price.UnitPrice * one.lots.Sum()) + price.NonRecurring, order.Total);
            Assert.Equal(one.lots.Sum(), order.Quantity);
        });

    [Fact]
    public void No_state_changes_after_the_end_and_no_price_ever() => Laws.Hold(Gen.Choose(0, Deeds.Length - 1).ArrayOf(), deeds =>
    {
        var order = Samples.Placed;
        foreach (var deed in deeds)
        {
            if (Deeds[deed](order) is not Decision<Order>.Made { Value: var next }) continue;
            Assert.False(order.State is OrderState.Refused or OrderState.Cancelled);
            Assert.NotEqual(OrderState.Placed, next.State);
            Assert.Equal((order.UnitPrice, order.NonRecurring, order.Currency, order.Total, order.Offer), (next.UnitPrice, next.NonRecurring, next.Currency, next.Total, next.Offer));
            order = next;
        }
    });

    [Fact]
    public void Days_as_asked_or_earlier_acknowledge_and_later_ones_change()
    {
        Assert.Equal(OrderState.Acknowledged, Samples.Made(Samples.Placed.Acknowledge(Samples.OtherDays with { Days = [.. Samples.Placed.Lots.Select(lot => lot.Due.AddDays(-1))] })).State);
        Assert.Equal(OrderState.Changed, Samples.Changed.State);
        Assert.Equal(Samples.OtherDays.Days, Samples.Made(Samples.Changed.AcceptChange()).Lots.Select(lot => lot.Due));
        Assert.Equal("order.days", Samples.Refused(Samples.Placed.Acknowledge(Samples.OtherDays with { Days = [new DateOnly(2026, 5, 1)] })));
        Assert.Equal("order.days", Samples.Refused(Samples.Placed.Acknowledge(Samples.OtherDays with { Days = [new DateOnly(2026, 5, 1), new DateOnly(2026, 1, 30)] })));
        Assert.Equal("order.answered", Samples.Refused(Samples.Changed.Acknowledge(Samples.OtherDays)));
        Assert.Equal("order.no-change", Samples.Refused(Samples.Acknowledged.AcceptChange()));
    }

    [Fact]
    public void An_end_needs_a_reason()
    {
        Assert.Equal("order.reason", Samples.Refused(Samples.Placed.Refuse(" ")));
        Assert.Equal("order.reason", Samples.Refused(Samples.Placed.Cancel("")));
        Assert.Equal("order.answered", Samples.Refused(Samples.Acknowledged.Refuse("no")));
    }

    [Fact]
    public void Only_what_was_awarded_and_offered_is_ordered()
    {
        Assert.Equal("order.not-awarded", Samples.Refused(Place(Samples.Offer, "PO", new OrderedLot(10, new DateOnly(2026, 5, 1)))));
        Assert.Equal("order.number", Samples.Refused(Place(Awarded, " ", new OrderedLot(10, new DateOnly(2026, 5, 1)))));
        Assert.Equal("order.lots", Samples.Refused(Place(Awarded, "PO")));
        Assert.Equal("order.lots", Samples.Refused(Place(Awarded, "PO", new OrderedLot(10, new DateOnly(2026, 5, 1)), new OrderedLot(0, new DateOnly(2026, 5, 1)))));
        Assert.Equal("order.due", Samples.Refused(Place(Awarded, "PO", new OrderedLot(10, new DateOnly(2026, 1, 30)))));
        Assert.Equal("order.below-offer", Samples.Refused(Place(Awarded, "PO", new OrderedLot(9, new DateOnly(2026, 5, 1)))));
        Assert.Equal("order.quantity", Samples.Refused(Place(Awarded, "PO", new OrderedLot(int.MaxValue, new DateOnly(2026, 5, 1)), new OrderedLot(1, new DateOnly(2026, 5, 1)))));
        Assert.Equal(8.2001m, Samples.Made(Place(Awarded, "PO", new OrderedLot(60, new DateOnly(2026, 5, 1)), new OrderedLot(60, new DateOnly(2026, 6, 1)))).UnitPrice);
    }

    [Fact]
    public void The_manufacturer_finds_an_order_that_is_not_what_it_offered()
    {
        Assert.Null(OrderAnswering.Against(Samples.Offer, Samples.Placed));
        Assert.Equal("order.price-differs", OrderAnswering.Against(Samples.Offer, Samples.Placed with { UnitPrice = 8.2m })?.Code);
        Assert.Equal("order.price-differs", OrderAnswering.Against(Samples.Offer, Samples.Placed with { NonRecurring = 0 })?.Code);
        Assert.Equal("order.price-differs", OrderAnswering.Against(Samples.Offer, Samples.Placed with { Currency = "VND" })?.Code);
        Assert.Equal("order.below-offer", OrderAnswering.Against(Samples.Offer, Samples.Placed with { Lots = [new(1, new DateOnly(2026, 5, 1))] })?.Code);
        Assert.Equal("order.expired", OrderAnswering.Against(Samples.Offer, Samples.Placed with { Placed = Samples.Now.AddDays(90) })?.Code);
        Assert.Equal("order.other-offer", OrderAnswering.Against(Samples.Offer, Samples.Placed with { Offer = Samples.Number(77) })?.Code);
    }

    [Fact]
    public void The_answer_of_the_other_side_is_taken_and_nothing_else_of_what_it_sent()
    {
        Assert.Equal(OrderState.Changed, Samples.Made(OrderAnswering.Take(Samples.Placed, Samples.Changed)).State);
        Assert.Equal(OrderState.Acknowledged, Samples.Made(OrderAnswering.Take(Samples.Placed, Samples.Acknowledged)).State);
        Assert.Equal(OrderState.Acknowledged, Samples.Made(OrderAnswering.Take(Samples.Changed, Samples.Made(Samples.Changed.AcceptChange()))).State);
        Assert.Equal("no", Samples.Made(OrderAnswering.Take(Samples.Placed, Samples.Made(Samples.Placed.Refuse("no")))).Reason);
        Assert.Equal(OrderState.Cancelled, Samples.Made(OrderAnswering.Take(Samples.Acknowledged, Samples.Made(Samples.Acknowledged.Cancel("stop")))).State);
        // Twice is once.
        Assert.Equal(Samples.Changed, Samples.Made(OrderAnswering.Take(Samples.Changed, Samples.Changed)));
        Assert.Equal("order.differs", Samples.Refused(OrderAnswering.Take(Samples.Placed, Samples.Changed with { UnitPrice = 99 })));
        Assert.Equal("order.differs", Samples.Refused(OrderAnswering.Take(Samples.Placed, Samples.Changed with { Lots = [.. Samples.Changed.Lots.Select(lot => lot with { Quantity = lot.Quantity + 1 })] })));
        Assert.Equal("order.differs", Samples.Refused(OrderAnswering.Take(Samples.Placed, Samples.Changed with { State = OrderState.Acknowledged })));
        Assert.Equal("order.no-answer", Samples.Refused(OrderAnswering.Take(Samples.Acknowledged, Samples.Placed)));
    }

    private static Decision<Order> Place(Offer offer, string number, params ImmutableArray<OrderedLot> lots) => OrderPlacing.Place(offer, Samples.Number(16), number, Samples.Now, lots);
}

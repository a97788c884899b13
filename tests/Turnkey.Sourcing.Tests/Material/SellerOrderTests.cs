using Turnkey.Sourcing.Material;
using static Turnkey.Sourcing.Tests.Material.Purchases;

namespace Turnkey.Sourcing.Tests.Material;

/// <summary>Sellers outside of the manufacturer's channel are the last resort, or none.</summary>
public sealed class SellerOrderTests
{
    private const string Headings = "Supplier;MPN;Stock;Lead time days;Price;Currency;Channel";

    private static MaterialPlan Plan(BrokerPolicy brokers, int? limit, params string[] offers) =>
        Buy(100, [Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { Brokers = brokers, LeadTimeLimitDays = limit }, ("p.csv", [Headings, .. offers]), NoFees);

    [Fact]
    public void A_broker_sells_what_others_cannot_deliver_in_time_and_no_more()
    {
        // Cheaper than the other, and yet only for what that does not have.
        var plan = Plan(BrokerPolicy.Last, 10, "Maker;X1;60;30;2.00;USD;franchised", "Broker;X1;5000;30;0.90;USD;broker");
        Assert.Equal([("Maker", 60L), ("Broker", 42L)], plan.Purchases[0].Orders.Select(order => (order.Offer.Supplier, order.Quantity)));
        Assert.StartsWith("Broker is the last resort", plan.Purchases[0].Reason, StringComparison.Ordinal);
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.broker-last" && diagnostic.Message.Contains("do not have 102 pieces within 10 days", StringComparison.Ordinal));
        Assert.Equal(plan.Proof!.Objective, plan.Proof.LowerBound);

        Assert.Equal([("Broker", 102L)], Plan(BrokerPolicy.Last, 10, "Maker;X1;0;30;2.00;USD;franchised", "Broker;X1;5000;30;0.90;USD;broker").Purchases[0].Orders.Select(order => (order.Offer.Supplier, order.Quantity)));
    }

    [Fact]
    public void Without_a_limit_others_are_waited_for()
    {
        var plan = Plan(BrokerPolicy.Last, null, "Maker;X1;0;30;2.00;USD;franchised", "Broker;X1;5000;30;0.90;USD;broker");
        Assert.Equal("Maker", Assert.Single(plan.Purchases[0].Orders).Offer.Supplier);
        Assert.DoesNotContain(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.broker-last");
    }

    [Fact]
    public void Where_brokers_never_sell_a_seller_of_unknown_channel_comes_after_authorised_ones_and_is_named()
    {
        string[] offers = ["Maker;X1;5000;30;2.00;USD;franchised", "Unknown;X1;5000;30;1.00;USD;", "Broker;X1;5000;30;0.90;USD;broker"];
        Assert.Equal("Maker", Assert.Single(Plan(BrokerPolicy.Never, null, offers).Purchases[0].Orders).Offer.Supplier);
        var unknown = Plan(BrokerPolicy.Never, null, offers[1..]);
        Assert.Equal("Unknown", Assert.Single(unknown.Purchases[0].Orders).Offer.Supplier);
        Assert.Contains(unknown.Diagnostics, diagnostic => diagnostic.Code == "sourcing.channel-unknown" && diagnostic.Message.Contains("whether Unknown is authorised is not said, and it is counted as no broker", StringComparison.Ordinal));
        Assert.Empty(Plan(BrokerPolicy.Never, null, offers[2..]).Purchases);
        // As any other where all may sell.
        Assert.Equal("Broker", Assert.Single(Plan(BrokerPolicy.Allowed, null, offers).Purchases[0].Orders).Offer.Supplier);
    }

    [Fact]
    public void The_next_best_of_what_is_on_stock_may_have_to_be_waited_for()
    {
        var plan = Plan(BrokerPolicy.Allowed, null, "Maker;X1;0;30;2.00;USD;franchised", "Broker;X1;5000;30;0.90;USD;broker");
        var other = plan.Purchases[0].NextBest!;
        Assert.Equal(("Maker", 102L, 30, 112.2m), (other.Orders[0].Supplier, other.Orders[0].Quantity, other.LeadTimeDays, other.Extra));
        // It may cost less: stock goes first.
        Assert.True(Plan(BrokerPolicy.Allowed, null, "Maker;X1;0;30;0.75;USD;franchised", "Broker;X1;5000;30;0.90;USD;broker").Purchases[0].NextBest!.Extra < 0);
        Assert.Null(Plan(BrokerPolicy.Allowed, 10, "Maker;X1;0;30;2.00;USD;franchised", "Broker;X1;5000;30;0.90;USD;broker").Purchases[0].NextBest);
    }

    [Fact]
    public void Two_suppliers_that_were_asked_for_say_what_they_cost_more()
    {
        var plan = Buy(100, [Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { Dual = new DualSourcing(true, [], 20m) }, ("p.csv", ["Supplier;MPN;Price;Currency", "A;X1;1.00;USD", "B;X1;2.00;USD"]), NoFees);
        Assert.Equal("from two suppliers, as asked, for 21.00 USD more than from A alone", plan.Purchases[0].Reason);
    }
}

using Turnkey.Sourcing.Material;
using static Turnkey.Sourcing.Tests.Material.Purchases;

namespace Turnkey.Sourcing.Tests.Material;

/// <summary>Stock goes before waiting, as far as it is worth it.</summary>
public sealed class StockPremiumTests
{
    private const string Headings = "Supplier;MPN;MOQ;Stock;Lead time days;Price;Currency";

    private static MaterialPlan Plan(SourcingPolicy policy, string stocked) =>
        Buy(100, [Line("U1", "IC", "SOIC-8", "X1")], policy, ("p.csv", [Headings, "Late;X1;1;40;14;2.00;USD", stocked]), NoFees);

    [Fact]
    public void Stock_that_costs_many_times_as_much_is_not_bought_and_it_is_said()
    {
        var plan = Plan(SourcingPolicy.Default, "Ready;X1;5000;90000;;0.90;USD");
        Assert.All(plan.Purchases[0].Orders, order => Assert.Equal("Late", order.Offer.Supplier));
        Assert.Contains("Ready can deliver from stock, for 4296.00 USD more than Late in 14 days", Assert.Single(plan.Diagnostics, one => one.Code == "sourcing.stock-too-dear").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seller_that_does_not_say_its_stock_is_not_paid_more_for_having_it() =>
        Assert.All(Plan(SourcingPolicy.Default, "Ready;X1;5000;;;0.90;USD").Purchases[0].Orders, order => Assert.Equal("Late", order.Offer.Supplier));

    [Theory]
    [InlineData("Ready;X1;1;500;;2.90;USD")]
    [InlineData("Ready;X1;1;500;;2.20;USD")]
    public void Stock_within_the_rules_goes_before_waiting(string stocked)
    {
        var plan = Plan(SourcingPolicy.Default, stocked);
        Assert.All(plan.Purchases[0].Orders, order => Assert.Equal(0, order.LeadTimeDays));
        Assert.DoesNotContain(plan.Diagnostics, one => one.Code == "sourcing.stock-too-dear");
    }

    [Fact]
    public void A_limit_on_the_lead_time_is_kept_at_any_price() =>
        Assert.Equal("Ready", Assert.Single(Plan(SourcingPolicy.Default with { LeadTimeLimitDays = 0 }, "Ready;X1;5000;90000;;0.90;USD").Purchases[0].Orders).Offer.Supplier);

    [Fact]
    public void The_rules_can_be_set()
    {
        var plan = Buy(100, [Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default, ("p.csv", [Headings, "Late;X1;1;40;14;2.00;USD", "Ready;X1;5000;90000;;0.90;USD"]), NoFees, ("landing-rules.csv", ["rule;value", "stock-premium;5000"]));
        Assert.Equal("Ready", Assert.Single(plan.Purchases[0].Orders).Offer.Supplier);
    }

    [Fact]
    public void An_offer_that_has_expired_is_named_where_another_holds()
    {
        var plan = Buy(100, [Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { AsOf = new DateOnly(2026, 11, 27) }, ("p.csv", ["Supplier;MPN;Price;Currency;Valid until;Quote number", "gamma;X1;0.90;USD;2026-11-25;Q-77", "acme;X1;1.00;USD;2026-12-31;"]), NoFees);
        Assert.Equal("acme", Assert.Single(plan.Purchases[0].Orders).Offer.Supplier);
        Assert.Contains("the offer of gamma (Q-77) held until 2026-11-25", Assert.Single(plan.Diagnostics, one => one.Code == "sourcing.offer-expired").Message, StringComparison.Ordinal);
    }
}

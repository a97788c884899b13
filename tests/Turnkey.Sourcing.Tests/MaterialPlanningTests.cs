using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Tests;

public sealed class MaterialPlanningTests
{
    [Fact]
    public void A_lot_buys_its_demand_with_attrition_rounded_to_minimum_and_multiple()
    {
        var line = Plan(100, [Line("U1", "IC", "SOT-23-5", "X1")], "MPN;MOQ;Multiple;Price;Currency", "X1;10;25;0.50;USD");
        // 100 × 1.02 = 102, the next multiple of 25 is 125.
        Assert.Equal((100L, 2L, 23L, 125L), (line.Demand, line.Attrition, line.Excess, line.PurchaseQuantity));
        Assert.Equal(62.5m, line.PurchaseCost!.Value.Likely);
    }

    [Fact]
    public void The_next_price_break_is_bought_when_it_costs_less_in_total()
    {
        var line = Plan(90, [Line("U1", "IC", "SOT-23-5", "X1")], "MPN;1;100;Currency", "X1;1.00;0.50;USD");
        Assert.Equal((100L, 0.50m), (line.PurchaseQuantity, line.UnitPrice!.Value.Likely));
    }

    [Fact]
    public void Dear_parts_are_counted_out() =>
        Assert.Equal(10L, Plan(10, [Line("U1", "IC", "BGA-256", "X1")], "MPN;Price;Currency", "X1;25;USD").PurchaseQuantity);

    [Fact]
    public void Small_chips_are_bought_in_the_least_length_of_tape() =>
        Assert.Equal(100L, Plan(10, [Line("R1", "10k", "R_0402_1005Metric", "X1")], "MPN;Price;Currency", "X1;0.01;USD").PurchaseQuantity);

    [Fact]
    public void Another_manufacturers_part_of_the_same_number_is_not_taken()
    {
        var line = Plan(10, [Line("U1", "IC", "SOIC-8", "X1", "Texas Instruments")], "MPN;Manufacturer;Price;Currency", "X1;Acme;0.50;USD", "X1;TI;0.60;USD");
        Assert.Equal(0.60m, line.UnitPrice!.Value.Likely);
    }

    [Fact]
    public void A_suppliers_code_finds_the_offer_of_that_supplier()
    {
        var part = Line("R1", "10k", "0402", null) with { SupplierCodes = Codes("LCSC", "C11702") };
        Assert.Equal("LCSC", Plan(10, [part], "Supplier;SKU;Price;Currency", "Other;C11702;0.001;USD", "LCSC;C11702;0.002;USD").Offer!.Supplier);
    }

    [Fact]
    public void An_offer_that_can_deliver_goes_before_a_cheaper_one_that_cannot()
    {
        var line = Plan(100, [Line("U1", "IC", "SOIC-8", "X1")], "Supplier;MPN;Stock;Price;Currency", "Cheap;X1;5;0.10;USD", "Ready;X1;5000;0.20;USD");
        Assert.Equal("Ready", line.Offer!.Supplier);
    }

    [Fact]
    public void Without_stock_the_lead_time_is_said()
    {
        var line = Plan(100, [Line("U1", "IC", "SOIC-8", "X1")], "MPN;Stock;Lead time days;Price;Currency", "X1;0;70;0.10;USD");
        Assert.Equal(50, line.Availability!.WorkingDays);
    }

    [Fact]
    public void An_offer_in_a_currency_without_a_rate_is_not_used_and_said()
    {
        var plan = PlanAll(10, Consignment.None, [Line("U1", "IC", "SOIC-8", "X1")], "MPN;Price;Currency", "X1;0.50;EUR");
        Assert.Equal(PriceBasis.Estimate, plan.Lines[0].Basis);
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.no-rate");
    }

    [Fact]
    public void Without_an_offer_the_class_gives_a_price_with_low_and_high()
    {
        var line = Plan(1000, [Line("U1", "IC", "SOIC-8", "X1")]);
        Assert.Equal(("ic-small", PriceBasis.Estimate), (line.Class, line.Basis));
        Assert.True(line.UnitPrice!.Value.Low < line.UnitPrice.Value.Likely && line.UnitPrice.Value.Likely < line.UnitPrice.Value.High);
        Assert.All(line.Figures, figure => Assert.NotEqual("", figure.Source));
    }

    [Fact]
    public void A_full_reel_for_ten_boards_is_bought_and_what_it_leaves_over_named_with_its_cost()
    {
        BomLine[] rows = [Line("U1", "IC", "SOIC-8", "X1")];
        var plan = PlanAll(10, Consignment.None, rows, "Supplier;MPN;MOQ;Multiple;Price;Currency;NCNR", "Reels;X1;10000;10000;1.00;USD;yes");
        var purchase = Assert.Single(plan.Purchases);
        Assert.Equal((PriceBasis.PriceList, 10_000L, 10_000m), (plan.Lines[0].Basis, purchase.Orders[0].Quantity, plan.Lines[0].PurchaseCost!.Value.Likely));
        Assert.Equal(10_000 - purchase.Required, purchase.Excess);
        Assert.Contains("owner to be agreed", purchase.Reason, StringComparison.Ordinal);
        Assert.Equal(plan.Proof!.Objective, plan.Proof.LowerBound);
        // Both figures: what the reel costs, and what the needed pieces would by the price of their class.
        var told = Assert.Single(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.minimum-too-large");
        Assert.Equal(Severity.Warning, told.Severity);
        Assert.Contains("Reels sells 10000 pieces for 10000.00 USD", told.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be returned. By the plant's price of a ic-small", told.Message, StringComparison.Ordinal);

        Assert.DoesNotContain(PlanAll(9000, Consignment.None, rows, "Supplier;MPN;MOQ;Multiple;Price;Currency", "Reels;X1;10000;10000;1.00;USD").Diagnostics, diagnostic => diagnostic.Code == "sourcing.minimum-too-large");
    }

    [Fact]
    public void A_cheap_reel_among_dear_parts_is_no_more_than_a_note()
    {
        var plan = PlanAll(10, Consignment.None, [Line("R1", "10k", "SOIC-8", "X1"), Line("U2", "IC", "SOIC-8", "X2", row: 3)], "Supplier;MPN;MOQ;Multiple;Price;Currency", "Reels;X1;5000;5000;0.0024;USD", "A;X2;1;1;40;USD");
        Assert.Equal(12m, plan.Lines[0].PurchaseCost!.Value.Likely);
        Assert.Equal(Severity.Info, Assert.Single(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.minimum-too-large").Severity);
    }

    [Fact]
    public void Lines_of_one_part_are_one_purchase()
    {
        BomLine[] rows = [Line("R1", "10k", "R_0402", "X1", row: 2), Line("R2", "10k", "R_0402", "X1", row: 3), Line("R3", "10k", "R_0402", "X1", row: 4)];
        var plan = PlanAll(10, Consignment.None, rows, "MPN;Price;Currency", "X1;0.01;USD");
        Assert.Equal(100, plan.Lines.Sum(line => line.PurchaseQuantity));
        Assert.All(plan.Lines, line => Assert.Equal(10, line.Demand));
    }

    [Fact]
    public void Consigned_and_unplaced_parts_are_not_bought()
    {
        var (consignment, rejected) = Consignment.Parse("R1, U1");
        Assert.Empty(rejected);
        var plan = PlanAll(10, consignment, [Line("R1,R2", "10k", "0402", "X1"), Line("U1", "IC", "SOIC-8", "X2"), Line("U2", "IC", "SOIC-8", "X3") with { DoNotPlace = true }, Line("FID1", "", "Fiducial", null)]);
        Assert.Equal([MaterialState.Bought, MaterialState.Consigned, MaterialState.NotPlaced, MaterialState.NotAPart], plan.Lines.Select(line => line.State));
        Assert.Equal((1L, 1L), (plan.Lines[0].PerUnit, plan.Lines[0].ConsignedPerUnit));
    }

    [Fact]
    public void An_impossible_quantity_has_no_price_and_is_said()
    {
        var plan = PlanAll(10, Consignment.None, [Line("", "screw M3", "", null) with { Quantity = int.MaxValue }]);
        Assert.Equal(PriceBasis.None, plan.Lines[0].Basis);
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.unpriced");
    }

    [Fact]
    public void An_approved_alternate_is_bought_where_it_costs_less()
    {
        var part = Line("U1", "IC", "SOIC-8", "X1") with { Alternates = [new AlternatePart("Acme", PartNumber.Parse("Y1")!.Value)] };
        var line = Plan(100, [part], "MPN;Manufacturer;Price;Currency", "X1;TI;0.60;USD", "Y1;Acme;0.40;USD", "Y1;Other;0.10;USD");
        Assert.Equal("Y1", line.Offer!.Mpn!.Value.Text);
    }

    [Fact]
    public void One_order_is_cheaper_than_two_when_fees_are_counted()
    {
        BomLine[] rows = [Line("U1", "IC", "SOIC-8", "X1"), Line("U2", "IC", "SOIC-8", "X2", row: 3)];
        string[] prices = ["Supplier;MPN;Price;Currency", "A;X1;1.00;USD", "A;X2;1.00;USD", "B;X2;0.98;USD"];
        var plan = Buy(rows, SourcingPolicy.Default, [("prices.csv", prices), ("supplier-terms.csv", ["supplier;currency;order-fee;freight;source", "A;USD;0;10;list", "B;USD;0;10;list"])]);
        Assert.Equal(["A"], plan.Orders.Select(order => order.Supplier));
        Assert.Equal((204m, 10m), (plan.Orders[0].Value, plan.Orders[0].Fees.Likely));
        Assert.Contains("where nothing else is bought", plan.Purchases[1].Reason, StringComparison.Ordinal);
        Assert.Equal(plan.Proof!.Objective, plan.Proof.LowerBound);

        // Without fees each part is bought where it is cheapest.
        var free = Buy(rows, SourcingPolicy.Default, [("prices.csv", prices), ("supplier-terms.csv", ["supplier;currency;order-fee;freight;source", "A;USD;0;0;list", "B;USD;0;0;list"])]);
        Assert.Equal(["A", "B"], free.Orders.Select(order => order.Supplier));
    }

    [Fact]
    public void A_minimum_order_value_is_met()
    {
        BomLine[] rows = [Line("U1", "IC", "SOIC-8", "X1"), Line("U2", "IC", "SOIC-8", "X2", row: 3)];
        var plan = Buy(rows, SourcingPolicy.Default, [("prices.csv", ["Supplier;MPN;Price;Currency", "A;X1;1.00;USD", "A;X2;1.10;USD", "B;X2;1.00;USD"]),
            ("supplier-terms.csv", ["supplier;currency;order-fee;freight;minimum-order;source", "A;USD;0;0;200;list", "B;USD;0;0;0;list"])]);
        Assert.Equal(["A"], plan.Orders.Select(order => order.Supplier));
        Assert.Contains("counts towards the minimum order of 200.00", plan.Purchases[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Stock_of_the_customer_and_our_own_goes_before_buying()
    {
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { Customer = "Acme" },
            [("prices.csv", ["MPN;Price;Currency", "X1;1.00;USD"]), ("stock.csv", ["Owner;MPN;Stock;Unit value;Currency", "ours;X1;50;0.50;USD", "Acme;X1;30;;", "Other;X1;500;;"])]);
        var purchase = Assert.Single(plan.Purchases);
        Assert.Equal([(StockOwner.Customers, 30L, 0m), (StockOwner.Ours, 50L, 0.5m)], purchase.FromStock.Select(draw => (draw.Stock.Owner, draw.Pieces, draw.UnitValue)));
        Assert.Equal(22, Assert.Single(purchase.Orders).Quantity);
        // 50 × 0.50 + 22 × 1.00, over 102 pieces.
        Assert.Equal(47m, plan.Lines[0].PurchaseCost!.Value.Likely, 10);

        Assert.Empty(Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default, [("stock.csv", ["Owner;MPN;Stock;Unit value;Currency", "ours;X1;500;0.50;USD"])]).Orders);
    }

    [Fact]
    public void Stock_that_is_too_little_where_nothing_is_offered_is_told_and_left_for_others()
    {
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default, [("stock.csv", ["Owner;MPN;Stock;Unit value;Currency", "ours;X1;50;0.50;USD"])]);
        Assert.Equal(PriceBasis.Estimate, plan.Lines[0].Basis);
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.stock-not-enough");
    }

    [Fact]
    public void A_minimum_that_nobody_can_reach_leaves_its_supplier_out_and_the_rest_is_bought()
    {
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1"), Line("U2", "IC", "SOIC-8", "X2", row: 3)], SourcingPolicy.Default with { LeadTimeLimitDays = 5 }, [("p.csv", ["Supplier;MPN;Stock;Price;Currency", "A;X1;150;1.00;USD", "B;X2;5000;1.00;USD"]),
            ("supplier-terms.csv", ["supplier;currency;order-fee;freight;minimum-order;source", "A;USD;0;0;1000;list", "B;USD;0;0;0;list"])]);
        Assert.Equal((102L, 0L), (plan.Purchases[0].Shortfall, plan.Purchases[1].Shortfall));
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.minimum-order");
    }

    [Theory]
    [InlineData("", "1.00")]
    [InlineData("ACME Inc", "0.70")]
    [InlineData("A", "1.00")]
    [InlineData("Acme Medical", "1.00")]
    public void Contract_prices_are_for_their_customer(string customer, string price) => Assert.Equal(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture),
        Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { Customer = customer }, [("p.csv", ["MPN;Price;Currency;Customer", "X1;1.00;USD;", "X1;0.70;USD;Acme"])]).Lines[0].UnitPrice!.Value.Likely);

    [Fact]
    public void Offers_that_no_longer_hold_are_left_out_while_there_are_others_and_named_when_not()
    {
        var policy = SourcingPolicy.Default with { AsOf = new DateOnly(2026, 6, 1) };
        string[] prices = ["Supplier;MPN;Price;Currency;Valid until", "Old;X1;0.50;USD;2026-05-31", "New;X1;0.60;USD;2026-06-01"];
        Assert.Equal("New", Buy([Line("U1", "IC", "SOIC-8", "X1")], policy, [("p.csv", prices)]).Lines[0].Offer!.Supplier);
        var expired = Buy([Line("U1", "IC", "SOIC-8", "X1")], policy, [("p.csv", prices[..2])]);
        Assert.Equal(PriceBasis.PriceList, expired.Lines[0].Basis);
        Assert.Contains(expired.Diagnostics, diagnostic => diagnostic.Code == "sourcing.expired");
    }

    [Theory]
    [InlineData(BrokerPolicy.Last, "Maker", false)]
    [InlineData(BrokerPolicy.Never, "Maker", false)]
    [InlineData(BrokerPolicy.Allowed, "Broker", false)]
    [InlineData(BrokerPolicy.Last, "Broker", true)]
    [InlineData(BrokerPolicy.Never, null, true)]
    public void Brokers_sell_only_as_the_policy_says(BrokerPolicy brokers, string? supplier, bool alone)
    {
        string[] prices = ["Supplier;MPN;Price;Currency;Channel", "Broker;X1;0.50;USD;broker", "Maker;X1;0.60;USD;franchised"];
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { Brokers = brokers }, [("p.csv", alone ? prices[..2] : prices)]);
        Assert.Equal(supplier, plan.Lines[0].Offer?.Supplier);
        Assert.Equal(alone, plan.Diagnostics.Any(diagnostic => diagnostic.Code == "sourcing.broker-only"));
    }

    [Fact]
    public void Stock_of_two_suppliers_is_joined_before_anything_is_waited_for()
    {
        string[] prices = ["Supplier;MPN;Stock;Lead time days;Price;Currency", "A;X1;60;30;1.00;USD", "B;X1;60;30;1.10;USD", "C;X1;0;30;0.10;USD"];
        var purchase = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default, [("p.csv", prices)]).Purchases[0];
        Assert.Equal([("A", 60L), ("B", 42L)], purchase.Orders.Select(order => (order.Offer.Supplier, order.Quantity)));
        Assert.Contains("A has 60 on stock", purchase.Reason, StringComparison.Ordinal);
        // From one source only, it has to be waited for.
        Assert.Equal("C", Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { MostSources = 1 }, [("p.csv", prices)]).Purchases[0].Orders[0].Offer.Supplier);
    }

    [Fact]
    public void What_cannot_be_had_in_time_is_said_with_its_pieces_and_the_rest_is_bought()
    {
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1"), Line("U2", "IC", "SOIC-8", "X2", row: 3)], SourcingPolicy.Default with { LeadTimeLimitDays = 10 },
            [("p.csv", ["Supplier;MPN;Stock;Lead time days;Price;Currency", "A;X1;60;30;1.00;USD", "A;X2;0;7;1.00;USD"])]);
        Assert.Equal([42L, 0L], plan.Purchases.Select(purchase => purchase.Shortfall));
        // The 60 on stock are bought, and what is missing is reckoned at their price.
        Assert.Equal(60, Assert.Single(plan.Purchases[0].Orders).Quantity);
        Assert.StartsWith("60 of 102 pieces, all that can be had within 10 days from the only offer", plan.Purchases[0].Reason, StringComparison.Ordinal);
        Assert.Equal((PriceBasis.Estimate, PriceBasis.PriceList), (plan.Lines[0].Basis, plan.Lines[1].Basis));
        Assert.Contains("42 pieces cannot be had", plan.Lines[0].BasisText, StringComparison.Ordinal);
        Assert.Equal(plan.Proof!.Objective, plan.Proof.LowerBound);
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.shortfall" && diagnostic.Message.Contains("42", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_bought_of_a_part_that_cannot_be_had_in_full_where_the_policy_says_so()
    {
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { LeadTimeLimitDays = 10, BuyInPart = false },
            [("p.csv", ["Supplier;MPN;Stock;Lead time days;Price;Currency", "A;X1;60;30;1.00;USD"])]);
        Assert.Empty(plan.Purchases[0].Orders);
        Assert.Equal((42L, PriceBasis.None), (plan.Purchases[0].Shortfall, plan.Lines[0].Basis));
    }

    [Fact]
    public void Stock_of_as_many_suppliers_as_are_allowed_is_joined()
    {
        string[] prices = ["Supplier;MPN;Stock;Price;Currency", "A;X1;40;1.00;USD", "B;X1;40;1.10;USD", "C;X1;40;1.20;USD"];
        MaterialPlan With(int sources) => Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { MostSources = sources, LeadTimeLimitDays = 0 }, [("p.csv", prices)]);
        Assert.Equal(22, With(2).Purchases[0].Shortfall);
        // There are 120; two purchases have 80 of them.
        Assert.StartsWith("80 of 102 pieces, all that can be had within 0 days from 2 of 3 offers", With(2).Purchases[0].Reason, StringComparison.Ordinal);
        Assert.Equal([("A", 40L), ("B", 40L), ("C", 22L)], With(3).Purchases[0].Orders.Select(order => (order.Offer.Supplier, order.Quantity)).Order());
        Assert.Contains("in at most 3 purchases a part", With(3).Proof!.Scope, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("130", 130, 0)]
    [InlineData("150", 102, 40)]
    public void Freight_is_free_from_an_order_value_on_where_reaching_it_costs_less(string from, long quantity, int freight)
    {
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default, [("p.csv", ["Supplier;MPN;Price;Currency", "A;X1;1.00;USD"]),
            ("supplier-terms.csv", ["supplier;currency;order-fee;freight;freight-free-from;minimum-order;source", $"A;USD;0;40;{from};0;list"])]);
        Assert.Equal((quantity, freight == 0), (plan.Purchases[0].Orders[0].Quantity, plan.Orders[0].FreightFree));
        Assert.Equal(freight, plan.Orders[0].Fees.Likely);
        Assert.Equal(plan.Proof!.Objective, plan.Proof.LowerBound);
    }

    [Fact]
    public void Freight_that_grows_with_the_value_is_not_paid_either_where_freight_is_free()
    {
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default, [("p.csv", ["Supplier;MPN;Price;Currency", "A;X1;1.00;USD"]),
            ("supplier-terms.csv", ["supplier;currency;order-fee;freight;freight-percent;freight-free-from;minimum-order;source", "A;USD;0;0;10;100;0;list"])]);
        Assert.Equal((102m, 1m), (plan.Purchases[0].Orders[0].Cost.Likely, plan.Purchases[0].Orders[0].Landed.Likely));
    }

    [Fact]
    public void A_minimum_order_that_is_met_with_pieces_nobody_needs_is_named_with_what_it_costs()
    {
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default, [("p.csv", ["Supplier;MPN;Price;Currency", "A;X1;1.00;USD"]),
            ("supplier-terms.csv", ["supplier;currency;order-fee;freight;minimum-order;source", "A;USD;0;0;1000000;list"])]);
        Assert.Equal(new AddedForMinimum(999_898, 999_898m, null), plan.Orders[0].Added);
        var told = Assert.Single(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.minimum-order-dear");
        Assert.Contains("999898 pieces that nobody needs for 999898.00 USD", told.Message, StringComparison.Ordinal);
        Assert.Contains("Nobody else", told.Message, StringComparison.Ordinal);
        Assert.Contains("to reach its minimum of 1000000.00", plan.Purchases[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(110, false)]
    [InlineData(200, true)]
    public void What_an_order_costs_less_than_leaving_its_supplier_out_is_told_where_much_is_added(int minimum, bool told)
    {
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default, [("p.csv", ["Supplier;MPN;Price;Currency", "A;X1;1.00;USD", "B;X1;3.00;USD"]),
            ("supplier-terms.csv", ["supplier;currency;order-fee;freight;minimum-order;source", $"A;USD;0;0;{minimum};list", "B;USD;0;0;0;list"])]);
        // 102 at B cost 306.
        Assert.Equal(new AddedForMinimum(minimum - 102, minimum - 102, told ? 306 - minimum : null), plan.Orders[0].Added);
        Assert.Equal(told, plan.Diagnostics.Any(diagnostic => diagnostic.Code == "sourcing.minimum-order-dear"));
    }

    [Fact]
    public void The_same_offer_waited_for_instead_of_in_part_from_stock_is_no_next_best()
    {
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { WeekWeight = 20 }, [("p.csv", ["Supplier;MPN;Stock;Lead time days;Price;Currency", "A;X1;60;30;1.00;USD"])]);
        Assert.Equal([60L, 42L], plan.Purchases[0].Orders.Select(order => order.Quantity));
        Assert.Null(plan.Purchases[0].NextBest);
    }

    [Fact]
    public void A_weight_on_time_decides_between_a_dear_offer_now_and_a_cheap_one_later()
    {
        string[] prices = ["Supplier;MPN;Stock;Lead time days;Price;Currency", "Now;X1;5000;;1.00;USD", "Later;X1;0;70;0.80;USD"];
        BomLine[] rows = [Line("U1", "IC", "SOIC-8", "X1")];
        Assert.Equal("Later", Buy(rows, SourcingPolicy.Default with { WeekWeight = 1m }, [("p.csv", prices)]).Lines[0].Offer!.Supplier);
        Assert.Equal("Now", Buy(rows, SourcingPolicy.Default with { WeekWeight = 5m }, [("p.csv", prices)]).Lines[0].Offer!.Supplier);
    }

    [Fact]
    public void Duty_decides_with_a_destination_and_widens_the_price_where_the_origin_is_not_known()
    {
        (string, string[])[] files =
        [
            ("p.csv", ["Supplier;MPN;Price;Currency;Origin;HTS", "A;X1;1.00;USD;CN;85423900", "B;X1;1.10;USD;JP;85423900"]),
            ("tariffs.csv", ["destination;code;origin;percent;label;source", "US;8542;*;0;base;list", "US;8542;CN;50;extra;list"]),
            ("supplier-terms.csv", ["supplier;ships-from;currency;order-fee;freight;duties;source", "A;US;USD;0;0;added;list", "B;US;USD;0;0;added;list"]),
        ];
        var policy = SourcingPolicy.Default with { Destination = "US", AsOf = new DateOnly(2026, 6, 1) };
        Assert.Equal("B", Buy([Line("U1", "IC", "SOIC-8", "X1")], policy, files).Lines[0].Offer!.Supplier);
        Assert.Equal("A", Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default, files).Lines[0].Offer!.Supplier);
        files[0].Item2[1] = "A;X1;0.50;USD;;85423900";
        var price = Buy([Line("U1", "IC", "SOIC-8", "X1")], policy, files).Lines[0].UnitPrice!.Value;
        Assert.Equal((0.50m, 0.75m), (price.Low, price.High));
    }

    [Fact]
    public void What_is_left_over_is_told_with_its_cost_and_whether_it_can_go_back()
    {
        var purchase = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default, [("p.csv", ["MPN;MOQ;Multiple;Price;Currency;NCNR", "X1;500;500;0.02;USD;yes"])]).Purchases[0];
        Assert.Equal((398L, 7.96m, true), (purchase.Excess, purchase.ExcessCost.Likely, purchase.ExcessNonCancellable));
    }

    [Fact]
    public void Leftovers_that_are_worth_something_make_a_reel_pay()
    {
        // 102 pieces at 0.10 cost 10.20; a reel of 500 at 0.03 costs 15.00, and 398 of it are left.
        (string, string[])[] files = [("p.csv", ["Supplier;MPN;MOQ;Multiple;Price;Currency", "Cut;X1;1;1;0.10;USD", "Reel;X1;500;500;0.03;USD"]),
            ("supplier-terms.csv", ["supplier;currency;order-fee;freight;minimum-order;source", "Cut;USD;0;0;0;list", "Reel;USD;0;0;0;list"])];
        Assert.Equal("Cut", Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default, files).Lines[0].Offer!.Supplier);
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { LeftoverValue = 50m }, files);
        Assert.Equal("Reel", plan.Lines[0].Offer!.Supplier);
        // 15.00 and the handling, less 398 × 0.015.
        Assert.Equal(-5.97m, plan.Proof!.Weighted - (Plant.Default["sourcing.purchase-line"].Value / 3600m * Plant.Default.HourlyRate("office").Value), 5);
    }

    [Fact]
    public void Two_suppliers_share_a_part_where_it_is_asked_for()
    {
        var (designators, _) = DesignatorList.Parse("U1");
        var plan = Buy([Line("U1", "IC", "SOIC-8", "X1"), Line("U2", "IC", "SOIC-8", "X2", row: 3)], SourcingPolicy.Default with { Dual = new DualSourcing(false, [.. designators], 30m) },
            [("p.csv", ["Supplier;MPN;Price;Currency", "A;X1;1.00;USD", "B;X1;1.20;USD", "A;X2;1.00;USD", "B;X2;1.20;USD"])]);
        Assert.Equal([("A", 71L), ("B", 31L)], plan.Purchases[0].Orders.Select(order => (order.Offer.Supplier, order.Quantity)));
        Assert.Single(plan.Purchases[1].Orders);
    }

    [Fact]
    public void The_next_best_way_is_told_with_what_it_would_cost_more()
    {
        var other = Buy([Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { MostSources = 1 }, [("p.csv", ["Supplier;MPN;Price;Currency", "A;X1;1.00;USD", "B;X1;1.20;USD"])]).Purchases[0].NextBest!;
        Assert.Equal((20.4m, "B", 102L), (other.Extra, other.Orders[0].Supplier, other.Orders[0].Quantity));
    }

    [Fact]
    public void A_generic_part_is_proposed_by_its_parameters_and_any_packaging_of_a_number_will_do()
    {
        var generic = Buy([Line("C1", "100nF 16V X7R", "C_0402_1005Metric", null)], SourcingPolicy.Default, [("p.csv", ["Supplier;Manufacturer;MPN;Description;Price;Currency",
            "A;Murata;GRM155R71C104KA88D;CAP CER 0.1UF 16V 10% X7R 0402;0.01;USD", "A;Murata;GRM155R61A105KE15D;CAP CER 1UF 10V 10% X5R 0402;0.001;USD"])]);
        Assert.Equal("GRM155R71C104KA88D", generic.Lines[0].Offer!.Mpn!.Value.Text);
        Assert.Contains(generic.Diagnostics, diagnostic => diagnostic.Code == "sourcing.generic-choice");
        Assert.Equal("PESD5V0S1BA,135", Buy([Line("D1", "TVS", "SOD-323", "PESD5V0S1BA,115", "Nexperia")], SourcingPolicy.Default, [("p.csv", ["MPN;Manufacturer;Price;Currency", "PESD5V0S1BA,135;Nexperia;0.05;USD"])]).Lines[0].Offer?.Mpn?.Text);
    }

    private static MaterialPlan Buy(BomLine[] lines, SourcingPolicy policy, (string Path, string[] Rows)[] files)
    {
        var read = SourcingTables.Read([.. files.Select(file => new OfferTable(file.Path, "", [.. file.Rows.Select(row => (IReadOnlyList<string>)row.Split(';'))]))]);
        return MaterialPlanning.Plan(new SourcingRequest(
            [new AssemblyDemand(new Assembly("a", null, new BillOfMaterials([.. lines], ["bom.csv"]), [], BuildSpecification.Empty), 1)],
            Plant.Default, OfferBookReader.Read(read.Offers, ""), Currency.Usd, Consignment.None, 100, 100)
        { Policy = policy, Tables = read.Tables });
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, PartNumber> Codes(string supplier, string code) =>
        System.Collections.Immutable.ImmutableDictionary<string, PartNumber>.Empty.Add(supplier, PartNumber.Parse(code)!.Value);

    private static BomLine Line(string designators, string value, string footprint, string? mpn, string? manufacturer = null, int row = 2)
    {
        var list = DesignatorList.Parse(designators).Designators;
        return new BomLine(list, list.Length, manufacturer, PartNumber.Parse(mpn), value, footprint, "", false, "bom.csv", row);
    }

    private static MaterialLine Plan(int quantity, BomLine[] lines, params string[] table) => PlanAll(quantity, Consignment.None, lines, table).Lines[0];

    private static MaterialPlan PlanAll(int quantity, Consignment consignment, BomLine[] lines, params string[] table) => MaterialPlanning.Plan(new SourcingRequest(
        [new AssemblyDemand(new Assembly("a", null, new BillOfMaterials([.. lines], ["bom.csv"]), [], BuildSpecification.Empty), 1)],
        Plant.Default, table.Length == 0 ? OfferBook.Empty : OfferBookReaderTests.Read(table), Currency.Usd, consignment, quantity, quantity));
}

using Turnkey.Designs.Parts;
using Turnkey.Sourcing.Material;
using static Turnkey.Sourcing.Tests.Material.Purchases;

namespace Turnkey.Sourcing.Tests.Material;

/// <summary>Cut tape is fed as it is where it is long enough, and else in the way that costs least at the quantity bought.</summary>
public sealed class FeedingChoiceTests
{
    private const string Headings = "Supplier;MPN;Packaging;Reeling fee;Price;Currency";

    private static readonly BomLine Ic = Line("U1", "IC", "SOIC-8", "X1");

    [Fact]
    public void Cut_tape_that_is_long_enough_costs_nothing_more()
    {
        var order = Order(Buy(100, Ic, Headings, "A;X1;Cut Tape;7;0.50;USD"));
        // 305 mm at 8 mm are 39 pieces.
        Assert.Equal((104L, 0m), (order.Quantity, order.Once));
        Assert.Equal("cut tape: 104 pieces are 832 mm of tape, and a feeder takes strips from 305 mm on", order.Feeding);
    }

    [Theory]
    // 10 boards take 12 pieces with attrition, 14 with those under the peeled tape; a feeder takes a strip from 39 on.
    [InlineData("0.05", "7", 39, "0", "cut tape: a feeder takes strips from 305 mm on, 39 pieces at 8 mm")]
    [InlineData("3", "5", 12, "5", "cut tape: the supplier winds 12 pieces on a reel with a leader for 5.00 USD")]
    public void A_strip_too_short_for_a_feeder_is_bought_longer_or_made_fit_whatever_costs_less(string price, string fee, long quantity, string once, string feeding)
    {
        var order = Order(Buy(10, Ic, Headings, $"A;X1;Cut Tape;{fee};{price};USD"));
        Assert.Equal((quantity, decimal.Parse(once, System.Globalization.CultureInfo.InvariantCulture), feeding), (order.Quantity, order.Once, order.Feeding));
    }

    [Fact]
    public void Without_the_suppliers_reel_a_leader_is_joined_on_and_paid_with_the_part()
    {
        var plan = Buy(10, Ic, Headings, "A;X1;Cut Tape;;3;USD");
        var order = Order(plan);
        // $1 of joiner tape and 10 minutes at $40/h; two of the four pieces under the tape are more than attrition allows for.
        Assert.Equal((14L, 7.666667m), (order.Quantity, order.Once));
        Assert.Equal("cut tape: 14 pieces are too short for a feeder, so a leader is joined on for 1.00 USD and 10 minutes of work", order.Feeding);
        Assert.Equal((4L, 0L), (plan.Lines[0].Attrition, plan.Lines[0].Excess));
        Assert.Equal((3m * 14) + 7.666667m, plan.Lines[0].PurchaseCost!.Value.Likely, 6);
        Assert.Contains("2 under the tape that is peeled back", plan.Lines[0].AttritionFormula, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_are_placed_by_hand_where_the_plant_says_how_long_that_takes_and_it_costs_less()
    {
        var plan = Buy(10, [Ic], SourcingPolicy.Default, ("p.csv", [Headings, "A;X1;Cut Tape;7;3;USD"]), NoFees,
            ("packaging-feeding.csv", ["packaging;surface-mount;through-hole;lost-pieces;least-length-mm;material;minutes;hand-seconds;source", "cut-tape;splice;hand;4;305;1;10;9;our own time study"]));
        // 12 pieces of 9 s at $40/h.
        Assert.Equal((12L, 1.2m, "cut tape: placed by hand, 9 s a piece"), (Order(plan).Quantity, Order(plan).Once, Order(plan).Feeding));
    }

    [Fact]
    public void What_a_strip_takes_decides_between_offers()
    {
        string[] offers = [Headings, "Strips;X1;Cut Tape;;3.00;USD", "Trays;X1;Tray;;3.40;USD"];
        Assert.Equal("Trays", Order(Buy(10, Ic, offers)).Offer.Supplier);
        Assert.Equal("Strips", Order(Buy(100, Ic, offers)).Offer.Supplier);
    }

    [Fact]
    public void The_shortest_strip_holds_for_each_offer_whatever_the_others_are()
    {
        var purchase = Buy(10, Ic, Headings, "Strips;X1;Cut Tape;;0.02;USD", "Reels;X1;Tape & Reel;;0.90;USD").Purchases[0];
        Assert.Equal(("Strips", 39L), (purchase.Orders[0].Offer.Supplier, purchase.Orders[0].Quantity));
        Assert.Equal(("Reels", 12L), purchase.NextBest!.Orders[0]);
    }

    [Fact]
    public void The_same_offer_fed_otherwise_is_no_next_best() => Assert.Null(Buy(10, Ic, Headings, "A;X1;Cut Tape;7;3;USD").Purchases[0].NextBest);

    [Fact]
    public void Stock_is_there_once_however_it_is_fed()
    {
        var plan = Buy(100, Ic, "Supplier;MPN;Packaging;Reeling fee;Stock;Price;Currency", "A;X1;Cut Tape;1;60;0.50;USD", "B;X1;Reel;;5000;0.60;USD");
        // Two of the four pieces under A's tape are within attrition.
        Assert.Equal([("A", 60L), ("B", 44L)], plan.Purchases[0].Orders.OrderBy(order => order.Offer.Supplier, StringComparer.Ordinal).Select(order => (order.Offer.Supplier, order.Quantity)));
    }

    [Fact]
    public void Stock_is_there_once_also_where_an_order_is_filled_up_to_its_minimum()
    {
        // 43 of the 45 pieces reach boards; as a strip and with a leader there would be 60.
        var plan = Buy(10, [Ic], SourcingPolicy.Default, ("p.csv", ["Supplier;MPN;Packaging;Stock;Price;Currency", "A;X1;Cut Tape;45;1;USD", "B;X1;Reel;500;9;USD"]),
            ("supplier-terms.csv", ["supplier;ships-from;currency;order-fee;freight;minimum-order;duties;source", "A;US;USD;0;0;60;added;list", "B;US;USD;0;0;0;added;list"]));
        Assert.Equal(("B", 12L), (Order(plan).Offer.Supplier, Order(plan).Quantity));
    }

    [Fact]
    public void What_is_lost_under_the_tape_of_all_that_there_is_is_missing_too()
    {
        var plan = Buy(100, [Ic], SourcingPolicy.Default with { LeadTimeLimitDays = 0 }, ("p.csv", ["Supplier;MPN;Packaging;Stock;Price;Currency", "A;X1;Cut Tape;60;0.50;USD"]), NoFees);
        Assert.Equal((60L, 44L, 104L), (Order(plan).Quantity, plan.Purchases[0].Shortfall, plan.Purchases[0].Required));
        Assert.StartsWith("58 of 102 pieces, all that can be had", plan.Purchases[0].Reason, StringComparison.Ordinal);
        Assert.Equal(plan.Proof!.Objective, plan.Proof.LowerBound);
    }

    [Theory]
    [InlineData("0", "")]
    [InlineData("10", "111")]
    public void What_an_order_adds_for_its_minimum_is_reckoned_with_feeding_on_both_sides(string freight, string free)
    {
        var plan = Buy(10, [Ic], SourcingPolicy.Default, ("p.csv", [Headings, "A;X1;Cut Tape;;3;USD"]),
            ("supplier-terms.csv", ["supplier;ships-from;currency;order-fee;freight;freight-percent;freight-free-from;minimum-order;duties;source", $"A;US;USD;0;0;{freight};{free};111;added;list"]));
        // 39 pieces are a strip that needs no leader; alone it would be 14 with one.
        Assert.Equal((39L, 117m), (Order(plan).Quantity, Order(plan).Cost.Likely));
        Assert.Equal(new AddedForMinimum(25, 117m - ((3m * 14) + 7.666667m), null), plan.Orders[0].Added);
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.minimum-order-dear");
    }

    [Fact]
    public void A_leader_that_is_needed_anyhow_is_not_added_for_a_minimum()
    {
        var plan = Buy(10, [Ic], SourcingPolicy.Default, ("p.csv", [Headings, "A;X1;Cut Tape;;3;USD"]),
            ("supplier-terms.csv", ["supplier;ships-from;currency;order-fee;freight;minimum-order;duties;source", "A;US;USD;0;0;60;added;list"]));
        // The two pieces under the tape count towards no minimum.
        Assert.Equal((22L, 7.666667m), (Order(plan).Quantity, Order(plan).Once));
        Assert.Equal((8L, 24m), (plan.Orders[0].Added!.Pieces, plan.Orders[0].Added!.Cost));
    }

    [Fact]
    public void Less_than_a_strip_on_stock_is_wound_on_a_reel()
    {
        var plan = Buy(100, Ic, "Supplier;MPN;Packaging;Reeling fee;Stock;Price;Currency", "A;X1;Cut Tape;1;30;0.50;USD", "B;X1;Reel;;90;0.60;USD");
        Assert.Equal("cut tape: the supplier winds 30 pieces on a reel with a leader for 1.00 USD", plan.Purchases[0].Orders.Single(order => order.Offer.Supplier == "A").Feeding);
    }

    [Fact]
    public void A_packaging_that_is_not_said_says_nothing_against_an_offer() =>
        Assert.Equal((12L, 0m, "packaging not said: on a feeder as it is"), Order(Buy(10, Ic, Headings, "A;X1;;;3;USD")) is var order ? (order.Quantity, order.Once, order.Feeding) : default);

    [Fact]
    public void The_proof_holds_with_what_is_paid_for_feeding()
    {
        var plan = Buy(10, [Ic, Line("U2", "IC", "SOIC-8", "X2", row: 3)], SourcingPolicy.Default, ("p.csv", [Headings, "A;X1;Cut Tape;;3;USD", "B;X1;Tray;;3.9;USD", "A;X2;Cut Tape;2;4;USD", "B;X2;Reel;;4.1;USD"]), NoFees);
        Assert.Equal(plan.Proof!.LowerBound, plan.Proof.Objective);
        // What is no money is the handling of two purchase lines.
        var handling = Plants.Plant.Default["sourcing.purchase-line"].Value / 3600m * Plants.Plant.Default.HourlyRate("office").Value;
        Assert.Equal(2 * handling, plan.Proof.Weighted, 5);
    }

    [Fact]
    public void No_way_of_feeding_makes_a_purchase_cheaper_than_the_cheapest_of_them()
    {
        var random = new Random(11);
        for (var i = 0; i < 60; i++)
        {
            var (quantity, price, fee) = (random.Next(2, 60), random.Next(1, 400) / 100m, random.Next(1, 12));
            string Row(string packaging, string reeling) => FormattableString.Invariant($"A;X1;{packaging};{reeling};{price};USD");
            decimal Cost(string row) => Order(Buy(quantity, Ic, Headings, row)).Cost.Likely;
            var (bare, strip, either) = (Cost(Row("Reel", "")), Cost(Row("Cut Tape", "")), Cost(Row("Cut Tape", fee.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            Assert.True(bare <= either && either <= strip && either <= bare + fee, $"{quantity} at {price}, reel {fee}: {bare} {either} {strip}");
        }
    }

    private static OrderedPart Order(MaterialPlan plan) => Assert.Single(plan.Purchases[0].Orders);
}

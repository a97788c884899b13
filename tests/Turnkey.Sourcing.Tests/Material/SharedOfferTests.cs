using System.Globalization;
using Turnkey.Designs.Parts;
using Turnkey.Plants;
using Turnkey.Sourcing.Material;
using static Turnkey.Sourcing.Tests.Material.Purchases;

namespace Turnkey.Sourcing.Tests.Material;

/// <summary>Parts that one offer will do for share its stock, its breaks, its minimum and its multiple.</summary>
public sealed class SharedOfferTests
{
    private const string Headings = "Supplier;Manufacturer;MPN;MOQ;Multiple;Stock;Lead time days;1;1000;Currency";

    private static decimal Handling { get; } = Plant.Default["sourcing.purchase-line"].Value / 3600m * Plant.Default.HourlyRate("office").Value;

    [Fact]
    public void Parts_with_the_same_offers_are_one_purchase_that_shows_what_each_needs()
    {
        var plan = Buy(200, [Generic("C1-C3", "100nF 50V X7R", 2), Generic("C4-C6", "100nF 25V X7R", 3)], SourcingPolicy.Default,
            ("p.csv", ["Supplier;Manufacturer;MPN;Description;Stock;1;1000;Currency",
                "A;KEMET;C0603C104K5RACTU;CAP CER 0.1UF 50V 10% X7R 0603;1000;0.10;0.04;USD", "B;Yageo;CC0603KRX7R9BB104;CAP CER 0.1UF 50V 10% X7R 0603;100000;0.12;0.12;USD"]), NoFees);
        var purchase = Assert.Single(plan.Purchases);
        Assert.Equal((1200L, 1224L), (purchase.Demand, purchase.Required));
        // 1000 are all that A has; the price of a thousand is theirs.
        Assert.Equal([("A", 1000L, 0.04m), ("B", 224L, 0.12m)], purchase.Orders.Select(order => (order.Offer.Supplier, order.Quantity, order.Price.Amount)));
        Assert.Equal([600L, 600L], plan.Lines.Select(line => line.Demand));
        Assert.Contains("(600) and capacitor 100nF 0603 25V X7R (600)", purchase.Reason, StringComparison.Ordinal);
        Assert.Equal(plan.Proof!.Objective, plan.Proof.LowerBound);
        Assert.Equal(0, purchase.Excess);
    }

    [Fact]
    public void A_break_is_reached_by_all_parts_together()
    {
        // 765 and 255 for the two alternates, which one offer does for beside offers of their own.
        var plan = Buy(250, [Line("U1,U2,U3", "IC", "SOIC-8", "X1") with { Alternates = [Alternate("Z9")] }, Line("U4", "IC", "SOIC-8", "X2", row: 3) with { Alternates = [Alternate("Z9")] }], SourcingPolicy.Default,
            ("p.csv", [Headings, "A;;Z9;1;1;100000;;0.010;0.006;USD", "B;;X1;1;1;100000;;0.009;0.009;USD", "B;;X2;1;1;100000;;0.009;0.009;USD"]), NoFees);
        Assert.Equal([(765L, 255L), (255L, 765L)], plan.Purchases.Select(purchase => (Assert.Single(purchase.Orders).Quantity, purchase.Orders[0].Joined)));
        Assert.All(plan.Purchases, purchase => Assert.Equal((0.006m, "Z9"), (purchase.Orders[0].Price.Amount, purchase.Orders[0].Offer.Mpn!.Value.Text)));
        Assert.Equal(1, Assert.Single(plan.Orders).Parts);
        // Handled once.
        Assert.Equal(0m, (1020 * 0.006m) + Handling - plan.Proof!.Objective, 4);
        Assert.Equal(plan.Proof.Objective, plan.Proof.LowerBound);
        Assert.Contains("1020 of A are one purchase with X2", plan.Purchases[0].Reason, StringComparison.Ordinal);
        var row = Assert.Single(PurchaseRow.Of(plan));
        Assert.Equal((1020L, "U1-U4"), (row.Quantity, DesignatorText(plan, row)));
    }

    [Fact]
    public void A_stock_that_two_parts_could_have_is_sold_once()
    {
        var plan = Buy(100, [Line("U1", "IC", "SOIC-8", "X1") with { Alternates = [Alternate("Z9")] }, Line("U2", "IC", "SOIC-8", "X2", row: 3) with { Alternates = [Alternate("Z9")] }], SourcingPolicy.Default,
            ("p.csv", [Headings, "A;;Z9;1;1;150;70;0.10;0.10;USD", "B;;X1;1;1;100000;;0.92;0.92;USD", "B;;X2;1;1;100000;;0.92;0.92;USD"]), NoFees);
        Assert.Equal(150, plan.Purchases.SelectMany(purchase => purchase.Orders).Where(order => order.Offer.Supplier == "A").Sum(order => order.Quantity));
        Assert.All(plan.Purchases, purchase => Assert.Equal((102L, 0L, 0L), (purchase.Orders.Sum(order => order.Quantity), purchase.Excess, purchase.Shortfall)));
        Assert.True(plan.Proof!.LowerBound <= plan.Proof.Objective);
        // The rent of the stock: what is left of the gap is less than handling a purchase.
        Assert.True(plan.Proof.Gap < Handling, plan.Proof.Gap.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_reel_that_two_parts_need_is_bought_once()
    {
        var plan = Buy(100, [Line("U1", "IC", "SOIC-8", "X1") with { Alternates = [Alternate("Z9")] }, Line("U2", "IC", "SOIC-8", "X2", row: 3) with { Alternates = [Alternate("Z9"), Alternate("Q1")] }], SourcingPolicy.Default,
            ("p.csv", ["Supplier;MPN;MOQ;Multiple;Price;Currency", "A;Z9;500;500;0.10;USD", "B;Q1;1;1;9.00;USD"]), NoFees);
        Assert.Equal(500, plan.Purchases.SelectMany(purchase => purchase.Orders).Sum(order => order.Quantity));
        Assert.Equal(296, plan.Purchases.Sum(purchase => purchase.Excess));
        Assert.Equal(0m, (500 * 0.10m) + Handling - plan.Proof!.Objective, 4);
    }

    [Fact]
    public void What_is_enough_for_each_and_not_for_all_is_waited_for()
    {
        var plan = Buy(100, [Line("U1", "IC", "SOIC-8", "X1") with { Alternates = [Alternate("Z9")] }, Line("U2", "IC", "SOIC-8", "X2", row: 3) with { Alternates = [Alternate("Z9"), Alternate("Q1")] }], SourcingPolicy.Default,
            ("p.csv", [Headings, "A;;Z9;1;1;150;70;0.10;0.10;USD", "B;;Q1;1;1;0;30;0.50;0.50;USD"]), NoFees);
        Assert.All(plan.Purchases, purchase => Assert.Equal((102L, 0L), (purchase.Orders.Sum(order => order.Quantity), purchase.Shortfall)));
        Assert.True(plan.Purchases.SelectMany(purchase => purchase.Orders).Where(order => order is { Offer.Supplier: "A", LeadTimeDays: 0 }).Sum(order => order.Quantity) <= 150);
    }

    [Fact]
    public void A_stock_that_is_enough_for_a_part_of_each_release_is_shared_by_releases()
    {
        // 102 of each part a release, four releases: 150 on stock stand for 600 of 816.
        var plan = BuyForReleases(400, 100, [Line("U1", "IC", "SOIC-8", "X1") with { Alternates = [Alternate("Z9")] }, Line("U2", "IC", "SOIC-8", "X2", row: 3) with { Alternates = [Alternate("Z9")] }], SourcingPolicy.Default,
            ("p.csv", [Headings, "A;;Z9;1;1;150;70;0.10;0.04;USD", "B;;X1;1;1;100000;;0.92;0.92;USD", "B;;X2;1;1;100000;;0.92;0.92;USD"]), NoFees);
        Assert.Equal(600, plan.Purchases.SelectMany(purchase => purchase.Orders).Where(order => order.Offer.Supplier == "A").Sum(order => order.Quantity));
        Assert.All(plan.Purchases, purchase => Assert.Equal((408L, 0L), (purchase.Orders.Sum(order => order.Quantity), purchase.Excess)));
    }

    [Fact]
    public void What_cannot_be_had_for_all_is_missing_once()
    {
        var plan = Buy(100, [Line("U1", "IC", "SOIC-8", "X1") with { Alternates = [Alternate("Z9")] }, Line("U2", "IC", "SOIC-8", "X2", row: 3) with { Alternates = [Alternate("Z9"), Alternate("Q1")] }], SourcingPolicy.Default with { LeadTimeLimitDays = 0 },
            ("p.csv", [Headings, "A;;Z9;1;1;150;70;0.10;0.10;USD", "B;;Q1;1;1;4;30;0.50;0.50;USD"]), NoFees);
        Assert.Equal(50, plan.Purchases.Sum(purchase => purchase.Shortfall));
        Assert.Equal(154, plan.Purchases.SelectMany(purchase => purchase.Orders).Sum(order => order.Quantity));
        Assert.True(plan.Proof!.LowerBound <= plan.Proof.Objective);
    }

    /// <summary>Against every way to buy: never oversold, the bound below the least, the plan not below it and mostly at it.</summary>
    [Fact]
    public void No_plan_beats_the_bound_and_no_stock_is_oversold()
    {
        var random = new Random(4711);
        var (least, proven, all) = (0, 0, 0);
        for (var run = 0; run < 150; run++)
        {
            var parts = random.Next(2, 4);
            var counts = Enumerable.Range(0, parts).Select(_ => random.Next(1, 4)).ToArray();
            var offers = Enumerable.Range(0, parts + 1).Select(i => new Small(i, random.Next(0, 2), random.Next(1, 4), random.Next(1, 4), i < parts ? 60 : random.Next(4, 30), random.Next(50, 400), random.Next(8, 20), random.Next(20, 100))).ToArray();
            // Every part has an offer of its own with stock enough, and shares the last one.
            string[] rows = ["Supplier;MPN;MOQ;Multiple;Stock;Lead time days;Qty 1;Price 1;Qty 2;Price 2;Currency", .. offers.Select(offer => FormattableString.Invariant($"S{offer.Supplier};P{offer.Number};{offer.Minimum};{offer.Multiple};{offer.Stock};90;1;{offer.Price / 100m};{offer.Break};{offer.Price * offer.Percent / 10000m};USD"))];
            var lines = counts.Select((count, i) => Line(string.Join(',', Enumerable.Range(1, count).Select(k => $"U{(i * 10) + k}")), "IC", "SOIC-8", $"P{i}", row: i + 2) with { Alternates = [Alternate($"P{parts}")] }).ToArray();
            var fee = random.Next(0, 3);
            var plan = Buy(5, lines, SourcingPolicy.Default with { LeadTimeLimitDays = 0 }, ("p.csv", rows), ("supplier-terms.csv", ["supplier;ships-from;currency;order-fee;freight;minimum-order;duties;source", $"*;US;USD;{fee};0;0;added;list"]));
            foreach (var offer in plan.Purchases.SelectMany(purchase => purchase.Orders).GroupBy(order => order.Offer.Mpn!.Value.Text))
            {
                var own = offers[int.Parse(offer.Key[1..], CultureInfo.InvariantCulture)];
                var quantity = offer.Sum(order => order.Quantity);
                Assert.True(quantity <= own.Stock && quantity >= own.Minimum && quantity % own.Multiple == 0, $"run {run}: {quantity} of {own}");
                Assert.All(offer, order => Assert.Equal(own.At(quantity), order.Price.Amount));
            }
            var optimum = Least([.. plan.Purchases.Select(purchase => purchase.Required)], offers, fee);
            Assert.True(plan.Proof!.LowerBound <= optimum + 0.0001m, $"run {run}: the bound {plan.Proof.LowerBound} is above the least {optimum}");
            Assert.True(plan.Proof.Objective >= optimum - 0.0001m, $"run {run}: {plan.Proof.Objective} is below the least {optimum}");
            all++;
            if (plan.Proof.Objective <= optimum + 0.0001m) least++;
            if (plan.Proof.Gap == 0) proven++;
        }
        Assert.True(least >= all * 9 / 10 && proven >= all * 3 / 4, $"{least} of {all} are least, {proven} proven");
    }

    /// <summary>All ways: each part of its own offer, of the shared one, or of both.</summary>
    private static decimal Least(long[] needs, Small[] offers, decimal fee)
    {
        var best = decimal.MaxValue;
        var shared = new long[needs.Length];
        Try(0);
        return best;

        void Try(int part)
        {
            if (part < needs.Length)
            {
                for (shared[part] = 0; shared[part] <= needs[part]; shared[part]++) Try(part + 1);
                return;
            }
            var (cost, suppliers) = (0m, new HashSet<int>());
            foreach (var (offer, pieces) in offers.Select((offer, i) => (offer, i < needs.Length ? needs[i] - shared[i] : shared.Sum())))
            {
                if (pieces == 0) continue;
                if (offer.Cheapest(pieces) is not { } own) return;
                cost += own + Handling;
                suppliers.Add(offer.Supplier);
            }
            best = Math.Min(best, cost + (suppliers.Count * fee));
        }
    }

    /// <param name="Price">In hundredths, from the first piece on.</param>
    /// <param name="Percent">Of it from the break on.</param>
    private sealed record Small(int Number, int Supplier, long Minimum, long Multiple, long Stock, int Price, long Break, int Percent)
    {
        public decimal At(long quantity) => quantity >= Break ? Price * Percent / 10000m : Price / 100m;

        public decimal? Cheapest(long pieces)
        {
            decimal? best = null;
            for (var quantity = Math.Max(pieces, Minimum); quantity <= Stock; quantity++)
            {
                if (quantity % Multiple == 0 && (best is null || quantity * At(quantity) < best)) best = quantity * At(quantity);
            }
            return best;
        }
    }

    private static AlternatePart Alternate(string mpn) => new(null, Kernel.PartNumber.Parse(mpn)!.Value);

    private static BomLine Generic(string designators, string value, int row) => Line(designators, value, "C_0603_1608Metric", null, row: row);

    private static string DesignatorText(MaterialPlan plan, PurchaseRow row) => Kernel.DesignatorList.Format([.. row.Lines.SelectMany(i => plan.Lines[i].Line.Designators)]);
}

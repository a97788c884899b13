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
    public void A_full_reel_for_ten_boards_is_named_and_not_bought()
    {
        BomLine[] rows = [Line("U1", "IC", "SOIC-8", "X1")];
        var plan = PlanAll(10, Consignment.None, rows, "Supplier;MPN;MOQ;Multiple;Price;Currency", "Reels;X1;10000;10000;1.00;USD");
        Assert.Equal(PriceBasis.Estimate, plan.Lines[0].Basis);
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.minimum-too-large" && diagnostic.Message.Contains("Reels", StringComparison.Ordinal));

        Assert.Equal(PriceBasis.PriceList, PlanAll(9000, Consignment.None, rows, "Supplier;MPN;MOQ;Multiple;Price;Currency", "Reels;X1;10000;10000;1.00;USD").Lines[0].Basis);
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

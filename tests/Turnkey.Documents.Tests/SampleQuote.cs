using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Parts;
using Turnkey.ProcessPlanning;
using Turnkey.Quoting;
using Turnkey.Quoting.Costs;
using Turnkey.Quoting.LeadTimes;
using Turnkey.Sourcing;
using Turnkey.Sourcing.Material;

namespace Turnkey.Documents.Tests;

/// <summary>A quote put together by hand. Its inner figures are numbers that occur nowhere else, so that a page which tells one is found out.</summary>
internal static class SampleQuote
{
    public const string Hostile = "<script>alert('x')</script>\"&\u202e";

    /// <summary>Texts that only the manufacturer may see.</summary>
    public static ImmutableArray<string> Internal { get; } =
        ["87.6543", "0.7391", "3.1337", "1.7177", "2.7199", "17.93", "smt.line-rate", "plant must set", "secret supplier", "pipette works", "margin", "overhead", "hour"];

    private static readonly Figure LineRate = new(87.6543m, "USD/h", "assumption: plant must set", true) { Name = "smt.line-rate" };
    private static readonly Figure MarginRate = new(17.93m, "%", "assumption: plant must set", true) { Name = "commercial.margin", Low = 11.93m, High = 21.93m };

    public static Design Design(string product = "Sensor node, revision C", string name = "node-rev-c")
    {
        var specification = new BuildSpecification(
        [
            new SpecificationField(SpecificationNames.Thickness, "1.6 mm", SpecificationState.FromFile, "node.gbrjob:12"),
            new SpecificationField(SpecificationNames.Finish, "ENIG", SpecificationState.Assumed, "default"),
            new SpecificationField(SpecificationNames.MaskColour, "green", SpecificationState.Assumed, "default"),
        ]);
        var bom = new BillOfMaterials([Line("R1,R2", "10k", null), Line("U1", "MCU", "STM32G031F8P6"), Line($"J1", Hostile, Hostile)], ["bom.csv"]);
        var placements = ImmutableArray.Create(Placed("R1", Side.Top), Placed("R2", Side.Bottom), Placed("U1", Side.Top));
        var assembly = new Assembly(name, Board(), bom, placements, specification);
        return new Design(
            new PackageIdentity(name, new string('a', 64), [new IdentifiedFile("bom.csv", FileRole.Bom, null, null, "csv", "header"), new IdentifiedFile("gerber/top.gbr", FileRole.Copper, Side.Top, 1, "gerber", "X2")]),
            new Product(product, [new ProductItem(ProductItemKind.Assembly, name, Quantity.Pieces(1)) { Assembly = assembly }]),
            [
                Diagnostic.Warning("bom.quantity-differs", "bom.csv", 7, "line 7 says 3 pieces but names 2 designators: 2 are quoted"),
                Diagnostic.Error("gerber.missing-aperture", "gerber/top.gbr", 120, $"aperture D11 is used but not defined {Hostile}"),
                Diagnostic.Info("intake.note", "bom.csv", 1, "header found in row 1"),
            ]);
    }

    public static Quote Quote(params int[] quantities) => new(
        "Sensor node, revision C", Currency.Usd, QuoteScope.All, null, [.. (quantities.Length == 0 ? [10, 100, 1000] : quantities).Select(At)],
        new CustomerNotes(
            [new Note("Bare boards, ENIG, 2 copper layers"), new Note("All 3 lines of the BOM, bought by us"), new Note("Placement and soldering on both sides, automatic optical inspection")],
            [new Note("Functional test: no test specification in the package")],
            [new Note("Finish ENIG", "default: usual for fine pitch"), new Note("Solder mask green", "default"), new Note("RoHS soldering", "default")],
            [new Note("2 of 3 lines of the BOM are estimated by part class")],
            [new Note("Test specification"), new Note($"Manufacturer part number for {Hostile}", "bom.csv:4")],
            [new Note("Unit prices are rounded to four decimals, totals to cents."), new Note("Lead time counts from order and approved files."), new Note("Valid for 30 days.")]),
        [
            Diagnostic.Warning("plant.assumed", "plant.yaml", 3, "smt.line-rate is an assumption: plant must set"),
            Diagnostic.Warning("sourcing.expired", "secret supplier.csv", 9, "secret supplier's offer has run out"),
            Diagnostic.Warning("sourcing.no-price", "bom.csv", 4, "no price for J1: it is not in the unit price"),
        ],
        new QuoteInputs(new string('a', 64), "pipette works", new string('b', 64), new string('c', 64)));

    private static QuoteQuantity At(int quantity)
    {
        var price = Math.Round(11.8421m + (290m / quantity), 4);
        var estimate = Math.Round(price * 0.62m, 4);
        var list = Math.Round(price * 0.08m, 4);
        Money Usd(decimal amount) => new(amount, Currency.Usd);
        var time = Calculation.Count(112, "placements") / Calculation.Count(5000, "placements/h") * Calculation.Of(LineRate);
        var placing = CostLine.Of(CostCategory.Assembly, "Placement, top", time, PriceBasis.Estimate);
        var margin = CostLine.Of(CostCategory.Margin, "Margin", Calculation.Percent(MarginRate) * Calculation.Count(price), PriceBasis.Estimate);
        return new QuoteQuantity(
            quantity, Usd(price), Usd(Math.Round(price * 0.82m, 4)), Usd(Math.Round(price * 1.31m, 4)), Usd(1409.9m), Usd(Math.Round((price * quantity) + 1409.9m, 2)),
            new PriceBreakdown(Usd(0.7391m), Usd(3.1337m), Usd(1.7177m), Usd(0.0101m), Usd(0.0201m), Usd(2.7199m), Usd(0.0301m), Usd(price - 8.3707m)),
            new BasisShares(Usd(price - estimate - list), Usd(list), Usd(estimate), 1),
            new LeadTime(24 + (quantity / 400), [new LeadTimeStep("Fabrication", 0, 12, true, "10 days and 2 of transport"), new LeadTimeStep("Components", 0, 9, false, "U1 at the pipette works"), new LeadTimeStep("Assembly", 12, 12, true, "two sides")]),
            [CostLine.Sum(CostCategory.Assembly, "Assembly", [CostLine.Sum(CostCategory.Assembly, "Surface mount", [placing])]), margin],
            [CostLine.Of(CostCategory.NonRecurring, "Stencil, two sides", Calculation.Count(180), PriceBasis.PriceList)],
            [
                new MaterialLine("node", Line("R1,R2", "10k", null), "resistor", MaterialState.Bought, 2, 2L * quantity, 25, 0, new Spread(0.001m, 0.002m, 0.004m), Currency.Usd, PriceBasis.Estimate, "class resistor"),
                new MaterialLine("node", Line("J1", Hostile, Hostile), "connector", MaterialState.Bought, 1, quantity, 2, 0, null, Currency.Usd, PriceBasis.None, "no price"),
            ],
            [
                new ProcessPlan("node", quantity, new AssemblyPanel(4, 2, Length.FromMillimetres(180), Length.FromMillimetres(95), 6, 0.71m, "widest that the line takes"),
                    [new PlannedPart(Designator.Parse("R1"), null, Mounting.SurfaceMount, Side.Top, "resistor", "0402", 2, false, "footprint R_0402")],
                    [new Operation(OperationKind.Place, Side.Top, "Place", "smt-line", Calculation.Count(1800), time, Calculation.Of(LineRate))], []),
            ],
            new RuleOfThumb(new Spread(12, 13, 14), 0.91m, "(material × 1.05 + 1 USD × placements) ÷ 0.65", []));
    }

    private static Board Board()
    {
        var pad = new PadShape(PadShapeKind.Rectangle, Length.FromMillimetres(1), Length.FromMillimetres(1.2), [new PadShapePart(true, Contour.Rectangle(Box.Around(Point.Origin, 500_000, 600_000)))]);
        var copper = new LayerImage([Feature.Flash(new Point(5_000_000, 5_000_000), 0, true), Feature.Flash(new Point(8_000_000, 5_000_000), 0, true)], [pad], [], [FeatureAttributes.None]);
        return new Board("node", new BoardOutline([Contour.Rectangle(new Box(0, 0, 42_000_000, 26_500_000))], [], "edge.gbr"),
            [new Layer(LayerRole.Copper, Side.Top, 1, "gerber/top.gbr", copper), new Layer(LayerRole.SolderMask, Side.Top, null, "mask.gbr", copper)], [], 2)
        {
            Facts = new BoardFacts(Length.FromMillimetres(42), Length.FromMillimetres(26.5), 1113, 120, 4, 2, Length.FromMillimetres(0.3), Length.FromMillimetres(0.15), Length.FromMillimetres(0.152), 88, 20),
        };
    }

    private static BomLine Line(string where, string value, string? mpn)
    {
        var designators = DesignatorList.Parse(where).Designators;
        return new BomLine(designators, designators.Length, mpn is null ? null : "Maker", PartNumber.Parse(mpn), value, "R_0402", "", false, "bom.csv", 4);
    }

    private static Placement Placed(string designator, Side side) => new(Designator.Parse(designator)!.Value, Point.Origin, 0, side, "", "", "pos.csv", 1);
}

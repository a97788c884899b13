using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Quoting.Tests;

/// <summary>Products made in code.</summary>
internal static class SampleDesigns
{
    public static Design Of(params ProductItem[] items) => new(new PackageIdentity("sample", "abc", []), new Product("sample", [.. items]), []);

    public static Design Of(Assembly assembly) => Of(new ProductItem(ProductItemKind.Assembly, assembly.Name, Quantity.Pieces(1)) { Assembly = assembly });

    public static Assembly Node(IEnumerable<BomLine>? lines = null, Board? board = null, IEnumerable<Placement>? placements = null, params SpecificationField[] fields)
    {
        ImmutableArray<BomLine> bom = [.. lines ?? Lines()];
        return new Assembly("node", board ?? Board(50, 40), new BillOfMaterials(bom, bom.IsEmpty ? [] : ["bom.csv"]),
            [.. placements ?? bom.SelectMany(line => line.Designators.Select((designator, i) => Place(designator, i % 4 == 3 ? Side.Bottom : Side.Top, line.Footprint)))],
            new BuildSpecification([.. fields]));
    }

    public static BomLine[] Lines() =>
    [
        Line("R1-R20", "10k", "R_0402_1005Metric", "RC0402FR-0710KL", row: 2),
        Line("C1-C30", "100n", "C_0402_1005Metric", "CL05B104KO5NNNC", row: 3),
        Line("U1", "STM32F405", "LQFP-64_10x10mm_P0.5mm", "STM32F405RGT6", "STMicroelectronics", 4),
        Line("U2", "LDO", "SOT-23-5", "TLV70033DDCR", "Texas Instruments", 5),
        Line("J1", "PROG", "PinHeader_1x06_P2.54mm_Vertical", null, row: 6),
        Line("D1-D4", "LED", "LED_0603_1608Metric", null, row: 7),
    ];

    public static BomLine Line(string designators, string value, string footprint, string? mpn = null, string? manufacturer = null, int row = 2, bool doNotPlace = false)
    {
        var list = DesignatorList.Parse(designators).Designators;
        return new BomLine(list, list.Length, manufacturer, PartNumber.Parse(mpn), value, footprint, "", doNotPlace, "bom.csv", row);
    }

    public static Board Board(double width, double height, int layers = 4) => new("node", null,
        [.. Enumerable.Range(1, layers).Select(i => new Layer(LayerRole.Copper, i == 1 ? Side.Top : i == layers ? Side.Bottom : Side.Inner, i, $"l{i.ToString(CultureInfo.InvariantCulture)}.gbr", LayerImage.Empty))], [], layers)
    {
        Facts = new BoardFacts(Length.FromMillimetres(width), Length.FromMillimetres(height), width * height, 200, 4, 0, Length.FromMillimetres(0.3), Length.FromMillimetres(0.15), Length.FromMillimetres(0.15), 150, 30),
    };

    public static Placement Place(Designator designator, Side side, string footprint = "") => new(designator, Point.Origin, 0, side, "", footprint, "pos.csv", 1);
}

using System.Text.Json;
using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Pipeline.Json;

namespace Turnkey.Pipeline.Tests;

public sealed class CopperJsonTests
{
    private const long Mm = 1_000_000;

    [Fact]
    public void Copper_is_written_only_when_it_was_examined() => Assert.False(Write(Sample(), []).TryGetProperty("copper", out _));

    [Fact]
    public void The_contract_is_kept_member_by_member()
    {
        var (design, copper) = CopperExamination.Of(Sample());
        var root = Write(design, copper);
        var written = root.GetProperty("copper");

        Assert.Equal(["layers", "nets", "smallestGaps", "comparison"], written.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""{"copperLayer":1,"areaMm2":8,"islands":2,"drawnMm2":8,"besideMm2":0,"besideFeatures":0,"traced":true}""", Compact(written.GetProperty("layers")[0]));
        Assert.Equal("""{"name":"A","named":true,"pads":1,"features":1,"holes":0,"layers":[1],"xMm":1,"yMm":1}""", Compact(written.GetProperty("nets")[0]));
        Assert.Equal("""{"copperLayer":1,"gapMm":0.5,"xMm":2.25,"yMm":0,"netA":"A","netB":"A"}""", Compact(written.GetProperty("smallestGaps")[0]));
        var comparison = written.GetProperty("comparison");
        Assert.Equal("""{"netlist":"board.ipc","offsetMm":[0,0],"points":4}""", Compact(comparison, "netlist", "offsetMm", "points"));
        Assert.Equal("""{"names":["A","B"],"meetings":[{"netA":"B","pinA":"R2.2","netB":"A","pinB":"R1.1","part":"","tie":false,"xMm":1,"yMm":1,"layers":[1]}]}""", Compact(comparison.GetProperty("shorts")[0]));
        Assert.Equal(
            """{"name":"A","pieces":[{"points":1,"xMm":1,"yMm":1,"layers":[1],"pins":["R1.1"]},{"points":1,"xMm":3.5,"yMm":1,"layers":[1],"pins":["R1.2"]}]}""",
            Compact(comparison.GetProperty("opens")[0]));
        Assert.Equal("""{"name":"C","pin":"R3.1","xMm":9,"yMm":9,"copperLayer":1,"line":4}""", Compact(comparison.GetProperty("unconnected")[0]));

        Assert.Equal("0.5", root.GetProperty("board").GetProperty("minSpaceMm").GetRawText());
        Assert.Equal(["nets.short", "nets.open", "nets.unconnected-point", "copper.no-outline"], root.GetProperty("diagnostics").EnumerateArray().Select(one => one.GetProperty("code").GetString()));
        Assert.True(Assert.Single(design.Checks).Done);
    }

    private static Design Sample()
    {
        var square = new PadShape(PadShapeKind.Rectangle, Length.FromMillimetres(2), Length.FromMillimetres(2), [new PadShapePart(true, Contour.Rectangle(Box.Around(Point.Origin, Mm, Mm)))]);
        var image = new LayerImage([Feature.Flash(new Point(Mm, Mm), 0, true), Feature.Flash(new Point(7 * Mm / 2, Mm), 0, true)], [square], [], [FeatureAttributes.None]);
        var board = new Board("b", null, [new Layer(LayerRole.Copper, Side.Top, 1, "top.gbr", image)], [], 1)
        {
            Netlist = new GivenNetlist("board.ipc",
            [
                new TestPoint("A", "R1", "1", new Point(Mm, Mm), Side.Top, 1),
                new TestPoint("A", "R1", "2", new Point(7 * Mm / 2, Mm), Side.Top, 2),
                new TestPoint("B", "R2", "2", new Point(Mm, Mm), Side.Top, 3),
                new TestPoint("C", "R3", "1", new Point(9 * Mm, 9 * Mm), Side.Top, 4),
            ]),
        };
        var assembly = new Assembly("b", board, BillOfMaterials.None, [], BuildSpecification.Empty);
        return new Design(new PackageIdentity("p", "abc", []), new Product("p", [new ProductItem(ProductItemKind.Board, "b", Quantity.Pieces(1)) { Assembly = assembly }]), []);
    }

    private static JsonElement Write(Design design, System.Collections.Immutable.ImmutableArray<BoardCopper?> copper)
    {
        using var document = JsonDocument.Parse(InspectJson.Write(new(design, new InputHashes("abc", null)) { Copper = copper }));
        return document.RootElement.Clone();
    }

    private static string Compact(JsonElement element, params string[] members) => members.Length == 0
        ? JsonSerializer.Serialize(element)
        : $"{{{string.Join(',', members.Select(member => $"\"{member}\":{JsonSerializer.Serialize(element.GetProperty(member))}"))}}}";
}

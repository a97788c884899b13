using System.Text.Json;
using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Pipeline.Json;

namespace Turnkey.Pipeline.Tests;

public sealed class InspectJsonTests
{
    [Fact]
    public void The_contract_is_kept_member_by_member()
    {
        var root = Parse(Sample());
        Assert.Equal(["schemaVersion", "engineVersion", "inputs", "package", "product", "spec", "board", "bom", "diagnostics"], Members(root));
        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("abc", root.GetProperty("inputs").GetProperty("package").GetString());

        var file = root.GetProperty("package").GetProperty("files")[0];
        Assert.Equal(("top.gbr", "soldermask", "top", "gerber"), (Text(file, "path"), Text(file, "role"), Text(file, "side"), Text(file, "format")));
        Assert.Equal(JsonValueKind.Null, file.GetProperty("copperLayer").ValueKind);

        var item = root.GetProperty("product").GetProperty("items")[0];
        Assert.Equal(("assembly", "Node"), (Text(item, "kind"), Text(item, "name")));
        Assert.Equal(1, item.GetProperty("quantity").GetInt32());

        var spec = root.GetProperty("spec")[0];
        Assert.Equal(("finish", "ENIG", "from-file", "notes.txt:3"), (Text(spec, "field"), Text(spec, "value"), Text(spec, "state"), Text(spec, "source")));

        var board = root.GetProperty("board");
        Assert.Equal("38.5", board.GetProperty("widthMm").GetRawText());
        Assert.Equal("65", board.GetProperty("heightMm").GetRawText());
        Assert.Equal("2502.5", board.GetProperty("areaMm2").GetRawText());
        Assert.Equal("0.2", board.GetProperty("smallestDrillMm").GetRawText());
        Assert.Equal(JsonValueKind.Null, board.GetProperty("minSpaceMm").ValueKind);
        Assert.Equal((4, 12, 2, 1, 30), (Number(board, "copperLayers"), Number(board, "platedHoles"), Number(board, "nonPlatedHoles"), Number(board, "slots"), Number(board, "surfaceMountPads")));

        var line = root.GetProperty("bom").GetProperty("lines")[0];
        Assert.Equal(["R1", "R2"], line.GetProperty("designators").EnumerateArray().Select(designator => designator.GetString()));
        Assert.Equal((2, "", "RC0402FR-0710KL", "10k", "0402"), (Number(line, "quantity"), Text(line, "manufacturer"), Text(line, "mpn"), Text(line, "value"), Text(line, "footprint")));
        Assert.False(line.GetProperty("doNotPlace").GetBoolean());

        var placement = root.GetProperty("bom").GetProperty("placements")[0];
        Assert.Equal(("R1", "bottom"), (Text(placement, "designator"), Text(placement, "side")));
        Assert.Equal(("1.000001", "-2", "90"), (placement.GetProperty("xMm").GetRawText(), placement.GetProperty("yMm").GetRawText(), placement.GetProperty("rotation").GetRawText()));

        var diagnostic = root.GetProperty("diagnostics")[0];
        Assert.Equal(("x.y", "warning", "a.gbr", "µ < \"Ω\""), (Text(diagnostic, "code"), Text(diagnostic, "severity"), Text(diagnostic, "file"), Text(diagnostic, "message")));
        Assert.Equal(7, Number(diagnostic, "line"));
    }

    [Fact]
    public void The_same_design_gives_the_same_bytes() => Assert.Equal(InspectJson.Write(new(Sample(), Inputs)), InspectJson.Write(new(Sample(), Inputs)));

    [Fact]
    public void A_package_without_a_board_says_null()
    {
        var root = Parse(new Design(new PackageIdentity("p", "abc", []), new Product("p", []), []));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("board").ValueKind);
        Assert.Empty(root.GetProperty("bom").GetProperty("lines").EnumerateArray());
        Assert.Empty(root.GetProperty("spec").EnumerateArray());
    }

    [Fact]
    public void Several_assemblies_are_all_listed()
    {
        var sample = Sample();
        var two = sample with { Product = sample.Product with { Items = [.. sample.Product.Items, .. sample.Product.Items] } };
        Assert.Equal(2, Parse(two).GetProperty("assemblies").GetArrayLength());
    }

    [Fact]
    public void The_words_of_roles_are_those_of_the_contract()
    {
        string[] words = ["copper", "soldermask", "paste", "legend", "outline", "drill", "bom", "centroid", "netlist", "drawing", "other"];
        Assert.All(Enum.GetValues<FileRole>(), role => Assert.Contains(Words.Of(role), words));
    }

    [Fact]
    public void Stated_rules_are_a_member_of_the_board_and_null_where_nothing_is_said()
    {
        Assert.Equal(JsonValueKind.Null, Parse(Sample()).GetProperty("board").GetProperty("statedRules").ValueKind);
        var sample = Sample();
        var assembly = sample.Product.Items[0].Assembly!;
        var rules = new StatedRules([new LayerRules(CopperGroup.Outer) { TrackWidth = Length.FromMillimetres(0.2), PadToPad = Length.FromMillimetres(0.15) }, new LayerRules(CopperGroup.Inner)], "a.gbrjob")
        {
            CopperLayers = 4,
            Castellated = true,
            BoardType = "4",
        };
        var item = sample.Product.Items[0] with { Assembly = assembly with { Board = assembly.Board! with { StatedRules = rules } } };
        var stated = Parse(sample with { Product = sample.Product with { Items = [item] } }).GetProperty("board").GetProperty("statedRules");
        Assert.Equal(("a.gbrjob", "4"), (Text(stated, "source"), Text(stated, "boardType")));
        Assert.True(stated.GetProperty("castellated").GetBoolean());
        Assert.Equal(JsonValueKind.Null, stated.GetProperty("impedanceControlled").ValueKind);
        var layers = stated.GetProperty("layers").EnumerateArray().ToArray();
        Assert.Equal(["outer", "inner"], layers.Select(layer => Text(layer, "layers")));
        Assert.Equal(("0.2", "0.15"), (layers[0].GetProperty("trackWidthMm").GetRawText(), layers[0].GetProperty("padToPadMm").GetRawText()));
        Assert.Equal(JsonValueKind.Null, layers[1].GetProperty("trackWidthMm").ValueKind);
    }

    private static InputHashes Inputs => new("abc", null);

    private static JsonElement Parse(Design design)
    {
        using var document = JsonDocument.Parse(InspectJson.Write(new(design, Inputs)));
        return document.RootElement.Clone();
    }

    private static Design Sample()
    {
        var designators = DesignatorList.Parse("R1 R2").Designators;
        var facts = new BoardFacts(Length.FromMillimetres(38.5), Length.FromMillimetres(65), 2502.5, 12, 2, 1, Length.FromMillimetres(0.2), Length.FromMillimetres(0.15), null, 20, 10);
        var assembly = new Assembly(
            "Node",
            new Board("Node", null, [], [], 4) { Facts = facts },
            new BillOfMaterials([new BomLine(designators, 2, null, PartNumber.Parse("RC0402FR-0710KL"), "10k", "0402", "", false, "bom.csv", 2)], ["bom.csv"]),
            [new Placement(designators[0], new Point(1_000_001, -2_000_000), 90, Side.Bottom, "10k", "0402", "pos.csv", 3)],
            new BuildSpecification([new SpecificationField("finish", "ENIG", SpecificationState.FromFile, "notes.txt:3")]));
        return new Design(
            new PackageIdentity("node", "abc", [new IdentifiedFile("top.gbr", FileRole.SolderMask, Side.Top, null, "gerber", "attribute")]),
            new Product("Node", [new ProductItem(ProductItemKind.Assembly, "Node", Quantity.Pieces(1)) { Assembly = assembly }]),
            [Diagnostic.Warning("x.y", "a.gbr", 7, "µ < \"Ω\"")]);
    }

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}

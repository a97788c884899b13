using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Documents.Viewer;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Documents.Tests.Viewer;

public class BoardSceneTests
{
    private static readonly PadShape Disc = PadShape.Circle(Length.FromMillimetres(0.5));
    private static readonly PadShape Bar = new(PadShapeKind.Rectangle, Length.FromMillimetres(0.4), Length.FromMillimetres(0.2), [new PadShapePart(true, Contour.Rectangle(Box.Around(Point.Origin, 200_000, 100_000)))]);

    [Fact]
    public void What_is_written_is_read_again_to_a_tenth_of_a_micrometre()
    {
        var image = Image(
            Feature.Flash(new Point(1_000_100, 2_540_000), 0, true),
            Feature.Flash(new Point(-500_000, 63_500), 1, true),
            Feature.Stroke(Edge.Line(new Point(25_400, 50_800), new Point(76_200, -25_400)), 0, true),
            Feature.Stroke(Edge.Arc(new Point(2_000_000, 0), new Point(0, 2_000_000), Point.Origin, ArcDirection.CounterClockwise), 0, true));
        var objects = SceneDecoder.Read(Scene(image)).Layers["c1"];
        Assert.Equal(4, objects.Count);
        Assert.Contains(objects, flash => flash is { Kind: 0, Path: { StartX: 10_001, StartY: 25_400 } });
        Assert.Contains(objects, flash => flash is { Kind: 0, Path: { StartX: -5_000, StartY: 635 } });
        Assert.Contains(objects, line => line.Kind == 1 && line.Path == new DecodedEdge(0, 254, 508, 762, -254, 0, 0));
        Assert.Contains(objects, arc => arc.Kind == 2 && arc.Path == new DecodedEdge(2, 20_000, 0, 0, 20_000, 0, 0));
    }

    [Fact]
    public void Random_painters_lists_come_back_with_every_object_in_its_run()
    {
        var random = new Random(20);
        for (var trial = 0; trial < 40; trial++)
        {
            var features = Enumerable.Range(0, 60).Select(_ => Some(random)).ToArray();
            var decoded = SceneDecoder.Read(Scene(Image(features)));
            var objects = decoded.Layers["c1"];
            Assert.Equal(features.Length, objects.Count);
            var next = 0;
            while (next < features.Length)
            {
                var end = next;
                while (end < features.Length && features[end].Dark == features[next].Dark) end++;
                Assert.All(objects[next..end], thing => Assert.Equal(features[next].Dark, thing.Dark));
                Assert.Equal(features[next..end].Select(Told).Order(StringComparer.Ordinal), objects[next..end].Select(Told).Order(StringComparer.Ordinal));
                next = end;
            }
        }

        static string Told<T>(T thing) => thing switch
        {
            Feature { Kind: FeatureKind.Area } => "area",
            Feature feature => $"{feature.Path.Start.X / 100} {feature.Path.Start.Y / 100} {feature.Path.End.X / 100} {feature.Path.End.Y / 100}",
            DecodedObject { Kind: 3 } => "area",
            DecodedObject { Path: var path } => $"{path.StartX} {path.StartY} {path.EndX} {path.EndY}",
            _ => "",
        };
    }

    [Fact]
    public void A_clockwise_stroke_is_written_the_other_way_round_and_covers_the_same()
    {
        var clockwise = Edge.Arc(new Point(0, 2_000_000), new Point(2_000_000, 0), Point.Origin, ArcDirection.Clockwise);
        var arc = Assert.Single(SceneDecoder.Read(Scene(Image(Feature.Stroke(clockwise, 0, true)))).Layers["c1"]);
        Assert.Equal(new DecodedEdge(2, 20_000, 0, 0, 20_000, 0, 0), arc.Path);
    }

    [Fact]
    public void An_arc_shorter_than_the_grid_does_not_become_a_circle()
    {
        var tiny = Edge.Arc(new Point(1_000_000, 0), new Point(1_000_000, 20), Point.Origin, ArcDirection.CounterClockwise);
        Assert.Equal(1, Assert.Single(SceneDecoder.Read(Scene(Image(Feature.Stroke(tiny, 0, true)))).Layers["c1"]).Kind);
    }

    [Fact]
    public void A_stroke_of_a_bar_is_the_area_it_sweeps()
    {
        var area = Assert.Single(SceneDecoder.Read(Scene(Image(Feature.Stroke(Edge.Line(Point.Origin, new Point(1_000_000, 0)), 1, true)))).Layers["c1"]);
        Assert.Equal(3, area.Kind);
        var corners = Assert.Single(area.Contours);
        Assert.Equal((-2_000L, 12_000L, -1_000L, 1_000L), (corners.Min(corner => corner.X), corners.Max(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.Y)));
    }

    [Fact]
    public void Polarity_keeps_its_place_between_runs()
    {
        var image = Image(Feature.Area(0, true), Feature.Flash(Point.Origin, 0, false), Feature.Flash(Point.Origin, 1, true));
        Assert.Equal([true, false, true], SceneDecoder.Read(Scene(image)).Layers["c1"].Select(thing => thing.Dark));
    }

    [Fact]
    public void Nets_and_pins_are_those_that_the_copper_names()
    {
        var image = new LayerImage([Feature.Flash(Point.Origin, 0, true, 1), Feature.Flash(new Point(1_000_000, 0), 0, true)], [Disc, Bar], [],
            [FeatureAttributes.None, new FeatureAttributes(FeatureFunction.SurfacePad, "GND", "u1", "3")]);
        var scene = SceneDecoder.Read(Scene(image));
        Assert.Equal(["GND"], scene.Nets);
        Assert.Equal(("GND", "U1", "3"), scene.Belongs(scene.Layers["c1"][0]));
        Assert.Equal((null, null, null), scene.Belongs(scene.Layers["c1"][1]));
    }

    [Fact]
    public void Traced_nets_come_before_those_that_the_copper_names()
    {
        var image = new LayerImage([Feature.Flash(Point.Origin, 0, true, 1), Feature.Flash(new Point(1_000_000, 0), 0, true)], [Disc, Bar], [],
            [FeatureAttributes.None, new FeatureAttributes(FeatureFunction.SurfacePad, "OLD")]);
        CopperNet Net(int index, string name, bool named) => new(index, name, named, 1, 1, 0, [1], Box.Empty);
        var nets = new CopperNets([Net(0, "GND", true), Net(1, "N1", false)], [[1, 0]], [0], []);
        var scene = SceneDecoder.Read(BoardScene.Of(Assembly(image), nets, [])!);
        Assert.Equal(["GND", "N1"], scene.Nets);
        Assert.Equal("N1", scene.Belongs(scene.Layers["c1"][0]).Net);
        Assert.Equal("GND", scene.Belongs(scene.Layers["c1"][1]).Net);
        Assert.Equal(1, scene.Holes[0].Net);
    }

    [Fact]
    public void A_pad_says_itself_whose_it_is_else_the_netlist_says_it()
    {
        var image = new LayerImage([Feature.Flash(Point.Origin, 0, true, 1), Feature.Flash(new Point(1_000_000, 0), 0, true), Feature.Flash(new Point(2_000_000, 0), 0, true)], [Disc, Bar], [],
            [FeatureAttributes.None, new FeatureAttributes(FeatureFunction.SurfacePad, "GND", "U1", "3")]);
        var names = new Dictionary<int, PadName> { [0] = new("C7", "1"), [1] = new("u1", "49") };
        var nets = new CopperNets([new CopperNet(0, "GND", true, 7, 9, 0, [1], Box.Empty)], [[0, 0, 0]], [0], []) { PadNames = [names.ToImmutableDictionary()] };
        var scene = SceneDecoder.Read(BoardScene.Of(Assembly(image), nets, [])!);
        Assert.Equal([("GND", "U1", "3"), ("GND", "U1", "49"), ("GND", null, null)], scene.Layers["c1"].Select(pad => scene.Belongs(pad)));
        Assert.Single(scene.Header.GetProperty("parts").EnumerateArray());
    }

    [Fact]
    public void A_net_has_the_counts_of_the_tracing_though_doubles_are_written_once()
    {
        var pad = Feature.Flash(Point.Origin, 0, true);
        var assembly = Assembly(Image(pad, pad, Feature.Stroke(Edge.Line(Point.Origin, Point.Origin), 0, true)));
        var scene = SceneDecoder.Read(BoardScene.Of(assembly, CopperNets.Trace(assembly.Board!), [])!);
        Assert.Equal(2, scene.Layers["c1"].Count);
        var counts = Assert.Single(scene.Header.GetProperty("netCounts").EnumerateArray());
        Assert.Equal((2, 3), (counts[0].GetInt32(), counts[1].GetInt32()));
        Assert.Empty(SceneDecoder.Read(Scene(Image(pad))).Header.GetProperty("netCounts").EnumerateArray());
    }

    [Fact]
    public void A_part_is_joined_from_placement_bom_and_copper()
    {
        var parts = SceneDecoder.Read(Scene(Image(Feature.Flash(Point.Origin, 0, true)))).Header.GetProperty("parts");
        var part = Assert.Single(parts.EnumerateArray());
        Assert.Equal("U1", part[0].GetString());
        Assert.Equal(0, part[1].GetInt32());
        Assert.Equal((1, 15_000, -20_000, 90.5), (part[2].GetInt32(), part[3].GetInt32(), part[4].GetInt32(), part[5].GetDouble()));
    }

    [Fact]
    public void Holes_say_whether_they_go_through_and_whether_mask_closes_them()
    {
        var holes = SceneDecoder.Read(Scene(Image(Feature.Flash(Point.Origin, 0, true)))).Holes;
        Assert.Equal(new DecodedHole(0, 10_000, 10_000, 10_000, 10_000, 3_000, 0, 0, 0, (int)HoleFunction.Via, 3, 0), holes[0]);
        // A slot is never closed by mask.
        Assert.Equal((1, 20_000L, 30_000L, 1), (holes[1].Kind, holes[1].X, holes[1].EndX, holes[1].Flags));
    }

    [Fact]
    public void What_lies_beside_the_board_is_left_out_and_said()
    {
        var scene = Scene(Image(Feature.Flash(Point.Origin, 0, true), Feature.Flash(new Point(90_000_000, 0), 0, true)));
        Assert.Single(SceneDecoder.Read(scene).Layers["c1"]);
        Assert.Equal("1 object more than 2 mm beside the board cannot be looked at here.", Assert.Single(scene.Notes));
    }

    [Fact]
    public void Arcs_that_sweep_a_bar_cannot_make_a_scene_without_end()
    {
        var far = Edge.Arc(new Point(900_000_000, 0), new Point(-900_000_000, 0), Point.Origin, ArcDirection.CounterClockwise);
        var scene = Scene(Image([.. Enumerable.Range(0, 800).Select(_ => Feature.Stroke(far, 1, true))]));
        Assert.InRange(SceneDecoder.Read(scene).Layers["c1"].Count, 1, 1_000_000);
        Assert.Contains(scene.Notes, note => note.EndsWith("because the data would become too large.", StringComparison.Ordinal));
    }

    [Fact]
    public void Markers_carry_place_side_severity_and_text()
    {
        var scene = BoardScene.Of(Assembly(Image(Feature.Flash(Point.Origin, 0, true))), CopperNets.None, [new SceneMarker(new Point(1_000_000, 2_000_000), Side.Bottom, Severity.Error, "too narrow") { Label = "7" }]);
        var marker = Assert.Single(SceneDecoder.Read(scene!).Header.GetProperty("markers").EnumerateArray());
        Assert.Equal((10_000, 20_000, "bottom", "error", "too narrow"), (marker[0].GetInt32(), marker[1].GetInt32(), marker[2].GetString(), marker[3].GetString(), marker[4].GetString()));
        Assert.Equal("7", marker[5].GetString());
    }

    [Fact]
    public void The_same_board_gives_the_same_bytes() =>
        Assert.Equal(BoardScene.Of(SyntheticBoard.Of(4_000), CopperNets.None, [])!.Content, BoardScene.Of(SyntheticBoard.Of(4_000), CopperNets.None, [])!.Content);

    [Fact]
    public void A_board_without_anything_is_still_a_scene()
    {
        var empty = new Assembly("empty", new Board("empty", null, [], [], 0), BillOfMaterials.None, [], BuildSpecification.Empty);
        Assert.Empty(SceneDecoder.Read(BoardScene.Of(empty, CopperNets.None, [])!).Layers);
        Assert.Null(BoardScene.Of(empty with { Board = null }, CopperNets.None, []));
    }

    [Fact]
    public void A_board_that_would_not_fit_is_written_more_coarsely_and_says_so()
    {
        var random = new Random(7);
        Point Anywhere() => new(random.NextInt64(-200_000_000, 200_000_000), random.NextInt64(-200_000_000, 200_000_000));
        var features = Enumerable.Range(0, 130_000).Select(_ => Feature.Flash(Anywhere(), 0, true)).ToArray();
        var assembly = Assembly(Image(features));
        var wide = assembly with { Board = assembly.Board! with { Outline = new BoardOutline([Contour.Rectangle(Box.Around(Point.Origin, 200_000_000, 200_000_000))], [], "edge") } };
        var scene = BoardScene.Of(wide, CopperNets.None, [])!;
        Assert.True(SceneDecoder.Read(scene).Header.GetProperty("unit").GetInt64() > 100);
        Assert.Contains(scene.Notes, note => note.StartsWith("Because the board is large", StringComparison.Ordinal));
    }

    private static Feature Some(Random random)
    {
        // On the grid, so that what comes back can be compared exactly.
        Point Place() => new(random.NextInt64(-40_000, 40_000) * 100, random.NextInt64(-40_000, 40_000) * 100);
        var dark = random.Next(4) > 0;
        return random.Next(3) switch
        {
            0 => Feature.Flash(Place(), random.Next(2), dark),
            1 => Feature.Stroke(Edge.Line(Place(), Place()), 0, dark),
            _ => Feature.Area(0, dark),
        };
    }

    private static LayerImage Image(params Feature[] features) =>
        new([.. features], [Disc, Bar], [new Area([Contour.Rectangle(Box.Around(Point.Origin, 3_000_000, 2_000_000))])], [FeatureAttributes.None]);

    private static BoardScene Scene(LayerImage image) => BoardScene.Of(Assembly(image), CopperNets.None, [])!;

    private static Assembly Assembly(LayerImage image)
    {
        var via = new Hole(HoleKind.Round, Edge.Line(new Point(1_000_000, 1_000_000), new Point(1_000_000, 1_000_000)), Length.FromMillimetres(0.3), Plating.Plated, null, null, HoleFunction.Via, "holes", 1);
        var slot = new Hole(HoleKind.Slot, Edge.Line(new Point(2_000_000, 0), new Point(3_000_000, 0)), Length.FromMillimetres(0.4), Plating.Plated, null, null, HoleFunction.Unstated, "holes", 2);
        var board = new Board("board", new BoardOutline([Contour.Rectangle(Box.Around(Point.Origin, 5_000_000, 5_000_000))], [], "edge"), [new Layer(LayerRole.Copper, Side.Top, 1, "top.gbr", image)], [via, slot], 1);
        var designator = Designator.Parse("U1")!.Value;
        var bom = new BillOfMaterials([new BomLine([designator], 1, "Maker", PartNumber.Parse("LM358"), "opamp", "SO-8", "", false, "bom.csv", 2)], ["bom.csv"]);
        return new Assembly("board", board, bom, [new Placement(designator, new Point(1_500_000, -2_000_000), 90.5, Side.Bottom, "", "", "pos.csv", 2)], BuildSpecification.Empty);
    }
}

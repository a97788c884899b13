using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Tests.Nets;

public sealed class CopperNetsTests
{
    [Fact]
    public void Pads_and_the_track_between_them_are_one_net_and_a_pad_beside_is_another()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, 1).Track(0, 0, 5, 0, 0.2).Disc(5, 0, 1).Disc(2.5, 2, 1);

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal([0, 0, 0, 1], nets.FeatureNets[0]);
        Assert.Equal(("N1", false, 2, 3, 0), (nets.Nets[0].Name, nets.Nets[0].IsNamed, nets.Nets[0].Pads, nets.Nets[0].Features, nets.Nets[0].Holes));
        Assert.Equal(new Box(-500_000, -500_000, 5_500_000, 500_000), nets.Nets[0].Bounds);
    }

    [Fact]
    public void Copper_that_meets_in_one_point_is_one_net()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, 1).Disc(1, 0, 1).Area(1.5, -1, 3, 1);

        Assert.Single(CopperNets.Trace(sketch.Board()).Nets);
    }

    [Fact]
    public void A_gap_of_one_nanometre_is_a_gap()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, 1).Disc(1.000001, 0, 1).Area(1.500002, -1, 3, 1);

        Assert.Equal(3, CopperNets.Trace(sketch.Board()).Nets.Length);
    }

    [Fact]
    public void A_plated_hole_joins_the_copper_it_touches_on_every_layer()
    {
        var sketch = new BoardSketch(4).Drill(0, 0, 0.3);
        sketch[1].Disc(0, 0, 0.6);
        sketch[2].Disc(0.4, 0, 0.6);
        sketch[3].Disc(0, 2, 0.6);
        sketch[4].Disc(0, 0, 0.6);

        var nets = CopperNets.Trace(sketch.Board());

        // The pad on layer 2 is not centred, but the drill goes through it.
        Assert.Equal([1, 2, 4], nets.Nets[nets.HoleNets[0]].Layers);
        Assert.NotEqual(nets.HoleNets[0], nets.FeatureNets[2][0]);
        Assert.Equal(1, nets.Nets[nets.HoleNets[0]].Holes);
    }

    [Fact]
    public void A_hole_without_plating_joins_nothing()
    {
        var sketch = new BoardSketch(2).Drill(0, 0, 0.3, plating: Plating.NonPlated);
        sketch[1].Disc(0, 0, 0.6);
        sketch[2].Disc(0, 0, 0.6);

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal(2, nets.Nets.Length);
        Assert.Equal([-1], nets.HoleNets);
    }

    [Fact]
    public void Blind_and_buried_holes_join_only_the_layers_of_their_span()
    {
        var sketch = new BoardSketch(4).Drill(0, 0, 0.1, 1, 2).Drill(5, 0, 0.1, 2, 3).Drill(9, 0, 0.1, 4, 3);
        foreach (var layer in new[] { 1, 2, 3, 4 }) sketch[layer].Disc(0, 0, 0.3).Disc(5, 0, 0.3).Disc(9, 0, 0.3);

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal([1, 2], nets.Nets[nets.HoleNets[0]].Layers);
        Assert.Equal([2, 3], nets.Nets[nets.HoleNets[1]].Layers);
        Assert.Equal([3, 4], nets.Nets[nets.HoleNets[2]].Layers);
        Assert.Equal(9, nets.Nets.Length);
    }

    [Fact]
    public void A_plated_slot_joins_what_it_passes_at_either_end()
    {
        var sketch = new BoardSketch(2).Slot(0, 0, 4, 0, 0.5);
        sketch[1].Disc(0, 0, 1);
        sketch[2].Disc(4, 0, 1).Disc(4, 3, 1);

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal(nets.FeatureNets[0][0], nets.FeatureNets[1][0]);
        Assert.NotEqual(nets.FeatureNets[0][0], nets.FeatureNets[1][1]);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void A_hole_of_unknown_plating_is_plated_where_copper_surrounds_it_on_two_layers(int surrounded, bool joins)
    {
        var sketch = new BoardSketch(2).Drill(0, 0, 0.5, plating: Plating.Unknown);
        sketch[1].Disc(0, 0, 1);
        // Otherwise a track that only runs into the hole from one side.
        if (surrounded == 2) sketch[2].Disc(0, 0, 1);
        else sketch[2].Track(0.2, 0, 3, 0, 0.2);

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal(joins, nets.FeatureNets[0][0] == nets.FeatureNets[1][0]);
    }

    [Fact]
    public void A_clear_ring_isolates_the_pad_that_is_painted_into_it()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Area(-5, -5, 5, 5).Disc(0, 0, 2, dark: false).Disc(0, 0, 1);

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal(2, nets.Nets.Length);
        Assert.Equal(-1, nets.FeatureNets[0][1]);
        Assert.NotEqual(nets.FeatureNets[0][0], nets.FeatureNets[0][2]);
    }

    [Fact]
    public void Thermal_spokes_painted_over_the_clear_ring_connect()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Area(-5, -5, 5, 5).Disc(0, 0, 2, dark: false).Disc(0, 0, 1).Track(-1.5, 0, 1.5, 0, 0.25);

        Assert.Equal([0, -1, 0, 0], CopperNets.Trace(sketch.Board()).FeatureNets[0]);
    }

    [Fact]
    public void Clear_features_erase_only_what_was_painted_before_them()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, 2, dark: false).Area(-5, -5, 5, 5).Disc(0, 0, 1);

        Assert.Single(CopperNets.Trace(sketch.Board()).Nets);
    }

    [Fact]
    public void A_clear_line_cuts_an_area_in_two()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Area(-5, -5, 5, 5).Track(0, -6, 0, 6, 0.1, dark: false).Disc(-4, 0, 0.5).Disc(4, 0, 0.5);

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal(2, nets.Nets.Length);
        Assert.NotEqual(nets.FeatureNets[0][2], nets.FeatureNets[0][3]);
    }

    [Fact]
    public void A_feature_that_is_erased_as_a_whole_is_on_no_net()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, 1).Disc(0, 0, 2, dark: false).Disc(9, 0, 1);

        Assert.Equal([-1, -1, 0], CopperNets.Trace(sketch.Board()).FeatureNets[0]);
    }

    [Fact]
    public void An_unplated_hole_parts_a_track_only_where_it_takes_its_whole_width()
    {
        var through = new BoardSketch(1).Drill(2, 0, 0.5, plating: Plating.NonPlated);
        through[1].Track(0, 0, 4, 0, 0.3).Disc(0, 0, 1).Disc(4, 0, 1);
        var beside = new BoardSketch(1).Drill(2, 0.3, 0.5, plating: Plating.NonPlated);
        beside[1].Track(0, 0, 4, 0, 0.3).Disc(0, 0, 1).Disc(4, 0, 1);

        Assert.Equal(2, CopperNets.Trace(through.Board()).Nets.Length);
        Assert.Single(CopperNets.Trace(beside.Board()).Nets);
    }

    [Fact]
    public void A_negative_plane_is_the_board_less_what_is_drawn()
    {
        var sketch = new BoardSketch(3) { Outline = new BoardOutline([BoardSketch.Rectangle(-10, -10, 10, 10)], [], "outline") }
            .Negative(2).Drill(-5, 0, 0.4).Drill(0, 0, 0.4).Drill(5, 0, 0.4);
        foreach (var x in new[] { -5, 0, 5 }) sketch[1].Disc(x, 0, 0.8);
        // Left: clearance all round. Middle: nothing drawn, the wall is in the plane. Right: a thermal, four quarters with spokes between them.
        sketch[2].Disc(-5, 0, 1);
        sketch[2].Flash(5, 0, Thermal());

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal([1], nets.Nets[nets.HoleNets[0]].Layers);
        Assert.Equal([1, 2], nets.Nets[nets.HoleNets[1]].Layers);
        Assert.Equal(nets.HoleNets[1], nets.HoleNets[2]);
        Assert.Equal([-1, -1], nets.FeatureNets[1]);
    }

    [Fact]
    public void A_pad_in_the_hole_of_an_area_and_an_island_in_it_are_nets_of_their_own()
    {
        var sketch = new BoardSketch(1);
        Contour Hole(double size) => new([.. BoardSketch.Rectangle(-size, -size, size, size).Edges.Reverse().Select(edge => edge.Reversed)]);
        sketch[1].Area([BoardSketch.Rectangle(-5, -5, 5, 5), Hole(3), BoardSketch.Rectangle(-1, -1, 1, 1)]).Disc(4, 0, 0.5).Disc(0, 0, 0.5).Disc(2, 0, 0.5);

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal(3, nets.Nets.Length);
        Assert.NotEqual(nets.FeatureNets[0][1], nets.FeatureNets[0][2]);
        Assert.Equal(nets.FeatureNets[0][0], nets.FeatureNets[0][1]);
    }

    [Fact]
    public void A_ring_leaves_what_lies_in_its_hole_alone()
    {
        var ring = PadShape.Circle(Length.FromMillimetres(2));
        ring = ring with { Parts = ring.Parts.Add(new PadShapePart(false, Contour.Circle(Point.Origin, 500_000))) };
        var sketch = new BoardSketch(1);
        sketch[1].Flash(0, 0, ring).Disc(0, 0, 0.5).Track(0.75, 0, 5, 0, 0.1);

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal(nets.FeatureNets[0][0], nets.FeatureNets[0][2]);
        Assert.NotEqual(nets.FeatureNets[0][0], nets.FeatureNets[0][1]);
    }

    [Fact]
    public void A_rectangle_dragged_along_a_line_covers_its_corners()
    {
        var square = new PadShape(PadShapeKind.Rectangle, Length.FromMillimetres(1), Length.FromMillimetres(1), [new PadShapePart(true, BoardSketch.Rectangle(-0.5, -0.5, 0.5, 0.5))]);
        var image = new LayerImage(
            [Feature.Stroke(Edge.Line(Point.Origin, BoardSketch.At(4, 4)), 0, true), Feature.Flash(BoardSketch.At(4.45, 4.45), 1, true), Feature.Flash(BoardSketch.At(2, 3.2), 1, true)],
            [square, PadShape.Circle(Length.FromMillimetres(0.1))], [], [FeatureAttributes.None]);

        var nets = CopperNets.Trace(new Board("b", null, [new Layer(LayerRole.Copper, Side.Top, 1, "top", image)], [], 1));

        Assert.Equal([0, 0, 1], nets.FeatureNets[0]);
    }

    [Fact]
    public void Nets_are_named_by_the_copper_then_numbered_by_size_and_place()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(9, 0, 1).Disc(-9, 0, 1).Disc(0, 0, 1, net: "VCC").Track(0, 0, 2, 0, 0.2, net: "VCC").Disc(2, 0, 1).Disc(0, 5, 1, net: "GND").Disc(0, 9, 1, net: "N/C")
            .Track(20, 0, 22, 0, 0.2).Disc(22, 0, 1);

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal(["GND", "VCC", "N1", "N2", "N3", "N4"], nets.Nets.Select(net => net.Name));
        Assert.Equal([5, 3, 1, 1, 1, 0, 4, 2, 2], nets.FeatureNets[0]);
        Assert.Empty(nets.Diagnostics);
    }

    [Fact]
    public void Two_names_on_one_piece_of_copper_and_one_name_on_two_are_said()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, 1, net: "A", pin: "R1.1").Track(0, 0, 3, 0, 0.2, net: "A").Disc(3, 0, 1, net: "B", pin: "R3.2").Disc(9, 0, 1, net: "A", pin: "R2.1");

        var nets = CopperNets.Trace(sketch.Board());

        Assert.Equal(["A", "A"], nets.Nets.Select(net => net.Name));
        Assert.Equal(["nets.short", "nets.open"], nets.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private static PadShape Thermal()
    {
        // Quarters of a ring between 0.7 and 1 mm, 0.2 mm apart: what is between them stays copper.
        var parts = ImmutableArray.CreateBuilder<PadShapePart>();
        foreach (var (x, y) in new[] { (1, 1), (-1, 1), (-1, -1), (1, -1) })
        {
            Point A(double a, double b) => BoardSketch.At(x * a, y * b);
            parts.Add(new PadShapePart(true, Contour.Polygon(A(0.7, 0.1), A(1, 0.1), A(1, 1), A(0.1, 1), A(0.1, 0.7), A(0.7, 0.7))));
        }
        return new PadShape(PadShapeKind.Freeform, Length.FromMillimetres(2), Length.FromMillimetres(2), parts.ToImmutable());
    }
}

using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Tests.Nets;

/// <summary>What leaves the factory is copper on the board: its edge, its cut-outs and its holes without plating take the rest away.</summary>
public sealed class BoardEdgeTests
{
    private static BoardOutline Board => new([BoardSketch.Rectangle(0, 0, 10, 10)], [], "outline.gbr");

    [Fact]
    public void Copper_beside_the_board_is_neither_copper_of_it_nor_a_net_and_that_is_said()
    {
        var sketch = new BoardSketch(1) { Outline = Board };
        sketch[1].Area(1, 1, 3, 3).Area(12, 1, 15, 2).Disc(-20, 0, 1);

        var copper = BoardCopper.Examine(sketch.Board());

        var layer = Assert.Single(copper.Layers);
        Assert.Equal((4, 1, 2), (layer.AreaSquareMillimetres, layer.Islands, layer.BesideFeatures));
        Assert.Equal(3 + (Math.PI / 4), layer.BesideSquareMillimetres!.Value, 0.001);
        Assert.Equal(7 + (Math.PI / 4), layer.DrawnSquareMillimetres!.Value, 0.001);
        Assert.Single(copper.Nets.Nets);
        Assert.Equal([0, -1, -1], copper.Nets.FeatureNets[0]);
        var remark = Assert.Single(copper.Diagnostics);
        Assert.Equal(("copper.beside-board", Severity.Info, "copper1"), (remark.Code, remark.Severity, remark.File));
        Assert.Contains("3.785 mm² of copper is drawn beyond the edge of the board, with 2 things", remark.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_hangs_together_only_beyond_the_edge_is_two_nets()
    {
        var sketch = new BoardSketch(1) { Outline = Board };
        sketch[1].Track(2, 2, 12, 2, 0.5).Track(2, 4, 12, 4, 0.5).Track(12, 2, 12, 4, 0.5);

        var copper = BoardCopper.Examine(sketch.Board());

        Assert.Equal(2, copper.Nets.Nets.Length);
        Assert.Equal(2, copper.Layers[0].Islands);
        Assert.Equal([0, 1, -1], copper.Nets.FeatureNets[0]);
        // Two tracks of 8 mm with one round end each.
        Assert.Equal(2 * ((8 * 0.5) + (Math.PI * 0.25 * 0.25 / 2)), copper.Layers[0].AreaSquareMillimetres!.Value, 0.001);
        Assert.Equal(10_000_000, copper.Nets.Nets[0].Bounds.Right);
    }

    [Fact]
    public void A_cut_out_parts_what_it_is_milled_through()
    {
        var whole = new BoardSketch(1) { Outline = Board };
        var milled = new BoardSketch(1) { Outline = Board with { Cutouts = [BoardSketch.Rectangle(4, 1, 6, 3)] } };
        foreach (var sketch in new[] { whole, milled }) sketch[1].Track(1, 2, 9, 2, 0.5).Area(3, 4, 7, 9);

        Assert.Equal((2, 2), (BoardCopper.Examine(whole.Board()).Nets.Nets.Length, BoardCopper.Examine(whole.Board()).Layers[0].Islands));
        Assert.Equal((3, 3), (BoardCopper.Examine(milled.Board()).Nets.Nets.Length, BoardCopper.Examine(milled.Board()).Layers[0].Islands));
    }

    [Fact]
    public void A_hole_without_plating_parts_areas_as_it_parts_nets()
    {
        var sketch = new BoardSketch(1) { Outline = Board }.Drill(5, 5, 2, plating: Plating.NonPlated).Drill(2, 5, 0.2);
        sketch[1].Area(1, 4.5, 9, 5.5);

        var copper = BoardCopper.Examine(sketch.Board());

        Assert.Equal((2, 2), (copper.Nets.Nets.Length, copper.Layers[0].Islands));
        // The strip less the part of the disc that lies on it; the plated hole takes nothing.
        var cut = (0.5 * Math.Sqrt(0.75)) + Math.Asin(0.5);
        Assert.Equal(8 - (2 * cut), copper.Layers[0].AreaSquareMillimetres!.Value, 0.001);
        Assert.Equal((8, 0), (copper.Layers[0].DrawnSquareMillimetres, copper.Layers[0].BesideSquareMillimetres));
    }

    [Fact]
    public void A_negative_plane_ends_at_the_edge_and_is_drilled()
    {
        var sketch = new BoardSketch(1) { Outline = Board }.Negative(1).Drill(5, 5, 2, plating: Plating.NonPlated);
        sketch[1].Area(-5, 0, 1, 10);

        var copper = BoardCopper.Examine(sketch.Board());

        Assert.Equal(90 - Math.PI, copper.Layers[0].AreaSquareMillimetres!.Value, 0.001);
        Assert.Single(copper.Nets.Nets);
    }

    [Fact]
    public void Without_an_outline_all_copper_counts_and_that_is_said()
    {
        var sketch = new BoardSketch(1) { Outline = null };
        sketch[1].Area(1, 1, 3, 3).Area(12, 1, 15, 2);

        var copper = BoardCopper.Examine(sketch.Board());

        Assert.Equal((7, 2, 0), (copper.Layers[0].AreaSquareMillimetres, copper.Nets.Nets.Length, copper.Layers[0].BesideSquareMillimetres));
        Assert.Equal("copper.no-outline", Assert.Single(copper.Diagnostics).Code);
    }

    [Fact]
    public void An_outline_that_hardly_any_copper_lies_in_is_not_used()
    {
        var sketch = new BoardSketch(1) { Outline = Board };
        sketch[1].Area(1, 1, 3, 3);
        for (var i = 0; i < 5; i++) sketch[1].Disc(100 + (2 * i), 0, 1);

        var copper = BoardCopper.Examine(sketch.Board());

        Assert.Equal(6, copper.Nets.Nets.Length);
        Assert.Equal("copper.outline-elsewhere", Assert.Single(copper.Diagnostics).Code);
    }

    [Fact]
    public void A_plated_hole_joins_what_is_left_of_its_pads_at_the_edge()
    {
        var sketch = new BoardSketch(2) { Outline = Board }.Drill(10, 5, 0.6);
        foreach (var layer in new[] { 1, 2 }) sketch[layer].Disc(10, 5, 1.2).Track(layer, 5, 10, 5, 0.3);

        var net = Assert.Single(CopperNets.Trace(sketch.Board()).Nets);

        Assert.Equal([1, 2], net.Layers);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void Squares_that_share_a_corner_are_one_net_and_one_island_and_a_nanometre_apart_they_are_two(long gap, int expected)
    {
        var sketch = new BoardSketch(1);
        sketch[1].Area(0, 0, 2, 2).Area([Contour.Rectangle(new Box(2_000_000 + gap, 2_000_000 + gap, 4_000_000, 4_000_000))]);

        var copper = BoardCopper.Examine(sketch.Board());

        Assert.Equal((expected, expected), (copper.Nets.Nets.Length, copper.Layers[0].Islands));
    }

    [Fact]
    public void A_hole_that_touches_the_rim_of_its_island_leaves_one_island()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Area(0, 0, 10, 10).Area([Contour.Polygon([BoardSketch.At(0, 5), BoardSketch.At(4, 4), BoardSketch.At(4, 6)])], dark: false);

        var copper = BoardCopper.Examine(sketch.Board());

        Assert.Equal((1, 1, 96), (copper.Nets.Nets.Length, copper.Layers[0].Islands, copper.Layers[0].AreaSquareMillimetres));
    }

    [Fact]
    public void An_island_that_touches_the_rim_of_the_hole_it_lies_in_counts_with_what_is_around_it()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Area(0, 0, 10, 10).Area(2, 2, 8, 8, dark: false).Area([Contour.Polygon([BoardSketch.At(2, 5), BoardSketch.At(4, 4), BoardSketch.At(4, 6)])]);

        var copper = BoardCopper.Examine(sketch.Board());

        Assert.Equal((1, 1), (copper.Nets.Nets.Length, copper.Layers[0].Islands));
    }
}

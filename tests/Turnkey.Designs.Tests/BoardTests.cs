using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Tests;

public sealed class BoardTests
{
    private const long Mm = 1_000_000;

    [Fact]
    public void The_area_of_an_outline_is_its_boundaries_less_its_cut_outs()
    {
        var outline = new BoardOutline(
            [Contour.Rectangle(new Box(0, 0, 50 * Mm, 40 * Mm)), Contour.Rectangle(new Box(60 * Mm, 0, 70 * Mm, 10 * Mm))],
            [Contour.Circle(new Point(25 * Mm, 20 * Mm), 5 * Mm)], "outline.gbr");
        Assert.Equal(2100e12 - (Math.PI * 25e12), outline.Area, 1.0);
        Assert.Equal(new Box(0, 0, 70 * Mm, 40 * Mm), outline.Bounds);
    }

    [Fact]
    public void A_cut_out_counts_whichever_way_it_is_drawn()
    {
        var clockwise = new Contour([.. Contour.Rectangle(new Box(Mm, Mm, 2 * Mm, 2 * Mm)).Edges.Reverse().Select(edge => edge.Reversed)]);
        Assert.Equal(99e12, new BoardOutline([Contour.Rectangle(new Box(0, 0, 10 * Mm, 10 * Mm))], [clockwise], "").Area, 1.0);
    }

    [Fact]
    public void A_hole_covers_its_path_and_half_its_diameter_around()
    {
        var slot = new Hole(HoleKind.Slot, Edge.Line(new Point(0, 0), new Point(3 * Mm, 0)), Length.FromMillimetres(1), Plating.Plated, null, null, HoleFunction.Unstated, "a.drl", 1);
        Assert.Equal(new Box(-Mm / 2, -Mm / 2, 7 * Mm / 2, Mm / 2), slot.Bounds);
        Assert.Equal(Point.Origin, slot.At);
    }

    [Fact]
    public void Copper_comes_in_its_order_and_layers_are_found_by_role_and_side()
    {
        Layer Make(LayerRole role, Side side, int? copper) => new(role, side, copper, $"{role}{copper}", LayerImage.Empty);
        var board = new Board("b", null, [Make(LayerRole.Copper, Side.Bottom, 2), Make(LayerRole.SolderMask, Side.Top, null), Make(LayerRole.Copper, Side.Top, 1)], [], 2);
        Assert.Equal([1, 2], board.Copper.Select(layer => layer.CopperLayer));
        Assert.Equal("SolderMask", board.Find(LayerRole.SolderMask, Side.Top)?.Source);
        Assert.Null(board.Find(LayerRole.Paste, Side.Top));
    }

    [Fact]
    public void A_layer_is_as_large_as_what_it_shows_dark()
    {
        var image = new LayerImage(
            [
                Feature.Flash(new Point(0, 0), 0, dark: true),
                Feature.Stroke(Edge.Line(new Point(0, 0), new Point(10 * Mm, 0)), 0, dark: true),
                Feature.Flash(new Point(50 * Mm, 0), 0, dark: false),
                Feature.Area(0, dark: true),
            ],
            [PadShape.Circle(Length.FromMillimetres(2))],
            [new Area([Contour.Rectangle(new Box(0, 3 * Mm, Mm, 4 * Mm))])],
            [FeatureAttributes.None]);
        Assert.Equal(new Box(-Mm, -Mm, 11 * Mm, 4 * Mm), image.Bounds);
        Assert.True(LayerImage.Empty.Bounds.IsEmpty);
    }

    [Fact]
    public void A_pad_of_no_size_covers_only_its_place()
    {
        var image = new LayerImage([Feature.Flash(new Point(5, 6), 0, dark: true)], [PadShape.Circle(Length.Zero)], ImmutableArray<Area>.Empty, [FeatureAttributes.None]);
        Assert.Equal(new Box(5, 6, 5, 6), image.Bounds);
    }
}

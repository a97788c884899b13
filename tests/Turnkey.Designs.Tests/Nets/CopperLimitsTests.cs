using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Tests.Nets;

/// <summary>Copper that is too much is given up with a word about it; what is said of the rest stays true.</summary>
public sealed class CopperLimitsTests
{
    private const long Mm = 1_000_000;

    private static readonly PadShape Disc = PadShape.Circle(Length.FromMillimetres(1));

    [Fact]
    public void What_a_few_bytes_copy_ten_thousandfold_is_given_up_with_the_number_of_pieces()
    {
        // As %SRX250Y250I0.1J0.1*% makes of one flash.
        var image = Image([Disc], [], Enumerable.Range(0, 62_500).Select(i => Feature.Flash(new(i % 250 * Mm / 10, i / 250 * Mm / 10), 0, true)), length: 100);

        var copper = BoardCopper.Examine(Board(image));

        AssertGivenUp(copper);
        Assert.Contains(copper.Diagnostics, one => one.Code == "nets.too-much" && one.Message.Contains("layer 1 is not traced: it has more than 25000 pieces of copper after copying", StringComparison.Ordinal));
    }

    [Fact]
    public void A_small_board_that_a_short_file_copies_to_a_panel_is_worked_out_whole()
    {
        var image = Image([Disc], [], Enumerable.Range(0, 3_500).Select(i => Feature.Flash(new(i % 100 * 2 * Mm, i / 100 * 2 * Mm), 0, true)), length: 2_000);

        var copper = BoardCopper.Examine(Board(image));

        Assert.Equal((3_500, 3_500), (copper.Nets.Nets.Length, copper.Layers[0].Islands));
        Assert.Equal(Mm, copper.MinSpace!.Value.Nanometres);
    }

    [Fact]
    public void Strokes_that_are_drawn_and_cleared_on_top_of_each_other_are_given_up()
    {
        var image = Image([PadShape.Circle(Length.FromMillimetres(0.2))], [],
            Enumerable.Range(0, 2_100).Select(i => Feature.Stroke(Edge.Line(new(i * 1_000, 0), new((i + (3_000 * (i % 3))) * 1_000, 9 * Mm)), 0, i % 2 == 0)), length: 65_000);

        AssertGivenUp(BoardCopper.Examine(Board(image)));
    }

    [Fact]
    public void A_shape_dragged_along_thousands_of_arcs_is_given_up()
    {
        ImmutableArray<PadShapePart> dots = [.. Enumerable.Range(0, 40).Select(i => new PadShapePart(true, Contour.Circle(new(i * 130_000, i * 7 % 11 * 200_000), Mm / 2)))];
        var shape = new PadShape(PadShapeKind.Freeform, Length.FromMillimetres(6), Length.FromMillimetres(3), dots);
        var image = Image([shape], [], Enumerable.Range(0, 1_600).Select(i => Feature.Stroke(
            Edge.Arc(new(i % 40 * Mm, i / 40 * Mm), new(((i % 40) + 9) * Mm, ((i / 40) + 9) * Mm), new(((i % 40) + 9) * Mm, i / 40 * Mm), ArcDirection.Clockwise), 0, true)), length: 850);

        AssertGivenUp(BoardCopper.Examine(Board(image)));
    }

    [Fact]
    public void An_area_that_crosses_itself_a_million_times_is_one_net_without_an_area()
    {
        var random = new Random(7);
        var contour = Contour.Polygon([.. Enumerable.Range(0, 2_600).Select(_ => new Point(random.Next((int)(100 * Mm)), random.Next((int)(100 * Mm))))]);

        var copper = BoardCopper.Examine(Board(Image([], [new Area([contour])], [Feature.Area(0, true)], length: 60_000)));

        Assert.Single(copper.Nets.Nets);
        Assert.Equal((null, null), (copper.Layers[0].AreaSquareMillimetres, copper.Layers[0].Islands));
        Assert.Equal(["copper.area-incomplete"], copper.Diagnostics.Select(one => one.Code));
    }

    [Fact]
    public void A_netlist_is_not_compared_with_copper_of_which_a_layer_is_missing()
    {
        var sketch = new BoardSketch(2);
        sketch[1].Disc(0, 0, 1, net: "A").Disc(5, 0, 1, net: "A");
        var board = sketch.Point("A", "R1.1", 0, 0).Point("A", "R1.2", 5, 0).Drill(0, 0, 0.3).Drill(5, 0, 0.3).Board();
        var heap = Image([Disc], [], Enumerable.Range(0, 30_000).Select(i => Feature.Flash(new(i, 0), 0, true)), length: 100);

        var copper = BoardCopper.Examine(board with { Layers = [board.Layers[0], board.Layers[1] with { Image = heap }] });

        Assert.Null(copper.Comparison);
        Assert.Equal([true, false], copper.Layers.Select(layer => layer.IsTraced));
        Assert.Equal(["nets.too-much", "copper.area-incomplete"], copper.Diagnostics.Select(one => one.Code));
        // The gap on the layer that was traced is a gap, yet the least of the board is not known.
        Assert.Equal([1], copper.SmallestGaps.Select(gap => gap.CopperLayer));
        Assert.Equal([2], copper.UnsearchedLayers);
        Assert.Null(copper.MinSpace);
    }

    private static void AssertGivenUp(BoardCopper copper)
    {
        Assert.Empty(copper.Nets.Nets);
        Assert.Equal((null, null, false), (copper.Layers[0].AreaSquareMillimetres, copper.Layers[0].Islands, copper.Layers[0].IsTraced));
        Assert.Equal(["nets.too-much", "copper.area-incomplete"], copper.Diagnostics.Select(one => one.Code));
        Assert.All(copper.Nets.FeatureNets[0], net => Assert.Equal(-1, net));
        Assert.Null(copper.MinSpace);
    }

    private static Board Board(LayerImage image) =>
        new("b", new BoardOutline([Contour.Rectangle(new Box(-500 * Mm, -500 * Mm, 500 * Mm, 500 * Mm))], [], "outline"), [new Layer(LayerRole.Copper, Side.Top, 1, "top.gbr", image)], [], 1);

    private static LayerImage Image(ImmutableArray<PadShape> shapes, ImmutableArray<Area> areas, IEnumerable<Feature> features, int length) =>
        new([.. features], shapes, areas, [FeatureAttributes.None]) { SourceLength = length };
}

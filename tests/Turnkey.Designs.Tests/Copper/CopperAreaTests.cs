using System.Collections.Immutable;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Flattening;
using Turnkey.Geometry.Regions;
using Turnkey.Kernel;

namespace Turnkey.Designs.Tests.Copper;

/// <summary>Areas of copper against their formulas, in square nanometres.</summary>
public sealed class CopperAreaTests
{
    private const long Mm = 1_000_000;

    /// <summary>Relative; the measure is 0.05 %, what rounding leaves is far less.</summary>
    private const double Close = 2e-6;

    [Theory]
    [InlineData(60_000)]
    [InlineData(600_001)]
    [InlineData(5 * Mm)]
    public void A_flashed_disc_has_the_area_of_a_disc(long diameter) =>
        AssertArea(Math.PI * diameter * diameter / 4, Disc(diameter), Feature.Flash(new Point(7, 9), 0, true), 1e-5);

    [Theory]
    [InlineData(10 * Mm, 0)]
    [InlineData(0, -3 * Mm)]
    [InlineData(3 * Mm, 4 * Mm)]
    [InlineData(-1_234_567, 3_210_123)]
    [InlineData(1, 0)]
    [InlineData(0, 0)]
    public void A_straight_track_has_the_area_of_a_capsule(long x, long y)
    {
        const long width = 150_000;
        var length = double.Hypot(x, y);
        AssertArea((length * width) + (Math.PI * width * width / 4), Disc(width), Feature.Stroke(Edge.Line(new(5, 5), new(5 + x, 5 + y)), 0, true), length < width ? 2e-4 : 2e-5);
    }

    [Theory]
    [InlineData(ArcDirection.CounterClockwise, 90)]
    [InlineData(ArcDirection.Clockwise, 270)]
    public void A_curved_track_has_the_area_of_its_length_and_its_ends(ArcDirection direction, int degrees)
    {
        const long width = 200_000, radius = 5 * Mm;
        var arc = Edge.Arc(new(radius, 0), new(0, radius), Point.Origin, direction);
        AssertArea((width * radius * degrees * Math.PI / 180) + (Math.PI * width * width / 4), Disc(width), Feature.Stroke(arc, 0, true), 1e-5);
    }

    [Fact]
    public void A_track_once_around_leaves_the_middle_open()
    {
        const long width = 200_000, radius = 3 * Mm;
        var circle = Edge.Arc(new(radius, 0), new(radius, 0), Point.Origin, ArcDirection.Clockwise);
        var region = AssertArea(Math.Tau * radius * width, Disc(width), Feature.Stroke(circle, 0, true));
        Assert.Equal(2, region.Rings.Length);
        Assert.False(region.Contains(Point.Origin));
    }

    [Fact]
    public void A_pen_wider_than_its_curve_covers_the_middle()
    {
        const long width = 2 * Mm, radius = Mm / 2;
        var circle = Edge.Arc(new(radius, 0), new(radius, 0), Point.Origin, ArcDirection.CounterClockwise);
        AssertArea(Math.PI * Math.Pow(radius + (width / 2d), 2), Disc(width), Feature.Stroke(circle, 0, true), 3e-4);
    }

    [Fact]
    public void Sides_of_a_track_lie_where_they_belong_to_the_nanometre()
    {
        var region = CopperArea.Of(Image([Disc(150_000)], [], Feature.Stroke(Edge.Line(new(0, 0), new(Mm, 0)), 0, true)));
        Assert.Equal((-75_000, 75_000), (region.Bounds.Bottom, region.Bounds.Top));
        Assert.True(region.Contains(new Point(Mm / 2, 75_000)));
        Assert.False(region.Contains(new Point(Mm / 2, 75_001)));
    }

    [Fact]
    public void Corners_of_round_ends_lie_within_the_tolerance()
    {
        var region = CopperArea.Of(Image([Disc(600_000)], [], Feature.Stroke(Edge.Line(new(0, 0), new(0, 0)), 0, true), Feature.Stroke(Edge.Line(new(0, 0), new(Mm, 777)), 0, true)));
        Assert.All(region.Rings.Single().Where(corner => corner.X < 0), corner => Assert.InRange(Point.Distance(corner, Point.Origin), 300_000 - 251, 300_000 + 251));
    }

    [Fact]
    public void Clear_erases_what_came_before_and_not_what_comes_after()
    {
        ImmutableArray<PadShape> shapes = [Square(10 * Mm), Square(6 * Mm), Square(2 * Mm)];
        var region = CopperArea.Of(Image(shapes, [], Feature.Flash(new(1, 1), 2, false), Feature.Flash(Point.Origin, 0, true), Feature.Flash(Point.Origin, 1, false), Feature.Flash(Point.Origin, 2, true)));
        Assert.Equal((100d - 36 + 4) * Mm * Mm, region.Area);
        Assert.Equal(2, region.Islands.Length);
    }

    [Fact]
    public void A_hole_in_a_pad_shows_what_lies_below()
    {
        var holed = new PadShape(PadShapeKind.Rectangle, Length.FromNanometres(4 * Mm), Length.FromNanometres(4 * Mm),
            [Part(true, 4 * Mm), new PadShapePart(false, Contour.Circle(Point.Origin, Mm))]);
        Assert.Equal((16 - Math.PI) * Mm * Mm, CopperArea.Of(Image([holed], [], Feature.Flash(Point.Origin, 0, true))).Area, Mm * 10d);
        var below = CopperArea.Of(Image([Square(Mm), holed], [], Feature.Flash(Point.Origin, 0, true), Feature.Flash(Point.Origin, 1, true)));
        Assert.Equal((16 - Math.PI + 1) * Mm * Mm, below.Area, Mm * 10d);
    }

    [Fact]
    public void A_square_dragged_aslant_covers_what_its_edges_sweep()
    {
        var region = AssertArea((4d + (2 * 2 * 3)) * Mm * Mm, Square(2 * Mm), Feature.Stroke(Edge.Line(Point.Origin, new(3 * Mm, 3 * Mm)), 0, true));
        Assert.Equal(6, region.Rings.Single().Length);
    }

    [Fact]
    public void A_frame_dragged_keeps_the_part_of_its_hole_that_is_never_covered()
    {
        var frame = new PadShape(PadShapeKind.Freeform, Length.FromNanometres(10 * Mm), Length.FromNanometres(10 * Mm), [Part(true, 10 * Mm), Part(false, 6 * Mm)]);
        AssertArea(((10 * 12) - (6 * 4d)) * Mm * Mm, frame, Feature.Stroke(Edge.Line(Point.Origin, new(2 * Mm, 0)), 0, true));
    }

    [Fact]
    public void Areas_drawn_either_way_round_add_up()
    {
        var (one, other) = (Rectangle(0, 0, 10, 10), Rectangle(5, 0, 15, 10));
        var turned = new Contour([.. other.Edges.Reverse().Select(edge => edge.Reversed)]);
        var region = CopperArea.Of(Image([], [new Area([one]), new Area([turned])], Feature.Area(0, true), Feature.Area(1, true)));
        Assert.Equal(150d * Mm * Mm, region.Area);
    }

    [Fact]
    public void An_area_with_a_hole_stays_open_there()
    {
        var hole = new Contour([.. Rectangle(3, 3, 7, 7).Edges.Reverse().Select(edge => edge.Reversed)]);
        Assert.Equal(84d * Mm * Mm, CopperArea.Of(Image([], [new Area([Rectangle(0, 0, 10, 10), hole])], Feature.Area(0, true))).Area);
    }

    [Fact]
    public void An_area_with_arcs_has_the_area_of_its_contour()
    {
        var slot = new Contour([
            Edge.Line(new(0, 0), new(5 * Mm, 0)), Edge.Arc(new(5 * Mm, 0), new(5 * Mm, 2 * Mm), new(5 * Mm, Mm), ArcDirection.CounterClockwise),
            Edge.Line(new(5 * Mm, 2 * Mm), new(0, 2 * Mm)), Edge.Arc(new(0, 2 * Mm), new(0, 0), new(-Mm / 2, Mm), ArcDirection.Clockwise)]);
        Assert.Equal(slot.SignedArea, CopperArea.Of(Image([], [new Area([slot])], Feature.Area(0, true))).Area, slot.SignedArea * Close);
    }

    [Fact]
    public void A_negative_layer_is_the_board_without_what_is_drawn()
    {
        var board = Region.Of([ArcChords.Flatten(Rectangle(0, 0, 20, 10))]);
        var image = Image([Square(2 * Mm)], [], Feature.Flash(new(5 * Mm, 5 * Mm), 0, true), Feature.Flash(new(20 * Mm, 5 * Mm), 0, true));
        Assert.Equal((200d - 4 - 2) * Mm * Mm, CopperArea.Of(image, board).Area);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void However_often_polarity_changes_the_last_one_counts(int depth)
    {
        var shapes = Enumerable.Range(0, depth).Select(i => Square(2 * (depth - i) * Mm)).ToImmutableArray();
        var features = Enumerable.Range(0, depth).Select(i => Feature.Flash(Point.Origin, i, i % 2 == 0)).ToArray();
        var expected = Enumerable.Range(0, depth).Sum(i => (i % 2 == 0 ? 4d : -4d) * (depth - i) * (depth - i) * Mm * Mm);
        Assert.Equal(expected, CopperArea.Of(Image(shapes, [], features)).Area);
    }

    [Fact]
    public void A_stack_too_deep_is_given_up_and_that_is_said()
    {
        var features = Enumerable.Range(0, 2000).Select(i => Feature.Flash(Point.Origin, 0, i % 2 == 0)).ToArray();
        Assert.False(CopperArea.Of(Image([Square(Mm)], [], features)).IsComplete);
    }

    [Fact]
    public void A_layer_of_sixty_thousand_features_is_resolved_whole()
    {
        var features = Enumerable.Range(0, 60_000).Select(i => (X: i % 250 * Mm, Y: i / 250 * Mm)).Select(at => Feature.Stroke(Edge.Line(new(at.X, at.Y), new(at.X + Mm, at.Y + (Mm / 2))), 0, true)).ToArray();
        Assert.True(CopperArea.Of(Image([Disc(200_000)], [], features)).IsComplete);
    }

    [Fact]
    public void A_few_thousand_strokes_that_all_cross_each_other_are_given_up()
    {
        var features = Enumerable.Range(0, 3_000).Select(i => Feature.Stroke(i % 2 == 0 ? Edge.Line(new(i * 40_000, 0), new(i * 40_000, 150 * Mm)) : Edge.Line(new(0, i * 40_000), new(150 * Mm, i * 40_000)), 0, true)).ToArray();
        Assert.False(CopperArea.Of(Image([Disc(10_000)], [], features)).IsComplete);
    }

    [Fact]
    public void Thousands_of_changes_of_polarity_side_by_side_are_one_step()
    {
        var features = Enumerable.Range(0, 2000).Select(i => Feature.Flash(new Point(i / 2 % 100 * 3 * Mm, i / 200 * 3 * Mm), i % 2, i % 2 == 0)).ToArray();
        var region = CopperArea.Of(Image([Square(2 * Mm), Square(Mm)], [], features));
        Assert.True(region.IsComplete);
        Assert.Equal(1000d * 3 * Mm * Mm, region.Area);
    }

    [Fact]
    public void A_painted_place_is_covered_when_the_last_feature_over_it_is_dark()
    {
        var random = new Random(5);
        for (var round = 0; round < 8; round++)
        {
            ImmutableArray<PadShape> shapes = [.. Enumerable.Range(1, 8).Select(i => Square(2 * i * Mm))];
            var features = Enumerable.Range(0, 60).Select(_ => Feature.Flash(new(random.Next(40) * Mm, random.Next(40) * Mm), random.Next(8), random.Next(3) > 0)).ToArray();
            var region = CopperArea.Of(Image(shapes, [], features));
            var expected = 0;
            for (var x = -10; x < 50; x++)
            {
                for (var y = -10; y < 50; y++)
                {
                    var at = new Point((x * Mm) + (Mm / 2), (y * Mm) + (Mm / 2));
                    var last = Array.FindLastIndex(features, feature => shapes[feature.Shape].Bounds.Contains(at - feature.Start));
                    var covered = last >= 0 && features[last].Dark;
                    Assert.Equal(covered, region.Contains(at));
                    if (covered) expected++;
                }
            }
            Assert.Equal((double)expected * Mm * Mm, region.Area);
        }
    }

    [Fact]
    public void What_has_no_size_covers_nothing()
    {
        ImmutableArray<PadShape> shapes = [Disc(0), Disc(1), new PadShape(PadShapeKind.Freeform, Length.FromNanometres(0), Length.FromNanometres(0), [])];
        var features = Enumerable.Range(0, 3).SelectMany(shape => (Feature[])[Feature.Flash(Point.Origin, shape, true), Feature.Stroke(Edge.Line(Point.Origin, new(5, 5)), shape, true)]).ToArray();
        Assert.True(CopperArea.Of(Image(shapes, [], features)).IsEmpty);
        Assert.True(CopperArea.Of(LayerImage.Empty).IsEmpty);
    }

    private static Region AssertArea(double expected, PadShape shape, Feature feature, double relative = Close)
    {
        var region = CopperArea.Of(Image([shape], [], feature));
        Assert.True(region.IsComplete);
        Assert.Equal(expected, region.Area, expected * relative);
        return region;
    }

    private static LayerImage Image(ImmutableArray<PadShape> shapes, ImmutableArray<Area> areas, params Feature[] features) =>
        new([.. features], shapes, areas, [FeatureAttributes.None]);

    private static PadShape Disc(long diameter) => PadShape.Circle(Length.FromNanometres(diameter));
    private static PadShape Square(long side) => new(PadShapeKind.Rectangle, Length.FromNanometres(side), Length.FromNanometres(side), [Part(true, side)]);
    private static PadShapePart Part(bool dark, long side) => new(dark, Contour.Rectangle(Box.Around(Point.Origin, side / 2, side / 2)));
    private static Contour Rectangle(long left, long bottom, long right, long top) => Contour.Rectangle(new Box(left * Mm, bottom * Mm, right * Mm, top * Mm));
}

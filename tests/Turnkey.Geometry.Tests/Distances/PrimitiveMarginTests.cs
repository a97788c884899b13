using Turnkey.Geometry.Distances;

namespace Turnkey.Geometry.Tests.Distances;

public class PrimitiveMarginTests
{
    private static Primitive Rectangle(long left, long bottom, long right, long top) => Primitive.Filled(new Surface([Contour.Rectangle(new Box(left, bottom, right, top))]));

    [Fact]
    public void The_margin_of_one_within_another_is_where_their_edges_are_nearest()
    {
        Assert.Equal(50, Rectangle(0, 0, 1000, 1000).MarginIn(Rectangle(-100, -50, 1100, 1200)));
        Assert.Equal(40_000, Primitive.Disc(Point.Origin, 1_000_000).MarginIn(Primitive.Disc(Point.Origin, 1_080_000)));
        Assert.Equal(100, Primitive.Disc(new Point(500, 500), 800).MarginIn(Rectangle(0, 0, 1000, 1000)));
        Assert.Equal(100, Primitive.Stroke(Edge.Line(new Point(300, 500), new Point(700, 500)), 400).MarginIn(Rectangle(0, 200, 1000, 1000)));
    }

    [Fact]
    public void It_is_negative_by_how_far_one_reaches_out()
    {
        Assert.Equal(-70, Rectangle(0, 0, 1000, 1000).MarginIn(Rectangle(-100, -100, 930, 1100)));
        Assert.Equal(-100, Primitive.Disc(new Point(500, 500), 1200).MarginIn(Rectangle(0, 0, 1000, 1000)));
    }

    [Fact]
    public void A_corner_that_reaches_in_between_two_corners_counts()
    {
        // The opening has a notch from below, 300 deep, that ends 100 inside of the pad.
        var notched = Primitive.Filled(new Surface([Contour.Polygon(new(-200, -200), new(450, -200), new(450, 100), new(550, 100), new(550, -200), new(1200, -200), new(1200, 1200), new(-200, 1200))]));
        Assert.Equal(-100, Rectangle(0, 0, 1000, 1000).MarginIn(notched));
    }

    [Fact]
    public void Depth_has_a_sign()
    {
        var square = Rectangle(0, 0, 1000, 1000);
        Assert.Equal(200, square.SignedDepthAt(new Point(200, 500)));
        Assert.Equal(-300, square.SignedDepthAt(new Point(-300, 500)));
    }

    [Fact]
    public void A_scan_counts_overlaps_once()
    {
        var board = new Box(0, 0, 10_000_000, 10_000_000);
        Primitive[] copper = [Rectangle(0, 0, 5_000_000, 10_000_000), Rectangle(2_000_000, 0, 6_000_000, 10_000_000), Primitive.Stroke(Edge.Line(new Point(1_000_000, 5_000_000), new Point(5_000_000, 5_000_000)), 500_000)];
        Assert.Equal(60e12, ScannedArea.Of(copper, board, 1000), 1e6);
    }

    [Fact]
    public void A_scan_is_right_to_a_thousandth_of_discs_strokes_rings_and_bent_strokes()
    {
        var board = new Box(-10_000_000, -10_000_000, 10_000_000, 10_000_000);
        const double Radius = 2_000_000;
        Near(Math.PI * Radius * Radius, Primitive.Disc(Point.Origin, 4_000_000));
        Near((5_000_000 * 1_000_000d) + (Math.PI * 500_000 * 500_000), Primitive.Stroke(Edge.Line(Point.Origin, new Point(3_000_000, 4_000_000)), 1_000_000));
        Near(Math.PI * ((4e6 * 4e6) - (Radius * Radius)), Primitive.Filled(new Surface([Contour.Circle(Point.Origin, 4_000_000), Reversed(Contour.Circle(Point.Origin, 2_000_000))])));
        Near((Math.PI * 3_000_000 * 1_000_000) + (Math.PI * 500_000 * 500_000), Primitive.Stroke(Edge.Arc(new Point(3_000_000, 0), new Point(-3_000_000, 0), Point.Origin, ArcDirection.CounterClockwise), 1_000_000));

        void Near(double expected, Primitive primitive) => Assert.InRange(ScannedArea.Of([primitive], board, 2000) / expected, 0.999, 1.001);
        static Contour Reversed(Contour contour) => new([.. contour.Edges.Reverse().Select(edge => edge.Reversed)]);
    }
}

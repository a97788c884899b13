using Turnkey.Geometry.Distances;

namespace Turnkey.Geometry.Tests.Distances;

public class SurfaceRimTests
{
    private const long Mm = 1_000_000;

    private static Contour Box(double left, double bottom, double right, double top) => Contour.Rectangle(new Box((long)(left * Mm), (long)(bottom * Mm), (long)(right * Mm), (long)(top * Mm)));

    private static Contour Disc(double x, double y, double radius) => Contour.Circle(new Point((long)(x * Mm), (long)(y * Mm)), (long)(radius * Mm));

    /// <summary>As layout tools draw a rectangle of 2 × 1 mm with corners of 0.2 mm: two rectangles across each other, four discs, and lines of the corners' width.</summary>
    private static Primitive Rounded() => Primitive.Filled(new Surface(
    [
        Box(-0.8, -0.5, 0.8, 0.5), Box(-1, -0.3, 1, 0.3),
        Disc(-0.8, -0.3, 0.2), Disc(0.8, -0.3, 0.2), Disc(0.8, 0.3, 0.2), Disc(-0.8, 0.3, 0.2),
        Box(-0.8, 0.1, 0.8, 0.5), Box(-0.8, -0.5, 0.8, -0.1), Box(0, -0.5, 0.8, 0.5),
    ]));

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(0, 0.1, 0.4)]
    [InlineData(0.8, 0, 0.2)]
    [InlineData(0.8, 0.3, 0.2)]
    [InlineData(-0.7, 0, 0.3)]
    [InlineData(0.6, -0.2, 0.3)]
    public void Depth_is_the_way_to_where_nothing_more_is_covered(double x, double y, double expected) =>
        Assert.Equal(expected * Mm, Rounded().DepthAt(new Point((long)(x * Mm), (long)(y * Mm))), 2d);

    [Fact]
    public void Distances_are_those_of_the_whole() => Assert.Equal(0.25 * Mm, Rounded().DistanceTo(Primitive.Disc(new Point((long)(1.35 * Mm), 0), (long)(0.2 * Mm))), 1d);

    [Fact]
    public void A_corner_is_round() => Assert.Equal((Math.Sqrt(0.18) - 0.2) * Mm, Rounded().DistanceTo(Primitive.Disc(new Point((long)(1.1 * Mm), (long)(0.6 * Mm)), 0)), 2d);

    [Fact]
    public void A_hole_within_a_ring_stays_an_edge()
    {
        var hole = Disc(0, 0, 0.2);
        var ring = Primitive.Filled(new Surface([Disc(0, 0, 0.5), new Contour([.. hole.Edges.Reverse().Select(edge => edge.Reversed)])]));
        Assert.Equal(0.1 * Mm, ring.DepthAt(new Point((long)(0.3 * Mm), 0)), 1d);
        Assert.Equal(0, ring.DepthAt(Point.Origin));
    }

    [Fact]
    public void Touching_is_found_inside_as_well() => Assert.True(Rounded().Touches(Primitive.Disc(Point.Origin, 1000)));

    [Fact]
    public void Two_that_lie_side_by_side_have_no_edge_between_them() =>
        Assert.Equal(0.5 * Mm, Primitive.Filled(new Surface([Box(-1, -0.5, 0, 0.5), Box(0, -0.5, 1, 0.5)])).DepthAt(Point.Origin), 1d);

    /// <summary>An area of 8 × 4 mm with a hole, whose contour goes in along a line and back.</summary>
    private static Primitive CutIn(double back) => Primitive.Filled(new Surface([Contour.Polygon(
    [
        At(-2, -2), At(6, -2), At(6, 2), At(-2, 2), At(-2, 0.3), At(3, 0.3), At(3, 1), At(4, 1), At(4, -0.5), At(3, -0.5), At(3, 0.3 - back), At(-2, 0.3 - back),
    ])]));

    private static Point At(double x, double y) => new((long)(x * Mm), (long)(y * Mm));

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(0, 0.3, 1.7)]
    [InlineData(2.5, 0, 0.5)]
    [InlineData(3.5, 0, 0)]
    public void A_cut_in_is_no_edge(double x, double y, double expected) => Assert.Equal(expected * Mm, CutIn(0).DepthAt(At(x, y)), 1d);

    [Fact]
    public void A_slit_that_has_a_width_is_one() => Assert.Equal(0.2 * Mm, CutIn(0.1).DepthAt(At(0, 0)), 1d);
}

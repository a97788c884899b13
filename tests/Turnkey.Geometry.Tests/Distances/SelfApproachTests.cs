using Turnkey.Geometry.Distances;

namespace Turnkey.Geometry.Tests.Distances;

public class SelfApproachTests
{
    private static SelfApproach[] Of(params Point[] corners) => [.. SelfApproach.Of(new Surface([Contour.Polygon(corners)]), Point.Origin, 100_000)];

    [Fact]
    public void A_neck_is_where_the_outline_comes_near_from_inside()
    {
        var necks = Of(new(0, 0), new(2_000_000, 0), new(2_000_000, 1_000_000), new(3_000_000, 1_000_000), new(3_000_000, 0), new(5_000_000, 0), new(5_000_000, 2_000_000), new(3_000_000, 2_000_000), new(3_000_000, 1_080_000), new(2_000_000, 1_080_000), new(2_000_000, 2_000_000), new(0, 2_000_000));
        Assert.Equal(2, necks.Length);
        Assert.All(necks, neck => Assert.Equal((80_000, 1_040_000), (neck.Width, neck.At.Y)));
    }

    [Fact]
    public void A_strip_beside_a_long_edge_is_near_at_its_corners_only_where_it_goes_on()
    {
        // A finger of 80 µm with a flat end: near where it begins, not at its end.
        var finger = Of(new(0, 0), new(1_000_000, 0), new(1_000_000, 500_000), new(3_000_000, 500_000), new(3_000_000, 580_000), new(1_000_000, 580_000), new(1_000_000, 2_000_000), new(0, 2_000_000));
        Assert.Equal(new Point(1_000_000, 540_000), Assert.Single(finger).At);
    }

    [Fact]
    public void Corners_and_rounded_ends_come_near_to_nothing()
    {
        Assert.Empty(Of(new(0, 0), new(5_000_000, 200_000), new(0, 400_000)));
        var pill = new Surface([new([Edge.Line(new(0, 0), new(2_000_000, 0)), Edge.Arc(new(2_000_000, 0), new(2_000_000, 80_000), new(2_000_000, 40_000), ArcDirection.CounterClockwise), Edge.Line(new(2_000_000, 80_000), new(0, 80_000)), Edge.Line(new(0, 80_000), new(0, 0))])]);
        Assert.Empty(SelfApproach.Of(pill, Point.Origin, 100_000));
    }

    [Fact]
    public void The_offset_moves_what_is_found() =>
        Assert.Equal(new Point(1_000_500, 540_700), SelfApproach.Of(new Surface([Contour.Polygon(new(0, 0), new(1_000_000, 0), new(1_000_000, 500_000), new(3_000_000, 500_000), new(3_000_000, 580_000), new(1_000_000, 580_000), new(1_000_000, 2_000_000), new(0, 2_000_000))]), new Point(500, 700), 100_000).Single().At);
}

using Turnkey.Geometry.Distances;

namespace Turnkey.Geometry.Tests.Distances;

public sealed class PrimitiveTests
{
    private const long Mm = 1_000_000;

    [Fact]
    public void Discs_are_as_far_apart_as_their_edges()
    {
        var a = Primitive.Disc(new Point(0, 0), 2 * Mm);
        var b = Primitive.Disc(new Point(3 * Mm, 4 * Mm), 4 * Mm);

        Assert.Equal(2 * Mm, a.DistanceTo(b), 0.001);
        Assert.False(a.Touches(b));
    }

    [Fact]
    public void Discs_that_meet_in_one_point_touch_and_one_nanometre_apart_they_do_not()
    {
        var a = Primitive.Disc(new Point(0, 0), 2 * Mm);

        Assert.True(a.Touches(Primitive.Disc(new Point(2 * Mm, 0), 2 * Mm)));
        Assert.False(a.Touches(Primitive.Disc(new Point((2 * Mm) + 1, 0), 2 * Mm)));
        Assert.True(a.Touches(Primitive.Disc(new Point(3 * Mm, 4 * Mm), 8 * Mm)));
        Assert.False(a.Touches(Primitive.Disc(new Point((3 * Mm) + 2, 4 * Mm), 8 * Mm)));
    }

    [Fact]
    public void An_odd_width_reaches_half_a_nanometre_further()
    {
        var a = Primitive.Disc(new Point(0, 0), 3);
        var b = Primitive.Disc(new Point(10, 0), 4);

        Assert.Equal(6.5, a.DistanceTo(b), 9);
    }

    [Fact]
    public void Tracks_that_cross_touch_and_beside_each_other_leave_the_gap_between_their_edges()
    {
        var track = Primitive.Stroke(Edge.Line(new Point(-5 * Mm, 0), new Point(5 * Mm, 0)), 200_000);

        Assert.True(track.Touches(Primitive.Stroke(Edge.Line(new Point(-Mm, -Mm), new Point(Mm, 2 * Mm)), 0)));
        var beside = Primitive.Stroke(Edge.Line(new Point(2 * Mm, 350_000), new Point(9 * Mm, 350_000)), 300_000);
        Assert.Equal(100_000, track.DistanceTo(beside), 0.001);
        Assert.Equal(Mm - 250_000, track.DistanceTo(Primitive.Stroke(Edge.Line(new Point(6 * Mm, 0), new Point(8 * Mm, 0)), 300_000)), 0.001);
    }

    [Fact]
    public void A_disc_in_the_bend_of_an_arc_is_measured_from_the_inside()
    {
        // Half a turn on the left of the origin; the disc's centre is nearer to the ring than to the ends.
        var ring = Primitive.Stroke(Edge.Arc(new Point(0, 5 * Mm), new Point(0, -5 * Mm), Point.Origin, ArcDirection.CounterClockwise), 400_000);

        Assert.Equal((3 * Mm) - 200_000 - 500_000, ring.DistanceTo(Primitive.Disc(new Point(-2 * Mm, 0), Mm)), 0.001);
        Assert.Equal((5 * Mm) - 200_000, ring.DistanceTo(Primitive.Disc(Point.Origin, 0)), 0.001);
        Assert.Equal(Math.Sqrt(50) * Mm - 200_000, ring.DistanceTo(Primitive.Disc(new Point(5 * Mm, 0), 0)), 0.001);
    }

    [Fact]
    public void Concentric_rings_are_apart_by_the_difference_of_their_radii()
    {
        var outer = Primitive.Stroke(Edge.Arc(new Point(5 * Mm, 0), new Point(5 * Mm, 0), Point.Origin, ArcDirection.Clockwise), 0);
        var inner = Primitive.Stroke(Edge.Arc(new Point(0, 3 * Mm), new Point(-3 * Mm, 0), Point.Origin, ArcDirection.CounterClockwise), 0);

        Assert.Equal(2 * Mm, outer.DistanceTo(inner), 0.001);
    }

    [Fact]
    public void What_lies_in_an_area_touches_it_and_what_lies_in_its_hole_does_not()
    {
        var plane = Primitive.Filled(new Surface([
            Contour.Rectangle(new Box(0, 0, 10 * Mm, 10 * Mm)),
            new Contour([.. Contour.Circle(new Point(5 * Mm, 5 * Mm), 2 * Mm).Edges.Select(edge => edge.Reversed)]),
        ]));

        Assert.True(plane.Touches(Primitive.Disc(new Point(Mm, Mm), 10)));
        var inHole = Primitive.Disc(new Point(5 * Mm, 5 * Mm), Mm);
        Assert.Equal(1.5 * Mm, plane.DistanceTo(inHole), 0.001);
        Assert.Equal(1.5 * Mm, inHole.DistanceTo(plane), 0.001);
        Assert.True(plane.Contains(new Point(5 * Mm, 3 * Mm)));
        Assert.False(plane.Contains(new Point(5 * Mm, (3 * Mm) + 1)));
        Assert.True(plane.Contains(new Point(10 * Mm, 10 * Mm)));
        Assert.False(plane.Contains(new Point((10 * Mm) + 1, 10 * Mm)));
    }

    [Fact]
    public void An_area_in_an_area_touches_whichever_is_asked()
    {
        var outer = Primitive.Filled(new Surface([Contour.Circle(Point.Origin, 5 * Mm)]));
        var inner = Primitive.Filled(new Surface([Contour.Rectangle(Box.Around(Point.Origin, 100, 100))]), new Point(Mm, Mm));

        Assert.Equal(0, outer.DistanceTo(inner));
        Assert.Equal(0, inner.DistanceTo(outer));
    }

    [Fact]
    public void A_disc_made_of_two_arcs_holds_its_centre_and_all_of_its_diameter()
    {
        Point left = new(-Mm, 0), right = new(Mm, 0);
        foreach (var direction in new[] { ArcDirection.Clockwise, ArcDirection.CounterClockwise })
        {
            var disc = Primitive.Filled(new Surface([new Contour([Edge.Arc(left, right, Point.Origin, direction), Edge.Arc(right, left, Point.Origin, direction)])]));
            for (var x = -Mm; x <= Mm; x += 125_000) Assert.True(disc.Contains(new Point(x, 0)), $"{direction} {x}");
            Assert.False(disc.Contains(new Point(Mm + 1, 0)));
            Assert.False(disc.Contains(new Point(0, Mm + 1)));
        }
    }

    [Fact]
    public void A_pad_put_at_a_place_is_measured_there()
    {
        var pad = new Surface([Contour.Rectangle(Box.Around(Point.Origin, 500_000, 250_000))]);
        var a = Primitive.Filled(pad, new Point(10 * Mm, 20 * Mm));
        var b = Primitive.Filled(pad, new Point(12 * Mm, 21 * Mm));

        var approach = a.ApproachTo(b, double.PositiveInfinity);

        Assert.Equal(Math.Sqrt((1d * Mm * Mm) + (0.25 * Mm * Mm)), approach.Distance, 0.001);
        Assert.Equal(new Point(11 * Mm, 20_500_000), approach.At);
    }

    [Fact]
    public void The_place_of_a_gap_is_half_way_across_it()
    {
        var a = Primitive.Disc(new Point(0, 0), 2 * Mm);
        var b = Primitive.Disc(new Point(10 * Mm, 0), 4 * Mm);

        Assert.Equal(new Approach(7 * Mm, new Point(4_500_000, 0)), a.ApproachTo(b, 8 * Mm));
        Assert.Equal(Approach.None, a.ApproachTo(b, 6 * Mm));
    }

    [Fact]
    public void Measuring_allocates_nothing()
    {
        var plane = Primitive.Filled(new Surface([Contour.Polygon([.. Enumerable.Range(0, 400).Select(i =>
            new Point((long)(1e7 * Math.Cos(i * Math.Tau / 400)), (long)(1e7 * Math.Sin(i * Math.Tau / 400))))])]));
        var pad = Primitive.Filled(new Surface([Contour.Rectangle(Box.Around(Point.Origin, 500_000, 250_000))]), new Point(10_400_000, 3));
        var ring = Primitive.Stroke(Edge.Arc(new Point(0, 3 * Mm), new Point(-3 * Mm, 0), Point.Origin, ArcDirection.CounterClockwise), 7);
        double Sum() => plane.DistanceTo(pad) + plane.DistanceTo(ring) + ring.DistanceTo(pad) + (pad.Touches(plane) ? 1 : 0);
        Sum();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Sum();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}

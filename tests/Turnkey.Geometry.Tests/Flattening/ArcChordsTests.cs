using Turnkey.Geometry.Flattening;

namespace Turnkey.Geometry.Tests.Flattening;

public sealed class ArcChordsTests
{
    [Theory]
    [InlineData(50_000, 1)]
    [InlineData(50_000, 40)]
    [InlineData(1_000_000, 90)]
    [InlineData(30_000_000, 200)]
    [InlineData(800, 359)]
    [InlineData(1_000_000, 360)]
    public void Straightened_arcs_keep_their_area_and_stay_within_the_tolerance(long radius, int degrees)
    {
        var centre = new Point(123, -456);
        var start = centre + new Point(radius, 0);
        var end = degrees == 360 ? start : centre + Turned(radius, degrees);
        var arc = Edge.Arc(start, end, centre, ArcDirection.CounterClockwise);
        var sector = degrees == 360 ? new Contour([arc]) : new Contour([Edge.Line(centre, start), arc, Edge.Line(end, centre)]);
        var corners = ArcChords.Flatten(sector);
        // Each corner is rounded by up to half a nanometre, across half of both its chords.
        Assert.Equal(sector.SignedArea, Contour.Polygon([.. corners]).SignedArea, arc.Length);
        var onArc = corners.Where(corner => corner != centre).ToList();
        Assert.All(onArc, corner => Assert.InRange(Point.Distance(corner, centre) - radius, -2, ArcChords.Tolerance + 2));
        Assert.All(onArc.Zip(onArc.Skip(1)), chord => Assert.InRange(
            double.Hypot((chord.First.X + chord.Second.X) / 2d - centre.X, (chord.First.Y + chord.Second.Y) / 2d - centre.Y) - radius, -ArcChords.Tolerance - 2, 2));
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(75_000.5)]
    [InlineData(2_000_000)]
    public void A_disc_has_its_area_and_is_the_same_from_four_sides(double radius)
    {
        var disc = ArcChords.Disc(radius);
        Assert.Equal(Math.PI * radius * radius, Contour.Polygon(disc).SignedArea, Math.Tau * radius);
        Assert.Equal(disc.Select(corner => new Point(-corner.Y, corner.X)).OrderBy(corner => corner.X).ThenBy(corner => corner.Y), disc.OrderBy(corner => corner.X).ThenBy(corner => corner.Y));
        Assert.All(disc, corner => Assert.InRange(Point.Distance(corner, Point.Origin) - radius, -1, ArcChords.Tolerance + 1));
    }

    [Fact]
    public void Hostile_radii_ask_for_no_millions_of_corners()
    {
        Assert.True(ArcChords.Disc(1e15, 1).Length <= 1 << 15);
        var corners = new List<Point>();
        ArcChords.Append(corners, Point.Origin, 1e15, 1e15, 0, Math.Tau, 0);
        Assert.True(corners.Count <= 1 << 15);
    }

    private static Point Turned(long radius, int degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new((long)Math.Round(radius * cos), (long)Math.Round(radius * sin));
    }
}

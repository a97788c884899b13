using Turnkey.Geometry.Regions;

namespace Turnkey.Geometry.Tests.Regions;

public sealed class RegionPropertyTests
{
    /// <summary>Half a nanometre in x and in y, and as much for the sampled place.</summary>
    private const double Rounding = 0.7072;

    public static TheoryData<int, int, long> Grids => new()
    {
        { 6, 4, 1 }, { 10, 5, 1 }, { 20, 8, 1 }, { 16, 20, 1 }, { 12, 5, 1000 }, { 18, 12, 7 }, { 14, 1000, 1_000_003 }, { 9, 3, Point.Limit / 2 },
    };

    [Theory]
    [MemberData(nameof(Grids))]
    public void Scribbles_resolve_to_sound_rings_within_the_rounding(int corners, int grid, long step)
    {
        var random = new Random(corners);
        for (var round = 0; round < 40; round++)
        {
            var polygons = Enumerable.Range(0, 1 + (round % 3)).Select(_ => RandomPolygons.Scribble(random, corners, grid, step)).ToArray();
            var region = Region.Of(polygons);
            Arrangement.AssertSound(region);
            AssertSameWithin(polygons, region, random, at => Arrangement.Winding(polygons, at.X, at.Y) != 0);
        }
    }

    [Fact]
    public void Slivers_resolve_to_sound_rings_within_the_rounding()
    {
        var random = new Random(3);
        for (var round = 0; round < 100; round++)
        {
            var polygons = Enumerable.Range(0, 6).Select(_ => RandomPolygons.Sliver(random, round % 2 == 0 ? 100 : 1_000_000_000)).ToArray();
            var region = Region.Of(polygons);
            Arrangement.AssertSound(region);
            AssertSameWithin(polygons, region, random, at => Arrangement.Winding(polygons, at.X, at.Y) != 0);
        }
    }

    private static void AssertSameWithin(IReadOnlyList<Point>[] polygons, Region region, Random random, Func<(double X, double Y), bool> inside)
    {
        var box = Box.Of(polygons.SelectMany(polygon => polygon)).Grow(2);
        var rings = region.Rings.Select(IReadOnlyList<Point> (ring) => ring).ToArray();
        for (var i = 0; i < 20; i++)
        {
            // Half of the places near corners, where rounding happens.
            var corner = polygons[random.Next(polygons.Length)] is { Count: > 0 } polygon ? polygon[random.Next(polygon.Count)] : Point.Origin;
            (double X, double Y) at = i % 2 == 0
                ? (box.Left + (random.NextDouble() * (box.Right - box.Left)), box.Bottom + (random.NextDouble() * (box.Top - box.Bottom)))
                : (corner.X + (random.NextDouble() * 8) - 4, corner.Y + (random.NextDouble() * 8) - 4);
            if (Arrangement.Distance(polygons, at.X, at.Y) <= Rounding + (box.Right - box.Left) * 1e-12) continue;
            Assert.Equal(inside(at), Arrangement.Winding(rings, at.X, at.Y) != 0);
        }
    }
}

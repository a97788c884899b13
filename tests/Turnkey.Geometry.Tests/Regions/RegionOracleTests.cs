using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using Turnkey.Geometry.Regions;
using Oracle = NetTopologySuite.Geometries.Geometry;

namespace Turnkey.Geometry.Tests.Regions;

/// <summary>
/// Areas against NetTopologySuite. Polygons that cross themselves are cut up by its polygonizer, and the pieces that the polygons wind around are joined, so
/// that both follow the nonzero rule. Both may differ by the rounding: half a nanometre in x and y along every bound.
/// </summary>
public sealed class RegionOracleTests
{
    private static readonly GeometryFactory Factory = new();

    [Theory]
    [InlineData(5, 3, 1_000_000)]
    [InlineData(8, 4, 1_000_000)]
    [InlineData(8, 1_000_000, 100)]
    [InlineData(12, 5, 999_983)]
    [InlineData(12, 40, 1_001)]
    public void Booleans_of_scribbles_have_the_oracles_areas(int corners, int grid, long step)
    {
        var random = new Random(grid);
        for (var round = 0; round < 25; round++)
        {
            Point[][] a = [RandomPolygons.Scribble(random, corners, grid, step), RandomPolygons.Scribble(random, corners / 2, grid, step)];
            Point[][] b = [RandomPolygons.Scribble(random, corners, grid, step)];
            Compare(a, b, Exact(a), Exact(b));
        }
    }

    [Fact]
    public void Booleans_of_stars_have_the_oracles_areas()
    {
        var random = new Random(11);
        for (var round = 0; round < 30; round++)
        {
            var a = Enumerable.Range(0, 4).Select(_ => RandomPolygons.Star(random, 20, 3_000_000, new Point(random.Next(5_000_000), random.Next(5_000_000)))).ToArray();
            var b = Enumerable.Range(0, 4).Select(_ => RandomPolygons.Star(random, 20, 3_000_000, new Point(random.Next(5_000_000), random.Next(5_000_000)))).ToArray();
            Compare(a, b, Exact(a), Exact(b));
        }
    }

    private static void Compare(Point[][] a, Point[][] b, Oracle exactA, Oracle exactB)
    {
        var (one, other) = (Region.Of(a), Region.Of(b));
        var tolerance = 3 + (2 * (Arrangement.Perimeter(a) + Arrangement.Perimeter(b)));
        Assert.Equal(exactA.Area, one.Area, tolerance);
        Assert.Equal(exactB.Area, other.Area, tolerance);
        Assert.Equal(OverlayNGRobust.Overlay(exactA, exactB, SpatialFunction.Union).Area, one.Union(other).Area, tolerance);
        Assert.Equal(OverlayNGRobust.Overlay(exactA, exactB, SpatialFunction.Intersection).Area, one.Intersect(other).Area, tolerance);
        Assert.Equal(OverlayNGRobust.Overlay(exactA, exactB, SpatialFunction.Difference).Area, one.Subtract(other).Area, tolerance);
    }

    private static Oracle Exact(Point[][] polygons)
    {
        var lines = polygons.Select(polygon => Factory.CreateLineString([.. polygon.Append(polygon[0]).Select(corner => new Coordinate(corner.X, corner.Y))]));
        var polygonizer = new Polygonizer();
        polygonizer.Add(OverlayNGRobust.Union((Oracle)Factory.CreateMultiLineString([.. lines])));
        var faces = polygonizer.GetPolygons().Where(face => face.InteriorPoint is var inside && Arrangement.Winding(polygons, inside.X, inside.Y) != 0).ToArray();
        return OverlayNGRobust.Union(faces.Length == 0 ? Factory.CreatePolygon() : Factory.BuildGeometry(faces));
    }
}

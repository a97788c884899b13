using Turnkey.Geometry.Regions;

namespace Turnkey.Geometry.Tests.Regions;

/// <summary>What regions must be, found by looking at every pair: the sweep is not asked.</summary>
internal static class Arrangement
{
    /// <summary>Rings do not cross, do not overlap along a line and do not touch themselves; outer ones run counter-clockwise and holes lie in them.</summary>
    public static void AssertSound(Region region)
    {
        var edges = new List<(Point A, Point B)>();
        foreach (var ring in region.Rings)
        {
            Assert.True(ring.Length >= 3);
            Assert.Equal(ring.Length, ring.Distinct().Count());
            for (var i = 0; i < ring.Length; i++) edges.Add((ring[i], ring[(i + 1) % ring.Length]));
        }
        var boxes = edges.ConvertAll(edge => Box.Of([edge.A, edge.B]));
        for (var i = 0; i < edges.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (boxes[i].Overlaps(boxes[j]) && Cross(edges[i], edges[j])) Assert.Fail($"{edges[i]} and {edges[j]}");
            }
        }
        Assert.Equal(region.Area, region.Islands.Sum(island => island.Area), Math.Max(1, region.Area) * 1e-9);
        Assert.Equal(region.Rings.Length, region.Islands.Sum(island => island.Rings.Length));
        foreach (var island in region.Islands)
        {
            Assert.True(TwiceArea(island.Rings[0]) > 0);
            var filled = new Region([island.Rings[0]]);
            foreach (var hole in island.Rings.Skip(1))
            {
                Assert.True(TwiceArea(hole) < 0);
                Assert.All(hole, corner => Assert.True(filled.Contains(corner)));
            }
        }
    }

    /// <summary>How often the polygons wind around a place that is on none of their lines.</summary>
    public static int Winding(IEnumerable<IReadOnlyList<Point>> polygons, double x, double y)
    {
        var winding = 0;
        foreach (var polygon in polygons)
        {
            for (var i = 0; i < polygon.Count; i++)
            {
                var (a, b) = (polygon[i], polygon[(i + 1) % polygon.Count]);
                if (a.Y > y == b.Y > y) continue;
                var side = ((b.X - a.X) * (y - a.Y)) - ((b.Y - a.Y) * (x - a.X));
                if (b.Y > a.Y && side > 0) winding++;
                else if (b.Y < a.Y && side < 0) winding--;
            }
        }
        return winding;
    }

    /// <summary>Distance of a place from the nearest line.</summary>
    public static double Distance(IEnumerable<IReadOnlyList<Point>> polygons, double x, double y)
    {
        var nearest = double.MaxValue;
        foreach (var polygon in polygons)
        {
            for (var i = 0; i < polygon.Count; i++)
            {
                var (a, b) = (polygon[i], polygon[(i + 1) % polygon.Count]);
                double dx = b.X - a.X, dy = b.Y - a.Y, squared = (dx * dx) + (dy * dy);
                var t = squared == 0 ? 0 : Math.Clamp((((x - a.X) * dx) + ((y - a.Y) * dy)) / squared, 0, 1);
                nearest = Math.Min(nearest, double.Hypot(a.X + (t * dx) - x, a.Y + (t * dy) - y));
            }
        }
        return nearest;
    }

    public static double Perimeter(IEnumerable<IReadOnlyList<Point>> polygons) =>
        polygons.Sum(polygon => Enumerable.Range(0, polygon.Count).Sum(i => Point.Distance(polygon[i], polygon[(i + 1) % polygon.Count])));

    /// <summary>More in common than ends.</summary>
    private static bool Cross((Point A, Point B) e, (Point A, Point B) f)
    {
        int a = Side(e, f.A), b = Side(e, f.B), c = Side(f, e.A), d = Side(f, e.B);
        if (a * b < 0 && c * d < 0) return true;
        // An end of one within the other: rings may touch at corners of both only.
        return Within(e, f.A, a) || Within(e, f.B, b) || Within(f, e.A, c) || Within(f, e.B, d) || (e.A == f.A && e.B == f.B) || (e.A == f.B && e.B == f.A);
    }

    private static bool Within((Point A, Point B) edge, Point at, int side) =>
        side == 0 && at != edge.A && at != edge.B && Box.Of([edge.A, edge.B]).Contains(at);

    private static int Side((Point A, Point B) edge, Point at) => Int128.Sign(Point.Cross(edge.A, edge.B, at));

    private static Int128 TwiceArea(IReadOnlyList<Point> ring) =>
        Enumerable.Range(0, ring.Count).Aggregate(Int128.Zero, (sum, i) => sum + Point.Cross(Point.Origin, ring[i], ring[(i + 1) % ring.Count]));
}

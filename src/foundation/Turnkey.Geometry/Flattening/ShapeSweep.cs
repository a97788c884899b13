using System.Runtime.InteropServices;

namespace Turnkey.Geometry.Flattening;

/// <summary>What a shape that is no disc covers when it is dragged along a stroke; an arc is dragged in short straight pieces.</summary>
public static class ShapeSweep
{
    /// <summary>Of a convex shape: the convex hulls of the shape at both ends of each piece.</summary>
    /// <param name="path">What the shape's origin follows.</param>
    /// <param name="shape">Corners.</param>
    /// <param name="tolerance">Of the path, in nanometres.</param>
    /// <returns>Counter-clockwise polygons.</returns>
    public static IEnumerable<IReadOnlyList<Point>> OfConvex(Edge path, IReadOnlyList<Point> shape, double tolerance)
    {
        if (shape.Count == 0) yield break;
        var sweep = new ConvexSweep((Point[])[.. shape]);
        sweep.Follow(path, tolerance);
        while (sweep.Next(out var hull)) yield return hull.ToArray();
    }

    /// <summary>
    /// Of any shape, given as rings with the inside on the left: the shape where it starts, and what each edge sweeps over, as what comes under the shape
    /// later comes under its edge first.
    /// </summary>
    /// <returns>Rings, to be taken as one figure under the nonzero rule; those that edges sweep are counter-clockwise.</returns>
    public static IEnumerable<IReadOnlyList<Point>> Of(Edge path, IReadOnlyList<IReadOnlyList<Point>> rings, double tolerance)
    {
        var stops = new List<Point>();
        Stops(path, tolerance, stops);
        foreach (var ring in rings) yield return [.. ring.Select(corner => corner + stops[0])];
        for (var i = 1; i < stops.Count; i++)
        {
            foreach (var ring in rings)
            {
                for (var j = 0; j < ring.Count; j++)
                {
                    var swept = OfEdge(ring[j], ring[j + 1 == ring.Count ? 0 : j + 1], stops[i - 1], stops[i]);
                    if (swept.Covers) yield return [swept.A, swept.B, swept.C, swept.D];
                }
            }
        }
    }

    /// <summary>What an edge of the shape sweeps over between two stops, counter-clockwise.</summary>
    public static SweptEdge OfEdge(Point from, Point to, Point stop, Point next)
    {
        Point a = from + stop, b = to + stop, along = next - stop;
        var side = Point.Cross(a, b, b + along);
        return side >= 0 ? new SweptEdge(a, b, b + along, a + along, side != 0) : new SweptEdge(a, a + along, b + along, b, true);
    }

    /// <summary>Where the pieces of a path begin and end; replaces what was in <paramref name="stops"/>.</summary>
    public static void Stops(in Edge path, double tolerance, List<Point> stops)
    {
        stops.Clear();
        stops.Add(path.Start);
        path.Flatten(stops, tolerance);
    }

    /// <summary>Andrew's monotone chain; counter-clockwise from the leftmost of the points, without collinear ones. The points are sorted.</summary>
    public static List<Point> Hull(Span<Point> points)
    {
        points.Sort(static (a, b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y));
        var hull = new List<Point>(points.Length);
        Chain(hull, points);
        points.Reverse();
        Chain(hull, points);
        return hull;
    }

    private static void Chain(List<Point> hull, ReadOnlySpan<Point> points)
    {
        var floor = hull.Count + 1;
        foreach (var point in points)
        {
            while (hull.Count > floor && Point.Cross(hull[^2], hull[^1], point) <= 0) hull.RemoveAt(hull.Count - 1);
            if (hull.Count == 0 || hull[^1] != point) hull.Add(point);
        }
        if (hull.Count > 1) hull.RemoveAt(hull.Count - 1);
    }
}

/// <summary>A parallelogram.</summary>
/// <param name="Covers">False when it has no area.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SweptEdge(Point A, Point B, Point C, Point D, bool Covers);

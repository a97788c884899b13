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
        var stops = Stops(path, tolerance);
        for (var i = 1; i < stops.Count; i++)
        {
            var hull = Hull([.. shape.Select(point => point + stops[i - 1]), .. shape.Select(point => point + stops[i])]);
            if (hull.Count > 2) yield return hull;
        }
    }

    /// <summary>
    /// Of any shape, given as rings with the inside on the left: the shape where it starts, and what each edge sweeps over, as what comes under the shape
    /// later comes under its edge first.
    /// </summary>
    /// <returns>Rings, to be taken as one figure under the nonzero rule; those that edges sweep are counter-clockwise.</returns>
    public static IEnumerable<IReadOnlyList<Point>> Of(Edge path, IReadOnlyList<IReadOnlyList<Point>> rings, double tolerance)
    {
        var stops = Stops(path, tolerance);
        foreach (var ring in rings) yield return [.. ring.Select(corner => corner + stops[0])];
        for (var i = 1; i < stops.Count; i++)
        {
            var along = stops[i] - stops[i - 1];
            foreach (var ring in rings)
            {
                for (var j = 0; j < ring.Count; j++)
                {
                    var (a, b) = (ring[j] + stops[i - 1], ring[(j + 1) % ring.Count] + stops[i - 1]);
                    var side = Point.Cross(a, b, b + along);
                    if (side != 0) yield return side > 0 ? [a, b, b + along, a + along] : [a, a + along, b + along, b];
                }
            }
        }
    }

    /// <summary>Andrew's monotone chain; counter-clockwise without collinear points.</summary>
    public static List<Point> Hull(Point[] points)
    {
        Array.Sort(points, static (a, b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y));
        var hull = new List<Point>(points.Length);
        foreach (var pass in new[] { points, Enumerable.Reverse(points).ToArray() })
        {
            var floor = hull.Count + 1;
            foreach (var point in pass)
            {
                while (hull.Count > floor && Point.Cross(hull[^2], hull[^1], point) <= 0) hull.RemoveAt(hull.Count - 1);
                if (hull.Count == 0 || hull[^1] != point) hull.Add(point);
            }
            if (hull.Count > 1) hull.RemoveAt(hull.Count - 1);
        }
        return hull;
    }

    private static List<Point> Stops(Edge path, double tolerance)
    {
        var stops = new List<Point> { path.Start };
        path.Flatten(stops, tolerance);
        return stops;
    }
}

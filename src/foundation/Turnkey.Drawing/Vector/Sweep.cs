using Turnkey.Geometry;

namespace Turnkey.Drawing.Vector;

/// <summary>
/// What a shape that is no disc covers when it is dragged along a stroke: the convex hull of the shape at both ends. Exact for convex shapes,
/// which are the only ones the Gerber format lets draw; an arc is dragged in short straight pieces.
/// </summary>
public static class Sweep
{
    /// <summary>Counter-clockwise polygons in nanometres.</summary>
    public static IEnumerable<IReadOnlyList<Point>> Along(Edge path, IReadOnlyList<Point> shape, double tolerance)
    {
        if (shape.Count == 0) yield break;
        var stops = new List<Point> { path.Start };
        path.Flatten(stops, tolerance);
        for (var i = 1; i < stops.Count; i++)
        {
            var hull = Hull([.. shape.Select(point => point + stops[i - 1]), .. shape.Select(point => point + stops[i])]);
            if (hull.Count > 2) yield return hull;
        }
    }

    /// <summary>Andrew's monotone chain; counter-clockwise without collinear points.</summary>
    internal static List<Point> Hull(Point[] points)
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
}

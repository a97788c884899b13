using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>
/// What a shape other than a disc covers when it is dragged along a line or arc. Current Gerber draws with discs only, so such strokes are written as
/// regions: exact for straight strokes of shapes with straight edges, arcs as chords that are off by at most 0.25 µm.
/// </summary>
internal static class StrokeSweep
{
    private const double Tolerance = 250;

    /// <summary>Contours whose union is the stroke.</summary>
    public static IEnumerable<Contour> Of(Edge path, PadShape shape)
    {
        var stations = new List<Point> { path.Start };
        path.Flatten(stations, Tolerance);
        // Holes of a shape close as it moves.
        foreach (var part in shape.Parts)
        {
            if (!part.Dark) continue;
            var corners = part.Contour.Flatten(Tolerance);
            if (corners.Count < 3) continue;
            for (var i = 0; i + 1 < stations.Count; i++)
            {
                foreach (var contour in Sweep(corners, stations[i], stations[i + 1])) yield return contour;
            }
        }
    }

    private static IEnumerable<Contour> Sweep(IReadOnlyList<Point> corners, Point from, Point to)
    {
        if (IsConvex(corners))
        {
            if (Hull([.. corners.Select(corner => corner + from), .. corners.Select(corner => corner + to)]) is { } hull) yield return hull;
            yield break;
        }
        // Whatever the shape: a place is covered that lies in it at either end, or that one of its edges passes on the way.
        yield return Moved(corners, from);
        if (from == to) yield break;
        yield return Moved(corners, to);
        for (var i = 0; i < corners.Count; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Count]);
            if (Point.Cross(a, b, b + (to - from)) != 0) yield return Contour.Polygon(a + from, b + from, b + to, a + to);
        }
    }

    private static Contour Moved(IReadOnlyList<Point> corners, Point by) => Contour.Polygon([.. corners.Select(corner => corner + by)]);

    private static bool IsConvex(IReadOnlyList<Point> corners)
    {
        var hull = Hull([.. corners]);
        return hull is not null && hull.SignedArea == Math.Abs(Moved(corners, Point.Origin).SignedArea);
    }

    /// <summary>Counter-clockwise, from the lowest of the leftmost points (monotone chain); null when all lie on one line.</summary>
    private static Contour? Hull(ImmutableArray<Point> points)
    {
        var sorted = points.Distinct().OrderBy(point => point.X).ThenBy(point => point.Y).ToArray();
        var hull = new List<Point>(sorted.Length + 1);
        foreach (var pass in new[] { sorted, [.. sorted.Reverse()] })
        {
            var start = hull.Count;
            foreach (var point in pass)
            {
                while (hull.Count >= start + 2 && Point.Cross(hull[^2], hull[^1], point) <= 0) hull.RemoveAt(hull.Count - 1);
                hull.Add(point);
            }
            hull.RemoveAt(hull.Count - 1);
        }
        return hull.Count < 3 ? null : Contour.Polygon([.. hull]);
    }
}

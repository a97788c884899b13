using Turnkey.Geometry;

namespace Turnkey.Formats.Excellon;

/// <summary>The geometry of what a router cuts.</summary>
internal static class RoutedArcs
{
    /// <summary>
    /// An arc by its centre. The standard has it from the arc's start, some tools write it from the origin: taken is the one that is as far from both ends.
    /// Null when neither is.
    /// </summary>
    public static Edge? Around(Point from, Point to, Point centre, ArcDirection direction)
    {
        var relative = from + centre;
        if (Fits(from, to, relative)) return Edge.Arc(from, to, relative, direction);
        return Fits(from, to, centre) ? Edge.Arc(from, to, centre, direction) : null;
    }

    /// <summary>An arc of at most half a turn by its radius, as the machines do it; null when the ends are further apart than its diameter.</summary>
    public static Edge? WithRadius(Point from, Point to, long radius, ArcDirection direction)
    {
        radius = Math.Abs(radius);
        var chord = Point.Distance(from, to);
        // A half turn's radius is rounded like everything else, so the chord may exceed the diameter a little.
        if (chord == 0 || chord > (2 * radius) + Math.Max(2_000, radius * 0.01)) return null;
        var height = Math.Sqrt(Math.Max(0, ((double)radius * radius) - (chord * chord / 4)));
        // Left of the way for a counter-clockwise arc.
        var side = (int)direction * height / chord;
        var centre = new Point(
            (long)Math.Round(((from.X + to.X) / 2d) - (side * (to.Y - from.Y))),
            (long)Math.Round(((from.Y + to.Y) / 2d) + (side * (to.X - from.X))));
        return Edge.Arc(from, to, centre, direction);
    }

    /// <summary>The whole of a path that runs to and fro on one straight line; null when it leaves the line.</summary>
    public static Edge? Straight(IReadOnlyList<Edge> path)
    {
        if (path.Any(edge => edge.IsArc)) return null;
        var start = path[0].Start;
        var far = path.Select(edge => edge.End).MaxBy(point => Point.Distance(start, point));
        var (dx, dy) = ((double)(far.X - start.X), (double)(far.Y - start.Y));
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length == 0) return Edge.Line(start, start);
        var (first, last) = (0d, length);
        var (firstPoint, lastPoint) = (start, far);
        foreach (var point in path.Select(edge => edge.End))
        {
            var (px, py) = ((double)(point.X - start.X), (double)(point.Y - start.Y));
            if (Math.Abs((dx * py) - (dy * px)) / length > 1_000) return null;
            var along = ((dx * px) + (dy * py)) / length;
            if (along < first) (first, firstPoint) = (along, point);
            if (along > last) (last, lastPoint) = (along, point);
        }
        return Edge.Line(firstPoint, lastPoint);
    }

    public static Edge SwapAxes(Edge edge)
    {
        var (start, end) = (Swap(edge.Start), Swap(edge.End));
        return edge.IsArc ? Edge.Arc(start, end, Swap(edge.Centre), (ArcDirection)(-(int)edge.Direction)) : Edge.Line(start, end);

        static Point Swap(Point point) => new(point.Y, point.X);
    }

    private static bool Fits(Point from, Point to, Point centre)
    {
        var (a, b) = (Point.Distance(from, centre), Point.Distance(to, centre));
        return a > 0 && Math.Abs(a - b) <= Math.Max(20_000, 0.02 * a);
    }
}

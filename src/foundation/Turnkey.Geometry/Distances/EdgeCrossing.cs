namespace Turnkey.Geometry.Distances;

/// <summary>Where two edges cross, to the nanometre. Edges that lie on each other do not cross.</summary>
internal static class EdgeCrossing
{
    public static IEnumerable<Point> Of(Edge a, Edge b)
    {
        if (!a.IsArc && !b.IsArc) return Lines(a, b);
        if (a.IsArc && b.IsArc) return Arcs(a, b);
        return a.IsArc ? LineAndArc(b, a) : LineAndArc(a, b);
    }

    private static IEnumerable<Point> Lines(Edge a, Edge b)
    {
        double ux = a.End.X - a.Start.X, uy = a.End.Y - a.Start.Y, vx = b.End.X - b.Start.X, vy = b.End.Y - b.Start.Y;
        var cross = (ux * vy) - (uy * vx);
        if (cross == 0) yield break;
        double wx = b.Start.X - a.Start.X, wy = b.Start.Y - a.Start.Y;
        var alongA = ((wx * vy) - (wy * vx)) / cross;
        var alongB = ((wx * uy) - (wy * ux)) / cross;
        if (alongA is >= 0 and <= 1 && alongB is >= 0 and <= 1) yield return Rounded(a.Start.X + (alongA * ux), a.Start.Y + (alongA * uy));
    }

    private static IEnumerable<Point> LineAndArc(Edge line, Edge arc)
    {
        double ux = line.End.X - line.Start.X, uy = line.End.Y - line.Start.Y;
        var length = double.Hypot(ux, uy);
        if (length == 0) yield break;
        (ux, uy) = (ux / length, uy / length);
        var foot = ((arc.Centre.X - line.Start.X) * ux) + ((arc.Centre.Y - line.Start.Y) * uy);
        var away = double.Hypot(line.Start.X + (foot * ux) - arc.Centre.X, line.Start.Y + (foot * uy) - arc.Centre.Y);
        if (away > arc.Radius) yield break;
        var half = Math.Sqrt((arc.Radius * arc.Radius) - (away * away));
        foreach (var along in new[] { foot - half, foot + half })
        {
            if (along < 0 || along > length) continue;
            double x = line.Start.X + (along * ux), y = line.Start.Y + (along * uy);
            if (Passes(arc, x, y)) yield return Rounded(x, y);
        }
    }

    private static IEnumerable<Point> Arcs(Edge a, Edge b)
    {
        double dx = b.Centre.X - a.Centre.X, dy = b.Centre.Y - a.Centre.Y;
        var apart = double.Hypot(dx, dy);
        if (apart == 0 || apart > a.Radius + b.Radius || apart < Math.Abs(a.Radius - b.Radius)) yield break;
        (dx, dy) = (dx / apart, dy / apart);
        var along = ((apart * apart) + (a.Radius * a.Radius) - (b.Radius * b.Radius)) / (2 * apart);
        var across = Math.Sqrt(Math.Max(0, (a.Radius * a.Radius) - (along * along)));
        foreach (var side in new[] { across, -across })
        {
            double x = a.Centre.X + (along * dx) - (side * dy), y = a.Centre.Y + (along * dy) + (side * dx);
            if (Passes(a, x, y) && Passes(b, x, y)) yield return Rounded(x, y);
        }
    }

    private static bool Passes(in Edge arc, double x, double y) => arc.Start == arc.End || arc.Covers(Math.Atan2(y - arc.Centre.Y, x - arc.Centre.X));

    private static Point Rounded(double x, double y) => new((long)Math.Round(x), (long)Math.Round(y));
}

namespace Turnkey.Geometry.Tracing;

/// <summary>Where two edges meet, as points; lengths in nanometres.</summary>
internal static class EdgeMeeting
{
    /// <summary>The points where the insides of both edges cross. Collinear and concentric edges have none: their ends lie on each other instead.</summary>
    public static void Crossings(Edge a, Edge b, List<Point> into)
    {
        if (!a.IsArc && !b.IsArc) LineLine(a, b, into);
        else if (a.IsArc && b.IsArc) ArcArc(a, b, into);
        else if (a.IsArc) LineArc(b, a, into);
        else LineArc(a, b, into);
    }

    /// <summary>The place on the edge nearest to a point.</summary>
    public static Point Nearest(Edge edge, Point point)
    {
        if (edge.IsArc)
        {
            var (dx, dy) = ((double)(point.X - edge.Centre.X), (double)(point.Y - edge.Centre.Y));
            var distance = Math.Sqrt((dx * dx) + (dy * dy));
            if (distance > 0)
            {
                var on = new Point(edge.Centre.X + (long)Math.Round(dx / distance * edge.Radius), edge.Centre.Y + (long)Math.Round(dy / distance * edge.Radius));
                if (edge.Covers(Math.Atan2(dy, dx))) return on;
            }
            return Point.Distance(edge.Start, point) <= Point.Distance(edge.End, point) ? edge.Start : edge.End;
        }
        var (ux, uy) = ((double)(edge.End.X - edge.Start.X), (double)(edge.End.Y - edge.Start.Y));
        var square = (ux * ux) + (uy * uy);
        if (square == 0) return edge.Start;
        var t = Math.Clamp((((point.X - edge.Start.X) * ux) + ((point.Y - edge.Start.Y) * uy)) / square, 0, 1);
        return new Point(edge.Start.X + (long)Math.Round(t * ux), edge.Start.Y + (long)Math.Round(t * uy));
    }

    /// <summary>Whether a point lies on the edge, away from its ends.</summary>
    public static bool LiesInside(Edge edge, Point point, long snap) =>
        Point.Distance(point, edge.Start) > snap && Point.Distance(point, edge.End) > snap && Point.Distance(Nearest(edge, point), point) <= snap;

    /// <summary>How far along the edge a point on it lies, growing from start to end.</summary>
    public static double Along(Edge edge, Point point)
    {
        if (!edge.IsArc) return Point.Distance(edge.Start, point);
        var from = Math.Atan2(edge.Start.Y - edge.Centre.Y, edge.Start.X - edge.Centre.X);
        var turned = (int)edge.Direction * (Math.Atan2(point.Y - edge.Centre.Y, point.X - edge.Centre.X) - from);
        while (turned < 0) turned += Math.Tau;
        return turned * edge.Radius;
    }

    private static void LineLine(Edge a, Edge b, List<Point> into)
    {
        var (p, r) = (a.Start, a.End - a.Start);
        var (q, s) = (b.Start, b.End - b.Start);
        var cross = ((double)r.X * s.Y) - ((double)r.Y * s.X);
        if (cross == 0) return;
        var (dx, dy) = ((double)(q.X - p.X), (double)(q.Y - p.Y));
        var t = ((dx * s.Y) - (dy * s.X)) / cross;
        var u = ((dx * r.Y) - (dy * r.X)) / cross;
        if (t is > 0 and < 1 && u is > 0 and < 1) into.Add(new Point(p.X + (long)Math.Round(t * r.X), p.Y + (long)Math.Round(t * r.Y)));
    }

    private static void LineArc(Edge line, Edge arc, List<Point> into)
    {
        var (dx, dy) = ((double)(line.End.X - line.Start.X), (double)(line.End.Y - line.Start.Y));
        var (fx, fy) = ((double)(line.Start.X - arc.Centre.X), (double)(line.Start.Y - arc.Centre.Y));
        var a = (dx * dx) + (dy * dy);
        var b = 2 * ((fx * dx) + (fy * dy));
        var c = (fx * fx) + (fy * fy) - (arc.Radius * arc.Radius);
        var root = (b * b) - (4 * a * c);
        if (a == 0 || root <= 0) return;
        var sqrt = Math.Sqrt(root);
        Try((-b - sqrt) / (2 * a));
        Try((-b + sqrt) / (2 * a));

        void Try(double t)
        {
            if (t is <= 0 or >= 1 || !arc.Covers(Math.Atan2(fy + (t * dy), fx + (t * dx)))) return;
            into.Add(new Point(line.Start.X + (long)Math.Round(t * dx), line.Start.Y + (long)Math.Round(t * dy)));
        }
    }

    private static void ArcArc(Edge a, Edge b, List<Point> into)
    {
        var (dx, dy) = ((double)(b.Centre.X - a.Centre.X), (double)(b.Centre.Y - a.Centre.Y));
        var distance = Math.Sqrt((dx * dx) + (dy * dy));
        var (ra, rb) = (a.Radius, b.Radius);
        if (distance == 0 || distance >= ra + rb || distance <= Math.Abs(ra - rb)) return;
        var along = ((ra * ra) - (rb * rb) + (distance * distance)) / (2 * distance);
        var aside = Math.Sqrt(Math.Max(0, (ra * ra) - (along * along)));
        Try(aside);
        Try(-aside);

        void Try(double side)
        {
            var x = a.Centre.X + (((along * dx) - (side * dy)) / distance);
            var y = a.Centre.Y + (((along * dy) + (side * dx)) / distance);
            if (!a.Covers(Math.Atan2(y - a.Centre.Y, x - a.Centre.X)) || !b.Covers(Math.Atan2(y - b.Centre.Y, x - b.Centre.X))) return;
            into.Add(new Point((long)Math.Round(x), (long)Math.Round(y)));
        }
    }
}

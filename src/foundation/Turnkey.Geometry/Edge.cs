namespace Turnkey.Geometry;

/// <summary>
/// A straight line or an arc of a circle from <see cref="Start"/> to <see cref="End"/>. An arc keeps its centre, so it stays exact until
/// <see cref="Flatten"/> says to which tolerance. An arc whose ends coincide is a full circle.
/// </summary>
public readonly record struct Edge
{
    /// <summary>The most chords an arc is flattened to: a full circle of 1 m radius at 0.01 µm; hostile radii would ask for millions.</summary>
    private const int MostChords = 1 << 15;

    private Edge(Point start, Point end, Point centre, ArcDirection direction)
    {
        Start = start;
        End = end;
        Centre = centre;
        Direction = direction;
    }

    public Point Start { get; }
    public Point End { get; }

    /// <summary>Of the arc's circle; meaningless for a line.</summary>
    public Point Centre { get; }
    public ArcDirection Direction { get; }
    public bool IsArc => Direction != ArcDirection.None;

    /// <summary>In nanometres: the mean of the distances of both ends from the centre, which differ where the file rounded.</summary>
    public double Radius => (Point.Distance(Start, Centre) + Point.Distance(End, Centre)) / 2;

    /// <summary>Turned through, in radians, 0 &lt; sweep ≤ 2π; 0 for a line.</summary>
    public double Sweep
    {
        get
        {
            if (!IsArc) return 0;
            if (Start == End) return Math.Tau;
            var from = Math.Atan2(Start.Y - Centre.Y, Start.X - Centre.X);
            var to = Math.Atan2(End.Y - Centre.Y, End.X - Centre.X);
            var sweep = Direction == ArcDirection.CounterClockwise ? to - from : from - to;
            while (sweep <= 0) sweep += Math.Tau;
            while (sweep > Math.Tau) sweep -= Math.Tau;
            return sweep;
        }
    }

    /// <summary>The place half way along the edge.</summary>
    public Point Middle
    {
        get
        {
            if (!IsArc) return new Point(Start.X + ((End.X - Start.X) / 2), Start.Y + ((End.Y - Start.Y) / 2));
            var angle = Math.Atan2(Start.Y - Centre.Y, Start.X - Centre.X) + ((int)Direction * Sweep / 2);
            return new Point(Centre.X + (long)Math.Round(Radius * Math.Cos(angle)), Centre.Y + (long)Math.Round(Radius * Math.Sin(angle)));
        }
    }

    /// <summary>The place a share of the way along the edge, and the direction there as a unit vector; the direction of an edge without length is along x.</summary>
    /// <param name="share">From 0 at the start to 1 at the end.</param>
    public (Point At, double X, double Y) Along(double share)
    {
        if (!IsArc)
        {
            double dx = End.X - Start.X, dy = End.Y - Start.Y;
            var length = double.Hypot(dx, dy);
            var at = new Point(Start.X + (long)Math.Round(dx * share), Start.Y + (long)Math.Round(dy * share));
            return length == 0 ? (at, 1, 0) : (at, dx / length, dy / length);
        }
        var turn = (int)Direction;
        var angle = Math.Atan2(Start.Y - Centre.Y, Start.X - Centre.X) + (turn * Sweep * share);
        var (sin, cos) = Math.SinCos(angle);
        return (new Point(Centre.X + (long)Math.Round(Radius * cos), Centre.Y + (long)Math.Round(Radius * sin)), -turn * sin, turn * cos);
    }

    /// <summary>In nanometres, along the edge.</summary>
    public double Length => IsArc ? Sweep * Radius : Point.Distance(Start, End);

    public Box Bounds
    {
        get
        {
            var box = Box.Empty.Join(Start).Join(End);
            if (!IsArc) return box;
            if (Start == End) return box.Join(Box.Around(Centre, (long)Math.Ceiling(Radius), (long)Math.Ceiling(Radius)));
            var radius = Radius;
            for (var quadrant = 0; quadrant < 4; quadrant++)
            {
                var (x, y) = quadrant switch { 0 => (1, 0), 1 => (0, 1), 2 => (-1, 0), _ => (0, -1) };
                if (Covers(Math.Atan2(y, x))) box = box.Join(new Point(Centre.X + (long)Math.Round(x * radius), Centre.Y + (long)Math.Round(y * radius)));
            }
            return box;
        }
    }

    public static Edge Line(Point start, Point end) => new(start, end, default, ArcDirection.None);

    /// <exception cref="ArgumentException">The direction is <see cref="ArcDirection.None"/>.</exception>
    public static Edge Arc(Point start, Point end, Point centre, ArcDirection direction) =>
        direction == ArcDirection.None ? throw new ArgumentException("an arc turns one way or the other", nameof(direction)) : new(start, end, centre, direction);

    public Edge Reversed => new(End, Start, Centre, (ArcDirection)(-(int)Direction));

    /// <summary>Appends the points after <see cref="Start"/>, the last being <see cref="End"/>, with a chord error of at most <paramref name="tolerance"/> nanometres, not below 1.</summary>
    public void Flatten(ICollection<Point> into, double tolerance)
    {
        if (IsArc)
        {
            var radius = Radius;
            var sweep = Sweep;
            tolerance = Math.Max(tolerance, 1);
            var step = radius <= tolerance ? Math.PI / 2 : 2 * Math.Acos(1 - (tolerance / radius));
            var count = (int)Math.Clamp(Math.Ceiling(sweep / step), 1, MostChords);
            var from = Math.Atan2(Start.Y - Centre.Y, Start.X - Centre.X);
            // Where the file rounded, both ends are not equally far from the centre: the radius goes over from one to the other.
            double first = Point.Distance(Start, Centre), last = Point.Distance(End, Centre);
            for (var i = 1; i < count; i++)
            {
                var angle = from + ((int)Direction * sweep * i / count);
                var away = first + ((last - first) * i / count);
                into.Add(new Point(Centre.X + (long)Math.Round(away * Math.Cos(angle)), Centre.Y + (long)Math.Round(away * Math.Sin(angle))));
            }
        }
        into.Add(End);
    }

    /// <summary>As <c>(0 mm, 0 mm) to (1 mm, 0 mm)</c>. Spelled out, because the record's own would print <see cref="Reversed"/> without end.</summary>
    public override string ToString() => $"{Start} to {End}" + Direction switch
    {
        ArcDirection.Clockwise => $" clockwise around {Centre}",
        ArcDirection.CounterClockwise => $" counter-clockwise around {Centre}",
        _ => "",
    };

    /// <summary>True when the arc passes the direction <paramref name="angle"/> (radians) from its centre.</summary>
    internal bool Covers(double angle)
    {
        var from = Math.Atan2(Start.Y - Centre.Y, Start.X - Centre.X);
        var turned = (int)Direction * (angle - from);
        while (turned < 0) turned += Math.Tau;
        while (turned >= Math.Tau) turned -= Math.Tau;
        return turned <= Sweep;
    }
}

/// <summary>Which way an arc turns, seen from the top side; the values are the sign of the turn.</summary>
public enum ArcDirection
{
    Clockwise = -1,
    None = 0,
    CounterClockwise = 1,
}

namespace Turnkey.Geometry.Distances;

/// <summary>
/// A line or an arc in floating point, ready to be measured: integer coordinates below 2^53 are exact in a double, and so are their differences.
/// </summary>
internal readonly struct Curve
{
    public readonly double StartX, StartY, EndX, EndY, CentreX, CentreY, Radius;

    /// <summary>1 for an arc counter-clockwise, -1 clockwise, 0 for a line.</summary>
    public readonly int Turn;

    public Curve(in Edge edge, Point offset)
    {
        (StartX, StartY) = (edge.Start.X + offset.X, edge.Start.Y + offset.Y);
        (EndX, EndY) = (edge.End.X + offset.X, edge.End.Y + offset.Y);
        Turn = (int)edge.Direction;
        if (Turn == 0) return;
        (CentreX, CentreY) = (edge.Centre.X + offset.X, edge.Centre.Y + offset.Y);
        Radius = edge.Radius;
    }

    private Curve((double X, double Y) start, (double X, double Y) end, (double X, double Y) centre, double radius, int turn)
    {
        ((StartX, StartY), (EndX, EndY), (CentreX, CentreY)) = (start, end, centre);
        (Radius, Turn) = (radius, turn);
    }

    private Curve(in Curve other, double byX, double byY)
    {
        (StartX, StartY, EndX, EndY) = (other.StartX + byX, other.StartY + byY, other.EndX + byX, other.EndY + byY);
        (CentreX, CentreY, Radius, Turn) = (other.CentreX + byX, other.CentreY + byY, other.Radius, other.Turn);
    }

    public bool IsArc => Turn != 0;
    public bool IsPoint => Turn == 0 && StartX == EndX && StartY == EndY;
    public bool IsFullCircle => Turn != 0 && StartX == EndX && StartY == EndY;

    public static Curve Circle(double x, double y, double radius) => new((x + radius, y), (x + radius, y), (x, y), radius, 1);

    /// <summary>The same way at a distance to its left, or to the right where it is negative; an arc that would turn inside out becomes a point.</summary>
    public Curve Beside(double left)
    {
        if (!IsArc)
        {
            double alongX = EndX - StartX, alongY = EndY - StartY;
            var length = double.Hypot(alongX, alongY);
            if (length == 0) return this;
            var (byX, byY) = (-alongY / length * left, alongX / length * left);
            return new(this, byX, byY);
        }
        // The centre of what turns left lies to the left.
        var radius = Math.Max(0, Radius - (Turn * left));
        return new(At(StartX, StartY, radius), At(EndX, EndY, radius), (CentreX, CentreY), radius, Turn);
    }

    private (double X, double Y) At(double x, double y, double radius)
    {
        double awayX = x - CentreX, awayY = y - CentreY;
        var away = double.Hypot(awayX, awayY);
        return away == 0 ? (CentreX, CentreY) : (CentreX + (awayX / away * radius), CentreY + (awayY / away * radius));
    }

    public Curve Moved(Point by) => new(this, by.X, by.Y);

    /// <summary>True when the arc passes the direction (x, y) from its centre, ends included.</summary>
    public bool Covers(double x, double y)
    {
        if (IsFullCircle) return true;
        // Counter-clockwise from the first to the second, whichever way the arc turns.
        double fromX = StartX - CentreX, fromY = StartY - CentreY, toX = EndX - CentreX, toY = EndY - CentreY;
        if (Turn < 0) (fromX, fromY, toX, toY) = (toX, toY, fromX, fromY);
        var after = (fromX * y) - (fromY * x);
        var before = (x * toY) - (y * toX);
        var sweep = (fromX * toY) - (fromY * toX);
        var atMostHalf = sweep > 0 || (sweep == 0 && (fromX * toX) + (fromY * toY) < 0);
        return atMostHalf ? after >= 0 && before >= 0 : after >= 0 || before >= 0;
    }

    /// <summary>
    /// On which side of the chord from start to end a place lies: positive to its left. A place on the chord counts as moved up by less than anything, and
    /// to the right by less than that, so that every place has a side and neighbouring edges agree on it.
    /// </summary>
    public double SideOf(double x, double y)
    {
        double alongX = EndX - StartX, alongY = EndY - StartY;
        var cross = (alongX * (y - StartY)) - (alongY * (x - StartX));
        if (cross != 0) return cross;
        return alongX != 0 ? alongX : -alongY;
    }

    /// <summary>What this edge adds to the winding number of a place: crossings of the ray to its right by the chord, and the piece between chord and arc.</summary>
    public int WindingAround(double x, double y)
    {
        var winding = ChordRightOf(x, y);
        if (!IsArc) return winding;
        double fromX = x - CentreX, fromY = y - CentreY;
        if ((fromX * fromX) + (fromY * fromY) >= Radius * Radius) return winding;
        // An arc that turns left bulges to the right of its chord.
        return IsFullCircle || SideOf(x, y) * Turn < 0 ? winding + Turn : winding;
    }

    /// <summary>Whether the chord crosses the ray from a place to the right: 1 when it does so upwards, -1 downwards, else 0.</summary>
    public int ChordRightOf(double x, double y)
    {
        if (StartY > y == EndY > y) return 0;
        return EndY > StartY ? (SideOf(x, y) > 0 ? 1 : 0) : SideOf(x, y) < 0 ? -1 : 0;
    }

    /// <summary>Whether the chord crosses the ray from a place upwards: 1 when it does so to the left, -1 to the right, else 0.</summary>
    public int ChordAbove(double x, double y)
    {
        if (StartX > x == EndX > x) return 0;
        return EndX < StartX ? (SideOf(x, y) > 0 ? 1 : 0) : SideOf(x, y) < 0 ? -1 : 0;
    }
}

namespace Turnkey.Geometry.Distances;

/// <summary>
/// Collects the two nearest places of two lines. Every pair that is offered lies on both, and the nearest pair of lines and arcs that do not meet is always
/// among: an end and its nearest place, the foot of an arc's centre on a line, the places of two arcs on the line of their centres.
/// </summary>
internal struct Nearest
{
    public double Square = double.PositiveInfinity;
    public double AX, AY, BX, BY;

    public Nearest()
    {
    }

    public readonly double Distance => Math.Sqrt(Square);

    public void Between(in Curve a, in Curve b)
    {
        if (a.IsArc && b.IsArc) ArcToArc(a, b);
        else if (a.IsArc) LineToArc(b, a, swap: true);
        else if (b.IsArc) LineToArc(a, b, swap: false);
        else LineToLine(a, b);
    }

    /// <summary>Of a line and a place.</summary>
    public void Between(in Curve a, double x, double y)
    {
        if (a.IsArc) PointToArc(x, y, a, swap: true);
        else PointToLine(x, y, a, swap: true);
    }

    private void Offer(double ax, double ay, double bx, double by)
    {
        double dx = ax - bx, dy = ay - by;
        var square = (dx * dx) + (dy * dy);
        if (square >= Square) return;
        (Square, AX, AY, BX, BY) = (square, ax, ay, bx, by);
    }

    private void Offer(double ax, double ay, double bx, double by, bool swap)
    {
        if (swap) Offer(bx, by, ax, ay);
        else Offer(ax, ay, bx, by);
    }

    private void LineToLine(in Curve a, in Curve b)
    {
        double ux = a.EndX - a.StartX, uy = a.EndY - a.StartY, vx = b.EndX - b.StartX, vy = b.EndY - b.StartY;
        var cross = (ux * vy) - (uy * vx);
        if (cross != 0)
        {
            double wx = b.StartX - a.StartX, wy = b.StartY - a.StartY;
            var alongA = ((wx * vy) - (wy * vx)) / cross;
            var alongB = ((wx * uy) - (wy * ux)) / cross;
            if (alongA is >= 0 and <= 1 && alongB is >= 0 and <= 1)
            {
                double x = a.StartX + (alongA * ux), y = a.StartY + (alongA * uy);
                Offer(x, y, x, y);
                return;
            }
        }
        PointToLine(a.StartX, a.StartY, b, swap: false);
        PointToLine(b.StartX, b.StartY, a, swap: true);
        if (!a.IsPoint) PointToLine(a.EndX, a.EndY, b, swap: false);
        if (!b.IsPoint) PointToLine(b.EndX, b.EndY, a, swap: true);
    }

    /// <param name="swap">True when the point belongs to the second line.</param>
    private void PointToLine(double x, double y, in Curve line, bool swap)
    {
        double ux = line.EndX - line.StartX, uy = line.EndY - line.StartY;
        var length = (ux * ux) + (uy * uy);
        var along = length == 0 ? 0 : Math.Clamp((((x - line.StartX) * ux) + ((y - line.StartY) * uy)) / length, 0, 1);
        Offer(x, y, line.StartX + (along * ux), line.StartY + (along * uy), swap);
    }

    private void PointToArc(double x, double y, in Curve arc, bool swap)
    {
        double dx = x - arc.CentreX, dy = y - arc.CentreY;
        var away = Math.Sqrt((dx * dx) + (dy * dy));
        if (away > 0 && arc.Covers(dx, dy)) Offer(x, y, arc.CentreX + (dx / away * arc.Radius), arc.CentreY + (dy / away * arc.Radius), swap);
        // The ends count as drawn, also where a file's rounding put them beside the circle.
        Offer(x, y, arc.StartX, arc.StartY, swap);
        Offer(x, y, arc.EndX, arc.EndY, swap);
    }

    private void LineToArc(in Curve line, in Curve arc, bool swap)
    {
        PointToArc(line.StartX, line.StartY, arc, swap);
        if (line.IsPoint) return;
        PointToArc(line.EndX, line.EndY, arc, swap);
        PointToLine(arc.StartX, arc.StartY, line, !swap);
        PointToLine(arc.EndX, arc.EndY, line, !swap);

        double ux = line.EndX - line.StartX, uy = line.EndY - line.StartY;
        var length = Math.Sqrt((ux * ux) + (uy * uy));
        (ux, uy) = (ux / length, uy / length);
        var foot = ((arc.CentreX - line.StartX) * ux) + ((arc.CentreY - line.StartY) * uy);
        double footX = line.StartX + (foot * ux), footY = line.StartY + (foot * uy);
        double dx = footX - arc.CentreX, dy = footY - arc.CentreY;
        var away = Math.Sqrt((dx * dx) + (dy * dy));
        if (away >= arc.Radius)
        {
            if (away > 0 && foot >= 0 && foot <= length && arc.Covers(dx, dy))
            {
                Offer(footX, footY, arc.CentreX + (dx / away * arc.Radius), arc.CentreY + (dy / away * arc.Radius), swap);
            }
            return;
        }
        var half = Math.Sqrt((arc.Radius * arc.Radius) - (away * away));
        MeetingOnLine(line, arc, ux, uy, length, foot - half);
        MeetingOnLine(line, arc, ux, uy, length, foot + half);
    }

    private void MeetingOnLine(in Curve line, in Curve arc, double ux, double uy, double length, double along)
    {
        if (along < 0 || along > length) return;
        double x = line.StartX + (along * ux), y = line.StartY + (along * uy);
        if (arc.Covers(x - arc.CentreX, y - arc.CentreY)) Offer(x, y, x, y);
    }

    private void ArcToArc(in Curve a, in Curve b)
    {
        PointToArc(a.StartX, a.StartY, b, swap: false);
        PointToArc(a.EndX, a.EndY, b, swap: false);
        PointToArc(b.StartX, b.StartY, a, swap: true);
        PointToArc(b.EndX, b.EndY, a, swap: true);

        double dx = b.CentreX - a.CentreX, dy = b.CentreY - a.CentreY;
        var apart = Math.Sqrt((dx * dx) + (dy * dy));
        // Round a common centre the nearest pair is wherever both are, and that begins at an end.
        if (apart == 0) return;
        (dx, dy) = (dx / apart, dy / apart);
        for (var signs = 0; signs < 4; signs++)
        {
            double towardA = (signs & 1) == 0 ? 1 : -1, towardB = (signs & 2) == 0 ? 1 : -1;
            if (!a.Covers(towardA * dx, towardA * dy) || !b.Covers(towardB * dx, towardB * dy)) continue;
            Offer(a.CentreX + (towardA * dx * a.Radius), a.CentreY + (towardA * dy * a.Radius), b.CentreX + (towardB * dx * b.Radius), b.CentreY + (towardB * dy * b.Radius));
        }
        if (apart > a.Radius + b.Radius || apart < Math.Abs(a.Radius - b.Radius)) return;
        var along = ((apart * apart) + (a.Radius * a.Radius) - (b.Radius * b.Radius)) / (2 * apart);
        var across = Math.Sqrt(Math.Max(0, (a.Radius * a.Radius) - (along * along)));
        MeetingOfArcs(a, b, (along * dx) - (across * dy), (along * dy) + (across * dx));
        MeetingOfArcs(a, b, (along * dx) + (across * dy), (along * dy) - (across * dx));
    }

    private void MeetingOfArcs(in Curve a, in Curve b, double fromA, double upFromA)
    {
        double x = a.CentreX + fromA, y = a.CentreY + upFromA;
        if (a.Covers(fromA, upFromA) && b.Covers(x - b.CentreX, y - b.CentreY)) Offer(x, y, x, y);
    }
}

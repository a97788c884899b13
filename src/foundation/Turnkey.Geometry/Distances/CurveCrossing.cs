namespace Turnkey.Geometry.Distances;

/// <summary>Where two lines or arcs cross. Those that lie on each other do not cross; those that meet at an end, to a hundredth of a nanometre, do.</summary>
internal static class CurveCrossing
{
    /// <summary>In nanometres.</summary>
    private const double AtEnd = 0.01;

    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <param name="into">Takes up to two places.</param>
    public static void Find(in Curve a, in Curve b, List<(double X, double Y)> into)
    {
        if (a.IsArc && b.IsArc) Arcs(a, b, into);
        else if (a.IsArc) LineAndArc(b, a, into);
        else if (b.IsArc) LineAndArc(a, b, into);
        else Lines(a, b, into);
    }

    private static void Lines(in Curve a, in Curve b, List<(double X, double Y)> into)
    {
        double ux = a.EndX - a.StartX, uy = a.EndY - a.StartY, vx = b.EndX - b.StartX, vy = b.EndY - b.StartY;
        var cross = (ux * vy) - (uy * vx);
        if (cross == 0) return;
        double wx = b.StartX - a.StartX, wy = b.StartY - a.StartY;
        var alongA = ((wx * vy) - (wy * vx)) / cross;
        var alongB = ((wx * uy) - (wy * ux)) / cross;
        if (IsOn(alongA, double.Hypot(ux, uy)) && IsOn(alongB, double.Hypot(vx, vy))) into.Add((a.StartX + (alongA * ux), a.StartY + (alongA * uy)));
    }

    private static void LineAndArc(in Curve line, in Curve arc, List<(double X, double Y)> into)
    {
        double ux = line.EndX - line.StartX, uy = line.EndY - line.StartY;
        var length = double.Hypot(ux, uy);
        if (length == 0) return;
        (ux, uy) = (ux / length, uy / length);
        var foot = ((arc.CentreX - line.StartX) * ux) + ((arc.CentreY - line.StartY) * uy);
        var away = double.Hypot(line.StartX + (foot * ux) - arc.CentreX, line.StartY + (foot * uy) - arc.CentreY);
        if (away > arc.Radius + AtEnd) return;
        var half = Math.Sqrt(Math.Max(0, (arc.Radius * arc.Radius) - (away * away)));
        foreach (var along in (ReadOnlySpan<double>)[foot - half, foot + half])
        {
            if (along < -AtEnd || along > length + AtEnd) continue;
            double x = line.StartX + (along * ux), y = line.StartY + (along * uy);
            if (Passes(arc, x, y)) into.Add((x, y));
        }
    }

    private static void Arcs(in Curve a, in Curve b, List<(double X, double Y)> into)
    {
        double dx = b.CentreX - a.CentreX, dy = b.CentreY - a.CentreY;
        var apart = double.Hypot(dx, dy);
        if (apart == 0 || apart > a.Radius + b.Radius + AtEnd || apart < Math.Abs(a.Radius - b.Radius) - AtEnd) return;
        (dx, dy) = (dx / apart, dy / apart);
        var along = ((apart * apart) + (a.Radius * a.Radius) - (b.Radius * b.Radius)) / (2 * apart);
        var across = Math.Sqrt(Math.Max(0, (a.Radius * a.Radius) - (along * along)));
        foreach (var side in (ReadOnlySpan<double>)[across, -across])
        {
            double x = a.CentreX + (along * dx) - (side * dy), y = a.CentreY + (along * dy) + (side * dx);
            if (Passes(a, x, y) && Passes(b, x, y)) into.Add((x, y));
        }
    }

    private static bool IsOn(double along, double length) => along * length >= -AtEnd && (along - 1) * length <= AtEnd;

    private static bool Passes(in Curve arc, double x, double y) =>
        arc.Covers(x - arc.CentreX, y - arc.CentreY) || double.Hypot(x - arc.StartX, y - arc.StartY) <= AtEnd || double.Hypot(x - arc.EndX, y - arc.EndY) <= AtEnd;
}

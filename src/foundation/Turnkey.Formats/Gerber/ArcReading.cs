using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber;

/// <summary>Finds the circle of an arc from the two ends and the offsets I and J, which files round and sometimes get wrong.</summary>
internal static class ArcReading
{
    /// <summary>Multi-quadrant (<c>G75</c>): the offsets are signed.</summary>
    /// <param name="mismatch">By how many nanometres the radii of the two ends differ.</param>
    public static Point MultiQuadrant(Point start, Point end, Point offset, out double mismatch)
    {
        var centre = start + offset;
        mismatch = Math.Abs(Point.Distance(start, centre) - Point.Distance(end, centre));
        return centre;
    }

    /// <summary>
    /// Where rounding put the ends on different radii, moves the centre to the perpendicular bisector of the ends, unless that is further than the
    /// file can be off (an arc of nearly a full turn, whose ends say nothing about the direction of its centre).
    /// </summary>
    public static Point Settle(Point start, Point end, Point centre, double mismatch)
    {
        if (start == end) return centre;
        double chordX = end.X - start.X, chordY = end.Y - start.Y, square = (chordX * chordX) + (chordY * chordY);
        double middleX = (start.X + end.X) / 2d, middleY = (start.Y + end.Y) / 2d;
        var along = (((centre.X - middleX) * chordX) + ((centre.Y - middleY) * chordY)) / square;
        if (Math.Abs(along) * Math.Sqrt(square) > 2 * mismatch) return centre;
        return new Point(centre.X - StandardShapes.Round(along * chordX), centre.Y - StandardShapes.Round(along * chordY));
    }

    /// <summary>
    /// Single-quadrant (<c>G74</c>, deprecated): the offsets have no sign; of the four centres they allow, the one is meant whose arc turns by at most
    /// 90° and whose radii agree best.
    /// </summary>
    /// <returns>False when no centre gives such an arc.</returns>
    public static bool TrySingleQuadrant(Point start, Point end, Point offset, ArcDirection direction, out Point best, out double mismatch)
    {
        best = start;
        mismatch = double.PositiveInfinity;
        long x = Math.Abs(offset.X), y = Math.Abs(offset.Y);
        for (var candidate = 0; candidate < 4; candidate++)
        {
            var centre = new Point(start.X + ((candidate & 1) == 0 ? x : -x), start.Y + ((candidate & 2) == 0 ? y : -y));
            var sweep = Edge.Arc(start, end, centre, direction).Sweep;
            // A quarter turn whose ends were rounded may come out a little over 90°.
            if (sweep > (Math.PI / 2) + 0.02) continue;
            var off = Math.Abs(Point.Distance(start, centre) - Point.Distance(end, centre));
            if (off >= mismatch) continue;
            mismatch = off;
            best = centre;
        }
        return double.IsFinite(mismatch);
    }
}

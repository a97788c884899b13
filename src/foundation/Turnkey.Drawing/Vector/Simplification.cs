namespace Turnkey.Drawing.Vector;

/// <summary>
/// Leaves out points of a line of points where the straight line passes them within a tolerance: CAD tools write arcs as hundreds of chords.
/// One pass with a narrowing wedge (Williams 1978, Sklansky and Gonzalez 1980), so that a hostile file cannot make it slow.
/// </summary>
public static class Simplification
{
    /// <summary>Keeps the first and the last point; every point left out lies within <paramref name="tolerance"/> of the line that replaces it.</summary>
    public static void Simplify(List<GridPoint> points, double tolerance)
    {
        if (points.Count < 3) return;
        var kept = 1;
        var anchor = points[0];
        var previous = points[0];
        var open = false;
        double leftX = 0, leftY = 0, rightX = 0, rightY = 0;
        for (var i = 1; i < points.Count; i++)
        {
            var point = points[i];
            double x = point.X - anchor.X, y = point.Y - anchor.Y;
            double stepX = point.X - previous.X, stepY = point.Y - previous.Y;
            var distance = Math.Sqrt((x * x) + (y * y));
            var turnsBack = ((previous.X - anchor.X) * stepX) + ((previous.Y - anchor.Y) * stepY) < 0;
            var outside = open && ((leftX * y) - (leftY * x) > 0 || (rightX * y) - (rightY * x) < 0);
            if ((outside || turnsBack) && previous != anchor)
            {
                points[kept++] = previous;
                anchor = previous;
                open = false;
                (x, y) = (stepX, stepY);
                distance = Math.Sqrt((x * x) + (y * y));
            }
            previous = point;
            if (distance <= tolerance) continue;
            var (sin, cos) = (tolerance / distance, Math.Sqrt((distance * distance) - (tolerance * tolerance)) / distance);
            var (newLeftX, newLeftY) = ((x * cos) - (y * sin), (x * sin) + (y * cos));
            var (newRightX, newRightY) = ((x * cos) + (y * sin), (y * cos) - (x * sin));
            if (!open || (leftX * newLeftY) - (leftY * newLeftX) < 0) (leftX, leftY) = (newLeftX, newLeftY);
            if (!open || (rightX * newRightY) - (rightY * newRightX) > 0) (rightX, rightY) = (newRightX, newRightY);
            open = true;
        }
        points[kept++] = points[^1];
        points.RemoveRange(kept, points.Count - kept);
    }
}

namespace Turnkey.Geometry.Flattening;

/// <summary>
/// Straightens arcs without changing the area: the inner corners lie outside the circle by just as much as the chords cut off. They lie outside by at most
/// the tolerance, the middles of chords inside by no more, and the area differs from the arc's by the rounding of corners to the grid only.
/// </summary>
/// <remarks><see cref="Edge.Flatten"/> puts all corners on the circle instead, which is what measuring and drawing want.</remarks>
public static class ArcChords
{
    /// <summary>In nanometres: what the areas of copper are made with.</summary>
    public const double Tolerance = 250;

    /// <summary>As in <see cref="Edge"/>: hostile radii would ask for millions.</summary>
    private const int MostChords = 1 << 15;

    /// <summary>The corners of a contour, the first not repeated.</summary>
    public static List<Point> Flatten(Contour contour, double tolerance = Tolerance)
    {
        var corners = new List<Point>(contour.Edges.Length) { contour.Edges[0].Start };
        foreach (var edge in contour.Edges)
        {
            if (edge.IsArc)
            {
                double first = Point.Distance(edge.Start, edge.Centre), last = Point.Distance(edge.End, edge.Centre);
                Append(corners, edge.Centre, first, last, Angle(edge.Start - edge.Centre), (int)edge.Direction * edge.Sweep, tolerance);
            }
            corners.Add(edge.End);
        }
        if (corners.Count > 1 && corners[^1] == corners[0]) corners.RemoveAt(corners.Count - 1);
        return corners;
    }

    /// <summary>Adds the corners between the ends of an arc.</summary>
    /// <param name="corners">Where to.</param>
    /// <param name="centre">Of the circle.</param>
    /// <param name="first">Distance of the start from the centre, in nanometres.</param>
    /// <param name="last">Distance of the end; where files rounded, the radius goes over from one to the other.</param>
    /// <param name="from">Direction of the start from the centre, in radians.</param>
    /// <param name="sweep">Radians turned through, positive counter-clockwise.</param>
    /// <param name="tolerance">In nanometres, not below 1.</param>
    public static void Append(List<Point> corners, Point centre, double first, double last, double from, double sweep, double tolerance)
    {
        var (radius, turned) = ((first + last) / 2, Math.Abs(sweep));
        tolerance = Math.Max(tolerance, 1);
        // Between two ends on the circle the corners lie outside by r·s²/12 · k/(k - 1) for k chords of the angle s, to the second order.
        var fewest = turned > Math.PI ? 4 : 2;
        var chords = (int)Math.Clamp(Math.Ceiling(turned * Math.Sqrt(radius / (12 * tolerance))), fewest, MostChords);
        var outside = Outside(radius, turned, chords);
        while (outside > tolerance && chords < MostChords) outside = Outside(radius, turned, ++chords);
        for (var i = 1; i < chords; i++)
        {
            var (sin, cos) = Math.SinCos(from + (sweep * i / chords));
            var away = first + ((last - first) * i / chords) + outside;
            corners.Add(new Point(centre.X + (long)Math.Round(away * cos), centre.Y + (long)Math.Round(away * sin)));
        }
    }

    /// <summary>The corners of a disc around the origin, counter-clockwise, none on an axis: the chords there stand across it.</summary>
    public static Point[] Disc(double radius, double tolerance = Tolerance)
    {
        var quarter = (int)Math.Clamp(Math.Ceiling(Math.Tau * Math.Sqrt(radius / (12 * Math.Max(tolerance, 1))) / 4), 2, MostChords / 4);
        var step = Math.Tau / (4 * quarter);
        // n triangles of the angle s and the area of the disc: n · away² · sin s / 2 = π · radius².
        var away = radius * Math.Sqrt(step / Math.Sin(step));
        var corners = new Point[4 * quarter];
        for (var i = 0; i < quarter; i++)
        {
            var (sin, cos) = Math.SinCos(step * (i + 0.5));
            var (x, y) = ((long)Math.Round(away * cos), (long)Math.Round(away * sin));
            (corners[i], corners[quarter + i], corners[(2 * quarter) + i], corners[(3 * quarter) + i]) = (new(x, y), new(-y, x), new(-x, -y), new(y, -x));
        }
        return corners;
    }

    internal static double Angle(Point direction) => Math.Atan2(direction.Y, direction.X);

    /// <summary>
    /// How far outside the circle the corners between k chords lie when the two ends lie on it: the triangles from the centre, two of which have one side of
    /// the radius r and one of ρ, the others two of ρ, have the sector's area together: (k - 2)ρ² + 2rρ = k·r²·s / sin s.
    /// </summary>
    private static double Outside(double radius, double turned, int chords)
    {
        var step = turned / chords;
        if (step < 1e-9) return 0;
        var whole = chords * step / Math.Sin(step);
        return radius * (chords == 2 ? (whole / 2) - 1 : ((Math.Sqrt(1 + ((chords - 2) * whole)) - 1) / (chords - 2)) - 1);
    }
}

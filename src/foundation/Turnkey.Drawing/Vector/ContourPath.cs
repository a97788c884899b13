using Turnkey.Geometry;

namespace Turnkey.Drawing.Vector;

/// <summary>Writes edges and contours as path data: arcs stay arcs, runs of short chords are simplified.</summary>
internal static class ContourPath
{
    /// <summary>Nearer than this to half a turn, in radians, an arc is drawn as exactly half a turn.</summary>
    private const double HalfTurnWithin = 0.02;

    /// <summary>
    /// Arcs of more are drawn in pieces: SVG finds the centre from the ends and the radius, and near half a turn a rounded radius moves it far.
    /// </summary>
    private const double LongestSweep = 2.2;

    /// <summary>A closed contour, turned to the wanted sense so that overlapping contours of one path do not cancel under the nonzero rule.</summary>
    public static void Write(PathData path, Contour contour, Grid grid, bool? counterClockwise = null, Point offset = default) =>
        Write(path, contour, grid, [], counterClockwise, offset);

    /// <param name="chords">Working memory; what is in it is lost.</param>
    public static void Write(PathData path, Contour contour, Grid grid, List<GridPoint> chords, bool? counterClockwise = null, Point offset = default)
    {
        var reverse = counterClockwise is { } wanted && contour.SignedArea < 0 == wanted;
        var edges = contour.Edges;
        chords.Clear();
        chords.Add(grid.Snap((reverse ? edges[^1].End : edges[0].Start) + offset));
        path.MoveTo(chords[0]);
        for (var i = 0; i < edges.Length; i++)
        {
            var edge = reverse ? edges[edges.Length - 1 - i].Reversed : edges[i];
            Append(path, chords, edge, grid, offset);
        }
        FlushChords(path, chords, grid, closing: true);
        path.Close();
    }

    /// <summary>A closed polygon.</summary>
    /// <param name="chords">Working memory; what is in it is lost.</param>
    public static void Write(PathData path, ReadOnlySpan<Point> polygon, Grid grid, List<GridPoint> chords)
    {
        chords.Clear();
        foreach (var corner in polygon) chords.Add(grid.Snap(corner));
        path.MoveTo(chords[0]);
        chords.Add(chords[0]);
        FlushChords(path, chords, grid, closing: true);
        path.Close();
    }

    /// <summary>Adds an edge; <paramref name="chords"/> holds the point the path is at and the straight steps not yet written.</summary>
    public static void Append(PathData path, List<GridPoint> chords, Edge edge, Grid grid, Point offset = default)
    {
        if (!edge.IsArc)
        {
            chords.Add(grid.Snap(edge.End + offset));
            return;
        }
        var (radius, sweep) = (edge.Radius, edge.Sweep);
        // The height of the arc over its chord: below the grid there is no arc to see.
        if (radius * (1 - Math.Cos(Math.Min(sweep, Math.PI) / 2)) < grid.Step)
        {
            chords.Add(grid.Snap(edge.End + offset));
            return;
        }
        FlushChords(path, chords, grid, closing: false);
        var ccw = edge.Direction == ArcDirection.CounterClockwise;
        var end = grid.Snap(edge.End + offset);
        if (Math.Abs(sweep - Math.PI) < HalfTurnWithin)
        {
            // SVG enlarges a radius that is too small for its chord until the arc is exactly half a turn.
            path.ArcTo(end, (long)(Point.Distance(edge.Start, edge.End) / 2 / grid.Step), ccw);
        }
        else
        {
            var pieces = sweep >= Math.Tau - 1e-9 ? 2 : sweep <= LongestSweep ? 1 : (int)Math.Ceiling(sweep / 2);
            var from = Math.Atan2(edge.Start.Y - edge.Centre.Y, edge.Start.X - edge.Centre.X);
            var gridRadius = (long)(pieces == 2 && edge.Start == edge.End ? radius / grid.Step : Math.Round(radius / grid.Step));
            for (var piece = 1; piece <= pieces; piece++)
            {
                var angle = from + ((int)edge.Direction * sweep * piece / pieces);
                var to = piece == pieces ? end : grid.Snap(edge.Centre + offset + new Point((long)Math.Round(radius * Math.Cos(angle)), (long)Math.Round(radius * Math.Sin(angle))));
                path.ArcTo(to, Math.Max(gridRadius, 1), ccw);
            }
        }
        chords.Clear();
        chords.Add(end);
    }

    /// <summary>Writes the straight steps collected so far; when closing, the step back to the start is left to the path's close.</summary>
    public static void FlushChords(PathData path, List<GridPoint> chords, Grid grid, bool closing)
    {
        Simplification.Simplify(chords, grid.Tolerance);
        var count = closing && chords.Count > 2 && chords[^1] == chords[0] ? chords.Count - 1 : chords.Count;
        for (var i = 1; i < count; i++) path.LineTo(chords[i]);
        var end = chords[^1];
        chords.Clear();
        chords.Add(end);
    }
}

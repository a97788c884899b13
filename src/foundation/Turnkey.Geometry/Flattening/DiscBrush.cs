using System.Runtime.InteropServices;
using Turnkey.Geometry.Regions;

namespace Turnkey.Geometry.Flattening;

/// <summary>
/// Strokes with a round pen as polygons. Sides of straight strokes lie exactly where they belong, to the grid; ends have the corners of
/// <see cref="ArcChords.Disc"/>, so that strokes that follow each other, and the disc itself, share them.
/// </summary>
public sealed class DiscBrush
{
    private readonly double radius;
    private readonly double tolerance;
    private readonly Point[] disc;
    private readonly List<Point> corners = [];

    /// <param name="diameter">In nanometres; nothing is drawn below 2.</param>
    /// <param name="tolerance">In nanometres.</param>
    public DiscBrush(long diameter, double tolerance = ArcChords.Tolerance)
    {
        this.tolerance = tolerance;
        radius = diameter / 2d;
        disc = diameter < 2 ? [] : ArcChords.Disc(radius, tolerance);
    }

    /// <summary>Adds the disc put at a place.</summary>
    public void Flash(Point at, Overlay into, int layer = 0) => into.Add(disc, at, layer);

    /// <summary>Adds what the disc covers along the path; counter-clockwise, so that strokes add up where they overlap.</summary>
    public void Stroke(Edge path, Overlay into, int layer = 0)
    {
        if (disc.Length == 0) return;
        if (!path.IsArc) Line(path.Start, path.End, into, layer);
        else if (path.Radius <= radius || Math.Abs(Point.Distance(path.Start, path.Centre) - Point.Distance(path.End, path.Centre)) > tolerance)
        {
            // The pen covers the centre, or the path is no arc of a circle: piece by piece.
            var stops = new List<Point> { path.Start };
            path.Flatten(stops, tolerance);
            for (var i = 1; i < stops.Count; i++) Line(stops[i - 1], stops[i], into, layer);
        }
        else Arc(path.Direction == ArcDirection.CounterClockwise ? path : path.Reversed, into, layer);
    }

    private void Line(Point from, Point to, Overlay into, int layer)
    {
        if (from == to)
        {
            Flash(from, into, layer);
            return;
        }
        var along = to - from;
        var side = Side(-along.Y, along.X);
        var turn = ArcChords.Angle(along) - (Math.PI / 2);
        corners.Clear();
        corners.Add(from - side);
        corners.Add(to - side);
        Cap(to, turn);
        corners.Add(to + side);
        corners.Add(from + side);
        Cap(from, turn + Math.PI);
        Flush(into, layer);
    }

    private void Arc(Edge path, Overlay into, int layer)
    {
        var (out0, out1) = (path.Start - path.Centre, path.End - path.Centre);
        var (first, last, from, sweep) = (Point.Distance(path.Start, path.Centre), Point.Distance(path.End, path.Centre), ArcChords.Angle(out0), path.Sweep);
        var (side0, side1) = (Side(out0.X, out0.Y), Side(out1.X, out1.Y));
        var isCircle = path.Start == path.End;
        corners.Clear();
        corners.Add(path.Start + side0);
        ArcChords.Append(corners, path.Centre, first + radius, last + radius, from, sweep, tolerance);
        if (isCircle) Flush(into, layer);
        else
        {
            corners.Add(path.End + side1);
            Cap(path.End, ArcChords.Angle(out1));
        }
        corners.Add(path.End - side1);
        ArcChords.Append(corners, path.Centre, last - radius, first - radius, from + sweep, -sweep, tolerance);
        if (!isCircle)
        {
            corners.Add(path.Start - side0);
            Cap(path.Start, from + Math.PI);
        }
        Flush(into, layer);
    }

    /// <summary>Adds the disc's corners over half a turn from a direction on, in radians, ends not included.</summary>
    private void Cap(Point at, double from)
    {
        var step = Math.Tau / disc.Length;
        // Corner k lies in the direction (k + 1/2) steps; a corner within a thousandth of a step is the end itself.
        var place = (from / step) - 0.5;
        var end = place + (disc.Length / 2d) - 1e-3;
        for (var i = (int)Math.Floor(place + 1e-3) + 1; i < end; i++) corners.Add(at + disc[((i % disc.Length) + disc.Length) % disc.Length]);
    }

    private Point Side(long x, long y)
    {
        var length = double.Hypot(x, y);
        return length == 0 ? Point.Origin : new Point((long)Math.Round(radius * x / length), (long)Math.Round(radius * y / length));
    }

    private void Flush(Overlay into, int layer)
    {
        into.Add(CollectionsMarshal.AsSpan(corners), layer: layer);
        corners.Clear();
    }
}

using System.Runtime.InteropServices;

namespace Turnkey.Geometry.Flattening;

/// <summary>
/// Drags the hull of a shape along one path after the other, in memory that is used again: a file can ask for a hundred thousand copies of a stroke.
/// </summary>
public sealed class ConvexSweep
{
    private readonly List<Point> shape;
    private readonly List<Point> stops = [];
    private readonly List<Point> hull = [];
    private int stop;

    /// <param name="corners">Of the shape, in any order; they are sorted.</param>
    public ConvexSweep(Span<Point> corners) => shape = ShapeSweep.Hull(corners);

    /// <summary>Straight pieces of the path that is followed.</summary>
    public int Pieces => stops.Count - 1;

    /// <param name="path">What the shape's origin follows.</param>
    /// <param name="tolerance">Of the path, in nanometres.</param>
    public void Follow(in Edge path, double tolerance)
    {
        ShapeSweep.Stops(path, tolerance, stops);
        stop = 0;
    }

    /// <summary>What the next piece covers that covers anything: a convex polygon, counter-clockwise. False when the path is at its end.</summary>
    /// <param name="polygon">Valid until the next call.</param>
    public bool Next(out ReadOnlySpan<Point> polygon)
    {
        while (++stop < stops.Count)
        {
            Join(stops[stop - 1], stops[stop]);
            if (hull.Count <= 2) continue;
            polygon = CollectionsMarshal.AsSpan(hull);
            return true;
        }
        polygon = [];
        return false;
    }

    /// <summary>
    /// The hull of the shape at two places: edges that look along the way are taken at the second, those that look back at the first, and at the two corners
    /// between them the way itself is an edge. Edges that run along the way are part of that, so that no corner lies on a straight line.
    /// </summary>
    private void Join(Point from, Point to)
    {
        hull.Clear();
        var along = to - from;
        if (shape.Count < 3)
        {
            JoinAll(from, to);
            return;
        }
        if (along == Point.Origin)
        {
            foreach (var corner in shape) hull.Add(corner + from);
            return;
        }
        var first = 0;
        var entering = Facing(shape.Count - 1, along);
        for (var i = 0; i < shape.Count; i++)
        {
            var leaving = Facing(i, along);
            if (leaving > 0)
            {
                if (entering < 0) hull.Add(shape[i] + from);
                hull.Add(shape[i] + to);
            }
            else if (leaving < 0)
            {
                if (entering > 0) hull.Add(shape[i] + to);
                hull.Add(shape[i] + from);
            }
            else
            {
                hull.Add(shape[i] + (entering > 0 ? to : from));
            }
            entering = leaving;
        }
        for (var i = 1; i < hull.Count; i++)
        {
            if (hull[i].X < hull[first].X || (hull[i].X == hull[first].X && hull[i].Y < hull[first].Y)) first = i;
        }
        if (first == 0) return;
        // From the leftmost corner on, as every hull.
        var corners = CollectionsMarshal.AsSpan(hull);
        corners[..first].Reverse();
        corners[first..].Reverse();
        corners.Reverse();
    }

    /// <summary>The same for a shape without area.</summary>
    private void JoinAll(Point from, Point to)
    {
        var corners = new Point[2 * shape.Count];
        for (var i = 0; i < shape.Count; i++) (corners[i], corners[shape.Count + i]) = (shape[i] + from, shape[i] + to);
        hull.AddRange(ShapeSweep.Hull(corners));
    }

    /// <summary>Greater than 0 when the outside of an edge looks along the way, less when it looks back.</summary>
    private int Facing(int edge, Point along)
    {
        var side = shape[edge + 1 == shape.Count ? 0 : edge + 1] - shape[edge];
        return Int128.Sign(Point.Cross(Point.Origin, along, side));
    }
}

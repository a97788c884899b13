using System.Collections.Immutable;

namespace Turnkey.Geometry;

/// <summary>
/// A closed line of edges, each starting where the one before ended and the last ending where the first starts. Kept in 8 bytes a corner, 20 where the
/// contour has arcs.
/// </summary>
public sealed class Contour
{
    private readonly int[] store;
    private readonly int stride;
    private Box? bounds;
    private IReadOnlyList<Point>? flattened;

    /// <param name="edges">Of each the start is kept, and the end is the start of the next.</param>
    /// <exception cref="ArgumentException">There are no edges.</exception>
    /// <exception cref="OverflowException">A coordinate does not fit 32 bits; readers refuse what is not <see cref="Point.IsInRange"/>.</exception>
    public Contour(ImmutableArray<Edge> edges)
    {
        if (edges.IsDefaultOrEmpty) throw new ArgumentException("a contour has edges", nameof(edges));
        stride = ContourStore.OfLines;
        for (var i = 0; i < edges.Length; i++)
        {
            if (edges[i].IsArc) stride = ContourStore.OfArcs;
        }
        store = new int[edges.Length * stride];
        for (var i = 0; i < edges.Length; i++) ContourStore.Write(store, stride, i, edges[i]);
    }

    internal Contour(int[] store, int stride)
    {
        this.store = store;
        this.stride = stride;
    }

    public ContourEdges Edges => new(this);

    /// <summary>False for a polygon.</summary>
    public bool HasArcs => stride == ContourStore.OfArcs;

    public Box Bounds => bounds ?? (bounds = Measure()).GetValueOrDefault();

    /// <summary>
    /// Signed area in square nanometres, positive counter-clockwise; arcs exact (not of the flattened polygon). As double: relative error below 1e-12 on boards.
    /// </summary>
    public double SignedArea
    {
        get
        {
            Int128 twice = 0;
            var segments = 0d;
            var origin = CornerAt(0);
            for (var i = 0; i < Count; i++)
            {
                var edge = EdgeAt(i);
                twice += Point.Cross(origin, edge.Start, edge.End);
                if (!edge.IsArc) continue;
                // The circular segment between chord and arc; for a full circle the chord is a point and the segment the disc.
                var sweep = edge.Sweep;
                segments += (int)edge.Direction * edge.Radius * edge.Radius * (sweep - Math.Sin(sweep)) / 2;
            }
            return ((double)twice / 2) + segments;
        }
    }

    /// <summary>In nanometres.</summary>
    public double Perimeter
    {
        get
        {
            var length = 0d;
            for (var i = 0; i < Count; i++) length += EdgeAt(i).Length;
            return length;
        }
    }

    internal int Count => store.Length / stride;

    public static Contour Polygon(params ReadOnlySpan<Point> points)
    {
        if (points.IsEmpty) throw new ArgumentException("a contour has edges", nameof(points));
        var corners = new int[points.Length * ContourStore.OfLines];
        for (var i = 0; i < points.Length; i++)
        {
            corners[2 * i] = checked((int)points[i].X);
            corners[(2 * i) + 1] = checked((int)points[i].Y);
        }
        return new Contour(corners, ContourStore.OfLines);
    }

    public static Contour Rectangle(Box box)
    {
        int left = checked((int)box.Left), bottom = checked((int)box.Bottom), right = checked((int)box.Right), top = checked((int)box.Top);
        return new Contour([left, bottom, right, bottom, right, top, left, top], ContourStore.OfLines);
    }

    public static Contour Circle(Point centre, long radius)
    {
        int x = checked((int)centre.X), y = checked((int)centre.Y);
        return new Contour([checked((int)(x + radius)), y, x, y, (int)ArcDirection.CounterClockwise], ContourStore.OfArcs);
    }

    /// <summary>The corners, first not repeated, with a chord error of at most <paramref name="tolerance"/> nanometres.</summary>
    public IReadOnlyList<Point> Flatten(double tolerance)
    {
        var points = new List<Point>(Count);
        Flatten(points, tolerance);
        return points;
    }

    /// <summary>The same into a list that is used again; what was in it is lost.</summary>
    public void Flatten(List<Point> points, double tolerance)
    {
        points.Clear();
        points.Add(CornerAt(0));
        for (var i = 0; i < Count; i++) EdgeAt(i).Flatten(points, tolerance);
        if (points.Count > 1 && points[^1] == points[0]) points.RemoveAt(points.Count - 1);
    }

    public Contour Transform(in Placing placing)
    {
        var moved = new int[store.Length];
        for (var i = 0; i < Count; i++) ContourStore.Write(moved, stride, i, placing.Apply(EdgeAt(i)));
        return new Contour(moved, stride);
    }

    /// <summary>Inside or on the line, arcs flattened to 1 µm; nonzero and even-odd agree on a contour that does not cross itself.</summary>
    public bool Contains(Point point)
    {
        if (!Bounds.Contains(point)) return false;
        var inside = false;
        var corners = flattened ??= Flatten(1000);
        for (int i = 0, j = corners.Count - 1; i < corners.Count; j = i++)
        {
            var (a, b) = (corners[i], corners[j]);
            if (Point.Cross(a, b, point) == 0 && Box.Empty.Join(a).Join(b).Contains(point)) return true;
            if (a.Y > point.Y == b.Y > point.Y) continue;
            var cross = Point.Cross(a, b, point);
            if (b.Y > a.Y ? cross > 0 : cross < 0) inside = !inside;
        }
        return inside;
    }

    internal Edge EdgeAt(int index)
    {
        var at = index * stride;
        var next = at + stride == store.Length ? 0 : at + stride;
        Point start = new(store[at], store[at + 1]), end = new(store[next], store[next + 1]);
        if (stride == ContourStore.OfLines || store[at + 4] == (int)ArcDirection.None) return Edge.Line(start, end);
        return Edge.Arc(start, end, new Point(store[at + 2], store[at + 3]), (ArcDirection)store[at + 4]);
    }

    private Point CornerAt(int index) => new(store[index * stride], store[(index * stride) + 1]);

    private Box Measure()
    {
        int left = int.MaxValue, bottom = int.MaxValue, right = int.MinValue, top = int.MinValue;
        for (var at = 0; at < store.Length; at += stride)
        {
            left = Math.Min(left, store[at]);
            right = Math.Max(right, store[at]);
            bottom = Math.Min(bottom, store[at + 1]);
            top = Math.Max(top, store[at + 1]);
        }
        var box = new Box(left, bottom, right, top);
        for (var i = 0; HasArcs && i < Count; i++) box = box.Join(EdgeAt(i).Bounds);
        return box;
    }
}

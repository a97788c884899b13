using System.Collections.Immutable;

namespace Turnkey.Geometry;

/// <summary>A closed line of edges, each starting where the one before ended and the last ending where the first starts.</summary>
public sealed class Contour
{
    private Box? bounds;
    private IReadOnlyList<Point>? flattened;

    public Contour(ImmutableArray<Edge> edges)
    {
        if (edges.IsDefaultOrEmpty) throw new ArgumentException("a contour has edges", nameof(edges));
        Edges = edges;
    }

    public ImmutableArray<Edge> Edges { get; }

    public Box Bounds => bounds ??= Edges.Aggregate(Box.Empty, (box, edge) => box.Join(edge.Bounds));

    /// <summary>
    /// Signed area in square nanometres, positive counter-clockwise; arcs exact (not of the flattened polygon). As double: relative error below 1e-12 on boards.
    /// </summary>
    public double SignedArea
    {
        get
        {
            Int128 twice = 0;
            var segments = 0d;
            var origin = Edges[0].Start;
            foreach (var edge in Edges)
            {
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
    public double Perimeter => Edges.Sum(edge => edge.Length);

    public static Contour Polygon(params ReadOnlySpan<Point> points)
    {
        var edges = ImmutableArray.CreateBuilder<Edge>(points.Length);
        for (var i = 0; i < points.Length; i++) edges.Add(Edge.Line(points[i], points[(i + 1) % points.Length]));
        return new Contour(edges.MoveToImmutable());
    }

    public static Contour Rectangle(Box box) =>
        Polygon(new Point(box.Left, box.Bottom), new Point(box.Right, box.Bottom), new Point(box.Right, box.Top), new Point(box.Left, box.Top));

    public static Contour Circle(Point centre, long radius)
    {
        var start = new Point(centre.X + radius, centre.Y);
        return new Contour([Edge.Arc(start, start, centre, ArcDirection.CounterClockwise)]);
    }

    /// <summary>The corners, first not repeated, with a chord error of at most <paramref name="tolerance"/> nanometres.</summary>
    public IReadOnlyList<Point> Flatten(double tolerance)
    {
        var points = new List<Point>(Edges.Length) { Edges[0].Start };
        foreach (var edge in Edges) edge.Flatten(points, tolerance);
        if (points.Count > 1 && points[^1] == points[0]) points.RemoveAt(points.Count - 1);
        return points;
    }

    public Contour Transform(in Placing placing)
    {
        var moved = ImmutableArray.CreateBuilder<Edge>(Edges.Length);
        foreach (var edge in Edges) moved.Add(placing.Apply(edge));
        return new Contour(moved.MoveToImmutable());
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
}

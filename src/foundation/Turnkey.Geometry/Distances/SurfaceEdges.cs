using Turnkey.Geometry.Indexing;

namespace Turnkey.Geometry.Distances;

/// <summary>Edges of a surface that can be asked which of them are near.</summary>
internal sealed class SurfaceEdges
{
    /// <summary>Below that, looking at every edge is quicker than a tree.</summary>
    private const int Few = 24;

    private readonly Curve[] curves;
    private readonly Box[] boxes;
    private readonly BoxIndex? index;
    private WindingGrid? grid;

    public SurfaceEdges(IReadOnlyCollection<Edge> edges)
    {
        (curves, boxes) = (new Curve[edges.Count], new Box[edges.Count]);
        var at = 0;
        foreach (var edge in edges)
        {
            curves[at] = new Curve(edge, Point.Origin);
            boxes[at] = edge.Bounds;
            Bounds = Bounds.Join(boxes[at++]);
        }
        if (curves.Length > Few) index = new BoxIndex(boxes);
    }

    public int Count => curves.Length;

    public Box Bounds { get; } = Box.Empty;

    public ref readonly Curve this[int at] => ref curves[at];

    public Box BoxAt(int at) => boxes[at];

    /// <summary>How often closed contours wind round a place; on an edge either side's number.</summary>
    public int Winding(double x, double y, ref long looks)
    {
        if (!(x >= Bounds.Left && x <= Bounds.Right && y >= Bounds.Bottom && y <= Bounds.Top)) return 0;
        if (index is not null)
        {
            // Two threads may both make it, and make the same.
            grid ??= new WindingGrid(curves, boxes, Bounds);
            return grid.Around(x, y, ref looks);
        }
        var winding = 0;
        foreach (ref readonly var edge in curves.AsSpan()) winding += edge.WindingAround(x, y);
        looks += curves.Length;
        return winding;
    }

    /// <summary>The edges whose boxes touch the window.</summary>
    public Matches Near(Box window) => new(this, window);

    internal readonly ref struct Matches(SurfaceEdges edges, Box window)
    {
        public Walk GetEnumerator() => new(edges, window);
    }

    internal ref struct Walk
    {
        private readonly SurfaceEdges edges;
        private readonly Box window;
        private BoxIndex.Walk tree;
        private int at = -1;

        public Walk(SurfaceEdges edges, Box window)
        {
            (this.edges, this.window) = (edges, window);
            if (edges.index is { } index) tree = index.Overlapping(window).GetEnumerator();
        }

        public readonly int Current => edges.index is null ? at : tree.Current;

        public bool MoveNext()
        {
            if (edges.index is not null) return tree.MoveNext();
            while (++at < edges.boxes.Length)
            {
                if (edges.boxes[at].Overlaps(window)) return true;
            }
            return false;
        }
    }
}

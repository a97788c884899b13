using System.Collections.Immutable;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Geometry.Distances;

/// <summary>
/// A filled area with lines and arcs for its edge, prepared for measuring: a pour, a pad of any shape. Where the contours wind round a place
/// (nonzero winding) it is covered. Immutable, and safe to measure from several threads.
/// </summary>
public sealed class Surface
{
    /// <summary>Below that, looking at every edge is quicker than a tree.</summary>
    private const int Few = 24;

    private readonly Curve[] edges;
    private readonly Box[] boxes;
    private readonly BoxIndex? index;
    private readonly Point[] starts;

    /// <param name="contours">Edge after edge, holes turning against what they are cut from.</param>
    public Surface(ImmutableArray<Contour> contours)
    {
        if (contours.IsDefaultOrEmpty) throw new ArgumentException("a surface has a contour", nameof(contours));
        Contours = contours;
        starts = [.. contours.Select(contour => contour.Edges[0].Start)];
        var count = contours.Sum(contour => contour.Edges.Length);
        (edges, boxes) = (new Curve[count], new Box[count]);
        var at = 0;
        foreach (var contour in contours)
        {
            foreach (var edge in contour.Edges)
            {
                edges[at] = new Curve(edge, Point.Origin);
                boxes[at] = edge.Bounds;
                Bounds = Bounds.Join(boxes[at++]);
            }
        }
        if (count > Few) index = new BoxIndex(boxes);
    }

    public ImmutableArray<Contour> Contours { get; }

    public Box Bounds { get; } = Box.Empty;

    /// <summary>One place on each contour.</summary>
    internal ReadOnlySpan<Point> Starts => starts;

    internal int EdgeCount => edges.Length;

    /// <summary>How often the contours wind round a place; on an edge either side's number.</summary>
    internal int Winding(double x, double y, ref long looks)
    {
        // Rounded outwards: a box more does no harm, its edge adds nothing.
        var ray = new Box((long)Math.Floor(x), (long)Math.Floor(y), Bounds.Right, (long)Math.Ceiling(y));
        if (ray.IsEmpty || !ray.Overlaps(Bounds)) return 0;
        var winding = 0;
        foreach (var edge in Near(ray))
        {
            looks++;
            winding += edges[edge].WindingAround(x, y);
        }
        return winding;
    }

    internal ref readonly Curve EdgeAt(int at) => ref edges[at];

    internal Box BoxAt(int at) => boxes[at];

    /// <summary>The edges whose boxes touch the window.</summary>
    internal Matches Near(Box window) => new(this, window);

    internal readonly ref struct Matches(Surface surface, Box window)
    {
        public Walk GetEnumerator() => new(surface, window);
    }

    internal ref struct Walk
    {
        private readonly Surface surface;
        private readonly Box window;
        private BoxIndex.Walk tree;
        private int at = -1;

        public Walk(Surface surface, Box window)
        {
            (this.surface, this.window) = (surface, window);
            if (surface.index is { } index) tree = index.Overlapping(window).GetEnumerator();
        }

        public readonly int Current => surface.index is null ? at : tree.Current;

        public bool MoveNext()
        {
            if (surface.index is not null) return tree.MoveNext();
            while (++at < surface.boxes.Length)
            {
                if (surface.boxes[at].Overlaps(window)) return true;
            }
            return false;
        }
    }
}

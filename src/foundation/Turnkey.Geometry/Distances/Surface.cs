using System.Collections.Immutable;

namespace Turnkey.Geometry.Distances;

/// <summary>
/// A filled area with lines and arcs for its edge, prepared for measuring: a pour, a pad of any shape. Where the contours wind round a place
/// (nonzero winding) it is covered. Immutable, and safe to measure from several threads.
/// </summary>
public sealed class Surface
{
    private readonly SurfaceEdges drawn;
    private readonly Point[] starts;

    /// <param name="contours">Edge after edge, holes turning against what they are cut from.</param>
    public Surface(ImmutableArray<Contour> contours)
    {
        if (contours.IsDefaultOrEmpty) throw new ArgumentException("a surface has a contour", nameof(contours));
        Contours = contours;
        starts = [.. contours.Select(contour => contour.Edges[0].Start)];
        Edge[] edges = [.. contours.SelectMany(contour => contour.Edges)];
        drawn = new SurfaceEdges(edges);
        Rim = SurfaceRim.IsNeeded(contours, drawn.Count) ? RimOf(contours) : CutInEdges.Without(edges) is { Count: > 0 } rim ? new SurfaceEdges(rim) : drawn;
    }

    public ImmutableArray<Contour> Contours { get; }

    public Box Bounds => drawn.Bounds;

    /// <summary>One place on each contour.</summary>
    internal ReadOnlySpan<Point> Starts => starts;

    /// <summary>What is covered ends there: the edges of all contours, without those that lie inside others, and without cut-ins.</summary>
    internal SurfaceEdges Rim { get; }

    /// <summary>How often the contours wind round a place; on an edge either side's number.</summary>
    internal int Winding(double x, double y, ref long looks) => drawn.Winding(x, y, ref looks);

    /// <summary>Inside, or nearer to an edge than counts as touching it.</summary>
    internal bool Covers(Point place)
    {
        var looks = 0L;
        if (Winding(place.X, place.Y, ref looks) != 0) return true;
        foreach (var at in Rim.Near(Box.Around(place, 1, 1)))
        {
            var nearest = new Nearest();
            nearest.Between(Rim[at], place.X, place.Y);
            if (nearest.Distance < Primitive.TouchingWithin) return true;
        }
        return false;
    }

    private SurfaceEdges RimOf(ImmutableArray<Contour> contours)
    {
        var looks = 0L;
        var rim = SurfaceRim.Of(contours, (x, y) => Winding(x, y, ref looks));
        // Contours thinner than can be asked beside them leave nothing: then all their edges count.
        return rim.Count == 0 ? drawn : new SurfaceEdges(rim);
    }
}

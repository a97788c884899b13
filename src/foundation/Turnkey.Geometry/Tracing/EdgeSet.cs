namespace Turnkey.Geometry.Tracing;

/// <summary>Edges to be asked whether others meet them.</summary>
internal sealed class EdgeSet
{
    /// <summary>Comparisons before every contour counts as met, which is slower afterwards but never wrong.</summary>
    private const int MostComparisons = 4_000_000;

    private readonly Edge[] edges;
    private readonly Box[] boxes;
    private readonly Box all;
    private readonly long snap;
    private int comparisons;

    public EdgeSet(IEnumerable<Edge> edges, long snap)
    {
        this.edges = [.. edges];
        boxes = [.. this.edges.Select(edge => edge.Bounds.Grow(snap))];
        all = boxes.Aggregate(Box.Empty, (join, box) => join.Join(box));
        this.snap = snap;
    }

    public bool Meets(IReadOnlyList<Edge> contour)
    {
        var crossings = new List<Point>();
        foreach (var side in contour)
        {
            var bounds = side.Bounds;
            if (!all.Overlaps(bounds)) continue;
            for (var i = 0; i < edges.Length; i++)
            {
                if (++comparisons > MostComparisons) return true;
                if (!boxes[i].Overlaps(bounds)) continue;
                EdgeMeeting.Crossings(side, edges[i], crossings);
                if (crossings.Count > 0 || EdgeMeeting.LiesInside(side, edges[i].Start, snap) || EdgeMeeting.LiesInside(side, edges[i].End, snap)) return true;
                if (EdgeMeeting.LiesInside(edges[i], side.Start, snap)) return true;
            }
        }
        return false;
    }
}

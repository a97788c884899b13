namespace Turnkey.Geometry.Tracing;

/// <summary>Cuts edges where others cross them or end on them, so that all meetings are at ends.</summary>
internal static class EdgeSplitting
{
    /// <summary>Pairs of edges that are looked at before giving up: a drawing of ten thousand crossing lines, not a hostile million.</summary>
    private const int MostPairs = 4_000_000;
    private const int MostCuts = 500_000;

    public static (List<Edge> Pieces, bool Complete) AtMeetings(IReadOnlyList<Edge> edges, long snap)
    {
        var boxes = edges.Select(edge => edge.Bounds.Grow(snap)).ToArray();
        var order = Enumerable.Range(0, edges.Count).OrderBy(index => boxes[index].Left).ThenBy(index => index).ToArray();
        var cuts = new List<Point>?[edges.Count];
        var active = new List<int>();
        var meetings = new List<Point>();
        var (pairs, count) = (0, 0);
        foreach (var index in order)
        {
            active.RemoveAll(other => boxes[other].Right < boxes[index].Left);
            foreach (var other in active)
            {
                if (++pairs > MostPairs || count > MostCuts) return (Cut(edges, cuts, snap), false);
                if (boxes[other].Bottom > boxes[index].Top || boxes[index].Bottom > boxes[other].Top) continue;
                meetings.Clear();
                EdgeMeeting.Crossings(edges[index], edges[other], meetings);
                foreach (var meeting in meetings)
                {
                    (cuts[index] ??= []).Add(meeting);
                    (cuts[other] ??= []).Add(meeting);
                    count++;
                }
                count += EndsOn(edges[index], edges[other], other) + EndsOn(edges[other], edges[index], index);
            }
            active.Add(index);
        }
        return (Cut(edges, cuts, snap), true);

        int EndsOn(Edge ending, Edge edge, int index)
        {
            var found = 0;
            foreach (var end in (ReadOnlySpan<Point>)[ending.Start, ending.End])
            {
                if (!EdgeMeeting.LiesInside(edge, end, snap)) continue;
                (cuts[index] ??= []).Add(end);
                found++;
            }
            return found;
        }
    }

    /// <summary>The edge cut at the points given, which lie on it or very near.</summary>
    public static IEnumerable<Edge> At(Edge edge, IEnumerable<Point> points, long snap)
    {
        var start = edge.Start;
        foreach (var point in points.Distinct().OrderBy(point => EdgeMeeting.Along(edge, point)).ThenBy(point => point.X).ThenBy(point => point.Y))
        {
            if (Point.Distance(point, start) <= snap || Point.Distance(point, edge.End) <= snap) continue;
            yield return Piece(edge, start, point);
            start = point;
        }
        yield return Piece(edge, start, edge.End);
    }

    private static Edge Piece(Edge edge, Point start, Point end) => edge.IsArc ? Edge.Arc(start, end, edge.Centre, edge.Direction) : Edge.Line(start, end);

    private static List<Edge> Cut(IReadOnlyList<Edge> edges, List<Point>?[] cuts, long snap)
    {
        var pieces = new List<Edge>(edges.Count);
        for (var i = 0; i < edges.Count; i++)
        {
            if (cuts[i] is { } points) pieces.AddRange(At(edges[i], points, snap));
            else pieces.Add(edges[i]);
        }
        return pieces;
    }
}

namespace Turnkey.Geometry.Tracing;

/// <summary>Joins loose ends: each with the nearest other one within the gap, and what is left with the nearest edge it almost reaches.</summary>
internal static class GapClosing
{
    /// <summary>Neighbours looked at for one loose end; more than this many ends in one gap's reach are a hatching, not an outline.</summary>
    private const int MostNeighbours = 32;

    public static EdgeGraph Close(EdgeGraph graph, long gap, long snap, List<ContourGap> gaps)
    {
        if (gap == 0) return graph;
        var at = graph.Incidence();
        var loose = Enumerable.Range(0, at.Length).Where(node => at[node].Count == 1).ToList();
        if (loose.Count == 0) return graph;
        var bridges = new List<Edge>();
        var joined = JoinEnds(graph, at, loose, gap, bridges);
        var edges = graph.Links.Select(link => link.Edge).ToList();
        ReachEdges(graph, at, [.. loose.Where(node => !joined.Contains(node))], gap, snap, edges, bridges);
        gaps.AddRange(bridges.Select(bridge => new ContourGap(bridge.Start, bridge.End)));
        edges.AddRange(bridges);
        return EdgeGraph.Of(edges, snap, []);
    }

    private static HashSet<int> JoinEnds(EdgeGraph graph, List<int>[] at, List<int> loose, long gap, List<Edge> bridges)
    {
        var cells = loose.GroupBy(node => Cell(graph.Nodes[node], gap)).ToDictionary(group => group.Key, group => group.ToList());
        var pairs = new List<(double Distance, int A, int B)>();
        foreach (var node in loose)
        {
            var (x, y) = Cell(graph.Nodes[node], gap);
            var looked = 0;
            for (var i = x - 1; i <= x + 1; i++)
            {
                for (var j = y - 1; j <= y + 1; j++)
                {
                    if (!cells.TryGetValue((i, j), out var near)) continue;
                    foreach (var other in near)
                    {
                        if (other <= node || looked >= MostNeighbours) continue;
                        looked++;
                        var distance = Point.Distance(graph.Nodes[node], graph.Nodes[other]);
                        // The two ends of one short line are not each other's continuation.
                        if (distance <= gap && at[node][0] != at[other][0]) pairs.Add((distance, node, other));
                    }
                }
            }
        }
        pairs.Sort();
        var joined = new HashSet<int>();
        foreach (var (_, a, b) in pairs)
        {
            if (joined.Contains(a) || joined.Contains(b)) continue;
            joined.Add(a);
            joined.Add(b);
            bridges.Add(Edge.Line(graph.Nodes[a], graph.Nodes[b]));
        }
        return joined;
    }

    private static void ReachEdges(EdgeGraph graph, List<int>[] at, List<int> loose, long gap, long snap, List<Edge> edges, List<Edge> bridges)
    {
        // Every loose end against every edge: outlines leave a handful. A drawing that leaves thousands is none.
        if ((long)loose.Count * edges.Count > 4_000_000) return;
        var cuts = new Dictionary<int, List<Point>>();
        if (loose.Count == 0) return;
        var reach = edges.Select(edge => edge.Bounds.Grow(gap)).ToArray();
        foreach (var node in loose)
        {
            var end = graph.Nodes[node];
            var (nearest, place, best) = (-1, end, (double)gap);
            for (var i = 0; i < graph.Links.Count; i++)
            {
                if (i == at[node][0] || !reach[i].Contains(end)) continue;
                var on = EdgeMeeting.Nearest(edges[i], end);
                var distance = Point.Distance(on, end);
                if (distance <= best && distance > 0) (nearest, place, best) = (i, on, distance);
            }
            if (nearest < 0) continue;
            if (!cuts.TryGetValue(nearest, out var points)) cuts[nearest] = points = [];
            points.Add(place);
            bridges.Add(Edge.Line(end, place));
        }
        foreach (var (index, points) in cuts.OrderByDescending(pair => pair.Key))
        {
            var pieces = EdgeSplitting.At(edges[index], points, snap).ToList();
            edges.RemoveAt(index);
            edges.AddRange(pieces);
        }
    }

    private static (long X, long Y) Cell(Point point, long size) => (EdgeGraph.FloorDiv(point.X, size), EdgeGraph.FloorDiv(point.Y, size));
}

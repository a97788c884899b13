namespace Turnkey.Geometry.Tracing;

/// <summary>
/// The areas that a graph of edges encloses. An edge with the same area on both sides closes nothing (a tail, a bridge) and is loose;
/// the rest are outer contours, the cells inside them and the edges between cells.
/// </summary>
internal sealed record FaceSet(List<Contour> Outer, List<Contour> Cells, List<Edge> Dividers, List<Edge> Loose)
{
    public static FaceSet Empty { get; } = new([], [], [], []);

    /// <param name="sliver">Cells narrower than this lie between two drawings of the same line and divide nothing.</param>
    public static FaceSet Of(EdgeGraph graph, long sliver)
    {
        var links = graph.Links.ToList();
        var loose = new List<Edge>();
        var walk = Walk(links, graph.Nodes.Count);
        // Taking bridges away can leave a former neighbour a tail of nothing more, so one round is enough: bridges and tails have one face on both sides from the start.
        var solid = links.Where((_, index) => walk[2 * index] != walk[(2 * index) + 1]).ToList();
        loose.AddRange(links.Where((_, index) => walk[2 * index] == walk[(2 * index) + 1]).Select(link => link.Edge));
        return Classify(solid, graph.Nodes.Count, sliver, loose);
    }

    private static FaceSet Classify(List<EdgeGraph.Link> links, int nodes, long sliver, List<Edge> loose)
    {
        var result = new FaceSet([], [], [], loose);
        if (links.Count == 0) return result;
        var next = NextHalfEdges(links, nodes);
        var face = Faces(next, out var count);
        var loops = new List<int>[count];
        for (var half = 0; half < face.Length; half++) loops[face[half]] ??= [];
        var seen = new bool[face.Length];
        for (var start = 0; start < face.Length; start++)
        {
            if (seen[start]) continue;
            for (var half = start; !seen[half]; half = next[half])
            {
                seen[half] = true;
                loops[face[half]].Add(half);
            }
        }
        var isOuter = new bool[count];
        var component = Components(links, nodes);
        var cellsOf = new Dictionary<int, List<Contour>>();
        for (var i = 0; i < count; i++)
        {
            var contour = new Contour([.. loops[i].Select(half => Directed(links, half))]);
            isOuter[i] = contour.SignedArea <= 0;
            if (isOuter[i]) result.Outer.AddRange(SimpleLoops(links, loops[i]));
            else if (contour.SignedArea >= contour.Perimeter * sliver / 2)
            {
                var key = component[links[loops[i][0] / 2].From];
                if (!cellsOf.TryGetValue(key, out var cells)) cellsOf[key] = cells = [];
                cells.Add(contour);
            }
        }
        var divided = cellsOf.Where(pair => pair.Value.Count > 1).Select(pair => pair.Key).ToHashSet();
        foreach (var key in divided.Order()) result.Cells.AddRange(cellsOf[key]);
        for (var i = 0; i < links.Count; i++)
        {
            if (!divided.Contains(component[links[i].From])) continue;
            if (!isOuter[face[2 * i]] && !isOuter[face[(2 * i) + 1]]) result.Dividers.Add(links[i].Edge);
        }
        return result;
    }

    /// <summary>A walk that touches itself in a node is several contours.</summary>
    private static IEnumerable<Contour> SimpleLoops(List<EdgeGraph.Link> links, List<int> loop)
    {
        var stack = new List<int>();
        var startsAt = new Dictionary<int, int>();
        foreach (var half in loop)
        {
            startsAt[Tail(links, half)] = stack.Count;
            stack.Add(half);
            if (!startsAt.TryGetValue(Head(links, half), out var from)) continue;
            yield return new Contour([.. stack.Skip(from).Select(part => Directed(links, part))]);
            foreach (var part in stack.Skip(from)) startsAt.Remove(Tail(links, part));
            stack.RemoveRange(from, stack.Count - from);
        }
    }

    private static int[] Walk(List<EdgeGraph.Link> links, int nodes) => Faces(NextHalfEdges(links, nodes), out _);

    private static int[] Faces(int[] next, out int count)
    {
        var face = new int[next.Length];
        Array.Fill(face, -1);
        count = 0;
        for (var start = 0; start < next.Length; start++)
        {
            if (face[start] >= 0) continue;
            for (var half = start; face[half] < 0; half = next[half]) face[half] = count;
            count++;
        }
        return face;
    }

    /// <summary>For each half-edge (2i runs along link i, 2i+1 against it) the one that follows around the area on its left: the next clockwise at its head.</summary>
    private static int[] NextHalfEdges(List<EdgeGraph.Link> links, int nodes)
    {
        var leaving = new List<(double Angle, double Curvature, int Half)>[nodes];
        for (var half = 0; half < 2 * links.Count; half++)
        {
            var (angle, curvature) = Departure(Directed(links, half));
            (leaving[Tail(links, half)] ??= []).Add((angle, curvature, half));
        }
        var position = new int[2 * links.Count];
        foreach (var list in leaving)
        {
            if (list is null) continue;
            list.Sort(CompareDepartures);
            for (var i = 0; i < list.Count; i++) position[list[i].Half] = i;
        }
        var next = new int[2 * links.Count];
        for (var half = 0; half < next.Length; half++)
        {
            var around = leaving[Head(links, half)];
            next[half] = around[(position[half ^ 1] + around.Count - 1) % around.Count].Half;
        }
        return next;
    }

    /// <summary>Directions that differ by rounding alone are the same; then the one that bends further left comes later.</summary>
    private static int CompareDepartures((double Angle, double Curvature, int Half) a, (double Angle, double Curvature, int Half) b)
    {
        var angle = a.Angle.CompareTo(b.Angle);
        if (angle != 0) return angle;
        var curvature = a.Curvature.CompareTo(b.Curvature);
        return curvature != 0 ? curvature : a.Half.CompareTo(b.Half);
    }

    private static (double Angle, double Curvature) Departure(Edge edge)
    {
        var turn = (int)edge.Direction;
        var (x, y) = edge.IsArc
            ? (-turn * (double)(edge.Start.Y - edge.Centre.Y), turn * (double)(edge.Start.X - edge.Centre.X))
            : (edge.End.X - edge.Start.X, (double)(edge.End.Y - edge.Start.Y));
        // Directions nearer than 10 µrad are equal (nanometre ends say no more on a tenth of a millimetre), so that tangent arcs and lines are ordered by their bend.
        var angle = Math.Round(Math.Atan2(y, x) * 1e5) / 1e5;
        if (angle <= -3.14159) angle = 3.14159;
        return (angle, edge.IsArc ? turn / edge.Radius : 0);
    }

    private static int[] Components(List<EdgeGraph.Link> links, int nodes)
    {
        var parent = Enumerable.Range(0, nodes).ToArray();
        foreach (var link in links) parent[Find(link.From)] = Find(link.To);
        for (var i = 0; i < nodes; i++) parent[i] = Find(i);
        return parent;

        int Find(int node)
        {
            while (parent[node] != node) node = parent[node] = parent[parent[node]];
            return node;
        }
    }

    private static Edge Directed(List<EdgeGraph.Link> links, int half) => (half & 1) == 0 ? links[half / 2].Edge : links[half / 2].Edge.Reversed;

    private static int Tail(List<EdgeGraph.Link> links, int half) => (half & 1) == 0 ? links[half / 2].From : links[half / 2].To;

    private static int Head(List<EdgeGraph.Link> links, int half) => Tail(links, half ^ 1);
}

using System.Runtime.InteropServices;

namespace Turnkey.Geometry.Tracing;

/// <summary>Edges between places: ends that coincide share a node, doubles are gone, the order depends on the geometry alone.</summary>
internal sealed class EdgeGraph
{
    private readonly List<Link> links = [];

    private EdgeGraph(IReadOnlyList<Point> nodes) => Nodes = nodes;

    /// <summary>An edge from the lower to the higher node.</summary>
    public readonly record struct Link(int From, int To, Edge Edge);

    public IReadOnlyList<Point> Nodes { get; }
    public IReadOnlyList<Link> Links => links;

    /// <summary>Full circles close by themselves and go to <paramref name="circles"/>; what is shorter than <paramref name="snap"/> is dropped.</summary>
    public static EdgeGraph Of(IReadOnlyList<Edge> edges, long snap, List<Contour> circles)
    {
        var (nodes, nodeOf) = Snap(edges, snap);
        var graph = new EdgeGraph(nodes);
        foreach (var edge in edges)
        {
            var (from, to) = (nodeOf[edge.Start], nodeOf[edge.End]);
            if (from == to)
            {
                var isCircle = edge.IsArc && (edge.Start == edge.End || edge.Sweep > Math.PI);
                if (isCircle && edge.Radius > snap) circles.Add(Contour.Circle(edge.Centre, (long)Math.Round(edge.Radius)));
                continue;
            }
            var (a, b) = (nodes[from], nodes[to]);
            var joined = edge.IsArc ? Edge.Arc(a, b, edge.Centre, edge.Direction) : Edge.Line(a, b);
            graph.links.Add(from < to ? new Link(from, to, joined) : new Link(to, from, joined.Reversed));
        }
        graph.links.Sort(Compare);
        graph.RemoveDoubles(snap);
        return graph;
    }

    /// <summary>The links at each node, by index.</summary>
    public List<int>[] Incidence()
    {
        var at = new List<int>[Nodes.Count];
        for (var i = 0; i < at.Length; i++) at[i] = [];
        for (var i = 0; i < links.Count; i++)
        {
            at[links[i].From].Add(i);
            at[links[i].To].Add(i);
        }
        return at;
    }

    /// <summary>The closed lines that nothing else touches, and all other edges.</summary>
    public (List<List<Edge>> Cycles, List<Edge> Others) SeparateCycles()
    {
        var at = Incidence();
        var cycles = new List<List<Edge>>();
        var rest = new List<Edge>();
        var done = new bool[links.Count];
        for (var first = 0; first < links.Count; first++)
        {
            if (done[first]) continue;
            var (component, simple) = Component(first, at, done);
            if (simple) cycles.Add(Cycle(component, at));
            else rest.AddRange(component.Select(index => links[index].Edge));
        }
        return (cycles, rest);
    }

    /// <summary>
    /// Takes away tails no longer than <paramref name="length"/> that hang on a junction (a line that overshoots its corner) and returns them,
    /// so that closing gaps does not tie two of them together.
    /// </summary>
    public List<Edge> PruneTails(long length)
    {
        var pruned = new List<Edge>();
        var at = Incidence();
        var gone = new bool[links.Count];
        for (var node = 0; node < at.Length; node++)
        {
            if (at[node].Count != 1) continue;
            var (chain, total, here, link) = (new List<int>(), 0d, node, at[node][0]);
            while (true)
            {
                chain.Add(link);
                total += links[link].Edge.Length;
                here = links[link].From == here ? links[link].To : links[link].From;
                if (total > length || at[here].Count != 2) break;
                link = at[here][0] == link ? at[here][1] : at[here][0];
            }
            if (total > length || at[here].Count < 3) continue;
            foreach (var index in chain) gone[index] = true;
        }
        for (var i = links.Count - 1; i >= 0; i--)
        {
            if (!gone[i]) continue;
            pruned.Add(links[i].Edge);
        }
        var kept = links.Where((_, index) => !gone[index]).ToList();
        links.Clear();
        links.AddRange(kept);
        return pruned;
    }

    private (List<int> Links, bool Simple) Component(int first, List<int>[] at, bool[] done)
    {
        var found = new List<int> { first };
        var simple = true;
        done[first] = true;
        for (var i = 0; i < found.Count; i++)
        {
            Visit(links[found[i]].From);
            Visit(links[found[i]].To);
        }
        return (found, simple);

        void Visit(int node)
        {
            simple &= at[node].Count == 2;
            foreach (var next in at[node])
            {
                if (done[next]) continue;
                done[next] = true;
                found.Add(next);
            }
        }
    }

    private List<Edge> Cycle(List<int> component, List<int>[] at)
    {
        var edges = new List<Edge>(component.Count);
        var (link, node) = (component[0], links[component[0]].From);
        do
        {
            var current = links[link];
            edges.Add(current.From == node ? current.Edge : current.Edge.Reversed);
            node = current.From == node ? current.To : current.From;
            link = at[node][0] == link ? at[node][1] : at[node][0];
        }
        while (edges.Count < component.Count);
        return edges;
    }

    private void RemoveDoubles(long snap)
    {
        var kept = 0;
        for (var i = 0; i < links.Count; i++)
        {
            var isDouble = false;
            for (var j = kept - 1; j >= 0 && !isDouble && links[j].From == links[i].From && links[j].To == links[i].To; j--) isDouble = Same(links[j].Edge, links[i].Edge, snap);
            if (!isDouble) links[kept++] = links[i];
        }
        links.RemoveRange(kept, links.Count - kept);
    }

    private static bool Same(Edge a, Edge b, long snap) =>
        a.Direction == b.Direction && (!a.IsArc || Point.Distance(a.Middle, b.Middle) <= 2 * snap);

    private static int Compare(Link a, Link b)
    {
        var order = (a.From, a.To, a.Edge.Direction).CompareTo((b.From, b.To, b.Edge.Direction));
        return order != 0 ? order : (a.Edge.Centre.X, a.Edge.Centre.Y).CompareTo((b.Edge.Centre.X, b.Edge.Centre.Y));
    }

    /// <summary>Ends within <paramref name="snap"/> become one node; taken in the order of their coordinates, so the same input in another order gives the same nodes.</summary>
    private static (List<Point> Nodes, Dictionary<Point, int> NodeOf) Snap(IReadOnlyList<Edge> edges, long snap)
    {
        var ends = edges.SelectMany(edge => new[] { edge.Start, edge.End }).Distinct().OrderBy(end => end.X).ThenBy(end => end.Y);
        var nodes = new List<Point>();
        var nodeOf = new Dictionary<Point, int>();
        var cells = new Dictionary<(long, long), List<int>>();
        foreach (var end in ends)
        {
            var (x, y) = (FloorDiv(end.X, snap), FloorDiv(end.Y, snap));
            var (nearest, best) = (-1, (double)snap);
            for (var i = x - 1; i <= x + 1; i++)
            {
                for (var j = y - 1; j <= y + 1; j++)
                {
                    if (!cells.TryGetValue((i, j), out var near)) continue;
                    foreach (var node in near)
                    {
                        var distance = Point.Distance(nodes[node], end);
                        if (distance < best || (nearest < 0 && distance <= best)) (nearest, best) = (node, distance);
                    }
                }
            }
            if (nearest < 0)
            {
                nearest = nodes.Count;
                nodes.Add(end);
                ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, (x, y), out _);
                (cell ??= []).Add(nearest);
            }
            nodeOf[end] = nearest;
        }
        return (nodes, nodeOf);
    }

    internal static long FloorDiv(long value, long by) => value >= 0 ? value / by : -((-value + by - 1) / by);
}

using System.Collections.Immutable;
using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>
/// Joins holes to the contour around them by cut-ins. They run horizontally where the nanometre grid has a place for that, as the standard asks
/// (Gerber layer format specification, 4.10.3); else between two corners, which it discourages, but which moves no edge.
/// </summary>
internal static class CutIns
{
    private const double Tolerance = 250;

    public static Contour Join(Contour outer, IReadOnlyList<Contour> holes)
    {
        var edges = new List<Edge>(outer.Edges);
        // From left to right: what a hole is joined to on its left is joined already.
        var waiting = holes.Select(StartingLeft).OrderBy(hole => hole[0].Start.X).ThenBy(hole => hole[0].Start.Y).ToList();
        while (waiting.Count > 0)
        {
            var hole = waiting[0];
            waiting.RemoveAt(0);
            Insert(edges, hole, waiting);
        }
        return new Contour([.. edges]);
    }

    /// <summary>The edges of a hole from the leftmost place that one of them begins at.</summary>
    private static ImmutableArray<Edge> StartingLeft(Contour hole)
    {
        var first = 0;
        for (var i = 1; i < hole.Edges.Length; i++)
        {
            var (here, best) = (hole.Edges[i].Start, hole.Edges[first].Start);
            if (here.X < best.X || (here.X == best.X && here.Y < best.Y)) first = i;
        }
        return [.. hole.Edges[first..], .. hole.Edges[..first]];
    }

    private static void Insert(List<Edge> edges, ImmutableArray<Edge> hole, IReadOnlyList<ImmutableArray<Edge>> others)
    {
        var from = hole[0].Start;
        var walls = Walls([.. edges, .. hole, .. others.SelectMany(other => other)]);
        if (Horizontal(edges, from, walls) is var (edge, at))
        {
            if (at != edges[edge].End)
            {
                // The edge is straight and upright: cutting it at a place on the grid moves nothing.
                var (start, end) = (edges[edge].Start, edges[edge].End);
                edges[edge] = Edge.Line(start, at);
                edges.Insert(edge + 1, Edge.Line(at, end));
            }
            Splice(edges, edge + 1, at, hole);
            return;
        }
        var corners = Enumerable.Range(0, edges.Count).OrderBy(i => Point.Distance(edges[i].End, from)).ThenBy(i => i).ToArray();
        var free = corners.FirstOrDefault(i => walls.TrueForAll(wall => !Blocks(wall, from, edges[i].End)), corners[0]);
        Splice(edges, free + 1, edges[free].End, hole);
    }

    private static void Splice(List<Edge> edges, int index, Point at, ImmutableArray<Edge> hole)
    {
        var from = hole[0].Start;
        ImmutableArray<Edge> detour = at == from ? hole : [Edge.Line(at, from), .. hole, Edge.Line(from, at)];
        edges.InsertRange(index, detour);
    }

    /// <summary>
    /// The nearest place to the left of a hole where a horizontal line ends exactly: a corner, or a place on an upright edge. Null when what lies there is
    /// slanted or an arc, or another hole that is not joined yet.
    /// </summary>
    private static (int Edge, Point At)? Horizontal(List<Edge> edges, Point from, List<(Point From, Point To)> walls)
    {
        (int Edge, Point At)? best = null;
        for (var i = 0; i < edges.Count; i++)
        {
            Point? hit = edges[i].End.Y == from.Y && edges[i].End.X <= from.X ? edges[i].End
                : !edges[i].IsArc && edges[i].Start.X == edges[i].End.X && edges[i].Start.X < from.X && Between(edges[i].Start.Y, from.Y, edges[i].End.Y) ? new Point(edges[i].Start.X, from.Y) : null;
            if (hit is { } at && (best is null || at.X > best.Value.At.X)) best = (i, at);
        }
        return best is { } found && walls.TrueForAll(wall => !Blocks(wall, from, found.At)) ? best : null;
    }

    private static bool Between(long a, long value, long b) => value > Math.Min(a, b) && value < Math.Max(a, b);

    /// <summary>Whether a wall stands in the way between two places: it is crossed, or touches the way other than at its ends.</summary>
    private static bool Blocks((Point From, Point To) wall, Point a, Point b) =>
        WindingRing.Cross(a, b, wall.From, wall.To) || OnWay(wall.From, a, b) || OnWay(wall.To, a, b);

    private static bool OnWay(Point point, Point a, Point b) =>
        point != a && point != b && Point.Cross(a, b, point) == 0 && Box.Of([a, b]).Contains(point);

    private static List<(Point From, Point To)> Walls(IEnumerable<Edge> edges)
    {
        var walls = new List<(Point, Point)>();
        var points = new List<Point>();
        foreach (var edge in edges)
        {
            points.Clear();
            points.Add(edge.Start);
            edge.Flatten(points, Tolerance);
            for (var i = 0; i + 1 < points.Count; i++) walls.Add((points[i], points[i + 1]));
        }
        return walls;
    }
}

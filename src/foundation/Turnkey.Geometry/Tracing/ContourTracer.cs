using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Geometry.Tracing;

/// <summary>
/// Joins loose lines and arcs, as outlines are drawn, into closed contours, whatever their order and direction. Doubles are removed, gaps closed,
/// crossings and junctions resolved. Near-linear for edges that meet at their ends; edges that branch or cross cost a sweep.
/// </summary>
public static class ContourTracer
{
    /// <summary>Ends this near to each other, in nanometres, are the same place: 2.4-inch files step by 2.54 µm.</summary>
    private const long Coincidence = 3_000;

    /// <param name="edges">In any order and direction.</param>
    /// <param name="gap">The widest gap that is closed.</param>
    public static ContourTrace Trace(IReadOnlyList<Edge> edges, Length gap)
    {
        var widest = Math.Max(0, gap.Nanometres);
        var snap = Math.Max(1, Math.Min(widest, Coincidence));
        var contours = new List<Contour>();
        var graph = EdgeGraph.Of(edges, snap, contours);
        var (cycles, rest) = graph.SeparateCycles();
        // A contour that loose lines cross or end on (score lines of a panel) is divided by them; the others are done.
        var loose = new EdgeSet(rest, snap);
        foreach (var cycle in cycles)
        {
            if (loose.Meets(cycle)) rest.AddRange(cycle);
            else contours.Add(new Contour([.. cycle]));
        }

        var open = new List<Edge>();
        var gaps = new List<ContourGap>();
        var faces = FaceSet.Empty;
        var complete = true;
        if (rest.Count > 0)
        {
            (var branched, complete) = Planar(rest, snap, contours);
            open.AddRange(branched.PruneTails(widest));
            branched = GapClosing.Close(branched, widest, snap, gaps);
            faces = FaceSet.Of(branched, Math.Max(widest, snap));
            open.AddRange(faces.Loose);
            contours.AddRange(faces.Outer);
        }
        // A line drawn to and fro encloses nothing.
        var slivers = contours.Where(contour => Math.Abs(contour.SignedArea) < contour.Perimeter * snap / 2).ToList();
        open.AddRange(slivers.SelectMany(contour => contour.Edges));
        return new ContourTrace(
            Ordered(contours.Except(slivers)),
            Ordered(faces.Cells),
            [.. faces.Dividers.OrderBy(edge => edge.Start.X).ThenBy(edge => edge.Start.Y).ThenBy(edge => edge.End.X).ThenBy(edge => edge.End.Y)],
            OpenChaining.Chain(open),
            [.. gaps.OrderByDescending(closed => closed.Width).ThenBy(closed => closed.From.X).ThenBy(closed => closed.From.Y)])
        {
            Complete = complete,
        };
    }

    /// <summary>Cuts the edges where they meet. Joining ends moves edges a little, which can make new meetings, so it is repeated until none is left.</summary>
    private static (EdgeGraph Graph, bool Complete) Planar(IReadOnlyList<Edge> edges, long snap, List<Contour> circles)
    {
        const int MostRounds = 5;
        for (var round = 1; ; round++)
        {
            var (pieces, complete) = EdgeSplitting.AtMeetings(edges, snap);
            var graph = EdgeGraph.Of(pieces, snap, circles);
            if (!complete || pieces.Count == edges.Count || round == MostRounds) return (graph, complete);
            edges = [.. graph.Links.Select(link => link.Edge)];
        }
    }

    private static ImmutableArray<Contour> Ordered(IEnumerable<Contour> contours) =>
    [
        .. Distinct(contours.Select(Normal)).OrderByDescending(contour => contour.SignedArea).ThenBy(contour => contour.Bounds.Left).ThenBy(contour => contour.Bounds.Bottom)
            .ThenBy(contour => contour.Edges[0].Start.X).ThenBy(contour => contour.Edges[0].Start.Y),
    ];

    /// <summary>Full circles close by themselves, so their doubles were not found as doubles of edges.</summary>
    private static IEnumerable<Contour> Distinct(IEnumerable<Contour> contours)
    {
        var circles = new HashSet<Box>();
        return contours.Where(contour => contour.Edges.Length > 1 || circles.Add(contour.Bounds));
    }

    /// <summary>Counter-clockwise, from the corner furthest down and left.</summary>
    private static Contour Normal(Contour contour)
    {
        Edge[] edges = contour.SignedArea < 0 ? [.. contour.Edges.Reverse().Select(edge => edge.Reversed)] : [.. contour.Edges];
        var first = 0;
        for (var i = 1; i < edges.Length; i++)
        {
            var (a, b) = (edges[i].Start, edges[first].Start);
            if (a.Y < b.Y || (a.Y == b.Y && a.X < b.X)) first = i;
        }
        return new Contour([.. edges.AsSpan(first..), .. edges.AsSpan(..first)]);
    }
}

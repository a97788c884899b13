using Turnkey.Geometry;

namespace Turnkey.Intake.Boards;

/// <summary>
/// The lines of a drawing that may bound the board. Most of a drawing is lettering, dimensions and tables: lines that hang together with nothing long and
/// lie off the copper. Tracing them would take most of the time that a package takes to read.
/// </summary>
internal static class DrawingLines
{
    /// <summary>In nanometres; wider than the gaps that are closed in drawings, so that nothing is parted that tracing would join.</summary>
    private const long Joined = 20_000;

    /// <summary>What bounds copper is longer than this share of it, in one direction at least.</summary>
    private const long ShareOfExtent = 4;

    /// <param name="edges">All lines of the drawing.</param>
    /// <param name="extent">Of the copper.</param>
    public static Edge[] Around(Edge[] edges, Box extent)
    {
        var group = Groups(edges);
        var bounds = new Box[edges.Length];
        Array.Fill(bounds, Box.Empty);
        for (var i = 0; i < edges.Length; i++) bounds[group[i]] = bounds[group[i]].Join(edges[i].Bounds);
        return [.. edges.Where((_, i) => MayBound(bounds[group[i]], extent))];
    }

    private static bool MayBound(Box lines, Box extent) => lines.Overlaps(extent)
        || lines.Width.Nanometres * ShareOfExtent > extent.Width.Nanometres || lines.Height.Nanometres * ShareOfExtent > extent.Height.Nanometres;

    /// <summary>For each edge, an edge that stands for all that hang together with it by their ends.</summary>
    private static int[] Groups(Edge[] edges)
    {
        var parent = new int[edges.Length];
        var at = new Dictionary<(long, long), int>();
        for (var i = 0; i < edges.Length; i++)
        {
            parent[i] = i;
            Join(edges[i].Start, i);
            Join(edges[i].End, i);
        }
        for (var i = 0; i < edges.Length; i++) parent[i] = Find(i);
        return parent;

        void Join(Point end, int edge)
        {
            long x = Math.DivRem(end.X, Joined).Quotient, y = Math.DivRem(end.Y, Joined).Quotient;
            for (var column = x - 1; column <= x + 1; column++)
            {
                for (var row = y - 1; row <= y + 1; row++)
                {
                    if (at.TryGetValue((column, row), out var other)) parent[Find(other)] = Find(edge);
                }
            }
            at[(x, y)] = edge;
        }

        int Find(int edge)
        {
            while (parent[edge] != edge) edge = parent[edge] = parent[parent[edge]];
            return edge;
        }
    }
}

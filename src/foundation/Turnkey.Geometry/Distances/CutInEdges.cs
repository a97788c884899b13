namespace Turnkey.Geometry.Distances;

/// <summary>
/// Lines by which a contour goes to a hole in its area and back. Gerber areas have holes no other way (cut-ins, Ucamco, Gerber layer format specification 4.10.3);
/// copper lies on both sides of them, so nothing ends there.
/// </summary>
internal static class CutInEdges
{
    /// <summary>An outline and a hole of three corners each, and the way there and back.</summary>
    private const int Fewest = 8;

    /// <summary>Without the lines that are drawn there and back between the same two places.</summary>
    /// <param name="edges">Of all contours.</param>
    /// <returns>Null when none is.</returns>
    public static List<Edge>? Without(IReadOnlyList<Edge> edges)
    {
        if (edges.Count < Fewest) return null;
        var drawn = new Dictionary<(Point, Point), int>(edges.Count);
        var back = new Dictionary<(Point, Point), int>();
        foreach (var edge in edges)
        {
            if (edge.IsArc || edge.Start == edge.End) continue;
            var (there, here) = ((edge.Start, edge.End), (edge.End, edge.Start));
            if (drawn.TryGetValue(here, out var open) && open > 0)
            {
                drawn[here] = open - 1;
                back[here] = back.GetValueOrDefault(here) + 1;
                back[there] = back.GetValueOrDefault(there) + 1;
            }
            else
            {
                drawn[there] = drawn.GetValueOrDefault(there) + 1;
            }
        }
        if (back.Count == 0) return null;
        var left = new List<Edge>(edges.Count);
        foreach (var edge in edges)
        {
            var there = (edge.Start, edge.End);
            if (!edge.IsArc && back.TryGetValue(there, out var many) && many > 0) back[there] = many - 1;
            else left.Add(edge);
        }
        return left;
    }
}

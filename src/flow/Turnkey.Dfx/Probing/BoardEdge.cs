using Turnkey.Dfx.Boards;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Dfx.Probing;

/// <summary>The edge of a board, without its cut-outs, that can be asked how far away it is.</summary>
internal sealed class BoardEdge
{
    private readonly Primitive[] lines;
    private readonly BoxIndex index;
    private readonly long largest;

    private BoardEdge(Primitive[] lines)
    {
        this.lines = lines;
        index = new BoxIndex(lines.Select(line => line.Bounds).ToArray());
        largest = Math.Max(index.Bounds.Width.Nanometres, index.Bounds.Height.Nanometres);
    }

    /// <summary>Null when the board has no outline.</summary>
    public static BoardEdge? Of(CheckedDesign design)
    {
        if (design.Board?.Outline is not { } outline) return null;
        var edges = new List<Primitive>();
        foreach (var contour in outline.Boundaries)
        {
            foreach (var edge in contour.Edges) edges.Add(Primitive.Stroke(edge, 0));
        }
        return edges.Count == 0 ? null : new BoardEdge([.. edges]);
    }

    /// <summary>In nanometres, from a place to the centre line of the edge; farther than the board is large is infinite.</summary>
    public double DistanceTo(Point at)
    {
        var probe = Primitive.Disc(at, 0);
        // Twice as far each time until an edge is found that is nearer than what was looked at.
        for (var within = 1_000_000L; ; within *= 2)
        {
            var nearest = double.PositiveInfinity;
            foreach (var i in index.Overlapping(Box.Around(at, within, within))) nearest = Math.Min(nearest, lines[i].DistanceTo(probe));
            if (nearest <= within || within > 2 * largest) return nearest;
        }
    }
}

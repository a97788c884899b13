using Turnkey.Designs.Boards;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Flattening;
using Turnkey.Geometry.Indexing;
using Turnkey.Geometry.Regions;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>The material that leaves the factory: what the outline encloses, without its cut-outs. Copper beyond it is cut off with the rest.</summary>
internal sealed class BoardFrame
{
    private readonly Primitive[] edges;
    private readonly BoxIndex index;

    private BoardFrame(Region region)
    {
        Region = region;
        edges =
        [
            .. region.Rings.SelectMany(ring => ring.Select((corner, i) => Primitive.Stroke(Edge.Line(corner, ring[(i + 1) % ring.Length]), 0))),
        ];
        index = new BoxIndex([.. edges.Select(edge => edge.Bounds)]);
    }

    public Region Region { get; }

    /// <returns>No frame where all copper counts: without an outline that closes, or with one that less than a quarter of the copper lies in; the diagnostic says so.</returns>
    public static (BoardFrame? Frame, Diagnostic? Remark) Of(Board board)
    {
        if (!board.Copper.Any()) return (null, null);
        if (board.Outline is not { Boundaries.IsEmpty: false } outline)
            return (null, Diagnostic.Info("copper.no-outline", "", 0, "the board has no outline that closes: all copper counts, also what is drawn beside the board"));
        var overlay = new Overlay();
        foreach (var contour in outline.Boundaries) overlay.AddFigure([ArcChords.Flatten(contour)]);
        foreach (var contour in outline.Cutouts) overlay.AddFigure([ArcChords.Flatten(contour)], 1);
        var region = overlay.Resolve(Overlay.OnlyFirst);
        if (!region.IsComplete || region.IsEmpty)
            return (null, Diagnostic.Warning("copper.outline-too-intricate", outline.Source, 0, "the outline is too intricate to cut the copper by it: all copper counts, also what is drawn beside the board"));
        var (inside, all) = (0, 0);
        foreach (var layer in board.Copper.Where(layer => !layer.Negative))
        {
            foreach (var feature in layer.Image.Features)
            {
                if (!feature.Dark || layer.Image.BoundsOf(feature) is not { IsEmpty: false } box) continue;
                all++;
                if (region.Bounds.Contains(box.Centre)) inside++;
            }
        }
        return 4 * inside >= all
            ? (new BoardFrame(region), null)
            : (null, Diagnostic.Warning("copper.outline-elsewhere", outline.Source, 0, $"only {inside} of {all} things drawn on the copper lie within the outline, so it does not belong to this copper as it stands: all copper counts"));
    }

    /// <summary>True when the edge goes through it.</summary>
    public bool Meets(in Primitive piece, ref long looks)
    {
        foreach (var edge in index.Overlapping(piece.Bounds))
        {
            if (edges[edge].Touches(piece, ref looks)) return true;
        }
        return false;
    }
}

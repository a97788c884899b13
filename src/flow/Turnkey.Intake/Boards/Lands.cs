using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Intake.Boards;

/// <summary>The pads of a board, asked whether a hole of which no file says that it is plated lies in one.</summary>
internal sealed class Lands
{
    /// <summary>A hole this near to the middle of a pad is its own, in nanometres: ten steps of the coarsest usual drill format.</summary>
    private const long SameMiddle = 20_000;

    private readonly PointIndex middles;
    private readonly (Box[] Boxes, BoxIndex Index)[] layers;

    /// <param name="middles">Of all pads.</param>
    /// <param name="copper">Of all layers.</param>
    public Lands(IReadOnlyList<Point> middles, IReadOnlyList<LayerImage> copper)
    {
        this.middles = new PointIndex(middles);
        layers = [.. copper.Select(image => image.Features.Where(feature => feature is { Kind: FeatureKind.Flash, Dark: true }).Select(feature => image.BoundsOf(feature)).ToArray()).Select(boxes => (boxes, new BoxIndex(boxes)))];
    }

    /// <summary>True for a hole or slot in the middle of a pad, or with a pad around it on two layers (or the only one): long pads have their hole at one end.</summary>
    public bool Hold(Hole hole) => middles.Any(hole.Path.Middle, SameMiddle) || (layers.Length > 0 && layers.Count(layer => IsAround(layer, hole.Bounds)) >= Math.Min(2, layers.Length));

    private static bool IsAround((Box[] Boxes, BoxIndex Index) layer, Box hole)
    {
        foreach (var i in layer.Index.Overlapping(hole))
        {
            if (layer.Boxes[i].Contains(hole)) return true;
        }
        return false;
    }
}

using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Intake.Boards;

/// <summary>The pads of a board, asked whether a hole of which no file says that it is plated lies in one.</summary>
internal sealed class Lands
{
    /// <summary>A hole this near to the middle of a pad is its own, in nanometres: ten steps of the coarsest usual drill format.</summary>
    private const long SameMiddle = 20_000;

    private readonly PointIndex middles;
    /// <summary>A stroke that is longer, by its width, is a track.</summary>
    private const int LongestPad = 4;

    private readonly (Primitive[] Pads, BoxIndex Index)[] layers;

    /// <param name="middles">Of all pads.</param>
    /// <param name="copper">Of all layers.</param>
    public Lands(IReadOnlyList<Point> middles, IReadOnlyList<LayerImage> copper)
    {
        this.middles = new PointIndex(middles);
        layers = [.. copper.Select(image => image.Features.Where(feature => feature.Dark).Select(feature => PadOf(image, feature)).OfType<Primitive>().ToArray()).Select(drawn => (drawn, new BoxIndex([.. drawn.Select(pad => pad.Bounds)])))];
    }

    /// <summary>True for a hole or slot in the middle of a pad, or with a pad around it on two layers (or the only one): long pads have their hole at one end.</summary>
    public bool Hold(Hole hole) => middles.Any(hole.Path.Middle, SameMiddle) || (layers.Length > 0 && layers.Count(layer => IsAround(layer, hole)) >= Math.Min(2, layers.Length));

    /// <summary>A flash, or a short stroke of a round aperture, as which some tools draw long pads; null for tracks and areas.</summary>
    private static Primitive? PadOf(LayerImage image, in Feature feature)
    {
        if (feature.Kind == FeatureKind.Area || image.Shapes[feature.Shape] is not { Parts.IsEmpty: false } shape) return null;
        if (feature.Kind == FeatureKind.Flash) return Primitive.Filled(new Surface([shape.Parts[0].Contour]), feature.Start);
        return shape.IsSolidCircle && feature.Path.Length + shape.Width.Nanometres <= LongestPad * (double)shape.Width.Nanometres ? Primitive.Stroke(feature.Path, shape.Width.Nanometres) : null;
    }

    private static bool IsAround((Primitive[] Pads, BoxIndex Index) layer, in Hole hole)
    {
        var radius = hole.Diameter.Nanometres / 2d;
        foreach (var i in layer.Index.Overlapping(hole.Bounds))
        {
            if (layer.Pads[i].DepthAt(hole.Path.Start) >= radius && layer.Pads[i].DepthAt(hole.Path.End) >= radius) return true;
        }
        return false;
    }
}

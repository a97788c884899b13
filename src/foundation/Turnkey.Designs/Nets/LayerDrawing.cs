using System.Collections.Immutable;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;

namespace Turnkey.Designs.Nets;

/// <summary>The features of a layer as primitives; each pad shape is prepared once.</summary>
internal sealed class LayerDrawing(LayerImage image, LayerBrushes brushes, CopperBudget budget)
{
    private readonly ImmutableArray<Primitive>[] pads = new ImmutableArray<Primitive>[image.Shapes.Length];
    private readonly bool?[] convex = new bool?[image.Shapes.Length];
    private bool complete = true;

    /// <summary>False when the budget did not suffice, so that copper is missing.</summary>
    public bool IsComplete => complete;

    public ImmutableArray<Primitive> Of(in Feature feature)
    {
        switch (feature.Kind)
        {
            case FeatureKind.Area:
                return AreaCopper.Of(image.Areas[feature.Shape], budget, ref complete);
            case FeatureKind.Stroke:
                return Stroke(feature);
            default:
                ref var pad = ref pads[feature.Shape];
                if (pad.IsDefault)
                    pad = PadCopper.Of(image.Shapes[feature.Shape], budget, ref complete) ?? CutCopper.Of(Feature.Flash(Point.Origin, feature.Shape, true), brushes, budget, ref complete);
                var place = feature.Start;
                return pad.Length == 1 ? [pad[0].Moved(place)] : [.. pad.Select(primitive => primitive.Moved(place))];
        }
    }

    private ImmutableArray<Primitive> Stroke(in Feature feature)
    {
        var (shape, path) = (image.Shapes[feature.Shape], feature.Path);
        // A round aperture draws with its whole disc, also where it has a hole.
        if (shape.Kind == PadShapeKind.Circle) return shape.Width.Nanometres > 0 ? [Primitive.Stroke(path, shape.Width.Nanometres)] : [];
        if (path.IsArc || !(convex[feature.Shape] ??= StrokeCopper.IsConvexPolygon(shape))) return CutCopper.Of(feature, brushes, budget, ref complete);
        complete &= budget.Overlays.TryTakeCorners(4 * shape.Parts[0].Contour.Edges.Length);
        return complete ? StrokeCopper.Swept(path, shape.Parts[0].Contour) : [];
    }
}

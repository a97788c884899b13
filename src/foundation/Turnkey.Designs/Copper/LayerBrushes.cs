using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Flattening;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Copper;

/// <summary>Puts the features of a layer into overlays. Each shape is made ready once, when it is first needed.</summary>
internal sealed class LayerBrushes(LayerImage image, double tolerance, OverlayBudget budget)
{
    private readonly Brush?[] brushes = new Brush?[image.Shapes.Length];

    public void Put(in Feature feature, Overlay overlay, int layer)
    {
        if (feature.Kind == FeatureKind.Area) overlay.AddFigure(image.Areas[feature.Shape].Contours.Select(contour => ArcChords.Flatten(contour, tolerance)), layer);
        else if (feature.Kind == FeatureKind.Flash) BrushOf(feature.Shape).Flash(feature.Start, overlay, layer);
        else BrushOf(feature.Shape).Stroke(feature.Path, overlay, layer);
    }

    /// <summary>The box that a feature is within when its arcs are straightened.</summary>
    public Box BoundsOf(in Feature feature) => image.BoundsOf(feature).Grow((long)tolerance);

    private Brush BrushOf(int shape) => brushes[shape] ??= new Brush(image.Shapes[shape], tolerance, budget);
}

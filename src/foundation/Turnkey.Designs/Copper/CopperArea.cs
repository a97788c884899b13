using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Flattening;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Copper;

/// <summary>
/// What a layer covers as one region: painter's order resolved, overlaps joined. Widths and gaps of straight strokes and polygons are exact to a nanometre;
/// arcs are straightened within <see cref="ArcChords.Tolerance"/> so that their area stays (<see cref="ArcChords"/>).
/// </summary>
public static class CopperArea
{
    /// <summary>
    /// The area covered; not <see cref="Region.IsComplete"/> where the layer is too large or too intricate (<see cref="OverlayLimits"/>).
    /// </summary>
    public static Region Of(LayerImage image) => Of(image, ArcChords.Tolerance);

    /// <summary>The area of a negative layer: <paramref name="frame"/>, which is the board, without what is drawn.</summary>
    public static Region Of(LayerImage image, Region frame) => frame.Subtract(Of(image));

    /// <param name="image">Of one layer.</param>
    /// <param name="tolerance">Of arcs, in nanometres, not below 1.</param>
    public static Region Of(LayerImage image, double tolerance)
    {
        var features = image.Features;
        var (boxes, dark) = (new Box[features.Length], new bool[features.Length]);
        for (var i = 0; i < boxes.Length; i++) (boxes[i], dark[i]) = (image.BoundsOf(features[i]).Grow((long)tolerance), features[i].Dark);
        var brushes = new Brush?[image.Shapes.Length];
        return Painting.Resolve(boxes, dark, (index, overlay, layer) =>
        {
            var feature = features[index];
            if (feature.Kind == FeatureKind.Area) Put(image.Areas[feature.Shape], overlay, layer, tolerance);
            else
            {
                var brush = brushes[feature.Shape] ??= new Brush(image.Shapes[feature.Shape], tolerance);
                if (feature.Kind == FeatureKind.Flash) brush.Flash(feature.Start, overlay, layer);
                else brush.Stroke(feature.Path, overlay, layer);
            }
        });
    }

    private static void Put(Area area, Overlay overlay, int layer, double tolerance)
    {
        // Drawn either way round and crossing itself as it likes: alone first, so that it does not cancel what it overlaps.
        overlay.Add(Region.Of(area.Contours.Select(contour => ArcChords.Flatten(contour, tolerance))), layer: layer);
    }
}

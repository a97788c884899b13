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
    /// The area covered; not <see cref="Region.IsComplete"/> where the layer is too large or too intricate (<see cref="OverlayBudget"/>), and then empty.
    /// </summary>
    public static Region Of(LayerImage image) => Of(image, ArcChords.Tolerance);

    /// <summary>The area covered, for as much as is left of a budget.</summary>
    internal static Region Of(LayerImage image, CopperBudget budget) => Of(image, ArcChords.Tolerance, budget);

    /// <summary>The area of a negative layer: <paramref name="frame"/>, which is the board, without what is drawn.</summary>
    public static Region Of(LayerImage image, Region frame) => frame.Subtract(Of(image));

    /// <param name="image">Of one layer.</param>
    /// <param name="tolerance">Of arcs, in nanometres, not below 1.</param>
    public static Region Of(LayerImage image, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Of(image, tolerance, CopperBudget.Of(image));
    }

    private static Region Of(LayerImage image, double tolerance, CopperBudget budget)
    {
        var features = image.Features;
        if (features.Length > budget.MostPieces) return Region.Incomplete;
        var brushes = new LayerBrushes(image, tolerance, budget.Overlays);
        var (boxes, dark) = (new Box[features.Length], new bool[features.Length]);
        for (var i = 0; i < boxes.Length; i++) (boxes[i], dark[i]) = (brushes.BoundsOf(features[i]), features[i].Dark);
        return Painting.Resolve(boxes, dark, budget.Overlays, (index, overlay, layer) => brushes.Put(features[index], overlay, layer));
    }
}

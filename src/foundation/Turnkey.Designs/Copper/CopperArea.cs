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
    /// The area covered; not <see cref="Region.IsComplete"/> where the layer is too large or too intricate (<see cref="OverlayBudget"/>).
    /// </summary>
    public static Region Of(LayerImage image) => Of(image, ArcChords.Tolerance);

    /// <summary>The area covered, for as much as is left of a budget.</summary>
    internal static Region Of(LayerImage image, OverlayBudget budget) => Of(image, ArcChords.Tolerance, budget);

    /// <summary>
    /// Grows with what is drawn: strokes, flashes and the edges of areas. At least twice what each of them takes on boards (up to 42 corners, 25 meetings and
    /// 460 comparisons), so that a board of 60,000 features is resolved whole and a hostile file of a few lines does not take seconds.
    /// </summary>
    internal static OverlayBudget BudgetOf(LayerImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        long drawn = image.Features.Length;
        foreach (var area in image.Areas)
        {
            foreach (var contour in area.Contours) drawn += contour.Edges.Length;
        }
        return new OverlayBudget(Math.Min(100_000 + (100 * drawn), 10_000_000), Math.Min(100_000 + (70 * drawn), 10_000_000), Math.Min(1_000_000 + (1_200 * drawn), 200_000_000));
    }

    /// <summary>The area of a negative layer: <paramref name="frame"/>, which is the board, without what is drawn.</summary>
    public static Region Of(LayerImage image, Region frame) => frame.Subtract(Of(image));

    /// <param name="image">Of one layer.</param>
    /// <param name="tolerance">Of arcs, in nanometres, not below 1.</param>
    public static Region Of(LayerImage image, double tolerance) => Of(image, tolerance, BudgetOf(image));

    private static Region Of(LayerImage image, double tolerance, OverlayBudget budget)
    {
        var features = image.Features;
        var (boxes, dark) = (new Box[features.Length], new bool[features.Length]);
        for (var i = 0; i < boxes.Length; i++) (boxes[i], dark[i]) = (image.BoundsOf(features[i]).Grow((long)tolerance), features[i].Dark);
        var brushes = new Brush?[image.Shapes.Length];
        return Painting.Resolve(boxes, dark, budget, (index, overlay, layer) =>
        {
            var feature = features[index];
            if (feature.Kind == FeatureKind.Area) overlay.AddFigure(image.Areas[feature.Shape].Contours.Select(contour => ArcChords.Flatten(contour, tolerance)), layer);
            else
            {
                var brush = brushes[feature.Shape] ??= new Brush(image.Shapes[feature.Shape], tolerance, budget);
                if (feature.Kind == FeatureKind.Flash) brush.Flash(feature.Start, overlay, layer);
                else brush.Stroke(feature.Path, overlay, layer);
            }
        });
    }
}

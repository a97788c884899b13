using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Nets;

/// <summary>
/// Copper that something clear cuts, as its islands. Only here arcs become chords (within <see cref="ChordError"/>) and corners go to whole nanometres.
/// </summary>
internal static class CutCopper
{
    /// <summary>In nanometres.</summary>
    public const double ChordError = 250;

    /// <summary>The islands of what a painter's list leaves, for as much as is left of a budget.</summary>
    /// <param name="complete">Becomes false when it did not suffice.</param>
    public static ImmutableArray<Primitive> Of(LayerImage image, OverlayBudget budget, ref bool complete)
    {
        var region = CopperArea.Of(image, budget);
        complete &= region.IsComplete;
        return Islands(region);
    }

    /// <summary>Copper up to the board's edge, less what is drawn; without an outline up to the edge of everything drawn on copper.</summary>
    public static Region Plane(Board board, LayerImage drawn)
    {
        var extent = board.Copper.Aggregate(Box.Empty, (box, layer) => box.Join(layer.Image.Bounds));
        var frame = board.Outline is { } outline ? Filled(outline.Boundaries).Subtract(Filled(outline.Cutouts))
            : extent.IsEmpty ? Region.Empty
            : Filled([Contour.Rectangle(extent)]);
        return frame.Subtract(CopperArea.Of(drawn));
    }

    /// <summary>Each contour by itself: outlines are drawn either way round.</summary>
    private static Region Filled(IEnumerable<Contour> contours) =>
        contours.Aggregate(Region.Empty, (sum, contour) => sum.Union(Region.Of([contour.Flatten(ChordError)])));

    /// <summary>The largest first: it stands for all where one is asked for.</summary>
    public static ImmutableArray<Primitive> Islands(Region region) =>
        [.. region.Islands.OrderByDescending(island => island.Area).Select(island => Primitive.Filled(new Surface([.. island.Rings.Select(ring => Contour.Polygon(ring.AsSpan()))])))];
}

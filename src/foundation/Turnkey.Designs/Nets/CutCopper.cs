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

    /// <summary>The islands of what a painter's list leaves.</summary>
    public static ImmutableArray<Primitive> Of(LayerImage image) => Islands(Region(image));

    /// <summary>The islands of a plane on which a painter's list is drawn in negative.</summary>
    public static ImmutableArray<Primitive> Of(Board board, LayerImage drawn) => Islands(Plane(board, drawn));

    public static Region Region(LayerImage image) => CopperArea.Of(image);

    /// <summary>Copper up to the board's edge, less what is drawn; without an outline up to the edge of everything drawn on copper.</summary>
    public static Region Plane(Board board, LayerImage drawn)
    {
        var extent = board.Copper.Aggregate(Box.Empty, (box, layer) => box.Join(layer.Image.Bounds));
        var frame = board.Outline is { } outline ? Filled(outline.Boundaries).Subtract(Filled(outline.Cutouts))
            : extent.IsEmpty ? Geometry.Regions.Region.Empty
            : Filled([Contour.Rectangle(extent)]);
        return frame.Subtract(CopperArea.Of(drawn));
    }

    /// <summary>Each contour by itself: outlines are drawn either way round.</summary>
    private static Region Filled(IEnumerable<Contour> contours) =>
        contours.Aggregate(Geometry.Regions.Region.Empty, (sum, contour) => sum.Union(Geometry.Regions.Region.Of([contour.Flatten(ChordError)])));

    private static ImmutableArray<Primitive> Islands(Region region) =>
        [.. region.Islands.Select(island => Primitive.Filled(new Surface([.. island.Rings.Select(ring => Contour.Polygon(ring.AsSpan()))])))];
}

using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Geometry;

namespace Turnkey.Dfx.Tests.Laws;

/// <summary>A whole design put elsewhere: moved, turned by quarters, mirrored. Nothing is rounded.</summary>
internal static class PlacedDesign
{
    /// <param name="assembly">Its netlist is left out.</param>
    /// <param name="by">Quarter turns; a mirrored design loses its parts, which nobody could buy mirrored.</param>
    public static Assembly Placed(this Assembly assembly, Placing by) => assembly with
    {
        Board = Placed(assembly.Board!, by),
        Bom = by.Mirrors ? new BillOfMaterials([], []) : assembly.Bom,
        Placements = by.Mirrors ? [] : [.. assembly.Placements.Select(part => part with { At = by.Apply(part.At), Rotation = (part.Rotation + (part.Side == Side.Bottom ? 360 - by.Rotation : by.Rotation)) % 360 })],
    };

    private static Board Placed(Board board, Placing by) => board with
    {
        Netlist = null,
        Outline = board.Outline is { } outline ? outline with { Boundaries = Placed(outline.Boundaries, by), Cutouts = Placed(outline.Cutouts, by) } : null,
        Layers = [.. board.Layers.Select(layer => layer with { Image = Placed(layer.Image, by) })],
        Holes = [.. board.Holes.Select(hole => hole with { Path = by.Apply(hole.Path) })],
    };

    private static LayerImage Placed(LayerImage image, Placing by)
    {
        var around = by with { Offset = Point.Origin };
        var onSide = by.Rotation % 180 != 0;
        return new LayerImage(
            [.. image.Features.Select(feature => Placed(feature, by))],
            [.. image.Shapes.Select(shape => new PadShape(shape.Kind, onSide ? shape.Height : shape.Width, onSide ? shape.Width : shape.Height, [.. shape.Parts.Select(part => part with { Contour = part.Contour.Transform(around) })]))],
            [.. image.Areas.Select(area => new Area(Placed(area.Contours, by)))],
            image.Attributes)
        {
            Written = image.Written,
            SourceLength = image.SourceLength,
        };
    }

    private static Feature Placed(Feature feature, Placing by) => feature.Kind switch
    {
        FeatureKind.Flash => Feature.Flash(by.Apply(feature.Start), feature.Shape, feature.Dark, feature.Attributes, feature.Line),
        FeatureKind.Stroke => Feature.Stroke(by.Apply(feature.Path), feature.Shape, feature.Dark, feature.Attributes, feature.Line),
        _ => feature,
    };

    private static ImmutableArray<Contour> Placed(ImmutableArray<Contour> contours, Placing by) => [.. contours.Select(contour => contour.Transform(by))];
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>Pad shapes mirrored, scaled and turned. What is still a rectangle or an obround along the axes is still called so.</summary>
internal static class ShapeTransformation
{
    /// <summary>Null when the result is too large for a board.</summary>
    public static PadShape? Apply(PadShape shape, in ApertureTransform transform)
    {
        if (transform.IsIdentity) return shape;
        if (shape.IsSolidCircle)
        {
            var diameter = shape.Width.Nanometres * transform.Scale;
            return diameter <= 2 * Point.Limit ? PadShape.Circle(Length.FromNanometres(StandardShapes.Round(diameter))) : null;
        }
        var box = shape.Bounds;
        if (!box.IsEmpty && Reach(box) * transform.Scale > Point.Limit) return null;

        var placing = transform.At(Point.Origin);
        var parts = new PadShapePart[shape.Parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (Ranges.Moved(shape.Parts[i].Contour, placing) is not { } moved) return null;
            parts[i] = new PadShapePart(shape.Parts[i].Dark, moved);
        }
        return Named(shape, transform, ImmutableCollectionsMarshal.AsImmutableArray(parts));
    }

    private static PadShape Named(PadShape shape, in ApertureTransform transform, ImmutableArray<PadShapePart> parts)
    {
        long width = StandardShapes.Round(shape.Width.Nanometres * transform.Scale), height = StandardShapes.Round(shape.Height.Nanometres * transform.Scale);
        switch (shape.Kind)
        {
            case PadShapeKind.Circle:
            case PadShapeKind.Rectangle or PadShapeKind.Obround when transform.Rotation % 180 == 0:
                return new PadShape(shape.Kind, Length.FromNanometres(width), Length.FromNanometres(height), parts);
            case PadShapeKind.Rectangle or PadShapeKind.Obround when transform.Rotation % 90 == 0:
                return new PadShape(shape.Kind, Length.FromNanometres(height), Length.FromNanometres(width), parts);
            default:
                var box = Box.Empty;
                for (var i = 0; i < parts.Length; i++)
                {
                    if (parts[i].Dark) box = box.Join(parts[i].Contour.Bounds);
                }
                return new PadShape(shape.Kind == PadShapeKind.RegularPolygon ? shape.Kind : PadShapeKind.Freeform, box.Width, box.Height, parts);
        }
    }

    private static double Reach(Box box) =>
        Math.Max(Math.Max(Math.Abs((double)box.Left), Math.Abs((double)box.Right)), Math.Max(Math.Abs((double)box.Bottom), Math.Abs((double)box.Top)));
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Flattening;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Nets;

/// <summary>The copper that a shape leaves when it is dragged along a line or arc.</summary>
internal static class StrokeCopper
{
    /// <param name="budget">Of the layer: each stroke alone may be small, but there can be thousands.</param>
    /// <param name="complete">Becomes false when it did not suffice.</param>
    /// <returns>Empty when the shape covers nothing.</returns>
    public static ImmutableArray<Primitive> Of(in Edge path, PadShape shape, OverlayBudget budget, ref bool complete)
    {
        // A round aperture draws with its whole disc, also where it has a hole.
        if (shape.Kind == PadShapeKind.Circle) return shape.Width.Nanometres > 0 ? [Primitive.Stroke(path, shape.Width.Nanometres)] : [];
        if (!path.IsArc && shape.Parts is [{ Dark: true, Contour: var contour }] && IsConvexPolygon(contour)) return Swept(path, contour);
        return CutCopper.Of(new LayerImage([Feature.Stroke(path, 0, true)], [shape], [], [FeatureAttributes.None]), budget, ref complete);
    }

    /// <summary>What a convex polygon covers on its way along a line is the convex hull of it at both ends.</summary>
    private static ImmutableArray<Primitive> Swept(in Edge path, Contour contour)
    {
        var corners = new List<Point>(2 * contour.Edges.Length);
        foreach (var edge in contour.Edges)
        {
            corners.Add(path.Start + edge.Start);
            corners.Add(path.End + edge.Start);
        }
        var hull = ShapeSweep.Hull([.. corners]);
        return hull.Count < 3 ? [] : [Primitive.Filled(new Surface([Contour.Polygon(CollectionsMarshal.AsSpan(hull))]))];
    }

    /// <summary>A polygon is convex when its hull holds no more than it.</summary>
    private static bool IsConvexPolygon(Contour contour)
    {
        if (contour.Edges.Any(edge => edge.IsArc)) return false;
        var hull = ShapeSweep.Hull([.. contour.Edges.Select(edge => edge.Start)]);
        return hull.Count >= 3 && Contour.Polygon(CollectionsMarshal.AsSpan(hull)).SignedArea == Math.Abs(contour.SignedArea);
    }
}

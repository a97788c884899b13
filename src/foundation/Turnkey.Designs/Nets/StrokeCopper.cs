using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Flattening;

namespace Turnkey.Designs.Nets;

/// <summary>The copper that a convex polygon leaves when it is dragged along a line: most strokes that are not drawn with a disc.</summary>
internal static class StrokeCopper
{
    /// <summary>The convex hull of the polygon at both ends of the line.</summary>
    /// <returns>Empty when it covers nothing.</returns>
    public static ImmutableArray<Primitive> Swept(in Edge path, Contour contour)
    {
        var corners = new Point[2 * contour.Edges.Length];
        var count = 0;
        foreach (var edge in contour.Edges)
        {
            corners[count++] = path.Start + edge.Start;
            corners[count++] = path.End + edge.Start;
        }
        var hull = ShapeSweep.Hull(corners);
        return hull.Count < 3 ? [] : [Primitive.Filled(new Surface([Contour.Polygon(CollectionsMarshal.AsSpan(hull))]))];
    }

    /// <summary>A shape of one convex polygon: its hull holds no more than it.</summary>
    public static bool IsConvexPolygon(PadShape shape)
    {
        if (shape.Parts is not [{ Dark: true, Contour: { HasArcs: false } contour }]) return false;
        var hull = ShapeSweep.Hull([.. contour.Edges.Select(edge => edge.Start)]);
        return hull.Count >= 3 && Contour.Polygon(CollectionsMarshal.AsSpan(hull)).SignedArea == Math.Abs(contour.SignedArea);
    }
}

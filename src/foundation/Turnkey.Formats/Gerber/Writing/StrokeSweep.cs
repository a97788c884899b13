using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Flattening;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>
/// What a shape other than a disc covers when it is dragged along a line or arc. Current Gerber draws with discs only, so such strokes are written as
/// regions: exact for straight strokes of shapes with straight edges, arcs as chords that are off by at most 0.25 µm.
/// </summary>
internal static class StrokeSweep
{
    private const double Tolerance = 250;

    /// <summary>Contours whose union is the stroke; holes of a shape close as it moves.</summary>
    public static IEnumerable<Contour> Of(Edge path, PadShape shape)
    {
        foreach (var part in shape.Parts)
        {
            if (!part.Dark) continue;
            var corners = part.Contour.Flatten(Tolerance);
            if (corners.Count < 3) continue;
            if (part.Contour.SignedArea < 0) corners = [.. corners.Reverse()];
            foreach (var ring in shape.Kind == PadShapeKind.Freeform ? ShapeSweep.Of(path, [corners], Tolerance) : ShapeSweep.OfConvex(path, corners, Tolerance))
            {
                yield return Contour.Polygon([.. ring]);
            }
        }
    }
}

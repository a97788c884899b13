using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Flattening;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>
/// What a part of a shape other than a disc covers when it is dragged along a line or arc. Current Gerber draws with discs only, so such strokes are written
/// as regions: exact for straight strokes of shapes with straight edges, arcs as chords that are off by at most 0.25 µm. Holes of a shape close as it moves.
/// </summary>
internal sealed class StrokeSweep
{
    private const double Tolerance = 250;

    private readonly Point[] outline;
    private readonly ConvexSweep? convex;
    private readonly List<Point> stops = [];
    private readonly Point[] corners = new Point[4];
    private Point[]? start;
    private int stop;
    private int edge;

    public StrokeSweep(Contour part, PadShapeKind kind)
    {
        outline = [.. part.Flatten(Tolerance)];
        if (part.SignedArea < 0) Array.Reverse(outline);
        if (kind != PadShapeKind.Freeform) convex = new ConvexSweep((Point[])[.. outline]);
    }

    /// <summary>Begins at the start of a stroke.</summary>
    public void Follow(in Edge path)
    {
        if (convex is not null) convex.Follow(path, Tolerance);
        else ShapeSweep.Stops(path, Tolerance, stops);
        (stop, edge) = (0, 0);
    }

    /// <summary>The next of the polygons whose union is the stroke; false when there is none left.</summary>
    /// <param name="polygon">Counter-clockwise; valid until the next call.</param>
    public bool Next(out ReadOnlySpan<Point> polygon)
    {
        polygon = [];
        if (outline.Length < 3) return false;
        if (convex is not null) return convex.Next(out polygon);
        if (stop == 0)
        {
            // The shape itself, where it starts; the rest is what its edges sweep over.
            start ??= new Point[outline.Length];
            for (var i = 0; i < outline.Length; i++) start[i] = outline[i] + stops[0];
            polygon = start;
            stop = 1;
            return true;
        }
        for (; stop < stops.Count; stop++)
        {
            while (edge < outline.Length)
            {
                var swept = ShapeSweep.OfEdge(outline[edge], outline[edge + 1 == outline.Length ? 0 : edge + 1], stops[stop - 1], stops[stop]);
                edge++;
                if (!swept.Covers) continue;
                (corners[0], corners[1], corners[2], corners[3]) = (swept.A, swept.B, swept.C, swept.D);
                polygon = corners;
                return true;
            }
            edge = 0;
        }
        return false;
    }
}

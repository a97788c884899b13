using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry.Indexing;
using Turnkey.Kernel;

namespace Turnkey.Intake.Boards;

/// <summary>Counts and measures a board: what fabrication and assembly prices rest on.</summary>
internal static class BoardMeasuring
{
    public static BoardFacts Measure(Board board)
    {
        var outline = board.Outline?.Bounds;
        var drilled = board.Holes.Where(hole => hole.Kind != HoleKind.Route).ToArray();
        var diameters = drilled.Where(hole => hole.Diameter > Length.Zero).Select(hole => hole.Diameter).ToArray();
        return new BoardFacts(
            outline?.Width,
            outline?.Height,
            board.Outline is { } edge ? edge.Area / 1e12 : null,
            drilled.Count(hole => hole is { Kind: HoleKind.Round, Plating: Plating.Plated }),
            drilled.Count(hole => hole is { Kind: HoleKind.Round, Plating: not Plating.Plated }),
            drilled.Count(hole => hole.Kind == HoleKind.Slot),
            diameters.Length > 0 ? diameters.Min() : null,
            NarrowestTrace(board, [.. board.Copper]),
            null,
            SurfacePads.Find(board, Side.Top).Count,
            SurfacePads.Find(board, Side.Bottom).Count);
    }

    /// <param name="layers">Those of its copper layers that are looked at.</param>
    /// <returns>Null when they have no tracks.</returns>
    public static Length? NarrowestTrace(Board board, Layer[] layers)
    {
        var contours = board.Outline is { } outline ? outline.Boundaries.Concat(outline.Cutouts) : [];
        var corners = new PointIndex(contours.SelectMany(contour => contour.Edges).Select(edge => edge.Start));
        // Layers do not depend on each other, and the least of them is the same whatever finishes first.
        var widths = new Length?[layers.Length];
        Parallel.For(0, layers.Length, i => widths[i] = TraceWidth.Narrowest(layers[i].Image, corners));
        return widths.Min();
    }
}

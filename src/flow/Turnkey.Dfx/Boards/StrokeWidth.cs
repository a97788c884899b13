using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Boards;

/// <summary>How wide a stroke really is: strokes side by side that fill an area are as wide as that.</summary>
internal static class StrokeWidth
{
    /// <summary>Where along a stroke its width is measured, in shares of its length: its ends lie in pads and other strokes.</summary>
    private static readonly double[] Places = [0.5, 0.25, 0.75];

    /// <summary>A ray looks so much farther than it goes, in nanometres.</summary>
    private const long Beyond = 1_000;

    /// <summary>The narrowest of the places measured, in nanometres; null when all are as wide as is of interest, or lie where the stroke was taken away.</summary>
    /// <param name="pieces">The layer.</param>
    /// <param name="stroke">Which of its pieces it is.</param>
    /// <param name="path">Its middle line.</param>
    /// <param name="width">As drawn.</param>
    /// <param name="reach">Wider is of no interest.</param>
    public static (double Width, Point At)? Narrowest<TPieces>(TPieces pieces, int stroke, in Edge path, Length width, Length reach) where TPieces : struct, IPieces
    {
        (double Width, Point At)? narrowest = null;
        foreach (var share in Places)
        {
            var (at, x, y) = path.Along(share);
            if (IsAlone(pieces, stroke, at, width)) return (width.Nanometres, at);
            var depth = LayerProbe.Depth(pieces, at, reach.Nanometres / 2d);
            if (2 * depth >= reach.Nanometres) continue;
            var near = LoosePieces.Of(pieces, Box.Around(at, reach.Nanometres + Beyond, reach.Nanometres + Beyond));
            if (depth == 0 && !LayerProbe.Covers(near, at)) continue;
            var across = LayerProbe.Along(near, at, -y, x, reach.Nanometres, depth) + LayerProbe.Along(near, at, y, -x, reach.Nanometres, depth);
            // What is drawn is exact; the probe is so to a fraction of a micrometre.
            if (Math.Abs(across - width.Nanometres) < Limit.Slack.Nanometres) across = width.Nanometres;
            if (across < reach.Nanometres && (narrowest is null || across < narrowest.Value.Width)) narrowest = (across, at);
        }
        return narrowest;
    }

    /// <summary>True when nothing else comes near there, so that the stroke is as wide as it was drawn: nearly every one has such a place.</summary>
    private static bool IsAlone<TPieces>(TPieces pieces, int stroke, Point at, Length width) where TPieces : struct, IPieces
    {
        var around = Primitive.Disc(at, width.Nanometres + (2 * Limit.Slack.Nanometres));
        var isThere = false;
        foreach (var i in pieces.Overlapping(around.Bounds))
        {
            if (i == stroke) isThere = pieces[i].Contains(at);
            else if (pieces[i].Touches(around)) return false;
        }
        return isThere;
    }
}

using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Boards;

/// <summary>How wide a stroke really is: strokes side by side that fill an area are as wide as that.</summary>
internal static class StrokeWidth
{
    /// <summary>Where along a stroke its width is measured, in shares of its length: its ends lie in pads and other strokes.</summary>
    private static readonly double[] Places = [0.5, 0.25, 0.75];

    /// <summary>The narrowest of the places measured, in nanometres; null when all are as wide as is of interest, or lie where the stroke was taken away.</summary>
    public static (double Width, Point At)? Narrowest<TPieces>(TPieces pieces, in Edge path, Length width, Length reach) where TPieces : struct, IPieces
    {
        (double Width, Point At)? narrowest = null;
        foreach (var share in Places)
        {
            var (at, x, y) = path.Along(share);
            var depth = LayerProbe.Depth(pieces, at, reach.Nanometres / 2d);
            if (2 * depth >= reach.Nanometres || (depth == 0 && !LayerProbe.Covers(pieces, at))) continue;
            var across = LayerProbe.Along(pieces, at, -y, x, reach.Nanometres, depth) + LayerProbe.Along(pieces, at, y, -x, reach.Nanometres, depth);
            // What is drawn is exact; the probe is so to a fraction of a micrometre.
            if (Math.Abs(across - width.Nanometres) < Limit.Slack.Nanometres) across = width.Nanometres;
            if (across < reach.Nanometres && (narrowest is null || across < narrowest.Value.Width)) narrowest = (across, at);
        }
        return narrowest;
    }
}

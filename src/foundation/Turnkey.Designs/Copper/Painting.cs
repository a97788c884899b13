using Turnkey.Geometry;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Copper;

/// <summary>Paints things that cover or uncover what lies below them, and says what is covered at the end.</summary>
internal static class Painting
{
    /// <summary>Deeper stacks of alternating polarity are given up: the picture is laid over itself once for every two levels.</summary>
    private const int MostLevels = 400;

    /// <param name="boxes">Of what is painted, in painting order.</param>
    /// <param name="dark">True covers, false uncovers.</param>
    /// <param name="budget">Of all overlays this takes.</param>
    /// <param name="put">Puts number i into a layer of the overlay; nothing may wind around a place less than no time.</param>
    public static Region Resolve(ReadOnlySpan<Box> boxes, ReadOnlySpan<bool> dark, OverlayBudget budget, Action<int, Overlay, int> put)
    {
        var levels = PaintLevels.Of(boxes, dark);
        var highest = -1;
        foreach (var level in levels) highest = Math.Max(highest, level);
        if (highest > MostLevels) return Region.Incomplete;
        var region = Region.Empty;
        for (var lowest = 0; lowest <= highest; lowest += Overlay.Layers)
        {
            var overlay = new Overlay(budget);
            overlay.Add(region);
            for (var i = 0; i < levels.Length; i++)
            {
                if (levels[i] >= lowest && levels[i] < lowest + Overlay.Layers) put(i, overlay, levels[i] - lowest);
                // What is incomplete is of no use, and resolving it may take the longest.
                if (!overlay.IsComplete) return Region.Incomplete;
            }
            region = overlay.Resolve(Overlay.Painted);
            if (!region.IsComplete) return Region.Incomplete;
        }
        return region;
    }
}

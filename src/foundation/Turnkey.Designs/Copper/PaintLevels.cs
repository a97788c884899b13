using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Designs.Copper;

/// <summary>
/// Sorts what is painted into levels, dark ones even, clear ones odd, so that painting level after level gives the same picture: only what overlaps
/// something of the other polarity before it must come later. Layers with thousands of changes of polarity have a handful of levels.
/// </summary>
internal static class PaintLevels
{
    /// <summary>Nothing lies below it that it could erase.</summary>
    public const int Needless = -1;

    /// <summary>Pairs of boxes looked at before order alone decides: correct as well, but more levels.</summary>
    private const long MostPairs = 20_000_000;

    /// <param name="boxes">Of what is painted, in painting order; empty where nothing is.</param>
    /// <param name="dark">Polarity of each.</param>
    public static int[] Of(ReadOnlySpan<Box> boxes, ReadOnlySpan<bool> dark)
    {
        var levels = new int[boxes.Length];
        if (!dark.Contains(false)) return levels;
        var (darkIndex, clearIndex) = (Index(boxes, dark, true), Index(boxes, dark, false));
        var pairs = 0L;
        for (var i = 0; i < levels.Length; i++)
        {
            var highest = dark[i] ? -1 : Needless;
            foreach (var other in (dark[i] ? clearIndex : darkIndex).Overlapping(boxes[i]))
            {
                if (++pairs > MostPairs) return InRuns(dark);
                if (other < i && levels[other] > highest) highest = levels[other];
            }
            levels[i] = dark[i] || highest >= 0 ? highest + 1 : Needless;
        }
        return levels;
    }

    private static int[] InRuns(ReadOnlySpan<bool> dark)
    {
        var levels = new int[dark.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            var before = i == 0 ? 0 : levels[i - 1];
            levels[i] = before % 2 == 0 == dark[i] ? before : before + 1;
        }
        return levels;
    }

    private static BoxIndex Index(ReadOnlySpan<Box> boxes, ReadOnlySpan<bool> dark, bool polarity)
    {
        var mine = boxes.ToArray();
        for (var i = 0; i < mine.Length; i++)
        {
            if (dark[i] != polarity) mine[i] = Box.Empty;
        }
        return new BoxIndex(mine);
    }
}

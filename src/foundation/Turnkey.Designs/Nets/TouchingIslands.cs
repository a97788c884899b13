using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Nets;

/// <summary>
/// Counts the islands of a region, those that touch at a corner as one, as nets do: current passes between two squares that share a corner, and no drawing
/// that means to part them draws them so.
/// </summary>
internal static class TouchingIslands
{
    public static int Count(Region region)
    {
        if (region.Rings.Length < 2) return region.Rings.Length;
        // Rings meet at corners only: where they touch, both have one. Most regions have none, and which hole lies in which island is then of no interest.
        return HasSharedCorners(region) ? Joined(region) : region.OuterRings;
    }

    private static bool HasSharedCorners(Region region)
    {
        var corners = Corners([region], out _);
        Array.Sort(corners);
        for (var i = 1; i < corners.Length; i++)
        {
            if (corners[i] == corners[i - 1]) return true;
        }
        return false;
    }

    private static int Joined(Region region)
    {
        // The hole of a single island may touch its rim.
        if (region.Islands.Length < 2) return region.Islands.Length;
        var corners = Corners([.. region.Islands], out var islandOf);
        Array.Sort(corners, islandOf);
        var (sets, count) = (new DisjointSets(region.Islands.Length), region.Islands.Length);
        for (var i = 1; i < corners.Length; i++)
        {
            if (corners[i] != corners[i - 1] || sets.Find(islandOf[i]) == sets.Find(islandOf[i - 1])) continue;
            sets.Join(islandOf[i], islandOf[i - 1]);
            count--;
        }
        return count;
    }

    /// <summary>Each corner as one number, and the region that it is of.</summary>
    private static long[] Corners(Region[] regions, out int[] regionOf)
    {
        var total = regions.Sum(region => region.Rings.Sum(ring => ring.Length));
        var (corners, at) = (new long[total], 0);
        regionOf = new int[regions.Length > 1 ? total : 0];
        for (var i = 0; i < regions.Length; i++)
        {
            foreach (var ring in regions[i].Rings)
            {
                foreach (var corner in ring)
                {
                    if (regionOf.Length > 0) regionOf[at] = i;
                    // Coordinates fit 32 bits (Region.Reach).
                    corners[at++] = (corner.X << 32) | (uint)corner.Y;
                }
            }
        }
        return corners;
    }
}

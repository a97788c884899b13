using Turnkey.Geometry;
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
        var islands = region.Islands;
        var (sets, count) = (new DisjointSets(islands.Length), islands.Length);
        if (islands.Length < 2) return islands.Length;
        var seen = new Dictionary<Point, int>();
        for (var i = 0; i < islands.Length; i++)
        {
            foreach (var ring in islands[i].Rings)
            {
                foreach (var corner in ring)
                {
                    // Rings meet at corners only: where they touch, both have one.
                    if (seen.TryAdd(corner, i) || sets.Find(seen[corner]) == sets.Find(i)) continue;
                    sets.Join(seen[corner], i);
                    count--;
                }
            }
        }
        return count;
    }
}

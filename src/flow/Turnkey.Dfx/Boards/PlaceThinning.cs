using Turnkey.Geometry;

namespace Turnkey.Dfx.Boards;

/// <summary>Keeps one of places that are near to each other: what shows again and again along an edge is one place to look at.</summary>
internal sealed class PlaceThinning(double apart)
{
    private readonly Dictionary<(long, long), List<Point>> kept = [];

    /// <summary>True, and the place is kept, when none that was kept is near.</summary>
    public bool TryKeep(Point at)
    {
        var (x, y) = ((long)Math.Floor(at.X / apart), (long)Math.Floor(at.Y / apart));
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                if (kept.TryGetValue((x + dx, y + dy), out var cell) && cell.Exists(other => Point.Distance(other, at) < apart)) return false;
            }
        }
        if (!kept.TryGetValue((x, y), out var own)) kept[(x, y)] = own = [];
        own.Add(at);
        return true;
    }
}

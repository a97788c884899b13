using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Geometry;

namespace Turnkey.Formats.Excellon;

/// <summary>
/// Tells slots from outlines: some tools plunge anew for every side of a cut-out. Straight slots of one tool that join end to end into a ring are a route.
/// </summary>
internal static class RoutedOutlines
{
    public static ImmutableArray<Hole> Mark(ImmutableArray<Hole>.Builder holes)
    {
        var ends = new Dictionary<(Point, long), List<int>>();
        for (var i = 0; i < holes.Count; i++)
        {
            if (holes[i].Kind != HoleKind.Slot) continue;
            Join(holes[i].Path.Start, i);
            Join(holes[i].Path.End, i);
        }
        // Slots with a free end are peeled off until only rings remain.
        var open = new Queue<(Point, long)>(ends.Where(pair => pair.Value.Count == 1).Select(pair => pair.Key));
        var removed = new HashSet<int>();
        while (open.TryDequeue(out var key))
        {
            var free = ends[key].Where(index => !removed.Contains(index)).ToList();
            if (free.Count != 1) continue;
            removed.Add(free[0]);
            var edge = holes[free[0]].Path;
            var other = (edge.Start == key.Item1 ? edge.End : edge.Start, key.Item2);
            if (ends[other].Count(index => !removed.Contains(index)) == 1) open.Enqueue(other);
        }
        foreach (var index in ends.Values.SelectMany(list => list).Distinct().Where(index => !removed.Contains(index)))
        {
            holes[index] = holes[index] with { Kind = HoleKind.Route };
        }
        return holes.DrainToImmutable();

        void Join(Point point, int index)
        {
            var key = (point, holes[index].Diameter.Nanometres);
            if (!ends.TryGetValue(key, out var list)) ends[key] = list = [];
            list.Add(index);
        }
    }
}

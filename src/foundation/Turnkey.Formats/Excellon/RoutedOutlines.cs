using Turnkey.Designs.Boards;
using Turnkey.Geometry;

namespace Turnkey.Formats.Excellon;

/// <summary>
/// Tells slots from outlines: some tools plunge anew for every side of a cut-out. Straight slots of one tool that join end to end into a ring are a route.
/// What it needs is kept for the next list of holes.
/// </summary>
internal sealed class RoutedOutlines
{
    private readonly Dictionary<(Point At, long Width), int> joints = [];

    /// <summary>Of each joint: how many slots end there, and the exclusive or of their indices, which is the last one's when only one is left.</summary>
    private readonly List<(int Count, int Slots)> ends = [];

    /// <summary>The slots with the joints of both their ends.</summary>
    private readonly List<(int Hole, int From, int To)> slots = [];
    private readonly Queue<int> free = [];

    public void Mark(List<Hole> holes)
    {
        joints.Clear();
        ends.Clear();
        slots.Clear();
        for (var i = 0; i < holes.Count; i++)
        {
            if (holes[i].Kind != HoleKind.Slot) continue;
            slots.Add((i, Join(holes[i], holes[i].Path.Start), Join(holes[i], holes[i].Path.End)));
        }
        // Slots with a free end are peeled off until only rings remain.
        for (var joint = 0; joint < ends.Count; joint++)
        {
            if (ends[joint].Count == 1) free.Enqueue(joint);
        }
        while (free.TryDequeue(out var joint))
        {
            if (ends[joint] is not (1, var slot)) continue;
            Part(slots[slot].From, slot);
            Part(slots[slot].To, slot);
            slots[slot] = slots[slot] with { Hole = -1 };
        }
        foreach (var (hole, _, _) in slots)
        {
            if (hole >= 0) holes[hole] = holes[hole] with { Kind = HoleKind.Route };
        }
    }

    private int Join(in Hole hole, Point end)
    {
        var key = (end, hole.Diameter.Nanometres);
        if (!joints.TryGetValue(key, out var joint))
        {
            joints[key] = joint = ends.Count;
            ends.Add(default);
        }
        ends[joint] = (ends[joint].Count + 1, ends[joint].Slots ^ slots.Count);
        return joint;
    }

    private void Part(int joint, int slot)
    {
        ends[joint] = (ends[joint].Count - 1, ends[joint].Slots ^ slot);
        if (ends[joint].Count == 1) free.Enqueue(joint);
    }
}

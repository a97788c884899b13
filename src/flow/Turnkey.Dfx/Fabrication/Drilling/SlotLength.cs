using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>
/// Overall length of a slot by its width. A slot is begun by a drill at its end; where the next hole overlaps the first by more than half, the tool is pushed
/// into it and the slot comes out bent. Pieces of a longer path, which meet another end to end, are no slots of their own.
/// </summary>
internal static class SlotLength
{
    /// <summary>Ends nearer than this meet, in nanometres: the coarsest usual drill format steps by 2.54 µm.</summary>
    private const long Meeting = 5_000;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} are only {worst.Measured} times as long as wide",
        (_, verdict) => $"make the slots {verdict.Limit} times as long as wide, or take round holes");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        CheckedHole[] slots = [.. design.Holes.Where(hole => hole.Hole.Kind == HoleKind.Slot && hole.Tool.Nanometres > 0)];
        if (slots.Length == 0) return new CheckOutcome.Skipped("the board has no slots");
        var reach = demands.Reach(DesignRule.Of("slot-length"))!.Value;
        CheckedHole[] milled = [.. design.Holes.Where(hole => !hole.IsRound)];
        var ends = new PointIndex(milled.SelectMany(hole => new[] { hole.Hole.Path.Start, hole.Hole.Path.End }));
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        foreach (var slot in slots)
        {
            var ratio = Measure.Of((slot.Hole.Path.Length + slot.Tool.Nanometres) / slot.Tool.Nanometres, MeasureUnit.Ratio);
            if (ratio.Value < reach.Value && !GoesOn(slot, milled, ends)) sightings.Add(HoleSighting.Of(design, slot, HoleSighting.Kind(slot), ratio));
        }
        return new CheckOutcome.Done(HoleSighting.Count(slots.Length, "slots"), sightings.ToImmutable());
    }

    private static bool GoesOn(CheckedHole slot, CheckedHole[] milled, PointIndex ends)
    {
        foreach (var end in (Point[])[slot.Hole.Path.Start, slot.Hole.Path.End])
        {
            if (ends.Within(end, Meeting).Any(at => milled[at / 2].Index != slot.Index)) return true;
        }
        return false;
    }
}

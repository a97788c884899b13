using System.Collections.Immutable;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>Checks of what is drilled and milled, and of what lies near it.</summary>
internal static class DrillingChecks
{
    public static ImmutableArray<DesignCheckEntry> All { get; } =
    [
        new("drill-size", DrillSize.Check, DrillSize.Wording),
        new("drill-largest", DrillLargest.Check, DrillLargest.Wording),
        new("npth-drill-size", NonPlatedDrillSize.Check, NonPlatedDrillSize.Wording),
        new("aspect-ratio", AspectRatio.Check, AspectRatio.Wording),
        new("hole-to-hole", HoleToHole.Check, HoleToHole.Wording),
        new("same-net-hole-to-hole", SameNetHoleToHole.Check, SameNetHoleToHole.Wording),
        new("hole-overlap", HoleOverlap.Check, HoleOverlap.Wording),
        new("pth-to-copper", PlatedHoleToCopper.Check, PlatedHoleToCopper.Wording),
        new("npth-to-copper", NonPlatedHoleToCopper.Check, NonPlatedHoleToCopper.Wording),
        new("hole-to-edge", HoleToEdge.Check, HoleToEdge.Wording),
        new("slot-width", SlotWidth.Check, SlotWidth.Wording),
        new("npth-slot-width", NonPlatedSlotWidth.Check, NonPlatedSlotWidth.Wording),
        new("slot-length", SlotLength.Check, SlotLength.Wording),
        new("castellation", Castellation.Check, Castellation.Wording),
    ];
}

using System.Collections.Immutable;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>
/// Laminate between two holes of different nets, or of which one is not plated, from wall to wall: it cracks, and plating grows along its fibres from one to
/// the other. Perforations to break boards apart at are meant to be weak.
/// </summary>
internal static class HoleToHole
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} are {worst.Measured} apart, wall to wall",
        (_, verdict) => $"move the holes apart to {verdict.Limit} between their walls, or take smaller tools");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.Holes.Length < 2) return new CheckOutcome.Skipped("the board has no two holes");
        var reach = demands.Reach(DesignRule.Of("hole-to-hole"))!.Value.Length.Nanometres;
        var perforation = Perforation.Of(design);
        ImmutableArray<Sighting> sightings =
        [
            .. HolePairs.Within(design, reach)
                .Where(pair => pair.Approach.Distance > 0 && !pair.IsSameNet && !(perforation.Contains(pair.A.Index) && perforation.Contains(pair.B.Index)))
                .Select(pair => pair.Sight(design, pair.Kinds, Measure.OfNanometres(pair.Approach.Distance))),
        ];
        return new CheckOutcome.Done($"all neighbours among {HoleSighting.Count(design.Holes.Length, "holes")}{(perforation.IsEmpty ? "" : $", {perforation.Count} of them a perforation")}", sightings);
    }
}

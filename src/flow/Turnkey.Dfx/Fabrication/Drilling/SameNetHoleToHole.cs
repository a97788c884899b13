using System.Collections.Immutable;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>Laminate between two plated holes of one net, from wall to wall: nothing can short, but the drill is drawn into the first hole.</summary>
internal static class SameNetHoleToHole
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} of one net are {worst.Measured} apart, wall to wall",
        (_, verdict) => $"move the holes apart to {verdict.Limit} between their walls, or leave one out");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var plated = design.Holes.Count(hole => hole.IsPlated && hole.Net >= 0);
        if (plated < 2) return new CheckOutcome.Skipped("the board has no two plated holes");
        var reach = demands.Reach(DesignRule.Of("same-net-hole-to-hole"))!.Value.Length.Nanometres;
        ImmutableArray<Sighting> sightings =
        [
            .. HolePairs.Within(design, reach).Where(pair => pair.Approach.Distance > 0 && pair.IsSameNet)
                .Select(pair => pair.Sight(design, pair.Kinds, Measure.OfNanometres(pair.Approach.Distance))),
        ];
        return new CheckOutcome.Done($"all neighbours among {HoleSighting.Count(plated, "plated holes")}", sightings);
    }
}

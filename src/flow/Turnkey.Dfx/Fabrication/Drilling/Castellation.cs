using System.Collections.Immutable;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>Plated holes that the edge cuts in half, by their diameter: milling is a step of its own after plating, and tears the copper out of small ones.</summary>
internal static class Castellation
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} are {worst.Measured} wide",
        (_, verdict) => $"make the half holes {verdict.Limit} wide or wider");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoEdge is { } why) return new CheckOutcome.Skipped(why);
        CheckedHole[] holes = [.. design.Holes.Where(hole => design.Edges!.Castellated.Contains(hole.Index))];
        if (holes.Length == 0) return new CheckOutcome.Skipped("the edge cuts through no plated hole");
        var reach = demands.Reach(DesignRule.Of("castellation"))!.Value;
        ImmutableArray<Sighting> sightings =
        [
            .. holes.Where(hole => Measure.Of(hole.Hole.Diameter).Value < reach.Value)
                .Select(hole => HoleSighting.Of(design, hole, "castellated holes", Measure.Of(hole.Hole.Diameter))),
        ];
        return new CheckOutcome.Done(HoleSighting.Count(holes.Length, "castellated holes"), sightings);
    }
}

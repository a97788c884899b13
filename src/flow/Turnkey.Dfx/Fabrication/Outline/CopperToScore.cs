using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>Copper near the middle of a V-score: the groove is wide at the surface, and its place has a tolerance.</summary>
internal static class CopperToScore
{
    public static CheckWording Wording { get; } = new(
        worst => worst.Measured.Value == 0 ? $"{worst.Cause}: on {worst.Layer} {worst.What} is cut through" : $"{worst.Cause}: on {worst.Layer} {worst.What} is {worst.Measured} away",
        (_, verdict) => $"pull the copper back to {verdict.Limit} from the middle of the score");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if ((design.WhyNoCopper ?? design.WhyNoEdge) is { } why) return new CheckOutcome.Skipped(why);
        if (design.Edges!.Scores.IsEmpty) return new CheckOutcome.Skipped("no layer draws V-scores");
        return CopperAtLine.Check(design, design.Edges.Scores, demands.Reach(DesignRule.Of("copper-to-vscore"))!.Value.Length, "V-score");
    }
}

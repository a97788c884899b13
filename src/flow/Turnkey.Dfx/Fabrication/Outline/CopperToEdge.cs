using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>
/// Copper near the board's edge, as it is left after milling; what was drawn across the edge is at it. Contacts that are meant to reach it, castellations and
/// plated edges are no fault of this rule.
/// </summary>
internal static class CopperToEdge
{
    public static CheckWording Wording { get; } = new(
        worst => worst.Measured.Value == 0 ? $"{worst.Cause}: on {worst.Layer} {worst.What} is cut through" : $"{worst.Cause}: on {worst.Layer} {worst.What} is {worst.Measured} away",
        (_, verdict) => $"pull the copper back to {verdict.Limit} from the edge");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if ((design.WhyNoCopper ?? design.WhyNoEdge) is { } why) return new CheckOutcome.Skipped(why);
        return CopperAtLine.Check(design, design.Edges!.Outer, demands.Reach(DesignRule.Of("copper-to-edge"))!.Value.Length, "edge");
    }
}

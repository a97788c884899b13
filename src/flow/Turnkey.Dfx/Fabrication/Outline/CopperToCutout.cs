using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>Copper near cut-outs of the outline, as it is left after milling. Cut-outs with copper up to their edge on both faces are plated.</summary>
internal static class CopperToCutout
{
    public static CheckWording Wording { get; } = new(
        worst => worst.Measured.Value == 0 ? $"{worst.Cause}: on {worst.Layer} {worst.What} is cut through" : $"{worst.Cause}: on {worst.Layer} {worst.What} is {worst.Measured} away",
        (_, verdict) => $"pull the copper back to {verdict.Limit} from the cut-out");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if ((design.WhyNoCopper ?? design.WhyNoEdge) is { } why) return new CheckOutcome.Skipped(why);
        if (design.Edges!.Cutouts.IsEmpty) return new CheckOutcome.Skipped("the board has no cut-outs");
        return CopperAtLine.Check(design, design.Edges.Cutouts, demands.Reach(DesignRule.Of("copper-to-cutout"))!.Value.Length, "cut-out");
    }
}

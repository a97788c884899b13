using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>Width of slots and milled paths without plating.</summary>
internal static class NonPlatedSlotWidth
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} are {worst.Measured} wide",
        (_, verdict) => $"make the slots {verdict.Limit} wide or wider");

    public static CheckOutcome Check(CheckedDesign design, Demands demands) => ToolSize.Check(design, demands, DesignRule.Of("npth-slot-width"), hole => !hole.IsPlated && !hole.IsRound, "slots without plating");
}

using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>Width of plated slots and milled paths, on the tool.</summary>
internal static class SlotWidth
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} need a mill of {worst.Measured}",
        (_, verdict) => $"make the slots {verdict.Limit} wide or wider, or take round holes");

    public static CheckOutcome Check(CheckedDesign design, Demands demands) => ToolSize.Check(design, demands, DesignRule.Of("slot-width"), hole => hole.IsPlated && !hole.IsRound, "plated slots");
}

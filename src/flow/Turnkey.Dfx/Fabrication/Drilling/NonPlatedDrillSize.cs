using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>Smallest round hole without plating.</summary>
internal static class NonPlatedDrillSize
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} are {worst.Measured} wide",
        (_, verdict) => $"make the holes {verdict.Limit} or larger, or let them be plated");

    public static CheckOutcome Check(CheckedDesign design, Demands demands) => ToolSize.Check(design, demands, DesignRule.Of("npth-drill-size"), hole => !hole.IsPlated && hole.IsRound, "round holes without plating");
}

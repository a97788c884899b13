using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>Largest drill, plated or not: larger holes are milled.</summary>
internal static class DrillLargest
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} need a drill of {worst.Measured}",
        (_, verdict) => $"draw holes above {verdict.Limit} as cut-outs of the outline, or accept the tolerance of the mill");

    public static CheckOutcome Check(CheckedDesign design, Demands demands) => ToolSize.Check(design, demands, DesignRule.Of("drill-largest"), hole => hole.IsRound, "round holes");
}

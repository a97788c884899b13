using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>Smallest drill of plated round holes, on the tool: small drills break, and plating does not get into their holes.</summary>
internal static class DrillSize
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} need a drill of {worst.Measured}",
        (worst, verdict) => $"make the holes {Measure.Of(verdict.Limit.Length - worst.Measured.Length)} larger, with their pads");

    public static CheckOutcome Check(CheckedDesign design, Demands demands) =>
        ToolSize.Check(design, demands, DesignRule.Of("drill-size"), hole => hole.IsPlated && hole.IsRound && hole.Hole.Function != HoleFunction.BackDrill, "plated holes");
}

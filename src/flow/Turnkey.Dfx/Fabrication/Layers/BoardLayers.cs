using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Layers;

/// <summary>Number of copper layers.</summary>
internal static class BoardLayers
{
    public static CheckWording Wording { get; } = new(
        worst => $"the board has {worst.Measured} copper layers",
        (_, verdict) => $"route it on {verdict.Limit} layers, or have it made where more are possible");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.Board is not { CopperLayers: > 0 and var layers }) return new CheckOutcome.Skipped("the package has no copper layer");
        var reach = demands.Reach(DesignRule.Of("board-layers"))!.Value;
        var count = Measure.Count(layers);
        return new CheckOutcome.Done($"{layers} copper layers", count.Value > reach.Value ? [new Sighting("copper layers", design.Board.Outline?.Bounds.Centre ?? Point.Origin, "", count)] : []);
    }
}

using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Handling;

/// <summary>Boards too narrow for a conveyor by themselves.</summary>
internal static class PanelNeed
{
    public static CheckWording Wording { get; } = new(
        worst => $"the board is {worst.Measured} narrow",
        (_, verdict) => $"have it assembled in a panel with rails of at least {verdict.Limit}");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (BoardExtent.Of(design.Board) is not { IsFromOutline: true } extent) return new CheckOutcome.Skipped("the board's size is not known without an outline");
        if (design.Assembly.Placements.IsDefaultOrEmpty && design.Assembly.Bom.IsEmpty) return new CheckOutcome.Skipped("nothing is mounted on the board");
        return new CheckOutcome.Done($"{extent.Width} × {extent.Height}", [new Sighting("the board alone", design.Board!.Outline?.Bounds.Centre ?? default, "", Measure.Of(Length.Min(extent.Width, extent.Height)))]);
    }
}

using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>The longest side of the board; of separate pieces, of each.</summary>
internal static class BoardSize
{
    public static CheckWording Wording { get; } = new(
        worst => $"the board is {worst.What}",
        (_, verdict) => $"keep the board within {verdict.Limit}, or have it made where larger ones are");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.Board?.Outline is not { Boundaries.IsEmpty: false } outline) return new CheckOutcome.Skipped("the package has no outline that closes");
        var reach = demands.Reach(DesignRule.Of("board-size"))!.Value;
        return new CheckOutcome.Done($"{outline.Boundaries.Length} outline{(outline.Boundaries.Length == 1 ? "" : "s")}",
        [
            .. outline.Boundaries.Select(contour => (contour.Bounds, Longest: Measure.Of(Length.Max(contour.Bounds.Width, contour.Bounds.Height)))).Where(one => one.Longest.Value > reach.Value)
                .Select(one => new Sighting("boards too large", one.Bounds.Centre, "", one.Longest) { What = $"{one.Bounds.Width} × {one.Bounds.Height}", Bounds = one.Bounds }),
        ]);
    }
}

using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>The shortest side of the board; of separate pieces, of each.</summary>
internal static class BoardSmallest
{
    public static CheckWording Wording { get; } = new(
        worst => $"the board is {worst.What}",
        (_, verdict) => $"have it made in a panel with sides of {verdict.Limit} and more");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.Board?.Outline is not { Boundaries.IsEmpty: false } outline) return new CheckOutcome.Skipped("the package has no outline that closes");
        var reach = demands.Reach(DesignRule.Of("board-smallest"))!.Value;
        return new CheckOutcome.Done($"{outline.Boundaries.Length} outline{(outline.Boundaries.Length == 1 ? "" : "s")}",
        [
            .. outline.Boundaries.Select(contour => (contour.Bounds, Shortest: Measure.Of(Length.Min(contour.Bounds.Width, contour.Bounds.Height)))).Where(one => one.Shortest.Value < reach.Value)
                .Select(one => new Sighting("small boards", one.Bounds.Centre, "", one.Shortest) { What = $"{one.Bounds.Width} × {one.Bounds.Height}", Bounds = one.Bounds }),
        ]);
    }
}

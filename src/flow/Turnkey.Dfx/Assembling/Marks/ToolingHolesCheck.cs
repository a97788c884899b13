using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Marks;

/// <summary>Round holes without plating that a fixture's pins fit in. The rails of a panel may carry them instead.</summary>
internal static class ToolingHolesCheck
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.Measured} found",
        (_, verdict) => $"add {verdict.Limit} round holes of 2.4 to 3.2 mm without plating, far apart, or have them put on the panel's rails");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (design.Board is not { } board || board.Holes.IsEmpty) return new CheckOutcome.Skipped("the package has no drill file");
        var smallest = MountingFigures.LengthOf("tooling-hole-smallest");
        var holes = design.HasCopper
            ? design.Holes.Where(hole => !hole.IsPlated && hole.IsRound && hole.Hole.Diameter >= smallest).Select(hole => hole.At).ToArray()
            : [.. board.Holes.Where(hole => hole.Plating == Plating.NonPlated && hole.Kind == HoleKind.Round && hole.Diameter >= smallest).Select(hole => hole.At)];
        var bounds = Box.Of(holes);
        return new CheckOutcome.Done($"{board.Holes.Length.ToString(CultureInfo.InvariantCulture)} holes",
            [new Sighting("tooling holes", holes.Length > 0 ? holes[0] : board.Outline?.Bounds.Centre ?? board.Holes[0].At, "", Measure.Count(holes.Length)) { Bounds = bounds }]);
    }
}

using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Marks;

/// <summary>Marks on each side that surface-mount parts are placed on. The rails of a panel may carry them instead.</summary>
internal static class Fiducials
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.Measured} found",
        (_, verdict) => $"add {verdict.Limit} round copper marks of 1 mm in a mask opening of 2 mm near the corners, not in a symmetrical figure, or have them put on the panel's rails");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var faces = design.Faces.Where(face => face.Copper is not null && design.Parts.Mounted.Any(part => part.Side == face.Side && part.IsSurfaceMounted)).ToArray();
        if (faces.Length == 0) return new CheckOutcome.Skipped("no side has surface-mount parts");
        var found = faces.Select(face => (Face: face, Marks: FiducialMark.Of(design, face))).ToArray();
        return new CheckOutcome.Done($"{string.Join(", ", found.Select(side => $"{side.Marks.Length.ToString(CultureInfo.InvariantCulture)} marks on the {side.Face.Name}"))}",
            [.. found.Select(side => new Sighting($"fiducials of the {side.Face.Name}", side.Marks.IsEmpty ? design.Board!.Outline?.Bounds.Centre ?? side.Face.Copper!.Index.Bounds.Centre : side.Marks[0].Pad.At, side.Face.Name, Measure.Count(side.Marks.Length))
            {
                Bounds = Box.Of(side.Marks.Select(mark => mark.Pad.At)),
            })]);
    }
}

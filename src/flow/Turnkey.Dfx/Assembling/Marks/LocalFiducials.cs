using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry.Indexing;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Marks;

/// <summary>Marks beside parts of fine pitch and grid arrays.</summary>
internal static class LocalFiducials
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What} has {worst.Measured} fiducials beside it",
        (_, verdict) => $"add {verdict.Limit} marks at opposite corners of the part, or make sure that the global ones are near enough");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var fine = MountingFigures.LengthOf("fine-pitch");
        var reach = MountingFigures.LengthOf("local-fiducial-reach").Nanometres;
        // Files round: a pitch of half a millimetre comes out some micrometres wider.
        var parts = design.Parts.Mounted.Where(part => part.Body?.Form == BodyForm.Grid || part.Pads.Length >= 6 && part.Pitch <= fine + Limit.Slack * 10).ToArray();
        if (parts.Length == 0) return new CheckOutcome.Skipped("no part with known pads has a pitch of 0.5 mm or less");
        // A grid array is one whatever its pads are; of a side whose copper is missing nobody knows the marks.
        parts = [.. parts.Where(part => design.Faces.Any(face => face.Side == part.Side && face.Copper is not null))];
        if (parts.Length == 0) return new CheckOutcome.Skipped("the copper of the side with parts of fine pitch is missing");
        var marks = design.Faces.Where(face => face.Copper is not null).ToDictionary(face => face.Side, face => new PointIndex(FiducialMark.Of(design, face).Select(mark => mark.Pad.At)));
        return new CheckOutcome.Done($"{parts.Length.ToString(CultureInfo.InvariantCulture)} parts of fine pitch", [.. parts.Select(part => Sight(part, marks[part.Side], reach))]);
    }

    private static Sighting Sight(PartOnBoard part, PointIndex marks, long reach)
    {
        var box = part.Pads.IsEmpty ? Geometry.Box.Around(part.At, 0, 0) : Geometry.Box.Of(part.Pads.Select(pad => pad.At));
        var around = box.Grow(reach);
        return new Sighting("parts of fine pitch", part.At, PartNames.Side(part.Side), Measure.Count(marks.Points.Count(around.Contains))) { What = part.Title, Bounds = box };
    }
}

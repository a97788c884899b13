using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Marks;

/// <summary>The opening of the mask over a fiducial by its copper's diameter.</summary>
internal static class FiducialClearance
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} on the {worst.Layer}: the mask opening is {worst.Measured} times as wide as the copper",
        (_, verdict) => $"open the mask to {verdict.Limit} times the diameter");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var faces = design.Faces.Where(face => face.Copper is not null && face.Mask is not null).ToArray();
        if (faces.Length == 0) return new CheckOutcome.Skipped("the package has no solder mask layer");
        var marks = faces.SelectMany(face => FiducialMark.Of(design, face).Select(mark => (face, mark))).ToArray();
        return marks.Length == 0
            ? new CheckOutcome.Skipped("the board has no fiducial")
            : new CheckOutcome.Done($"{marks.Length.ToString(CultureInfo.InvariantCulture)} fiducials", [.. marks.Select(pair => Sight(pair.face, pair.mark))]);
    }

    private static Sighting Sight(FaceOfBoard face, FiducialMark mark) =>
        new(mark.Opening is null ? "fiducials under mask" : "fiducials with a narrow opening", mark.Pad.At, face.Name, Measure.Of((mark.Opening?.Nanometres ?? 0) / (double)mark.Diameter.Nanometres, MeasureUnit.Ratio))
        {
            What = $"{mark.Diameter} copper",
            Bounds = mark.Pad.Bounds.Grow(500_000),
        };
}

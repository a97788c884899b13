using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>
/// Angles of the centroid file against the pads. Where the parts of a footprint lie when their angle is turned back must be the same for all; who differs is
/// wrong by the difference. A footprint may be drawn at any angle, so one part alone is judged as <see cref="RotationJudging"/> does.
/// </summary>
internal static class PlacementRotation
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: the angle in the centroid file is {worst.Measured} off the pads",
        (worst, _) => $"ask the designer, and correct the angle: {worst.What}");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var verdicts = RotationJudging.Of(design);
        var sightings = verdicts.Where(one => one.Verdict is RotationVerdict.Turned).Select(one => Sight(one.Part, ((RotationVerdict.Turned)one.Verdict).Surplus)).ToArray();
        var judged = verdicts.Where(one => one.Verdict is not RotationVerdict.Asked).DistinctBy(one => one.Part.Placement.Designator).Count();
        return judged == 0
            ? new CheckOutcome.Skipped("no footprint with known pads is used twice, too few others show how footprints lie, and no part of the board was confirmed before")
            : new CheckOutcome.Done($"{judged.ToString(CultureInfo.InvariantCulture)} parts; {design.Parts.Footprints.Count(group => group.IsAgreed).ToString(CultureInfo.InvariantCulture)} footprints are used more than once", [.. sightings]);
    }

    private static Sighting Sight(PartOnBoard part, double surplus) =>
        new($"{part.Title} is turned", part.At, PartNames.Side(part.Side), Measure.Of(Math.Abs(surplus), MeasureUnit.Degree))
        {
            What = $"{part.Name} {Number(part.Placement.Rotation)}° in the file, {Number(part.AngleWithout(surplus))}° on its pads",
            Bounds = Box.Of(part.Pads.Select(pad => pad.At)).Grow(500_000),
        };

    private static string Number(double degrees) => degrees.ToString("0.##", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>
/// Angles of the centroid file against the pads. Where the parts of a footprint lie when their angle is turned back must be the same for all; who differs is
/// wrong by the difference. A footprint may be drawn at any angle, so one part alone is judged by where its pin 1 was confirmed to be, or by how the other
/// footprints of the board lie at angle zero; without either it shows nothing.
/// </summary>
internal static class PlacementRotation
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: the angle in the centroid file is {worst.Measured} off the pads",
        (worst, _) => $"ask the designer, and correct the angle: {worst.What}");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var parts = design.Parts;
        var sightings = new List<Sighting>();
        var convention = OrientationConvention.Of(parts);
        var compared = 0;
        foreach (var group in parts.Footprints)
        {
            if (group.IsAgreed)
            {
                compared += group.Members.Count(member => member.Turn is not null);
                foreach (var member in group.Members)
                {
                    if (member is { Turn: not (null or 0), Part.IsMounted: true } && group.TurnsInPlace(member)) sightings.Add(Sight(member.Part, member.Turn.Value));
                }
            }
            foreach (var member in group.Members)
            {
                if (!member.Part.IsMounted || group.IsAgreed && member.Turn is not (null or 0) || (Surplus(design.Context, member.Part) ?? (group.IsAgreed ? null : convention.TurnOf(member.Part))) is not { } surplus) continue;
                compared++;
                if (surplus != 0) sightings.Add(Sight(member.Part, surplus));
            }
        }
        return compared == 0
            ? new CheckOutcome.Skipped("no footprint with known pads is used twice, too few others show how footprints lie, and no part of the board was confirmed before")
            : new CheckOutcome.Done($"{compared.ToString(CultureInfo.InvariantCulture)} parts of {parts.Footprints.Count(group => group.IsAgreed).ToString(CultureInfo.InvariantCulture)} footprints that are used more than once", [.. sightings]);
    }

    /// <summary>How far the pin 1 that the files name lies from where it was confirmed to be; null when nothing was, or no pin is named.</summary>
    private static double? Surplus(ReviewContext context, PartOnBoard part)
    {
        if (Confirmations.Find(context, part)?.PinOne is not { } confirmed || part.PinOne is not { } pin) return null;
        var direction = (part.Frame.ToLocal(pin.At) - part.Middle).Degrees;
        // Corners of flat bodies are not at 45 degrees: what counts are quarter turns.
        var turns = Math.Round((confirmed - direction) / 90, MidpointRounding.AwayFromZero);
        var surplus = Angles.Within(turns * 90, 360);
        return surplus > 180 ? surplus - 360 : surplus;
    }

    private static Sighting Sight(PartOnBoard part, double surplus) =>
        new($"{part.Title} is turned", part.At, PartNames.Side(part.Side), Measure.Of(Math.Abs(surplus), MeasureUnit.Degree))
        {
            What = $"{part.Name} {Number(part.Placement.Rotation)}° in the file, {Number(part.AngleWithout(surplus))}° on its pads",
            Bounds = Box.Of(part.Pads.Select(pad => pad.At)).Grow(500_000),
        };

    private static string Number(double degrees) => degrees.ToString("0.##", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>
/// Parts whose angle nothing judges: they would stand on their pads when turned, too, or nobody knows how their footprint lies at zero
/// (<see cref="RotationJudging"/>). What was confirmed once is not asked again. Nobody can turn a resistor wrong.
/// </summary>
internal static class PlacementUndeterminable
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: neither the pads nor the other parts tell whether the angle is right",
        (_, _) => "have the place of pin 1 or of the cathode confirmed for each of them; confirmed parts are remembered and not asked for again");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var verdicts = RotationJudging.Of(design);
        var sightings = verdicts.Where(one => one.Verdict is RotationVerdict.Asked).Select(one => Sight(one.Part, ((RotationVerdict.Asked)one.Verdict).Cause)).ToArray();
        var looked = verdicts.DistinctBy(one => one.Part.Placement.Designator).Count();
        return looked == 0 ? new CheckOutcome.Skipped("no part's pads are known for sure") : new CheckOutcome.Done($"{looked.ToString(CultureInfo.InvariantCulture)} parts", [.. sightings]);
    }

    private static Sighting Sight(PartOnBoard part, string cause) => new(cause, part.At, PartNames.Side(part.Side), Measure.Fact)
    {
        What = $"{part.Title} {part.Placement.Rotation.ToString("0.##", CultureInfo.InvariantCulture)}°",
        Bounds = Box.Of(part.Pads.Select(pad => pad.At)).Grow(500_000),
        IsUndeterminable = true,
    };
}

using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>Parts that the centroid file has on one side while all pads that the files name theirs are on the other.</summary>
internal static class PlacementSide
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What}",
        (_, _) => "correct the side in the centroid file");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var named = design.Faces.SelectMany(face => face.Pads.Where(pad => pad is { IsOfPart: true, IsNamed: true }).Select(pad => (face.Side, Pad: pad))).ToLookup(one => one.Pad.Part!, StringComparer.OrdinalIgnoreCase);
        var parts = design.Parts.Mounted.Where(part => named.Contains(part.Name)).ToArray();
        if (parts.Length == 0) return new CheckOutcome.Skipped("the files name the pads of no part");
        return new CheckOutcome.Done($"{parts.Length.ToString(CultureInfo.InvariantCulture)} parts with named pads",
        [
            .. parts.Where(part => named[part.Name].All(one => one.Side != part.Side)).Select(part =>
                new Sighting("parts on the wrong side", part.At, PartNames.Side(part.Side), Measure.Fact) { What = $"{part.Title} is on the {PartNames.Side(part.Side)} in the file, its pads on the other side", Bounds = Box.Of(named[part.Name].Select(one => one.Pad.At)).Join(part.At).Grow(500_000) }),
        ]);
    }
}

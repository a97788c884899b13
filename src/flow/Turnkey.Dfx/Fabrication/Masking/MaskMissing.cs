using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Masking;

/// <summary>Pads of parts that no opening of the mask lies over. Only what the files say is a pad of a part: an unnamed pad around a hole may be a large via that is covered on purpose.</summary>
internal static class MaskMissing
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} lie under the mask, for example {worst.What} on the {worst.Layer}",
        (_, _) => "add the openings to the mask layer, or say that these pads are to be covered");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MaskChecks.WhyNot(design) is { } why) return new CheckOutcome.Skipped(why);
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var mask in MaskChecks.Masks(design))
        {
            foreach (var pad in mask.Face.Pads)
            {
                if (!pad.IsOfPart || !(pad.Name is not null || pad.Hole?.Hole.Function is HoleFunction.Component or HoleFunction.PressFit)) continue;
                looked++;
                if (MaskOfFace.Over(mask.Mask, pad.Primitive).Count > 0) continue;
                sightings.Add(new Sighting(pad.Part is { } part ? $"pads of {part}" : "pads around component holes", pad.At, mask.Layer, Measure.Fact) { What = pad.Called(design), Bounds = pad.Bounds });
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("the files do not say which pads are those of parts") : new CheckOutcome.Done($"{looked.ToString("N0", CultureInfo.InvariantCulture)} pads of parts", [.. sightings]);
    }
}

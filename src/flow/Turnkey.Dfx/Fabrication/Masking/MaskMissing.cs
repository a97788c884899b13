using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Masking;

/// <summary>Pads of parts that no opening of the mask lies over. Only what the files say is a pad of a part, or what gets paste: an unnamed pad around a hole may be a large via that is covered on purpose. A lead can be soldered from the side where its pad is open.</summary>
internal static class MaskMissing
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} lie under the mask, for example {worst.What} on the {worst.Layer}",
        (_, _) => "add the openings to the mask layer, or say that these pads are to be covered");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (MaskChecks.WhyNot(design) is { } why) return new CheckOutcome.Skipped(why);
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var mask in MaskChecks.Masks(design))
        {
            foreach (var pad in mask.Face.Pads)
            {
                if (!mask.Face.IsSoldered(pad) || !(pad.IsNamed || pad.Hole?.Hole.Function is HoleFunction.Component or HoleFunction.PressFit || GetsPaste(mask.Face, pad))) continue;
                looked++;
                if (MaskOfFace.Over(mask.Mask, pad.Primitive).Count > 0 || (pad.Hole is { } hole && IsOpenOpposite(design, mask, hole))) continue;
                sightings.Add(new Sighting(pad.Hole is null ? "surface pads" : "through-hole pads", pad.At, mask.Layer, Measure.Fact) { What = pad.Called(design), Bounds = pad.Bounds });
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("the files do not say which pads are those of parts") : new CheckOutcome.Done($"{looked.ToString("N0", CultureInfo.InvariantCulture)} pads of parts", [.. sightings]);
    }

    private static bool GetsPaste(FaceOfBoard face, Pad pad)
    {
        if (pad.Hole is not null || face.Paste is not { } paste) return false;
        foreach (var i in paste.Index.Overlapping(new Box(pad.At.X, pad.At.Y, pad.At.X, pad.At.Y)))
        {
            if (paste.Pieces[i].Primitive.Contains(pad.At)) return true;
        }
        return false;
    }

    private static bool IsOpenOpposite(CheckedDesign design, MaskOfFace mask, CheckedHole hole) =>
        MaskChecks.Masks(design).Any(other => other.Face.Side != mask.Face.Side && MaskOfFace.Over(other.Mask, hole.Wall).Count > 0);
}

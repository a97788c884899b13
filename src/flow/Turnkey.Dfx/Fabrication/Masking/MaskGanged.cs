using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Masking;

/// <summary>Openings that span several pads of different nets: no mask keeps the solder apart.</summary>
internal static class MaskGanged
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} lie in one opening: {worst.What}, {worst.Layer}",
        (_, _) => "give each pad an opening of its own where a bridge of mask fits between, or confirm that none is wanted");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (MaskChecks.WhyNot(design) is { } why) return new CheckOutcome.Skipped(why);
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var mask in MaskChecks.Masks(design))
        {
            for (var island = 0; island < mask.PadsOf.Length; island++)
            {
                Pad[] pads = [.. mask.PadsOf[island].Select(pad => mask.Face.Pads[pad]).Where(pad => mask.Face.IsSoldered(pad) && pad.Net >= 0)];
                if (pads.Length == 0) continue;
                looked++;
                if (pads.Select(pad => pad.Net).Distinct().Count() < 2) continue;
                var cause = pads[0].Part is { } part && pads.All(pad => pad.Part == part) ? "pads of one part" : "pads of different nets";
                var bounds = pads.Aggregate(Geometry.Box.Empty, (box, pad) => box.Join(pad.Bounds));
                sightings.Add(new Sighting(cause, bounds.Centre, mask.Layer, Measure.Fact)
                {
                    What = $"{pads.Length.ToString(CultureInfo.InvariantCulture)} pads from {pads[0].Called(design)} to {pads[^1].Called(design)}",
                    Bounds = bounds,
                });
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("no pad of a part lies in an opening of the mask") : new CheckOutcome.Done($"{looked.ToString("N0", CultureInfo.InvariantCulture)} openings over pads", [.. sightings]);
    }
}

using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Soldering;

/// <summary>Pads of surface-mount parts that the stencil has no opening over.</summary>
internal static class PasteMissing
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} get no paste",
        (_, _) => "open the stencil over them, or say that the part is soldered by hand");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        if (!design.Faces.Any(face => face.Paste is not null)) return new CheckOutcome.Skipped("the package has no paste layer");
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var face in design.Faces)
        {
            if (face.Paste is not { } paste) continue;
            foreach (var part in design.Parts.Mounted.Where(part => part.Side == face.Side && part.HasSurePads))
            {
                var lands = part.Pads.Where(pad => pad.Kind == PadKind.Surface && pad.Hole is null).ToArray();
                looked += lands.Length;
                var bare = lands.Where(pad => !HasPaste(paste, pad)).ToArray();
                if (bare.Length == 0) continue;
                // A part without any paste is soldered otherwise, or its footprint forgot it; one pad without is a slip.
                var cause = bare.Length == lands.Length ? $"all pads of {PartNames.Plural(part)}" : $"some pads of {PartNames.Plural(part)}";
                sightings.AddRange(bare.Select(pad => new Sighting(cause, pad.At, face.Name, Measure.Fact) { What = PartNames.Of(part, pad), Bounds = pad.Bounds }));
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("no part's surface pads are known for sure") : new CheckOutcome.Done($"{looked.ToString("N0", CultureInfo.InvariantCulture)} pads", [.. sightings]);
    }

    internal static bool HasPaste(Designs.Layers.DrawnSheet paste, Pad pad)
    {
        foreach (var i in paste.Index.Overlapping(pad.Bounds))
        {
            if (paste.Pieces[i].Primitive.Touches(pad.Primitive)) return true;
        }
        return false;
    }
}

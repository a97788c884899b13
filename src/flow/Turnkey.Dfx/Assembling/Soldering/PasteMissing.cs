using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Soldering;

/// <summary>
/// Pads that the stencil has no opening over: of parts whose pads are known, any; of the others those of which <see cref="UnpastedLands"/> tells by the pads
/// around that they want one, so that a slip shows without a centroid file, too. Pads of parts that are not mounted, test points and fiducials want none.
/// </summary>
internal static class PasteMissing
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} get no paste",
        (_, _) => "open the stencil over them, or say that the part is soldered by hand");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        if (!design.Faces.Any(face => face.Paste is not null)) return new CheckOutcome.Skipped("the package has no paste layer");
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var face in design.Faces)
        {
            if (face.Paste is not { } paste) continue;
            var judged = new HashSet<int>();
            foreach (var part in design.Parts.All.Where(part => part.Side == face.Side && part.HasSurePads))
            {
                var lands = part.Pads.Where(IsLand).ToArray();
                judged.UnionWith(lands.Select(pad => pad.Feature));
                if (!part.IsMounted) continue;
                looked += lands.Length;
                var bare = lands.Where(pad => !HasPaste(paste, pad)).ToArray();
                if (bare.Length == 0) continue;
                // A part without any paste is soldered otherwise, or its footprint forgot it; one pad without is a slip.
                var cause = bare.Length == lands.Length ? $"all pads of {PartNames.Plural(part)}" : $"some pads of {PartNames.Plural(part)}";
                sightings.AddRange(bare.Select(pad => new Sighting(cause, pad.At, face.Name, Measure.Fact) { What = PartNames.Of(part, pad), Bounds = pad.Bounds }));
            }
            var unknown = new UnpastedLands(design, face.Pads.Where(pad => IsLand(pad) && IsOpened(face, pad)).Select(pad => (pad, HasPaste(paste, pad)))).Look(pad => !judged.Contains(pad.Feature));
            looked += unknown.Looked;
            sightings.AddRange(unknown.Sightings);
        }
        return looked == 0 ? new CheckOutcome.Skipped("no part's surface pads are known for sure") : new CheckOutcome.Done($"{looked.ToString("N0", CultureInfo.InvariantCulture)} pads", [.. sightings]);
    }

    /// <summary>By an opening of its own, in its middle: copper at the rim of one, as the teardrop of an open via, is no land.</summary>
    private static bool IsOpened(FaceOfBoard face, Pad pad)
    {
        if (face.Mask is not { } mask) return true;
        return pad.Opening >= 0 && Point.Distance(mask.Pieces[pad.Opening].Primitive.Bounds.Centre, pad.Bounds.Centre) <= Math.Min(pad.Bounds.Width.Nanometres, pad.Bounds.Height.Nanometres) / 4d;
    }

    private static bool IsLand(Pad pad) => pad.Kind == PadKind.Surface && pad.Hole is null;

    internal static bool HasPaste(Designs.Layers.DrawnSheet paste, Pad pad)
    {
        foreach (var i in paste.Index.Overlapping(pad.Bounds))
        {
            if (paste.Pieces[i].Primitive.Touches(pad.Primitive)) return true;
        }
        return false;
    }
}

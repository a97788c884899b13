using Turnkey.Dfx.Boards;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Fabrication.Masking;

/// <summary>A pad with the openings over it.</summary>
/// <param name="Mask">Of its face.</param>
/// <param name="Pad">Something is soldered to it.</param>
/// <param name="Clearance">How far the opening reaches beyond it, in nanometres; negative where mask lies on it.</param>
/// <param name="Overlap">How far it reaches beyond the opening on all sides, in nanometres; negative where it does not.</param>
/// <param name="IsOpenedInPart">The openings are smaller than the pad by far in one direction or both, or are not those of this pad: a part of it is to be soldered or touched.</param>
internal readonly record struct MaskedPad(MaskOfFace Mask, Pad Pad, double Clearance, double Overlap, bool IsOpenedInPart)
{
    /// <summary>An opening that is smaller than that share of its pad is not meant to free it; one that was moved or shrunk by mistake is larger.</summary>
    private const double Part = 0.8;

    /// <summary>Openings reach that far beyond their pads at most, in nanometres: design tools come with 0.05 to 0.1 mm, old rules have 6 mil (0.1524 mm).</summary>
    private const long Usual = 160_000;

    /// <summary>The mask says how large the joint is: it lies on the pad on all sides, by more than a file's rounding.</summary>
    public bool IsMaskDefined => Overlap > 1_000;

    /// <summary>All pads of parts that an opening lies over.</summary>
    public static IEnumerable<MaskedPad> Of(MaskOfFace mask)
    {
        foreach (var pad in mask.Face.Pads)
        {
            if (!mask.Face.IsSoldered(pad)) continue;
            var over = MaskOfFace.Over(mask.Mask, pad.Primitive);
            if (over.Count == 0) continue;
            var clearance = mask.Clearance(pad.Primitive, over);
            var opened = over.Aggregate(Box.Empty, (box, piece) => box.Join(mask.Mask.Pieces[piece].Primitive.Bounds));
            yield return new MaskedPad(mask, pad, clearance, clearance < 0 ? mask.Overlap(pad.Primitive, over) : -clearance, IsSmall(opened.Width, pad.Bounds.Width) || IsSmall(opened.Height, pad.Bounds.Height) || (!pad.IsNamed && (!IsOwn(opened, pad.Bounds, clearance) || IsFar(clearance, pad.Bounds))));
        }
    }

    /// <summary>An opening for something else reaches farther, or lies elsewhere and leaves a part of the pad covered: an unnamed pad at its rim may be a via.</summary>
    private static bool IsOwn(Box opening, Box pad, double clearance)
    {
        var most = Math.Max(pad.Width.Nanometres, pad.Height.Nanometres);
        return (clearance >= 0 || Point.Distance(opening.Centre, pad.Centre) < most / 4d) && Math.Max(opening.Width.Nanometres, opening.Height.Nanometres) < Math.Max(1.5 * most, most + (2 * Usual));
    }

    private static bool IsFar(double clearance, Box pad) => clearance < (Part - 1) * Math.Min(pad.Width.Nanometres, pad.Height.Nanometres);

    private static bool IsSmall(Length opening, Length pad) => opening.Nanometres < Part * pad.Nanometres;
}

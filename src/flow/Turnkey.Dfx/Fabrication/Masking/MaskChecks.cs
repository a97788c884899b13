using System.Collections.Immutable;
using Turnkey.Dfx.Boards;

namespace Turnkey.Dfx.Fabrication.Masking;

/// <summary>Checks of the solder mask against the pads.</summary>
internal static class MaskChecks
{
    public static ImmutableArray<DesignCheckEntry> All { get; } =
    [
        new("mask-clearance", MaskClearance.Check, MaskClearance.Wording),
        new("mask-overlap", MaskOverlap.Check, MaskOverlap.Wording),
        new("mask-missing", MaskMissing.Check, MaskMissing.Wording),
        new("mask-web", MaskWeb.Check, MaskWeb.Wording),
        new("mask-ganged", MaskGanged.Check, MaskGanged.Wording),
        new("mask-exposes", MaskExposes.Check, MaskExposes.Wording),
        new("mask-on-via", MaskOnVia.Check, MaskOnVia.Wording),
    ];

    /// <summary>Why the mask cannot be looked at; null when at least one face has copper and mask.</summary>
    internal static string? WhyNot(CheckedDesign design) =>
        design.WhyNoCopper ?? (design.Faces.All(face => face.Mask is null) ? "the package has no solder mask layer"
            : design.Faces.All(face => face.Mask is null || face.Copper is null) ? "no face has both copper and solder mask" : null);

    internal static IEnumerable<MaskOfFace> Masks(CheckedDesign design) => design.Faces.Where(face => face.Copper is not null).Select(face => face.Masking).OfType<MaskOfFace>();
}

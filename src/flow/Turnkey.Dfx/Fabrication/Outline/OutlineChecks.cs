using System.Collections.Immutable;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>Checks of the board's edge, its cut-outs and scores, and of the copper near them.</summary>
internal static class OutlineChecks
{
    public static ImmutableArray<DesignCheckEntry> All { get; } =
    [
        new("board-size", BoardSize.Check, BoardSize.Wording),
        new("board-smallest", BoardSmallest.Check, BoardSmallest.Wording),
        new("outline-missing", OutlineMissing.Check, OutlineMissing.Wording),
        new("outline-gap", OutlineGap.Check, OutlineGap.Wording),
        new("outline-crossing", OutlineCrossing.Check, OutlineCrossing.Wording),
        new("copper-to-edge", CopperToEdge.Check, CopperToEdge.Wording),
        new("copper-to-cutout", CopperToCutout.Check, CopperToCutout.Wording),
        new("copper-to-vscore", CopperToScore.Check, CopperToScore.Wording),
        new("cutout-width", CutoutWidth.Check, CutoutWidth.Wording),
        new("inner-corner", InnerCorner.Check, InnerCorner.Wording),
        new("edge-plating", EdgePlating.Check, EdgePlating.Wording),
    ];
}

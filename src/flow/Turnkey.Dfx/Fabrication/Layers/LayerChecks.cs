using System.Collections.Immutable;

namespace Turnkey.Dfx.Fabrication.Layers;

/// <summary>Checks of the layers as a set: which there are, whether they lie on each other, how they are stacked.</summary>
internal static class LayerChecks
{
    public static ImmutableArray<DesignCheckEntry> All { get; } =
    [
        new("board-layers", BoardLayers.Check, BoardLayers.Wording),
        new("missing-layer", MissingLayer.Check, MissingLayer.Wording),
        new("missing-legend", MissingLegend.Check, MissingLegend.Wording),
        new("mirrored-layer", MirroredLayer.Check, MirroredLayer.Wording),
        new("registration", Registration.Check, Registration.Wording),
        new("stackup-symmetry", StackupSymmetry.Check, StackupSymmetry.Wording),
    ];
}

using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>The nets that the copper of a board makes: what touches on a layer, and what plated holes join.</summary>
/// <param name="Nets">Named nets in ordinal order of their names, then the numbered ones; <see cref="CopperNet.Index"/> is the place here.</param>
/// <param name="FeatureNets">
/// For each layer, in the order of <see cref="Board.Copper"/>, the net of every feature in painting order; -1 for what makes no copper
/// (clear features, dark ones that were erased or lie beside the board, all features of a negative plane or of a layer that was too much to be traced).
/// </param>
/// <param name="HoleNets">The net of every hole of the board, in its order; -1 for holes that join nothing.</param>
/// <param name="Diagnostics">What the copper's own names contradict, and what could not be traced.</param>
public sealed record CopperNets(
    ImmutableArray<CopperNet> Nets,
    ImmutableArray<ImmutableArray<int>> FeatureNets,
    ImmutableArray<int> HoleNets,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>
    /// For each layer, by the index of the feature, whose pads they are according to the board's netlist; what features say of themselves
    /// (<see cref="FeatureAttributes"/>) counts before it. Empty where there is no netlist, or none that fits.
    /// </summary>
    public ImmutableArray<ImmutableDictionary<int, PadName>> PadNames { get; init; } = [];

    /// <summary>As <see cref="PadNames"/>, of features that say they are another pad than they are; null for those that are nobody's for sure.</summary>
    public ImmutableArray<ImmutableDictionary<int, PadName?>> DisputedNames { get; init; } = [];

    /// <summary>Whose pad a feature is: by what it says of itself where nothing contradicts it, else by the netlist; null when it is nobody's, or nobody says.</summary>
    /// <param name="layer">In the order of <see cref="Board.Copper"/>, from 0.</param>
    /// <param name="feature">Its index.</param>
    /// <param name="says">What it says of itself.</param>
    public PadName? PadOf(int layer, int feature, FeatureAttributes says)
    {
        ArgumentNullException.ThrowIfNull(says);
        var listed = layer < PadNames.Length && PadNames[layer].TryGetValue(feature, out var name) ? name : (PadName?)null;
        if (layer < DisputedNames.Length && DisputedNames[layer].TryGetValue(feature, out var settled)) return settled ?? listed;
        return says.Component is { Length: > 0 } component ? new PadName(component, says.Pin ?? "") : listed;
    }

    public static CopperNets None { get; } = new([], [], [], []);

    /// <summary>
    /// Follows the copper. Named are the nets by what their features say, by majority; where those say nothing by the points of the board's netlist; else
    /// they are numbered. Never fails; a layer that is too much to be traced says so (<c>nets.too-much</c>) and has no nets.
    /// </summary>
    public static CopperNets Trace(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return NetNaming.Name(TracedCopper.Of(board)).Nets;
    }
}

using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>The copper of a board examined: how much, which nets, how near to each other, and whether that is what the netlist asks for.</summary>
/// <param name="Layers">Top to bottom.</param>
/// <param name="Nets">What hangs together.</param>
/// <param name="SmallestGaps">One for each layer that has two nets on it.</param>
/// <param name="Comparison">Null when nothing says which nets there are to be.</param>
/// <param name="Diagnostics">Of the nets and of the comparison, each once.</param>
public sealed record BoardCopper(
    ImmutableArray<CopperLayerFacts> Layers,
    CopperNets Nets,
    ImmutableArray<CopperGap> SmallestGaps,
    NetComparison? Comparison,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The narrowest gap of all layers; null when no layer has two nets.</summary>
    public Length? MinSpace => SmallestGaps.IsEmpty ? null : Length.FromNanometres((long)Math.Round(SmallestGaps.Min(gap => gap.Width)));

    public static BoardCopper Examine(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        var named = NetNaming.Name(TracedCopper.Of(board));
        var (comparison, remarks) = NetlistComparing.Compare(named);
        ImmutableArray<CopperLayerFacts> layers = [.. board.Copper.Select((layer, i) => CopperLayerFacts.Of(board, layer, layer.CopperLayer ?? i + 1))];
        var uncertain = layers.Where(layer => layer.AreaSquareMillimetres is null).Select(layer => Diagnostic.Warning("copper.area-incomplete", "", 0, $"copper layer {layer.CopperLayer} is too intricate for its area and islands to be computed"));
        return new BoardCopper(
            layers,
            named.Nets,
            [.. GapSearch.Find(named)],
            comparison,
            [.. named.Nets.Diagnostics.Concat(remarks).Concat(comparison?.Diagnostics ?? []).Concat(uncertain).Distinct()]);
    }
}

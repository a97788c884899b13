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
    /// <summary>Layers whose gaps are not known, because their copper was too much to be traced or looked through.</summary>
    public ImmutableArray<int> UnsearchedLayers { get; init; } = [];

    /// <summary>The narrowest gap of all layers; null when no layer has two nets, or the gaps of one are not known.</summary>
    public Length? MinSpace => SmallestGaps.IsEmpty || !UnsearchedLayers.IsEmpty ? null : Length.FromNanometres((long)Math.Round(SmallestGaps.Min(gap => gap.Width)));

    public static BoardCopper Examine(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        var copper = TracedCopper.Of(board);
        var named = NetNaming.Name(copper);
        var (comparison, remarks) = NetlistComparing.Compare(named);
        var (gaps, unsearched) = GapSearch.Find(named);
        ImmutableArray<CopperLayerFacts> layers = [.. board.Copper.Select((layer, i) => CopperLayerFacts.Of(board, layer, copper.Layers[i], copper.Frame, copper.Cutting[i]))];
        return new BoardCopper(layers, named.Nets, gaps, comparison,
            [.. named.Nets.Diagnostics.Concat(remarks).Concat(comparison?.Diagnostics ?? []).Concat(CopperRemarks.Of(board, copper, layers, unsearched)).Distinct()])
        {
            UnsearchedLayers = unsearched,
        };
    }
}

using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Formats.IpcD356;
using Turnkey.Kernel;
using Turnkey.Pipeline.Outputs;

namespace Turnkey.Pipeline.Exports;

/// <summary>
/// The netlist of a board: made from its copper, with the names of the given one where copper and netlist are equal. Where they are not, none is made: the
/// tester is to find what was meant, and the given netlist says that.
/// </summary>
internal static class NetlistExport
{
    /// <returns>Null when the board has no copper, cannot be traced, or differs from the netlist that was given.</returns>
    public static ExportedFile? Of(Board board, ExportNames names, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (board.CopperLayers == 0) return null;
        var nets = TracedNets.Of(board);
        if (!nets.IsComplete)
        {
            diagnostics.Add(Diagnostic.Warning("export.netlist-not-made", "", 0, $"the copper of {board.Name} is too much to be traced whole; no netlist is made from it"));
            return null;
        }
        if (board.Netlist is { } given && nets.Comparison is not { IsEqual: true })
        {
            diagnostics.Add(Diagnostic.Warning("export.netlist-differs", given.Source, 0, nets.Comparison is { } unequal
                ? $"copper and netlist differ ({Counted(unequal)}); the netlist is written as it was given. See them with inspect --nets"
                : "the netlist does not fit the board; it is written as it was given"));
            return null;
        }
        if (board.Netlist is null)
        {
            diagnostics.Add(nets.Comparison is not { } stated
                ? Diagnostic.Info("export.netlist-from-copper", "", 0, $"{board.Name} came without net names: the netlist says what its copper connects, so testing to it finds faults of fabrication, none of the layout")
                : stated.IsEqual ? Diagnostic.Info("export.netlist-from-names", "", 0, $"the netlist of {board.Name} is made from the net names in its copper layers")
                : Diagnostic.Warning("export.netlist-from-names", "", 0, $"copper and net names of {board.Name} differ ({Counted(stated)}); the netlist has the names. See them with inspect --nets"));
        }
        var name = names.Of($"{board.Name}-netlist", ".ipc");
        var written = IpcNetlistWriter.Write(BoardNetlist.Of(board, nets) with { Path = name });
        diagnostics.AddRange(written.Diagnostics.Distinct());
        return new ExportedFile(new OutputFile(name, written.Content), "ipc-d-356a", "Netlist", board.Netlist?.Source ?? "");
    }

    private static string Counted(NetComparison comparison) =>
        $"shorts: {comparison.Shorts.Length}, opens: {comparison.Opens.Length}, places without copper: {comparison.Unconnected.Length}";
}

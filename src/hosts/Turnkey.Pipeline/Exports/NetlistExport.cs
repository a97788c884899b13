using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Formats.IpcD356;
using Turnkey.Geometry;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;
using Turnkey.Pipeline.Outputs;

namespace Turnkey.Pipeline.Exports;

/// <summary>
/// The netlist of a board: made from its copper, with the names of the given one where copper and netlist have the same nets. Where they have not, the given
/// one is written, in the origin of the layers: the tester is to find what was meant, and where the copper is.
/// </summary>
internal static class NetlistExport
{
    /// <param name="board">Whose netlist it is.</param>
    /// <param name="package">Holds the given one.</param>
    /// <param name="names">Of the files so far.</param>
    /// <param name="diagnostics">Takes what could not be written, and why none was made.</param>
    /// <returns>Null when the board has no copper, or was given no netlist of its own and cannot be traced.</returns>
    public static ExportedFile? Of(Board board, Package package, ExportNames names, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (board.CopperLayers == 0) return null;
        var nets = TracedNets.Of(board);
        var comparison = nets.Comparison;
        if (!nets.IsComplete)
        {
            diagnostics.Add(Diagnostic.Warning("export.netlist-not-made", "", 0, $"the copper of {board.Name} is too much to be traced whole; no netlist is made from it"));
            return board.Netlist is { } untraced ? Given(untraced, nets.NetlistOffset, board, package, names, diagnostics) : null;
        }
        if (board.Netlist is { } given)
        {
            if (comparison is not { HasEqualNets: true })
            {
                diagnostics.Add(Diagnostic.Warning("export.netlist-differs", given.Source, 0, comparison is null
                    ? "the netlist does not fit the board; it is written as it was given, in its own origin"
                    : $"copper and netlist differ ({comparison.Counts}); the netlist is written as it was given{Moved(comparison.Offset)}. See them with inspect --nets"));
                return Given(given, nets.NetlistOffset, board, package, names, diagnostics);
            }
            if (!comparison.IsEqual)
                diagnostics.Add(Diagnostic.Warning("export.holes-differ", given.Source, 0, $"copper and netlist differ in holes without a net ({comparison.Counts}); the netlist that is made has them as the drill files do. See them with inspect --nets"));
        }
        else
        {
            diagnostics.Add(comparison is null
                ? Diagnostic.Info("export.netlist-from-copper", "", 0, $"{board.Name} came without net names: the netlist says what its copper connects, so testing to it finds faults of fabrication, none of the layout")
                : comparison.IsEqual ? Diagnostic.Info("export.netlist-from-names", "", 0, $"the netlist of {board.Name} is made from the net names in its copper layers")
                : Diagnostic.Warning("export.netlist-from-names", "", 0, $"copper and net names of {board.Name} differ ({comparison.Counts}); the netlist has the names. See them with inspect --nets"));
        }
        var name = NameFor(board, names);
        return Written(BoardNetlist.Of(board, nets) with { Path = name }, name, board.Netlist?.Source ?? "", diagnostics);
    }

    /// <summary>The given one, at the origin of the layers where it is known how far that is away.</summary>
    private static ExportedFile? Given(GivenNetlist given, Point? offset, Board board, Package package, ExportNames names, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (package.Files.FirstOrDefault(file => file.Path == given.Source) is not { } file) return null;
        var netlist = IpcNetlistReader.Read(given.Source, file.Content.Span);
        // The unit in which it fits the board, where the file says none.
        if (given.Step > Length.Zero && netlist.Unit.Step() != given.Step) netlist = netlist.ReadAs(netlist.Unit == NetlistUnit.Micrometre ? NetlistUnit.TenThousandthInch : NetlistUnit.Micrometre);
        if (offset is not { } by) return Written(netlist, names.Of(Path.GetFileNameWithoutExtension(file.Name), ".ipc"), given.Source, diagnostics);
        if (netlist.Moved(by) is { } moved) return Written(moved, NameFor(board, names), given.Source, diagnostics);
        diagnostics.Add(Diagnostic.Warning("export.netlist-origin", given.Source, 0,
            $"the netlist is written in its own origin, from which the layers are moved by {by}: {(netlist.HasPanel ? "it describes a panel, too" : "its places would have more than six digits")}. Tell the tester's programmer"));
        return Written(netlist, NameFor(board, names), given.Source, diagnostics);
    }

    private static string NameFor(Board board, ExportNames names) => names.Of($"{board.Name}-netlist", ".ipc");

    private static ExportedFile Written(IpcNetlist netlist, string name, string source, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var written = IpcNetlistWriter.Write(netlist);
        diagnostics.AddRange(written.Diagnostics.Distinct());
        return new ExportedFile(new OutputFile(name, written.Content), "ipc-d-356a", "Netlist", source);
    }

    private static string Moved(Point offset) => offset == Point.Origin ? "" : $", moved by {offset} to the origin of the layers";
}

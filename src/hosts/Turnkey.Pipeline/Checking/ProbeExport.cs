using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx;
using Turnkey.Dfx.Probing;
using Turnkey.Formats.IpcD356;
using Turnkey.Kernel;
using Turnkey.Pipeline.Exports;
using Turnkey.Pipeline.Outputs;

namespace Turnkey.Pipeline.Checking;

/// <summary>The points that a flying probe can be set on, as IPC-D-356A: a netlist with nothing in it that cannot be probed.</summary>
internal sealed class ProbeExport
{
    private readonly ExportNames names = new();
    private readonly ImmutableArray<OutputFile>.Builder files = ImmutableArray.CreateBuilder<OutputFile>();
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public ImmutableArray<OutputFile> Files => files.ToImmutable();

    public ImmutableArray<Diagnostic> Diagnostics => diagnostics.ToImmutable();

    /// <summary>Adds the file of an assembly, or why it has none.</summary>
    public void Add(TracedAssembly traced, Demands demands)
    {
        var points = FlyingProbe.Points(traced, demands);
        if (points.IsEmpty)
        {
            diagnostics.Add(Diagnostic.Warning("probes.none", "", 0, $"{traced.Assembly.Name} has no point that a flying probe can be set on; no list is written. Its check of net access says why"));
            return;
        }
        var board = traced.Assembly.Board!;
        var name = names.Of($"{board.Name}-probes", ".ipc");
        var written = IpcNetlistWriter.Write(BoardNetlist.Of(board, Records(points, Math.Max(2, board.CopperLayers))) with { Path = name });
        diagnostics.AddRange(written.Diagnostics.Distinct());
        files.Add(new OutputFile(name, written.Content));
    }

    /// <summary>A hole that is open on both sides is one record with access from either.</summary>
    private static IEnumerable<NetlistRecord> Records(ImmutableArray<ProbePoint> points, int bottom) =>
        points.GroupBy(point => (point.Net, point.At, point.Hole, Side: point.Hole is null ? point.Side : Side.All)).Select(group =>
        {
            var point = group.First();
            int access = group.Select(one => one.Side).Distinct().Count() > 1 ? 0 : point.Side == Side.Top ? 1 : bottom;
            var component = point.Component.Length == 0 && point.IsVia ? "VIA" : point.Component;
            return new NetlistRecord(point.Hole is null ? NetlistFeature.SurfacePad : NetlistFeature.ThroughHole, point.Net, component, point.Pin, point.At, point.Hole, point.Plating, access, false, group.Min(one => one.Size), null, 0, null, 0);
        });
}

using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

public enum NetlistFeature
{
    /// <summary>317: a hole that can be probed, through or via.</summary>
    ThroughHole,
    /// <summary>327: a surface-mount pad.</summary>
    SurfacePad,
    /// <summary>367: a hole without a net of its own: tooling, mounting.</summary>
    ToolingHole,
    /// <summary>347: a through hole's test point that does not go through (blind or buried).</summary>
    BlindOrBuried,
    /// <summary>Other test records (307, 309, 337, 370 …).</summary>
    Other,
}

/// <summary>A test record of an IPC-D-356 netlist.</summary>
/// <param name="Feature">By its operation code.</param>
/// <param name="Net">Long names resolved (NNAME); empty for <c>N/C</c>.</param>
/// <param name="Component">Designator, or <c>VIA</c>; empty when not given.</param>
/// <param name="Pin">Empty when not given.</param>
/// <param name="At">In the netlist's own origin, which need not be that of the Gerbers.</param>
/// <param name="HoleDiameter">Null without a hole.</param>
/// <param name="Plating">Of the hole; <see cref="Plating.Unknown"/> without one.</param>
/// <param name="Access">0: both sides; 1: the primary (top) side; else the layer it is reached from. Null when not given.</param>
/// <param name="MidPoint">True when it is the middle of a net, false for an end.</param>
/// <param name="Width">Of the pad along x before rotation; null when not given.</param>
/// <param name="Height">Of the pad along y; null: as the width, round.</param>
/// <param name="Rotation">Degrees counter-clockwise.</param>
/// <param name="SolderMask">0 none, 1 over the primary side, 2 over the secondary, 3 over both; null when not given.</param>
/// <param name="Line">Line in the file.</param>
public sealed record NetlistRecord(NetlistFeature Feature, string Net, string Component, string Pin, Point At, Length? HoleDiameter, Plating Plating,
    int? Access, bool MidPoint, Length? Width, Length? Height, double Rotation, int? SolderMask, int Line);

/// <summary>An IPC-D-356 or -356A netlist: what a bare-board tester is to find.</summary>
/// <param name="Path">Path of the file in the package.</param>
/// <param name="Job">Name of the design; empty when not given.</param>
/// <param name="Records">In the file's order.</param>
/// <param name="Diagnostics">What was not understood.</param>
public sealed record IpcNetlist(string Path, string Job, ImmutableArray<NetlistRecord> Records, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Distinct net names, without unconnected records, in ordinal order.</summary>
    public ImmutableArray<string> Nets => [.. Records.Select(record => record.Net).Where(net => net.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

/// <summary>The grid that places and sizes of a netlist lie on.</summary>
public enum NetlistUnit
{
    /// <summary><c>CUST 0</c> and <c>CUST 2</c>: 0.0001 inch, 2.54 µm.</summary>
    TenThousandthInch,
    /// <summary><c>SI</c> and <c>CUST 1</c>: 0.001 mm.</summary>
    Micrometre,
}

/// <summary>An IPC-D-356 or -356A netlist: what a bare-board tester is to find.</summary>
/// <param name="Path">Path of the file in the package.</param>
/// <param name="Job">Name of the design; empty when not given.</param>
/// <param name="Records">In the file's order.</param>
/// <param name="Diagnostics">What was not understood.</param>
public sealed record IpcNetlist(string Path, string Job, ImmutableArray<NetlistRecord> Records, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Of the places and sizes; inches where the file does not say, or gives one that the format does not have.</summary>
    public NetlistUnit Unit { get; init; }

    /// <summary>False where the file that was read does not say its unit, or gives one that the format does not have.</summary>
    public bool SaysUnit { get; init; } = true;

    public string Title { get; init; } = "";

    /// <summary>Part number of the data (<c>NUM</c>).</summary>
    public string Number { get; init; } = "";
    public string Revision { get; init; } = "";

    /// <summary><c>IPC-D-356</c> or <c>IPC-D-356A</c>, as written; empty where the file does not say.</summary>
    public string Version { get; init; } = "";

    /// <summary>Conductors (378).</summary>
    public ImmutableArray<NetlistTrace> Traces { get; init; } = [];

    /// <summary>Edges of board and panel, scoring lines (389).</summary>
    public ImmutableArray<NetlistOutline> Outline { get; init; } = [];

    /// <summary>Nets so close that they could be shorted (379).</summary>
    public ImmutableArray<NetlistAdjacency> Adjacency { get; init; } = [];

    /// <summary>Where the board is stepped in its panel (309).</summary>
    public ImmutableArray<NetlistImage> Images { get; init; } = [];

    /// <summary>Places that are not tested, or tested otherwise (390, 090).</summary>
    public ImmutableArray<NetlistMark> Marks { get; init; } = [];

    /// <summary>Resistors, capacitors and inductors in or on the bare board (370, 380).</summary>
    public ImmutableArray<NetlistComponent> Components { get; init; } = [];

    /// <summary>True when it says where the board is stepped, or something of it belongs to the panel, not to the board.</summary>
    public bool HasPanel =>
        !Images.IsEmpty || HasPanelRecords;

    /// <summary>True when something of it belongs to the panel, not to the board.</summary>
    internal bool HasPanelRecords =>
        Records.Any(record => record.OfPanel) || Traces.Any(trace => trace.OfPanel) || Outline.Any(outline => outline.OfPanel) ||
        Adjacency.Any(near => near.OfPanel) || Components.Any(component => component.OfPanel) || Marks.Any(mark => mark.OfPanel);

    /// <summary>Distinct net names, without unconnected records, in ordinal order.</summary>
    public ImmutableArray<string> Nets => [.. Records.Select(record => record.Net).Where(net => net.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

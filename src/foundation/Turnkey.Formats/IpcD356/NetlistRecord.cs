using Turnkey.Designs.Boards;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

public enum NetlistFeature
{
    /// <summary>317, continued as 017: a hole that can be probed, through or via.</summary>
    ThroughHole,
    /// <summary>327, continued as 027: a surface-mount pad.</summary>
    SurfacePad,
    /// <summary>367, and 347 of the first edition: a hole without a net of its own: tooling, mounting.</summary>
    ToolingHole,
    /// <summary>307: a via that does not go through the whole board; its span is in the record.</summary>
    BlindOrBuried,
    /// <summary>Other test records (337 …).</summary>
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
    int? Access, bool MidPoint, Length? Width, Length? Height, double Rotation, int? SolderMask, int Line)
{
    /// <summary>True for what belongs to the record before it (017, 027): another side's pad, or the hole through it.</summary>
    public bool Continues { get; init; }

    /// <summary>Copper layer where a blind or buried via starts, from 1; null for all else.</summary>
    public int? FromLayer { get; init; }

    /// <summary>Copper layer where it ends; null for all else.</summary>
    public int? ToLayer { get; init; }

    /// <summary>Where the tester probes it, when that is not its middle (099).</summary>
    public NetlistProbe? Probe { get; init; }

    /// <summary>Opening of the solder mask over it (088); null when not given.</summary>
    public NetlistSize? MaskClearance { get; init; }

    /// <summary>True for what belongs to the panel, not to the board (<c>IMAGE PANEL</c>): coupons, tooling holes of the panel.</summary>
    public bool OfPanel { get; init; }
}

/// <summary>Where a tester probes a feature.</summary>
/// <param name="At">On the board.</param>
/// <param name="Access">0: either side, else the layer it is probed from.</param>
/// <param name="Assignment">The tester's channel, grid place, block or row, as written; empty when there is none.</param>
public sealed record NetlistProbe(Point At, int? Access, string Assignment);

/// <param name="Width">Along x.</param>
/// <param name="Height">Along y; null: as the width, round.</param>
public readonly record struct NetlistSize(Length Width, Length? Height);

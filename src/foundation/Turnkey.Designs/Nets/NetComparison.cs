using System.Collections.Immutable;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>What the copper does, held against what the netlist says.</summary>
/// <param name="Netlist">Path of the netlist, or <c>x2</c> for the nets that the copper itself names.</param>
/// <param name="Offset">Added to the places of the netlist to come to those of the board.</param>
/// <param name="Points">Places that were compared.</param>
/// <param name="Shorts">Copper that carries several given nets.</param>
/// <param name="Opens">Given nets that lie on several pieces of copper.</param>
/// <param name="Unconnected">Places where the copper that should be there is not.</param>
public sealed record NetComparison(
    string Netlist,
    Point Offset,
    int Points,
    ImmutableArray<NetShort> Shorts,
    ImmutableArray<NetOpen> Opens,
    ImmutableArray<UnconnectedPoint> Unconnected)
{
    /// <summary><see cref="Netlist"/> when the copper's own names were compared.</summary>
    public const string Stated = "x2";

    /// <summary>True when copper and netlist say the same.</summary>
    public bool IsEqual => Shorts.IsEmpty && Opens.IsEmpty && Unconnected.IsEmpty;

    /// <summary>The same as diagnostics: <c>nets.short</c>, <c>nets.open</c>, <c>nets.unconnected-point</c>.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>Copper that carries several given nets.</summary>
/// <param name="Net">Index of the copper's net.</param>
/// <param name="Names">The given nets, in ordinal order.</param>
/// <param name="Meetings">For each name but the one with most places, where it runs into another.</param>
public sealed record NetShort(int Net, ImmutableArray<string> Names, ImmutableArray<NetMeeting> Meetings);

/// <summary>The shortest way over copper from one given net into another.</summary>
/// <param name="NameA">Given net of one end.</param>
/// <param name="PinA">Its pin; empty when not given.</param>
/// <param name="NameB">Given net of the other end.</param>
/// <param name="PinB">Its pin; empty when not given.</param>
/// <param name="At">Half way, counted in features: where two features touch, or at a hole.</param>
/// <param name="Layers">Copper layers of the way's middle.</param>
public sealed record NetMeeting(string NameA, string PinA, string NameB, string PinB, Point At, ImmutableArray<int> Layers);

/// <summary>A given net that lies on several pieces of copper.</summary>
/// <param name="Name">The given net.</param>
/// <param name="Pieces">The largest first.</param>
public sealed record NetOpen(string Name, ImmutableArray<NetPiece> Pieces);

/// <summary>One piece of a net that should be whole.</summary>
/// <param name="Net">Index of the copper's net.</param>
/// <param name="At">One of its places.</param>
/// <param name="Layers">Copper layers it is on.</param>
/// <param name="Points">How many places of the given net lie on it.</param>
/// <param name="Pins">Of those, at most a few.</param>
public sealed record NetPiece(int Net, Point At, ImmutableArray<int> Layers, int Points, ImmutableArray<string> Pins);

/// <summary>A place of the netlist without copper.</summary>
/// <param name="Name">The given net.</param>
/// <param name="Pin"><c>R12.2</c>; empty when not given.</param>
/// <param name="At">In the board's coordinates.</param>
/// <param name="CopperLayer">Where copper was looked for.</param>
/// <param name="Line">Of the netlist.</param>
public sealed record UnconnectedPoint(string Name, string Pin, Point At, int CopperLayer, int Line);

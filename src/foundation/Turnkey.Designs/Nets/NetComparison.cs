using System.Collections.Immutable;
using Turnkey.Designs.Boards;
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

    /// <summary>Pads that are to be connected to nothing and lie on the copper of a net.</summary>
    public ImmutableArray<PadNotIsolated> NotIsolated { get; init; } = [];

    /// <summary>Tooling holes that the drill files do not have, or have otherwise.</summary>
    public ImmutableArray<HoleDifference> Holes { get; init; } = [];

    /// <summary>True when copper and netlist say the same.</summary>
    public bool IsEqual => HasEqualNets && Holes.IsEmpty;

    /// <summary>True when copper and netlist have the same nets; holes that belong to none may differ.</summary>
    public bool HasEqualNets => Shorts.IsEmpty && Opens.IsEmpty && Unconnected.IsEmpty && NotIsolated.IsEmpty;

    /// <summary>How much differs, in words: <c>6 shorts, each within a part, 1 open, 0 without copper, 5 pads not isolated</c>.</summary>
    public string Counts => ComparisonWording.Counts(this);

    /// <summary>The same as diagnostics: <c>nets.short</c>, <c>nets.open</c>, <c>nets.unconnected-point</c>, <c>nets.joined-in-part</c>, <c>nets.not-isolated</c>, <c>nets.hole-missing</c>, <c>nets.hole-differs</c>.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Against the board's netlist, or where it has none against the names that its copper gives itself.</summary>
    /// <returns>Null when nothing says which nets there are to be, or the netlist does not fit the board.</returns>
    public static NetComparison? Of(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return NetlistComparing.Compare(NetNaming.Name(TracedCopper.Of(board))).Comparison;
    }
}

/// <summary>Copper that carries several given nets.</summary>
/// <param name="Net">Index of the copper's net.</param>
/// <param name="Names">The given nets, in ordinal order.</param>
/// <param name="Meetings">For each name but the one with most places, where it runs into another.</param>
public sealed record NetShort(int Net, ImmutableArray<string> Names, ImmutableArray<NetMeeting> Meetings)
{
    /// <summary>True when all of its nets are joined within parts of few pins, be they net ties or not.</summary>
    public bool IsInParts => Meetings.All(meeting => meeting.Part.Length > 0);
}

/// <summary>Where one given net runs into another: the middle of the shortest way over copper between them.</summary>
/// <param name="NameA">One given net.</param>
/// <param name="PinA">Its pin nearest to the place; empty when none is given.</param>
/// <param name="NameB">The other given net.</param>
/// <param name="PinB">Its pin nearest to the place; empty when none is given.</param>
/// <param name="At">Half way, counted in features: where two features touch, or at a hole.</param>
/// <param name="Layers">Copper layers of the way's middle.</param>
public sealed record NetMeeting(string NameA, string PinA, string NameB, string PinB, Point At, ImmutableArray<int> Layers)
{
    /// <summary>Designator of the part of few pins between whose own pins the copper lies; empty for any other short.</summary>
    public string Part { get; init; } = "";

    /// <summary>True in a part whose designator says that it joins nets (NT1, JP2, SJ3 …): no short.</summary>
    public bool IsTie => Part.Length > 0 && NetTies.IsNamedSo(Part);
}

/// <summary>A pad of the netlist that is to be connected to nothing, on the copper of a net.</summary>
/// <param name="Pin"><c>U3.49</c>; empty when not given.</param>
/// <param name="At">In the board's coordinates.</param>
/// <param name="CopperLayer">Where it lies; 0 for the wall of a hole.</param>
/// <param name="Name">The given net whose copper it is.</param>
/// <param name="Line">Of the netlist.</param>
public sealed record PadNotIsolated(string Pin, Point At, int CopperLayer, string Name, int Line);

/// <summary>A tooling hole of the netlist against the drill files.</summary>
/// <param name="At">In the board's coordinates.</param>
/// <param name="Line">Of the netlist.</param>
/// <param name="Listed">Diameter that the netlist gives.</param>
/// <param name="Drilled">Diameter in the drill files, 0 where they have a hole of no size; null when there is no hole at the place.</param>
/// <param name="ListedPlated">As the netlist says; null when it does not.</param>
/// <param name="DrilledPlated">As the drill files say; null when they do not.</param>
public sealed record HoleDifference(Point At, int Line, Length Listed, Length? Drilled, bool? ListedPlated, bool? DrilledPlated);

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

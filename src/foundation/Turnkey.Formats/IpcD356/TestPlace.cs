using Turnkey.Designs.Boards;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

/// <summary>A hole or land of a board that a tester can find, before it has the names of its net and pin.</summary>
/// <param name="Feature">Which record it becomes.</param>
/// <param name="Net">Index of the copper's net; -1 where there is no copper.</param>
/// <param name="At">In the board's coordinates.</param>
internal sealed record TestPlace(NetlistFeature Feature, int Net, Point At)
{
    /// <summary>What the feature itself says; empty where it says nothing, or that it is connected to nothing.</summary>
    public string StatedNet { get; init; } = "";

    public string Component { get; init; } = "";
    public string Pin { get; init; } = "";

    /// <summary>A hole that is known to take no lead.</summary>
    public bool IsVia { get; init; }

    public Length? Hole { get; init; }
    public Plating Plating { get; init; } = Plating.Unknown;
    public int? FromLayer { get; init; }
    public int? ToLayer { get; init; }

    /// <summary>0: both sides; else the number of the copper layer; null for what is not reached from outside.</summary>
    public int? Access { get; init; }

    public Length? Width { get; init; }
    public Length? Height { get; init; }

    /// <summary>As in <see cref="NetlistRecord.SolderMask"/>.</summary>
    public int? SolderMask { get; init; }

    public bool IsHole => Hole is not null;
}

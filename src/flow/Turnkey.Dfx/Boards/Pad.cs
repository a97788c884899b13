using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;

namespace Turnkey.Dfx.Boards;

public enum PadKind
{
    /// <summary>A part is soldered on it, without a hole.</summary>
    Surface,
    /// <summary>Around a hole that takes a lead.</summary>
    ThroughHole,
    Via,
    Fiducial,
    TestPoint,
    /// <summary>Edge fingers, washers, and what else is bare and nothing is soldered to.</summary>
    Other,
}

/// <summary>A pad of an outer layer.</summary>
/// <param name="Sheet">The copper layer.</param>
/// <param name="Feature">That draws it.</param>
/// <param name="Primitive">What is left of the feature; the largest piece where it was cut.</param>
/// <param name="At">Its middle.</param>
/// <param name="Net">Index of its net.</param>
/// <param name="Kind">What it is for.</param>
internal sealed record Pad(CopperSheet Sheet, int Feature, Primitive Primitive, Point At, int Net, PadKind Kind)
{
    /// <summary>Whose pad it is, where the files say so.</summary>
    public PadName? Name { get; init; }

    /// <summary>The hole in its middle; null when it has none.</summary>
    public CheckedHole? Hole { get; init; }

    /// <summary>Index of the piece of the mask layer that opens its middle; -1 when mask covers it, or there is no mask layer.</summary>
    public int Opening { get; init; } = -1;

    public bool IsTop => Sheet.Number == 1;

    public Box Bounds => Primitive.Bounds;

    /// <summary>Something is soldered to it.</summary>
    public bool IsOfPart => Kind is PadKind.Surface or PadKind.ThroughHole;

    /// <summary>The files say which pin of which part it takes; copper that only belongs to a part is no pad.</summary>
    public bool IsNamed => Name is { Pin.Length: > 0 };

    /// <summary>Designator of its part; null when nobody says.</summary>
    public string? Part => Name?.Component;

    /// <summary>As <c>U1.3</c>, or what its net is called where nobody says whose pad it is.</summary>
    public string Called(CheckedDesign design) => Name is not { } name ? $"a pad of {design.NetName(Net)}" : name.Pin.Length == 0 ? name.Component : $"{name.Component}.{name.Pin}";
}

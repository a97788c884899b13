using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Boards;

public enum Plating
{
    Plated,
    NonPlated,
    /// <summary>The file does not say: counted as plated where copper surrounds it.</summary>
    Unknown,
}

public enum HoleKind
{
    Round,
    /// <summary>Milled or nibbled along a path; has a start and an end.</summary>
    Slot,
    /// <summary>A routed contour segment that cuts board material (cut-outs, outline in a drill file).</summary>
    Route,
}

/// <summary>A drilled hole or a milled slot.</summary>
/// <param name="Kind">Round, or along a path.</param>
/// <param name="Path">Both ends are the place of a round hole; the centre line of a slot or route.</param>
/// <param name="Diameter">Of the finished hole as the file gives it; the width of a slot.</param>
/// <param name="Plating">Plated holes connect layers.</param>
/// <param name="FromLayer">First copper layer it passes, from 1; null: from the top.</param>
/// <param name="ToLayer">Last copper layer it passes; null: to the bottom.</param>
/// <param name="Function">What it is for.</param>
/// <param name="Source">Path of its file in the package.</param>
/// <param name="Line">Line in that file.</param>
public readonly record struct Hole(HoleKind Kind, Edge Path, Length Diameter, Plating Plating, int? FromLayer, int? ToLayer, HoleFunction Function, string Source, int Line)
{
    public Point At => Path.Start;

    /// <summary>Step of the coordinates of its file: each may be off by half of it. Zero where it is not known or does not matter.</summary>
    public Length Resolution { get; init; }

    public Box Bounds => Path.Bounds.Grow(Diameter.Nanometres / 2);
}

using System.Collections.Immutable;
using Turnkey.Geometry;

namespace Turnkey.Formats.IpcD356;

/// <summary>Conductors of one net on one layer, drawn with one aperture (378 and 078).</summary>
/// <param name="Net">Long names resolved.</param>
/// <param name="Layer">Copper layer, from 1.</param>
/// <param name="Aperture">Round, or a rectangle where it has a height.</param>
/// <param name="Paths">Each a line of straight segments from point to point.</param>
/// <param name="Line">Line in the file where it begins.</param>
public sealed record NetlistTrace(string Net, int Layer, NetlistSize Aperture, ImmutableArray<ImmutableArray<Point>> Paths, int Line)
{
    public bool OfPanel { get; init; }
}

public enum NetlistOutlineKind
{
    BoardEdge,
    PanelEdge,
    ScoreLine,
    OtherFabrication,
}

/// <summary>An outline (389 and 089).</summary>
/// <param name="Kind">What it is the outline of.</param>
/// <param name="Pen">With which it is drawn, for the eye only: its middle is the edge. Null when not given.</param>
/// <param name="Paths">Each a line of straight segments from point to point; the first of a closed one is repeated at its end.</param>
/// <param name="Line">Line in the file where it begins.</param>
public sealed record NetlistOutline(NetlistOutlineKind Kind, NetlistSize? Pen, ImmutableArray<ImmutableArray<Point>> Paths, int Line)
{
    public bool OfPanel { get; init; }
}

using Turnkey.Geometry;

namespace Turnkey.Formats.Excellon;

/// <summary>How the digits of a drill file are to be read, and why: the result of laying its hits on the copper.</summary>
/// <param name="Format">To be given to <see cref="ExcellonProgram.Interpret"/>.</param>
/// <param name="Offset">To be added to the holes where the file counts from another origin than the copper; zero unless the evidence is clear.</param>
/// <param name="Evidence">A sentence for the quote: what was compared and how well it fits.</param>
/// <param name="Confidence">0 (a guess) to 1 (hundreds of hits on pads); from 0.8 on, pads speak for it.</param>
public sealed record DrillRegistration(DrillFormat Format, Point Offset, string Evidence, double Confidence)
{
    /// <summary>All holes lie beside their pads by so much, the same way: no other origin, but a fault of registration. They stay where the file has them.</summary>
    public Point Beside { get; init; }

    /// <summary>From this confidence on, copper pads speak for the format.</summary>
    public const double Registered = 0.8;

    /// <summary>Hits that were compared: places of holes that want a pad, each once.</summary>
    public int Compared { get; init; }

    /// <summary>Those of them that lie on a pad.</summary>
    public int OnPads { get; init; }

    /// <summary>False when holes lie outside the board.</summary>
    public bool IsOnBoard { get; init; } = true;

    /// <summary>True when the evidence speaks against the format: holes off the board, or many hits off the pads. A few that hit none may be holes without one.</summary>
    public bool IsContradicted => !IsOnBoard || (Compared >= FewestTelling && OnPads < EnoughOnPads * Compared);

    /// <summary>With fewer hits, holes without a pad (mounting, tooling) can be all of them.</summary>
    internal const int FewestTelling = 8;

    /// <summary>The share of compared hits that must lie on pads. Not all do: thermal pads drawn as areas, vias in planes, holes without a pad in files of mixed plating.</summary>
    internal const double EnoughOnPads = 0.6;

    /// <summary>False when the file's own statement was set aside.</summary>
    public bool StatementHolds { get; init; } = true;
}

using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Centroids;

/// <summary>A table understood as a position file (pick and place, centroid). Places are in the file's own coordinates; origin and mirroring are the caller's.</summary>
/// <param name="Placements">In the file's order; rows beyond ±1.07 m are left out.</param>
/// <param name="Unit">Of the numbers that carry none of their own.</param>
/// <param name="UnitState">Where the unit is known from.</param>
/// <param name="UnitEvidence">The cell, heading or line that says it, or why it was assumed.</param>
/// <param name="SideState">Where the sides are known from.</param>
/// <param name="Columns">What each column was taken for.</param>
/// <param name="HeaderLine">Line of the heading row, from 1; 0 when the columns were told by their content.</param>
/// <param name="Confidence">0 to 1: how surely the table is a position file and was read rightly.</param>
/// <param name="Diagnostics">Codes <c>centroid.*</c>.</param>
public sealed record CentroidReading(
    ImmutableArray<Placement> Placements,
    CoordinateUnit Unit,
    UnitState UnitState,
    string UnitEvidence,
    SideState SideState,
    ImmutableArray<CentroidColumn> Columns,
    int HeaderLine,
    double Confidence,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Name of the sheet it was read from; empty for text.</summary>
    public string Sheet { get; init; } = "";

    internal ImmutableArray<PlacedRow> Rows { get; init; } = [];

    /// <summary>The same rows read in another unit, exactly (nothing is rounded twice); numbers that carry their unit stay.</summary>
    public CentroidReading WithUnit(CoordinateUnit unit, string evidence) =>
        this with { Unit = unit, UnitEvidence = evidence, Placements = [.. Rows.Where(row => row.At(unit).IsInRange).Select(row => row.Place(unit))] };

    /// <summary>The same rows on a side, for those whose side the file does not say.</summary>
    public CentroidReading WithAssumedSide(Side side) =>
        SideState != SideState.Assumed ? this : Rebuilt([.. Rows.Select(row => row with { Side = side })]);

    /// <summary>
    /// The parts of the bottom turned back to the view from the top: X is mirrored about <paramref name="about"/>. For files that give the bottom as it is seen
    /// from below; whether one does is seen on the copper.
    /// </summary>
    public CentroidReading MirrorBottom(Length about) => this with
    {
        Placements = [.. Placements.Select(place => place.Side == Side.Bottom ? place with { At = new Point((2 * about.Nanometres) - place.At.X, place.At.Y) } : place)],
    };

    private CentroidReading Rebuilt(ImmutableArray<PlacedRow> rows) =>
        this with { Rows = rows, Placements = [.. rows.Where(row => row.At(Unit).IsInRange).Select(row => row.Place(Unit))] };
}

/// <summary>A column of a position file.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Heading">As written; empty when the table has none.</param>
/// <param name="Field">What it holds.</param>
/// <param name="Detail">For X and Y which point of the part: <c>mid</c>, <c>pos</c>, <c>ref</c>, <c>pad</c>, or empty when not said.</param>
public sealed record CentroidColumn(int Index, string Heading, CentroidField Field, string Detail);

/// <summary>One row as written, before its unit is settled.</summary>
internal sealed record PlacedRow(Designator Designator, decimal X, CoordinateUnit? XUnit, decimal Y, CoordinateUnit? YUnit, double Rotation, Side Side, string Value, string Footprint, bool DoNotPlace, string Source, int Line)
{
    public Point At(CoordinateUnit unit) => new(Nanometres(X, XUnit ?? unit), Nanometres(Y, YUnit ?? unit));

    public Placement Place(CoordinateUnit unit) => new(Designator, At(unit), Rotation, Side, Value, Footprint, Source, Line) { DoNotPlace = DoNotPlace };

    /// <summary>Rounds half away from zero; what no board could reach becomes a place out of range.</summary>
    private static long Nanometres(decimal value, CoordinateUnit unit) =>
        Math.Abs(value) > 1_000_000_000m ? long.MaxValue / 4 : (long)Math.Round(Math.Clamp(value * CoordinateUnits.Nanometres(unit), -1e17m, 1e17m), MidpointRounding.AwayFromZero);
}

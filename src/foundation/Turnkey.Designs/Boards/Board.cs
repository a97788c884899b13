using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Boards;

/// <summary>A bare board: its outline, layers and holes, in one coordinate system seen from the top.</summary>
/// <param name="Name">As the customer calls it.</param>
/// <param name="Outline">Centre line of the board edge; null when the package has none that closes.</param>
/// <param name="Layers">Top to bottom, copper in its order.</param>
/// <param name="Holes">All drills of all files, doubles between files removed.</param>
/// <param name="CopperLayers">Number of copper layers; 0 when no copper was found.</param>
public sealed record Board(string Name, BoardOutline? Outline, ImmutableArray<Layer> Layers, ImmutableArray<Hole> Holes, int CopperLayers)
{
    public BoardFacts Facts { get; init; } = BoardFacts.None;

    /// <summary>The nets as the designer's tool wrote them down; null when the package has no netlist.</summary>
    public GivenNetlist? Netlist { get; init; }

    /// <summary>Null when no file says what the board is made of.</summary>
    public Stackup? Stackup { get; init; }

    /// <summary>Null when no file says which rules the board was drawn to.</summary>
    public StatedRules? StatedRules { get; init; }

    public IEnumerable<Layer> Copper => Layers.Where(layer => layer.Role == LayerRole.Copper).OrderBy(layer => layer.CopperLayer);

    public Layer? Find(LayerRole role, Side side) => Layers.FirstOrDefault(layer => layer.Role == role && layer.Side == side);
}

/// <summary>The board's edge.</summary>
/// <param name="Boundaries">Outer contours: one for a board, several where a file holds several boards or a panel of loose pieces.</param>
/// <param name="Cutouts">Contours inside a boundary that are milled out.</param>
/// <param name="Source">Path of the file it was read from.</param>
public sealed record BoardOutline(ImmutableArray<Contour> Boundaries, ImmutableArray<Contour> Cutouts, string Source)
{
    /// <summary>Of the centre line of all boundaries.</summary>
    public Box Bounds => Boundaries.Aggregate(Box.Empty, (box, contour) => box.Join(contour.Bounds));

    /// <summary>Material that remains, in square nanometres: boundaries less cut-outs.</summary>
    public double Area => Boundaries.Sum(contour => Math.Abs(contour.SignedArea)) - Cutouts.Sum(contour => Math.Abs(contour.SignedArea));
}

/// <summary>What was counted and measured on a board; null where there was nothing to measure on.</summary>
public sealed record BoardFacts(
    Length? Width,
    Length? Height,
    double? AreaSquareMillimetres,
    int PlatedHoles,
    int NonPlatedHoles,
    int Slots,
    Length? SmallestDrill,
    Length? MinTrace,
    Length? MinSpace,
    int SurfaceMountPadsTop,
    int SurfaceMountPadsBottom)
{
    public static BoardFacts None { get; } = new(null, null, null, 0, 0, 0, null, null, null, 0, 0);

    public int SurfaceMountPads => SurfaceMountPadsTop + SurfaceMountPadsBottom;
}

using Turnkey.Geometry;

namespace Turnkey.Drawing.Vector;

/// <summary>
/// The whole-number coordinates of a picture. Whole numbers are short to write; a coarser grid makes a smaller file where a board is so full
/// that its picture would not load well.
/// </summary>
/// <param name="Step">Nanometres per grid unit.</param>
/// <param name="Tolerance">In grid units: how far a simplified line may pass from the points it leaves out.</param>
internal readonly record struct Grid(long Step, double Tolerance)
{
    /// <summary>
    /// Finest first. A screen shows a 100 mm board at 1000 points with 100 µm each, so that even the coarsest grid stays a tenth of a point.
    /// </summary>
    public static IReadOnlyList<Grid> Levels { get; } = [new(1_000, 2), new(2_500, 1.5), new(5_000, 1.2), new(10_000, 1)];

    public GridPoint Snap(Point point) => new(Snap(point.X), Snap(point.Y));

    public long Snap(long nanometres) => (nanometres >= 0 ? nanometres + (Step / 2) : nanometres - (Step / 2)) / Step;
}

public readonly record struct GridPoint(long X, long Y)
{
    public static GridPoint operator +(GridPoint a, GridPoint b) => new(a.X + b.X, a.Y + b.Y);
    public static GridPoint operator -(GridPoint a, GridPoint b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>Both coordinates stirred: places on a grid have so much in common that their sums and differences collide.</summary>
    public override int GetHashCode() => (int)((((ulong)X * 0x9e3779b97f4a7c15) + ((ulong)Y * 0xc2b2ae3d27d4eb4f)) >> 32);
}

namespace Turnkey.Geometry.Regions;

/// <summary>How intricate an overlay may be before it is given up: what hostile files could ask for, far above what boards need.</summary>
/// <param name="Corners">Of all polygons together.</param>
/// <param name="Meetings">Crossings of segments, and corners that lie on segments.</param>
/// <param name="Comparisons">Pairs of boxes looked at to find the meetings.</param>
public sealed record OverlayLimits(int Corners, int Meetings, long Comparisons)
{
    /// <summary>A layer of 20,000 features has some 500,000 corners and 200,000 meetings. At the limit: some seconds and 2 GB.</summary>
    public static OverlayLimits Default { get; } = new(20_000_000, 10_000_000, 400_000_000);
}

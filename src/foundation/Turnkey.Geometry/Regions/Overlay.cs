namespace Turnkey.Geometry.Regions;

/// <summary>
/// Lays polygons over each other, in up to four layers, and takes out the faces that are wanted. All booleans are one: cut everything where it meets, find
/// which layers wind around each face, keep the bounds between wanted and other faces. Takes n log n time in corners and meetings.
/// </summary>
/// <remarks>Not to be shared between threads while it is being filled.</remarks>
public sealed class Overlay(OverlayLimits? limits = null)
{
    /// <summary>How many layers there are, counted from 0.</summary>
    public const int Layers = 4;

    /// <summary>Faces that the first layer winds around (bit m of the set: wanted where exactly the layers in the bit set m are).</summary>
    public const ushort First = 0b_1010_1010_1010_1010;

    /// <summary>Faces that any layer winds around.</summary>
    public const ushort Any = 0b_1111_1111_1111_1110;

    /// <summary>Faces that the first two layers wind around.</summary>
    public const ushort Both = 0b_1000_1000_1000_1000;

    /// <summary>Faces that the first layer winds around and no other.</summary>
    public const ushort OnlyFirst = 0b_0000_0000_0000_0010;

    /// <summary>Faces where the highest layer that winds around them is the first or the third: dark, clear, dark, clear painted in turn.</summary>
    public const ushort Painted = 0b_0000_0000_1111_0010;

    private readonly OverlayLimits limits = limits ?? OverlayLimits.Default;
    private readonly Outlines outlines = new();

    /// <summary>False once something was left out because it went over the limits or beyond <see cref="Region.Reach"/>.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Adds a closed polygon, moved by <paramref name="offset"/>: what it winds around is inside; it may cross itself and be degenerate.</summary>
    /// <param name="ring">Corners, the first not repeated.</param>
    /// <param name="offset">Added to every corner.</param>
    /// <param name="layer">From 0 to 3.</param>
    public void Add(ReadOnlySpan<Point> ring, Point offset = default, int layer = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(layer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(layer, Layers);
        foreach (var corner in ring)
        {
            if (Math.Abs(corner.X + offset.X) > Region.Reach || Math.Abs(corner.Y + offset.Y) > Region.Reach)
            {
                IsComplete = false;
                return;
            }
        }
        if (outlines.Corners.Length + ring.Length >= limits.Corners) IsComplete = false;
        else outlines.Add(ring, offset, layer);
    }

    /// <summary>Adds all rings of a region, moved by <paramref name="offset"/>.</summary>
    public void Add(Region region, Point offset = default, int layer = 0)
    {
        IsComplete &= region.IsComplete;
        foreach (var ring in region.Rings) Add(ring.AsSpan(), offset, layer);
    }

    /// <summary>The faces wanted.</summary>
    /// <param name="wanted">Bit m: wanted where exactly the layers in the bit set m wind around.</param>
    /// <returns>Not <see cref="Region.IsComplete"/> where something was left out; empty when there were too many meetings.</returns>
    public Region Resolve(ushort wanted)
    {
        if (SnapRounding.Of(outlines, limits) is not { } pieces) return Region.Incomplete;
        pieces.Merge();
        var sweep = new WindingSweep(pieces, wanted);
        PlaneSweep.Run(pieces.Left, pieces.Right, sweep);
        return new Region(RingTracing.Of(pieces, sweep), IsComplete);
    }
}

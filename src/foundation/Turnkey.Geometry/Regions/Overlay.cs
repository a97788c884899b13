namespace Turnkey.Geometry.Regions;

/// <summary>
/// Lays polygons over each other, in up to four layers, and takes out the faces that are wanted. All booleans are one: cut everything where it meets, find
/// which layers wind around each face, keep the bounds between wanted and other faces. Takes n log n time in corners and meetings.
/// </summary>
/// <remarks>Not to be shared between threads while it is being filled.</remarks>
public sealed class Overlay(OverlayBudget? budget = null)
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

    private readonly OverlayBudget budget = budget ?? new OverlayBudget();
    private readonly Outlines outlines = new();

    /// <summary>False once something was left out because it went over the budget or beyond <see cref="Region.Reach"/>.</summary>
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
        if (budget.TryTakeCorners(ring.Length)) outlines.Add(ring, offset, layer);
        else IsComplete = false;
    }

    /// <summary>Adds all rings of a region, moved by <paramref name="offset"/>.</summary>
    public void Add(Region region, Point offset = default, int layer = 0)
    {
        IsComplete &= region.IsComplete;
        foreach (var ring in region.Rings) Add(ring.AsSpan(), offset, layer);
    }

    /// <summary>
    /// Adds closed polygons that are one figure under the nonzero rule and are resolved by themselves first: for drawings that may turn either way and cross
    /// themselves, so that they add up with what they overlap.
    /// </summary>
    public void AddFigure(IEnumerable<IReadOnlyList<Point>> polygons, int layer = 0)
    {
        var figure = polygons as IReadOnlyCollection<IReadOnlyList<Point>> ?? [.. polygons];
        if (figure.Count == 1 && Turn(figure.First()) is var turn and not 0)
        {
            // A convex polygon is resolved already, but for the way it turns; files copy small ones by the ten thousand.
            var corners = Region.Corners(figure.First()).ToArray();
            if (turn < 0) Array.Reverse(corners);
            Add(corners, layer: layer);
            return;
        }
        var alone = new Overlay(budget);
        foreach (var polygon in figure) alone.Add(Region.Corners(polygon));
        Add(alone.Resolve(First), layer: layer);
    }

    /// <summary>1 when the polygon is convex without corners on its sides and turns counter-clockwise, -1 when it turns clockwise, else 0.</summary>
    private static int Turn(IReadOnlyList<Point> polygon)
    {
        if (polygon.Count < 3) return 0;
        int turn = 0, way = 0, first = 0, changes = 0;
        for (var i = 0; i < polygon.Count; i++)
        {
            var (a, b, c) = (polygon[i], polygon[(i + 1) % polygon.Count], polygon[(i + 2) % polygon.Count]);
            var side = Int128.Sign(Point.Cross(a, b, c));
            if (side == 0 || side == -turn) return 0;
            turn = side;
            // All corners of a star turn one way too, but it goes around more than once.
            var along = Math.Sign(b.X - a.X);
            if (along == 0) continue;
            if (way != 0 && along != way) changes++;
            way = along;
            if (first == 0) first = along;
        }
        if (first != way) changes++;
        return changes == 2 ? turn : 0;
    }

    /// <summary>The faces wanted.</summary>
    /// <param name="wanted">Bit m: wanted where exactly the layers in the bit set m wind around.</param>
    /// <returns>Not <see cref="Region.IsComplete"/> where something was left out; empty when there were too many meetings.</returns>
    public Region Resolve(ushort wanted)
    {
        if (SnapRounding.Of(outlines, budget) is not { } pieces) return Region.Incomplete;
        pieces.Merge();
        var sweep = new WindingSweep(pieces, wanted);
        PlaneSweep.Run(pieces.Left, pieces.Right, sweep);
        return new Region(RingTracing.Of(pieces, sweep), IsComplete);
    }
}

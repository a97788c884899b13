using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Turnkey.Geometry.Regions;

/// <summary>Walks the bounding pieces ring by ring. A ring that comes to a corner again is cut there, so that none touches itself.</summary>
internal sealed class RingTracing
{
    private readonly ImmutableArray<ImmutableArray<Point>>.Builder rings = ImmutableArray.CreateBuilder<ImmutableArray<Point>>();
    private readonly List<GridPoint> ring = [];
    private readonly List<GridPoint> corners = [];
    private readonly Dictionary<GridPoint, int> shared = [];
    private readonly List<GridPoint> sharedInTurn = [];

    public static ImmutableArray<ImmutableArray<Point>> Of(Pieces pieces, WindingSweep sweep)
    {
        var tracing = new RingTracing();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (sweep.Bounds[i] != 0) tracing.Trace(pieces, sweep, i);
        }
        return tracing.rings.DrainToImmutable();
    }

    private void Trace(Pieces pieces, WindingSweep sweep, int first)
    {
        var bounds = sweep.Bounds;
        ring.Clear();
        shared.Clear();
        sharedInTurn.Clear();
        for (var piece = first; bounds[piece] != 0; piece = sweep.Next[piece])
        {
            var from = GridPoint.Of(bounds[piece] > 0 ? pieces.Left[piece] : pieces.Right[piece]);
            if (Math.Abs(bounds[piece]) > 1)
            {
                if (shared.TryGetValue(from, out var before))
                {
                    Emit(before);
                    ring.RemoveRange(before, ring.Count - before);
                    // The latest first: what lies on the rest of the ring need not be looked at.
                    while (sharedInTurn.Count > 0 && shared[sharedInTurn[^1]] >= before)
                    {
                        shared.Remove(sharedInTurn[^1]);
                        sharedInTurn.RemoveAt(sharedInTurn.Count - 1);
                    }
                }
                shared[from] = ring.Count;
                sharedInTurn.Add(from);
            }
            ring.Add(from);
            bounds[piece] = 0;
        }
        Emit(0);
    }

    /// <summary>Takes the ring from a corner on, without corners that a straight line passes, unless another ring touches there.</summary>
    private void Emit(int start)
    {
        corners.Clear();
        for (var i = start; i < ring.Count; i++)
        {
            while (corners.Count > 1 && IsNeedless(corners[^2], corners[^1], ring[i])) corners.RemoveAt(corners.Count - 1);
            corners.Add(ring[i]);
        }
        while (corners.Count > 2 && IsNeedless(corners[^2], corners[^1], corners[0])) corners.RemoveAt(corners.Count - 1);
        var skip = corners.Count > 2 && IsNeedless(corners[^1], corners[0], corners[1]) ? 1 : 0;
        var points = new Point[corners.Count - skip];
        for (var i = 0; i < points.Length; i++) points[i] = corners[i + skip].ToPoint();
        rings.Add(ImmutableCollectionsMarshal.AsImmutableArray(points));
    }

    private bool IsNeedless(GridPoint before, GridPoint corner, GridPoint after) =>
        Predicates.Side(before, corner, after) == 0 && (shared.Count == 0 || !shared.ContainsKey(corner));
}

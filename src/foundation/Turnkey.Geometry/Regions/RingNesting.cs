using System.Collections.Immutable;

namespace Turnkey.Geometry.Regions;

/// <summary>Finds the outer ring around each hole: what lies next below a hole's leftmost corner bounds the same island.</summary>
internal sealed class RingNesting : PlaneSweep.IVisitor
{
    private readonly int[] ringOf;
    private readonly int[] outer;

    private RingNesting(int[] ringOf, int[] outer) => (this.ringOf, this.outer) = (ringOf, outer);

    /// <summary>For each ring the index of the outer ring of its island, which is its own for outer rings.</summary>
    public static int[] OuterRings(ImmutableArray<ImmutableArray<Point>> rings)
    {
        var (count, total) = (0, rings.Sum(ring => ring.Length));
        var (left, right, ringOf) = (new ulong[total], new ulong[total], new int[total]);
        for (var i = 0; i < rings.Length; i++)
        {
            for (var j = 0; j < rings[i].Length; j++, count++)
            {
                var (a, b) = (Key(rings[i][j]), Key(rings[i][(j + 1) % rings[i].Length]));
                (left[count], right[count], ringOf[count]) = (Math.Min(a, b), Math.Max(a, b), i);
            }
        }
        var order = RadixSort.Order(left);
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && left[order[end]] == left[order[start]];) end++;
            var from = GridPoint.Of(left[order[start]]);
            if (end - start > 1) order.AsSpan(start..end).Sort((a, b) => -Predicates.Side(from, GridPoint.Of(right[a]), GridPoint.Of(right[b])));
        }
        var nesting = new RingNesting([.. order.Select(piece => ringOf[piece])], [.. rings.Select((ring, index) => Region.SignedArea(ring) > 0 ? index : SweepStatus.None)]);
        PlaneSweep.Run([.. order.Select(piece => left[piece])], [.. order.Select(piece => right[piece])], nesting);
        return nesting.outer;
    }

    public void Meet(int below, ReadOnlySpan<int> ending, int first, int end)
    {
        for (var piece = first; piece < end; below = piece++)
        {
            ref var mine = ref outer[ringOf[piece]];
            if (mine == SweepStatus.None) mine = outer[ringOf[below]];
        }
    }

    private static ulong Key(Point point) => new GridPoint((int)point.X, (int)point.Y).Key;
}

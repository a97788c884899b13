using System.Runtime.Intrinsics;

namespace Turnkey.Geometry.Regions;

/// <summary>Pieces of segments that meet only at their ends, from left to right (of equal x upwards).</summary>
internal sealed class Pieces(int capacity)
{
    private ulong[] left = new ulong[capacity];
    private ulong[] right = new ulong[capacity];
    private Vector128<int>[] weight = [];
    private sbyte[] turns = new sbyte[capacity];

    public int Count { get; private set; }

    /// <summary>Keys of the left ends, ascending once merged.</summary>
    public ReadOnlySpan<ulong> Left => left.AsSpan(0, Count);

    /// <summary>Keys of the right ends; of pieces with the same left end the lower first, once merged.</summary>
    public ReadOnlySpan<ulong> Right => right.AsSpan(0, Count);

    /// <summary>How much more often the polygons of each layer wind around what lies above the piece than around what lies below.</summary>
    public Span<Vector128<int>> Weight => weight.AsSpan(0, Count);

    /// <summary>Adds a piece of a polygon of a layer; what lies to the left of the way the polygon goes is wound around once more than what lies to the right.</summary>
    public void Add(ulong from, ulong to, int layer)
    {
        (left[Count], right[Count]) = (Math.Min(from, to), Math.Max(from, to));
        turns[Count++] = (sbyte)(from < to ? layer + 1 : -layer - 1);
    }

    /// <summary>Sorts the pieces, makes one of those that coincide, and leaves out those that cancel.</summary>
    public void Merge()
    {
        var order = RadixSort.Order(Left);
        var (sortedLeft, sortedRight, sum) = (new ulong[Count], new ulong[Count], new Vector128<int>[Count]);
        var kept = 0;
        for (int start = 0, end; start < order.Length; start = end)
        {
            var from = left[order[start]];
            for (end = start + 1; end < order.Length && left[order[end]] == from;) end++;
            var fan = order.AsSpan(start..end);
            if (fan.Length > 1) SortUpwards(fan, GridPoint.Of(from));
            for (int i = 0, next; i < fan.Length; i = next)
            {
                var to = right[fan[i]];
                var total = Vector128<int>.Zero;
                for (next = i; next < fan.Length && right[fan[next]] == to; next++)
                {
                    var turn = turns[fan[next]];
                    var layer = Math.Abs(turn) - 1;
                    total = total.WithElement(layer, total.GetElement(layer) + Math.Sign(turn));
                }
                if (total == Vector128<int>.Zero) continue;
                (sortedLeft[kept], sortedRight[kept], sum[kept]) = (from, to, total);
                kept++;
            }
        }
        (left, right, weight, turns, Count) = (sortedLeft, sortedRight, sum, [], kept);
    }

    private void SortUpwards(Span<int> fan, GridPoint from)
    {
        if (fan.Length > 16)
        {
            fan.Sort((a, b) => -Predicates.Side(from, GridPoint.Of(right[a]), GridPoint.Of(right[b])));
            return;
        }
        for (var i = 1; i < fan.Length; i++)
        {
            var piece = fan[i];
            var end = GridPoint.Of(right[piece]);
            var place = i;
            for (; place > 0 && Predicates.Side(from, GridPoint.Of(right[fan[place - 1]]), end) < 0; place--) fan[place] = fan[place - 1];
            fan[place] = piece;
        }
    }
}

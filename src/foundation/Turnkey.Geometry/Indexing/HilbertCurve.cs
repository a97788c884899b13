namespace Turnkey.Geometry.Indexing;

/// <summary>A line through all cells of a square of 2^16 × 2^16 that keeps neighbours near each other (Hilbert 1891).</summary>
internal static class HilbertCurve
{
    private const int Bits = 16;

    /// <summary>Indices of the boxes that are not empty, by the place of their centre on the curve; equals in the order given.</summary>
    public static int[] Order(ReadOnlySpan<Box> boxes, Box bounds)
    {
        var (count, keys) = (0, new ulong[boxes.Length]);
        var scale = ((1 << Bits) - 1) / Math.Max(1d, Math.Max((double)bounds.Right - bounds.Left, (double)bounds.Top - bounds.Bottom));
        for (var i = 0; i < boxes.Length; i++)
        {
            ref readonly var box = ref boxes[i];
            if (box.IsEmpty) continue;
            var x = (uint)((((double)box.Left + box.Right) / 2 - bounds.Left) * scale);
            var y = (uint)((((double)box.Bottom + box.Top) / 2 - bounds.Bottom) * scale);
            keys[count++] = ((ulong)Along(x, y) << 32) | (uint)i;
        }
        var used = keys.AsSpan(0, count);
        used.Sort();
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = (int)(used[i] & 0xFFFFFFFF);
        return order;
    }

    /// <summary>How far along the curve the cell lies. From the highest bit down: which quadrant, then turn so that the quadrant looks like the whole.</summary>
    internal static uint Along(uint x, uint y)
    {
        uint along = 0;
        for (var bit = Bits - 1; bit >= 0; bit--)
        {
            var (right, upper) = ((x >> bit) & 1, (y >> bit) & 1);
            along = (along << 2) | ((3 * right) ^ upper);
            if (upper != 0) continue;
            if (right != 0) (x, y) = (~x, ~y);
            (x, y) = (y, x);
        }
        return along;
    }
}

namespace Turnkey.Geometry.Regions;

/// <summary>Sorts places on the board by counting digits: linear in their number.</summary>
internal static class RadixSort
{
    private const int Bits = 11;
    private const int Digits = 1 << Bits;
    private const int Passes = 6;

    /// <summary>Below this many, comparing is faster than counting.</summary>
    private const int Few = 2_000;

    /// <summary>Indices of the keys in ascending order of the keys.</summary>
    public static int[] Order(ReadOnlySpan<ulong> keys)
    {
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var sorted = keys.ToArray();
        if (keys.Length < Few)
        {
            Array.Sort(sorted, order);
            return order;
        }
        var counts = new int[Passes * Digits];
        foreach (var key in sorted)
        {
            for (var pass = 0; pass < Passes; pass++) counts[(pass * Digits) + Digit(key, pass)]++;
        }
        var (otherKeys, otherOrder) = (new ulong[keys.Length], new int[keys.Length]);
        for (var pass = 0; pass < Passes; pass++)
        {
            var count = counts.AsSpan(pass * Digits, Digits);
            if (count[Digit(sorted[0], pass)] == sorted.Length) continue;
            for (int digit = 0, start = 0; digit < Digits; digit++) (count[digit], start) = (start, start + count[digit]);
            for (var i = 0; i < sorted.Length; i++)
            {
                var place = count[Digit(sorted[i], pass)]++;
                otherKeys[place] = sorted[i];
                otherOrder[place] = order[i];
            }
            (sorted, otherKeys) = (otherKeys, sorted);
            (order, otherOrder) = (otherOrder, order);
        }
        return order;
    }

    private static int Digit(ulong key, int pass) => (int)(key >> (pass * Bits)) & (Digits - 1);
}

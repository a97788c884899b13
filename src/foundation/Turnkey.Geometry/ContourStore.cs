namespace Turnkey.Geometry;

/// <summary>
/// The layout of a contour in memory: of each edge its start and, when any edge is an arc, its centre and direction. Coordinates of boards fit 32 bits,
/// so a corner takes 8 bytes where an <see cref="Edge"/> takes 56; layers have millions of them.
/// </summary>
internal static class ContourStore
{
    public const int OfLines = 2;
    public const int OfArcs = 5;

    public static void Write(int[] store, int stride, int index, in Edge edge)
    {
        var at = index * stride;
        store[at] = checked((int)edge.Start.X);
        store[at + 1] = checked((int)edge.Start.Y);
        if (stride == OfLines) return;
        store[at + 2] = checked((int)edge.Centre.X);
        store[at + 3] = checked((int)edge.Centre.Y);
        store[at + 4] = (int)edge.Direction;
    }

    /// <summary>Spreads lines out to the layout of arcs, in place where the store is long enough.</summary>
    public static int[] WithRoomForArcs(int[] lines, int count)
    {
        var wide = lines.Length >= (count + 1) * OfArcs ? lines : new int[(count + 1) * OfArcs];
        // From the back, so that nothing is overwritten before it has been moved.
        for (var i = count - 1; i >= 0; i--)
        {
            var (x, y) = (lines[i * OfLines], lines[(i * OfLines) + 1]);
            Array.Clear(wide, i * OfArcs, OfArcs);
            (wide[i * OfArcs], wide[(i * OfArcs) + 1]) = (x, y);
        }
        return wide;
    }

    public static int[] Resized(int[] store, int used, int size)
    {
        var resized = new int[size];
        Array.Copy(store, resized, used);
        return resized;
    }
}

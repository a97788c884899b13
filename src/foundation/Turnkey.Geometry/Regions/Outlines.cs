namespace Turnkey.Geometry.Regions;

/// <summary>
/// Closed polygons cut into chains that keep going the same way in x and in y. Such a chain does not meet itself, and the box of any part of it is the
/// box of that part's ends.
/// </summary>
internal sealed class Outlines
{
    private GridPoint[] corners = new GridPoint[64];
    private Chain[] chains = new Chain[16];
    private int cornerCount;
    private int chainCount;

    /// <summary>Polygons one behind the other, the first corner repeated after the last. A segment is known by the index of its first corner.</summary>
    public ReadOnlySpan<GridPoint> Corners => corners.AsSpan(0, cornerCount);

    public ReadOnlySpan<Chain> Chains => chains.AsSpan(0, chainCount);

    public Box BoundsOf(in Chain chain)
    {
        var (a, b) = (corners[chain.First], corners[chain.Last]);
        return new Box(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));
    }

    public void Add(ReadOnlySpan<Point> ring, Point offset, int layer)
    {
        if (ring.Length < 2) return;
        if (cornerCount + ring.Length + 1 > corners.Length) Array.Resize(ref corners, Math.Max(cornerCount + ring.Length + 1, 2 * corners.Length));
        var first = cornerCount;
        foreach (var point in ring)
        {
            var corner = new GridPoint(checked((int)(point.X + offset.X)), checked((int)(point.Y + offset.Y)));
            if (cornerCount == first || corners[cornerCount - 1] != corner) corners[cornerCount++] = corner;
        }
        if (corners[cornerCount - 1] != corners[first]) corners[cornerCount++] = corners[first];
        if (cornerCount - first < 3)
        {
            cornerCount = first;
            return;
        }
        Cut(first, cornerCount - 1, layer);
    }

    private void Cut(int first, int last, int layer)
    {
        var start = first;
        var (right, up) = (0, 0);
        for (var i = first; i < last; i++)
        {
            var (dx, dy) = (corners[i + 1].X.CompareTo(corners[i].X), corners[i + 1].Y.CompareTo(corners[i].Y));
            if (dx * right < 0 || dy * up < 0)
            {
                Append(new Chain(start, i, layer));
                (start, right, up) = (i, dx, dy);
                continue;
            }
            if (dx != 0) right = dx;
            if (dy != 0) up = dy;
        }
        Append(new Chain(start, last, layer));
    }

    private void Append(Chain chain)
    {
        if (chainCount == chains.Length) Array.Resize(ref chains, 2 * chainCount);
        chains[chainCount++] = chain;
    }

    /// <param name="First">Index of its first corner.</param>
    /// <param name="Last">Index of its last corner.</param>
    /// <param name="Layer">Which layer of the overlay its polygon belongs to.</param>
    public readonly record struct Chain(int First, int Last, int Layer);
}

namespace Turnkey.Geometry;

/// <summary>Collects the edges of one contour after the other; what it grew to is used again for the next.</summary>
public sealed class ContourBuilder
{
    private int[] store = new int[4 * ContourStore.OfArcs];
    private int stride = ContourStore.OfLines;

    public int Count { get; private set; }

    public bool HasArcs => stride == ContourStore.OfArcs;

    /// <summary>Where the first edge starts; meaningless while there is none.</summary>
    public Point Start => new(store[0], store[1]);

    /// <summary>Where the last edge ends.</summary>
    public Point End { get; private set; }

    /// <exception cref="OverflowException">A coordinate does not fit 32 bits; readers refuse what is not <see cref="Point.IsInRange"/>.</exception>
    public void Add(in Edge edge)
    {
        if (edge.IsArc && stride == ContourStore.OfLines)
        {
            store = ContourStore.WithRoomForArcs(store, Count);
            stride = ContourStore.OfArcs;
        }
        if ((Count + 1) * stride > store.Length) store = ContourStore.Resized(store, Count * stride, 2 * store.Length);
        ContourStore.Write(store, stride, Count++, edge);
        End = edge.End;
    }

    public void Clear()
    {
        Count = 0;
        stride = ContourStore.OfLines;
    }

    /// <summary>The contour of what was added, which has to end where it started.</summary>
    /// <exception cref="InvalidOperationException">There is no edge.</exception>
    public Contour ToContour() =>
        Count > 0 ? new Contour(ContourStore.Resized(store, Count * stride, Count * stride), stride) : throw new InvalidOperationException("a contour has edges");
}

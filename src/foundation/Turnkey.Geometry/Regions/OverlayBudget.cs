namespace Turnkey.Geometry.Regions;

/// <summary>
/// How much overlays may do before they give up: what hostile drawings could ask for, far above what boards need. Overlays that are given the same budget
/// spend it together. Not to be shared between threads.
/// </summary>
/// <remarks>
/// A layer of 30,000 features has about 1,000,000 corners and 2,000,000 meetings and takes 30,000,000 comparisons. Spending all of the usual budget takes
/// some ten seconds and 1.5 GB.
/// </remarks>
public sealed class OverlayBudget(long corners = 10_000_000, long meetings = 10_000_000, long comparisons = 200_000_000)
{
    /// <summary>How many more corners polygons may have together.</summary>
    public long Corners { get; private set; } = corners;

    /// <summary>How many more crossings of segments, and cuts of segments by corners and crossings, there may be.</summary>
    public long Meetings { get; private set; } = meetings;

    /// <summary>How many more pairs of boxes, and of crossings and boxes, may be looked at to find the meetings.</summary>
    public long Comparisons { get; private set; } = comparisons;

    /// <summary>Takes corners that are made of drawings, in overlays or beside them. Takes none where there are not as many left.</summary>
    public bool TryTakeCorners(int count)
    {
        if (count > Corners) return false;
        Corners -= count;
        return true;
    }

    internal void Spend(long meetings, long comparisons)
    {
        Meetings = Math.Max(0, Meetings - meetings);
        Comparisons = Math.Max(0, Comparisons - comparisons);
    }
}

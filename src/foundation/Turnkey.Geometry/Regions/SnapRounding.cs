using Turnkey.Geometry.Indexing;

namespace Turnkey.Geometry.Regions;

/// <summary>
/// Cuts segments so that they meet only at their ends, on the grid: every corner and every crossing makes the pixel it lies in hot, and every segment is
/// led through the centres of all hot pixels it meets (Hobby, "Practical segment intersection with finite precision output", 1999; Guibas and Marimont,
/// "Rounding arrangements dynamically", 1998). One round suffices: no two pieces cross, no corner lies within a piece, and no place moves by more than
/// half a nanometre in x and in y.
/// </summary>
/// <remarks>
/// Why no corner V lies within a piece from A to B: the segment met the pixels of A and B at A + α and B + β with α and β in the half-open unit square
/// around the origin. At the share t where the piece passes V the segment passes V + (1 - t)α + tβ, which lies in the pixel of V, as a square is convex:
/// the segment meets that pixel and would have been led through V.
/// </remarks>
internal sealed class SnapRounding
{
    private readonly Outlines outlines;
    private readonly OverlayBudget budget;
    private readonly List<ulong> crossings = [];
    private readonly List<(int Segment, ulong Place)> cuts = [];
    private long comparisons;
    private bool exceeded;

    private SnapRounding(Outlines outlines, OverlayBudget budget) => (this.outlines, this.budget) = (outlines, budget);

    /// <summary>The pieces of all segments; null when the budget did not suffice.</summary>
    public static Pieces? Of(Outlines outlines, OverlayBudget budget)
    {
        var rounding = new SnapRounding(outlines, budget);
        rounding.FindMeetings();
        budget.Spend(rounding.crossings.Count + rounding.cuts.Count, rounding.comparisons);
        return rounding.exceeded ? null : rounding.Cut();
    }

    private void FindMeetings()
    {
        var chains = outlines.Chains;
        var boxes = new Box[chains.Length];
        for (var i = 0; i < boxes.Length; i++) boxes[i] = outlines.BoundsOf(chains[i]);
        var index = new BoxIndex(boxes);
        for (var i = 0; i < boxes.Length; i++)
        {
            foreach (var other in index.Overlapping(boxes[i]))
            {
                if (other > i) Meet(outlines.Corners, chains[i].First, chains[i].Last, chains[other].First, chains[other].Last);
            }
            if (exceeded) return;
        }
        crossings.Sort();
        ulong last = 0;
        foreach (var place in crossings)
        {
            if (place == last) continue;
            last = place;
            var pixel = GridPoint.Of(place);
            foreach (var chain in index.Overlapping(new Box(pixel.X, pixel.Y, pixel.X, pixel.Y)))
            {
                comparisons++;
                Lead(outlines.Corners, chains[chain], pixel);
            }
            exceeded |= comparisons > budget.Comparisons;
            if (exceeded) return;
        }
    }

    /// <summary>Halves the longer of two stretches of chains while their boxes touch, down to single segments.</summary>
    private void Meet(ReadOnlySpan<GridPoint> corners, int first, int last, int otherFirst, int otherLast)
    {
        if (++comparisons > budget.Comparisons) exceeded = true;
        if (exceeded || !BoxesTouch(corners[first], corners[last], corners[otherFirst], corners[otherLast])) return;
        if (last - first == 1 && otherLast - otherFirst == 1)
        {
            MeetSegments(corners, first, otherFirst);
        }
        else if (last - first >= otherLast - otherFirst)
        {
            var middle = (first + last) >> 1;
            Meet(corners, first, middle, otherFirst, otherLast);
            Meet(corners, middle, last, otherFirst, otherLast);
        }
        else
        {
            var middle = (otherFirst + otherLast) >> 1;
            Meet(corners, first, last, otherFirst, middle);
            Meet(corners, first, last, middle, otherLast);
        }
    }

    private void MeetSegments(ReadOnlySpan<GridPoint> corners, int segment, int other)
    {
        var (a, b) = Ends(corners, segment);
        var (c, d) = Ends(corners, other);
        if (a == c && b == d) return;
        CutAt(segment, a, b, c);
        CutAt(segment, a, b, d);
        CutAt(other, c, d, a);
        CutAt(other, c, d, b);
        if (a == c || b == d || a == d || b == c) return;
        if (Predicates.Side(a, b, c) * Predicates.Side(a, b, d) >= 0 || Predicates.Side(c, d, a) * Predicates.Side(c, d, b) >= 0) return;
        var place = Predicates.Crossing(a, b, c, d);
        // The pixels of corners are compared with every segment anyway.
        if (place == a || place == b || place == c || place == d) return;
        crossings.Add(place.Key);
        if (crossings.Count + cuts.Count > budget.Meetings) exceeded = true;
    }

    /// <summary>Compares a hot pixel with the segments of a chain whose boxes hold its centre: a run, as the chain is monotone.</summary>
    private void Lead(ReadOnlySpan<GridPoint> corners, in Outlines.Chain chain, GridPoint pixel)
    {
        var (start, end) = (corners[chain.First], corners[chain.Last]);
        var (right, up) = (end.X >= start.X, end.Y >= start.Y);
        var (low, high) = (chain.First, chain.Last - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            var to = corners[middle + 1];
            var before = (right ? to.X < pixel.X : to.X > pixel.X) || (up ? to.Y < pixel.Y : to.Y > pixel.Y);
            if (before) low = middle + 1;
            else high = middle;
        }
        for (var segment = low; segment < chain.Last; segment++)
        {
            var from = corners[segment];
            if ((right ? from.X > pixel.X : from.X < pixel.X) || (up ? from.Y > pixel.Y : from.Y < pixel.Y)) return;
            var (a, b) = Ends(corners, segment);
            CutAt(segment, a, b, pixel);
        }
    }

    private void CutAt(int segment, GridPoint a, GridPoint b, GridPoint pixel)
    {
        if (pixel == a || pixel == b || !Predicates.Meets(a, b, pixel)) return;
        cuts.Add((segment, pixel.Key));
        if (crossings.Count + cuts.Count > budget.Meetings) exceeded = true;
    }

    private Pieces Cut()
    {
        var corners = outlines.Corners;
        // Cuts by segment: starts[i] is where those of segment i begin.
        var starts = new int[corners.Length + 1];
        foreach (var (segment, _) in cuts) starts[segment + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var (places, filled) = (new ulong[cuts.Count], (int[])starts.Clone());
        foreach (var (segment, place) in cuts) places[filled[segment]++] = place;

        var pieces = new Pieces(corners.Length + cuts.Count);
        foreach (ref readonly var chain in outlines.Chains)
        {
            for (var segment = chain.First; segment < chain.Last; segment++)
            {
                var (at, end) = (corners[segment], corners[segment + 1]);
                var mine = places.AsSpan(starts[segment]..starts[segment + 1]);
                if (mine.Length > 1) SortAlong(mine, at, end);
                var from = at.Key;
                foreach (var place in mine)
                {
                    if (place == from) continue;
                    pieces.Add(from, place, chain.Layer);
                    from = place;
                }
                pieces.Add(from, end.Key, chain.Layer);
            }
        }
        return pieces;
    }

    /// <summary>A segment meets pixels in an order that never turns back in x or in y.</summary>
    private static void SortAlong(Span<ulong> places, GridPoint from, GridPoint to)
    {
        var mirror = (to.X < from.X ? 0xFFFFFFFF_00000000 : 0) | (to.Y < from.Y ? 0xFFFFFFFF : 0);
        foreach (ref var place in places) place ^= mirror;
        places.Sort();
        foreach (ref var place in places) place ^= mirror;
    }

    /// <summary>The segment's ends, the one with the smaller key first.</summary>
    private static (GridPoint A, GridPoint B) Ends(ReadOnlySpan<GridPoint> corners, int segment)
    {
        var (a, b) = (corners[segment], corners[segment + 1]);
        return a.Key <= b.Key ? (a, b) : (b, a);
    }

    private static bool BoxesTouch(GridPoint a, GridPoint b, GridPoint c, GridPoint d) =>
        Math.Max(a.X, b.X) >= Math.Min(c.X, d.X) && Math.Max(c.X, d.X) >= Math.Min(a.X, b.X) &&
        Math.Max(a.Y, b.Y) >= Math.Min(c.Y, d.Y) && Math.Max(c.Y, d.Y) >= Math.Min(a.Y, b.Y);
}

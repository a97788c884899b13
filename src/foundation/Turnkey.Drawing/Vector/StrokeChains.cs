using Turnkey.Geometry;

namespace Turnkey.Drawing.Vector;

/// <summary>
/// Strokes of one width as one path: doubles dropped, strokes that meet joined end to end (order does not matter within one polarity),
/// strokes without length as dots.
/// </summary>
internal static class StrokeChains
{
    /// <returns>How many strokes were left out once <paramref name="isFull"/>.</returns>
    public static int Write(PathData path, IReadOnlyList<Edge> strokes, Grid grid, Func<bool>? isFull = null)
    {
        var ends = new Ends(strokes, grid);
        var before = new List<Edge>();
        var after = new List<Edge>();
        var chords = new List<GridPoint>();
        for (var i = 0; i < strokes.Count; i++)
        {
            if (!ends.Take(i)) continue;
            if (isFull?.Invoke() == true) return ends.Untaken + 1;
            var stroke = strokes[i];
            if (!stroke.IsArc && grid.Snap(stroke.Start) == grid.Snap(stroke.End))
            {
                path.Dot(grid.Snap(stroke.Start));
                continue;
            }
            after.Clear();
            after.Add(stroke);
            while (ends.TakeAt(after[^1].End) is { } next) after.Add(next);
            before.Clear();
            while (ends.TakeAt(before.Count > 0 ? before[^1].End : stroke.Start) is { } next) before.Add(next);
            Chain(path, before, after, chords, grid);
        }
        return 0;
    }

    private static void Chain(PathData path, List<Edge> before, List<Edge> after, List<GridPoint> chords, Grid grid)
    {
        var first = grid.Snap(before.Count > 0 ? before[^1].End : after[0].Start);
        path.MoveTo(first);
        chords.Clear();
        chords.Add(first);
        for (var i = before.Count - 1; i >= 0; i--) ContourPath.Append(path, chords, before[i].Reversed, grid);
        foreach (var edge in after) ContourPath.Append(path, chords, edge, grid);
        var closes = chords.Count > 1 && chords[^1] == first;
        ContourPath.FlushChords(path, chords, grid, closes);
        if (closes) path.Close();
    }

    /// <summary>Finds the strokes that end at a place: two linked entries per stroke, heads by place, used ones unlinked when passed.</summary>
    private sealed class Ends
    {
        private readonly IReadOnlyList<Edge> strokes;
        private readonly Grid grid;
        private readonly bool[] used;
        private readonly int[] next;
        private readonly IndexTable heads;

        public Ends(IReadOnlyList<Edge> strokes, Grid grid)
        {
            this.strokes = strokes;
            this.grid = grid;
            used = new bool[strokes.Count];
            next = new int[strokes.Count * 2];
            heads = new IndexTable(strokes.Count * 2);
            var seen = new IndexTable(strokes.Count);
            // Backwards, so that the first stroke of the file is the first found.
            for (var i = strokes.Count - 1; i >= 0; i--)
            {
                var stroke = strokes[i];
                var (a, b) = (grid.Snap(stroke.Start), grid.Snap(stroke.End));
                if (!stroke.IsArc && IsRepeat(seen, i, a, b)) { used[i] = true; continue; }
                if (a == b && !stroke.IsArc) continue;
                Link(a, i * 2);
                Link(b, (i * 2) + 1);
            }
        }

        /// <summary>How many strokes are not taken yet.</summary>
        public int Untaken => used.Count(taken => !taken);

        public bool Take(int stroke)
        {
            if (used[stroke]) return false;
            return used[stroke] = true;
        }

        /// <summary>An unused stroke with an end here, turned so that it starts here.</summary>
        public Edge? TakeAt(Point place)
        {
            var slot = Find(grid.Snap(place));
            var entry = heads[slot];
            if (entry < 0) return null;
            // The last entry stays, used or not: the slot is known by it.
            while (used[entry / 2] && next[entry] >= 0) entry = next[entry];
            heads[slot] = entry;
            if (used[entry / 2]) return null;
            used[entry / 2] = true;
            var stroke = strokes[entry / 2];
            return entry % 2 == 0 ? stroke : stroke.Reversed;
        }

        /// <summary>Whether a straight stroke between these places, either way, is entered already; enters it otherwise.</summary>
        private bool IsRepeat(IndexTable seen, int stroke, GridPoint a, GridPoint b)
        {
            var slot = seen.Begin(a.GetHashCode() + b.GetHashCode());
            while (seen.Next(ref slot) is >= 0 and var other)
            {
                var known = strokes[other];
                var (c, d) = (grid.Snap(known.Start), grid.Snap(known.End));
                if ((a == c && b == d) || (a == d && b == c)) return true;
            }
            seen[slot] = stroke;
            return false;
        }

        private void Link(GridPoint place, int entry)
        {
            var slot = Find(place);
            next[entry] = heads[slot];
            heads[slot] = entry;
        }

        private int Find(GridPoint place)
        {
            var slot = heads.Begin(place.GetHashCode());
            while (heads.Next(ref slot) is >= 0 and var entry)
            {
                var stroke = strokes[entry / 2];
                if (grid.Snap(entry % 2 == 0 ? stroke.Start : stroke.End) == place) break;
            }
            return slot;
        }
    }
}

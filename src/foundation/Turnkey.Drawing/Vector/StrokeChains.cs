using System.Runtime.InteropServices;
using Turnkey.Geometry;

namespace Turnkey.Drawing.Vector;

/// <summary>
/// Strokes of one width as one path: doubles dropped, strokes that meet joined end to end (order does not matter within one polarity),
/// strokes without length as dots.
/// </summary>
internal static class StrokeChains
{
    public static void Write(PathData path, IReadOnlyList<Edge> strokes, Grid grid)
    {
        var ends = new Ends(strokes, grid);
        var before = new List<Edge>();
        var after = new List<Edge>();
        var chords = new List<GridPoint>();
        for (var i = 0; i < strokes.Count; i++)
        {
            if (!ends.Take(i)) continue;
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
        private readonly Dictionary<GridPoint, int> heads = [];

        public Ends(IReadOnlyList<Edge> strokes, Grid grid)
        {
            this.strokes = strokes;
            this.grid = grid;
            used = new bool[strokes.Count];
            next = new int[strokes.Count * 2];
            var seen = new HashSet<Pair>(strokes.Count);
            // Backwards, so that the first stroke of the file is the first found.
            for (var i = strokes.Count - 1; i >= 0; i--)
            {
                var (a, b) = (grid.Snap(strokes[i].Start), grid.Snap(strokes[i].End));
                if (!strokes[i].IsArc && !seen.Add(Pair.Of(a, b))) { used[i] = true; continue; }
                if (a == b && !strokes[i].IsArc) continue;
                Link(a, i * 2);
                Link(b, (i * 2) + 1);
            }
        }

        public bool Take(int stroke)
        {
            if (used[stroke]) return false;
            return used[stroke] = true;
        }

        /// <summary>An unused stroke with an end here, turned so that it starts here.</summary>
        public Edge? TakeAt(Point place)
        {
            var key = grid.Snap(place);
            if (!heads.TryGetValue(key, out var entry)) return null;
            while (entry >= 0 && used[entry / 2]) entry = next[entry];
            heads[key] = entry;
            if (entry < 0) return null;
            used[entry / 2] = true;
            var stroke = strokes[entry / 2];
            return entry % 2 == 0 ? stroke : stroke.Reversed;
        }

        private void Link(GridPoint place, int entry)
        {
            ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(heads, place, out var known);
            next[entry] = known ? head : -1;
            head = entry;
        }

        /// <summary>Two places, whichever comes first.</summary>
        private readonly record struct Pair(GridPoint A, GridPoint B)
        {
            public static Pair Of(GridPoint a, GridPoint b) => a.X < b.X || (a.X == b.X && a.Y <= b.Y) ? new(a, b) : new(b, a);

            public override int GetHashCode() => (A.GetHashCode() * 31) + B.GetHashCode();
        }
    }
}

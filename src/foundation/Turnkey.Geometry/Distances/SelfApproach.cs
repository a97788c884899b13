using System.Collections.Immutable;
using Turnkey.Geometry.Flattening;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Geometry.Distances;

/// <summary>
/// A place where the outline of an area comes near to itself and goes apart again on both sides: a neck where the area is between, a notch or a strait where
/// it is not. Corners and rounded ends, where the outline comes near because it turns round, are none.
/// </summary>
/// <param name="Width">Between the two places, in nanometres.</param>
/// <param name="At">Half way.</param>
/// <param name="X">Direction across, a unit vector.</param>
/// <param name="Y">Direction across, a unit vector.</param>
public readonly record struct SelfApproach(double Width, Point At, double X, double Y)
{
    /// <summary>Along the outline from one place to the other it must be at least that many times the width: half a circle, which ends a finger, is π/2.</summary>
    private const double LeastWay = 3;

    /// <summary>Outlines that run side by side do so to that sine: places are rounded.</summary>
    private const double SideBySide = 0.02;

    /// <summary>All below a width, in the order of the outline. Takes n log n time; arcs are flattened within <see cref="ArcChords.Tolerance"/>.</summary>
    /// <param name="surface">Whose outline.</param>
    /// <param name="offset">Added to its places.</param>
    /// <param name="within">Wider ones are of no interest, in nanometres.</param>
    public static IEnumerable<SelfApproach> Of(Surface surface, Point offset, long within)
    {
        ArgumentNullException.ThrowIfNull(surface);
        var lines = new Outline(surface.Contours);
        for (var at = 0; at < lines.Count; at++)
        {
            foreach (var near in lines.Near(at, within)) yield return near with { At = near.At + offset };
        }
    }

    private sealed class Outline
    {
        private readonly List<Point> corners = [];
        private readonly List<(int First, int Count, double Length)> rings = [];
        private readonly List<int> ringOf = [];
        private readonly List<double> along = [];
        private readonly BoxIndex index;

        public Outline(ImmutableArray<Contour> contours)
        {
            foreach (var contour in contours) Add(contour.Flatten(ArcChords.Tolerance));
            index = new BoxIndex([.. Enumerable.Range(0, corners.Count).Select(i => Box.Empty.Join(corners[i]).Join(corners[Next(i)]))]);
        }

        public int Count => corners.Count;

        /// <summary>What comes near to a corner: each line once, and other corners where they are nearest.</summary>
        public IEnumerable<SelfApproach> Near(int at, long within)
        {
            var corner = corners[at];
            foreach (var line in index.Overlapping(Box.Around(corner, within, within)))
            {
                if (line == at || Next(line) == at) continue;
                var (start, end) = (corners[line], corners[Next(line)]);
                double ux = end.X - start.X, uy = end.Y - start.Y;
                var share = Math.Clamp((((corner.X - start.X) * ux) + ((corner.Y - start.Y) * uy)) / ((ux * ux) + (uy * uy)), 0, 1);
                // The end of a line is the start of the next, and of two corners the first tells.
                if (share >= 1 || (share <= 0 && line < at)) continue;
                double dx = start.X + (share * ux) - corner.X, dy = start.Y + (share * uy) - corner.Y;
                var width = double.Hypot(dx, dy);
                if (width < Primitive.TouchingWithin || width >= within) continue;
                (dx, dy) = (dx / width, dy / width);
                if (!GoesAway(at, dx, dy) || (share <= 0 && !GoesAway(line, -dx, -dy))) continue;
                if (Way(at, line, share * double.Hypot(ux, uy)) < LeastWay * width) continue;
                yield return new SelfApproach(width, new Point((long)Math.Round(corner.X + (dx * width / 2)), (long)Math.Round(corner.Y + (dy * width / 2))), dx, dy);
            }
        }

        private void Add(IReadOnlyList<Point> ring)
        {
            var first = corners.Count;
            var length = 0d;
            foreach (var corner in ring)
            {
                if (corners.Count > first && corners[^1] == corner) continue;
                if (corners.Count > first) length += Point.Distance(corners[^1], corner);
                corners.Add(corner);
                along.Add(length);
                ringOf.Add(rings.Count);
            }
            if (corners.Count > first + 1 && corners[^1] == corners[first])
            {
                corners.RemoveAt(corners.Count - 1);
                along.RemoveAt(along.Count - 1);
                ringOf.RemoveAt(ringOf.Count - 1);
            }
            if (corners.Count - first < 3)
            {
                corners.RemoveRange(first, corners.Count - first);
                along.RemoveRange(first, along.Count - first);
                ringOf.RemoveRange(first, ringOf.Count - first);
                return;
            }
            rings.Add((first, corners.Count - first, along[^1] + Point.Distance(corners[^1], corners[first])));
        }

        private int Next(int at) => rings[ringOf[at]] is var ring && at + 1 == ring.First + ring.Count ? ring.First : at + 1;

        private int Before(int at) => rings[ringOf[at]] is var ring && at == ring.First ? ring.First + ring.Count - 1 : at - 1;

        /// <summary>True when neither line of a corner goes in a direction.</summary>
        private bool GoesAway(int at, double dx, double dy) => Toward(at, Next(at), dx, dy) <= SideBySide && Toward(at, Before(at), dx, dy) <= SideBySide;

        private double Toward(int from, int to, double dx, double dy)
        {
            double ux = corners[to].X - corners[from].X, uy = corners[to].Y - corners[from].Y;
            return ((ux * dx) + (uy * dy)) / double.Hypot(ux, uy);
        }

        /// <summary>The shorter way along the outline; infinite between two rings.</summary>
        private double Way(int corner, int line, double onLine)
        {
            if (ringOf[corner] != ringOf[line]) return double.PositiveInfinity;
            var way = Math.Abs(along[line] + onLine - along[corner]);
            return Math.Min(way, rings[ringOf[corner]].Length - way);
        }
    }
}

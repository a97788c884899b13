using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>
/// Rows of holes at which a board is broken out of its panel: holes without plating that are called so, or three and more of one size side by side in equal
/// steps of less than two diameters along the board's edge.
/// </summary>
internal static class Perforation
{
    private const int FewestOfRow = 3;

    /// <summary>Steps that differ by no more are equal, in nanometres.</summary>
    private const double EqualSteps = 20_000;

    /// <returns>Indices of the holes.</returns>
    public static ImmutableHashSet<int> Of(CheckedDesign design)
    {
        var found = design.Holes.Where(hole => hole.Hole.Function == HoleFunction.Breakout).Select(hole => hole.Index).ToImmutableHashSet().ToBuilder();
        foreach (var size in design.Holes.Where(hole => !hole.IsPlated && hole.IsRound && hole.Tool.Nanometres > 0).GroupBy(hole => hole.Tool))
        {
            CheckedHole[] holes = [.. size];
            if (holes.Length < FewestOfRow) continue;
            var (index, widest) = (new PointIndex(holes.Select(hole => hole.At)), 2 * size.Key.Nanometres);
            foreach (var hole in holes)
            {
                // The middle one of three in a line.
                CheckedHole[] near = [.. index.Within(hole.At, widest).Where(at => holes[at].Index != hole.Index).Select(at => holes[at])];
                foreach (var (a, b) in near.SelectMany((a, i) => near.Skip(i + 1).Select(b => (a, b))))
                {
                    if (!AreInLine(a.At, hole.At, b.At) || !(IsAtEdge(design, hole) || IsAtEdge(design, a) || IsAtEdge(design, b))) continue;
                    found.UnionWith([a.Index, hole.Index, b.Index]);
                }
            }
        }
        return found.ToImmutable();
    }

    private static bool AreInLine(Point a, Point middle, Point b) =>
        Math.Abs(a.X + b.X - (2 * middle.X)) <= EqualSteps && Math.Abs(a.Y + b.Y - (2 * middle.Y)) <= EqualSteps && a != b;

    private static bool IsAtEdge(CheckedDesign design, CheckedHole hole)
    {
        if (design.Edges is not { } edges) return false;
        var reach = 2d * hole.Tool.Nanometres;
        return edges.Outer.To(hole.Wall, reach).Distance <= reach || edges.Cutouts.To(hole.Wall, reach).Distance <= reach;
    }
}

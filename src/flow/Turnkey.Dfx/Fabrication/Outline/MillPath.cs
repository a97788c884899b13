using Turnkey.Dfx.Boards;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>What a mill has to get through: the width of what is milled out, and the radius of corners that are milled from within.</summary>
internal static class MillPath
{
    /// <summary>How far the way across may lean from the square, as a cosine: lines that are square to it to a degree bound a passage, those of a corner do not.</summary>
    private const double Square = 0.02;

    /// <summary>A circle may be drawn in parts, whose centres and radii the file rounds, in nanometres.</summary>
    private const double SameCircle = 5_000;

    /// <summary>Fewer chords are a polygon that is meant.</summary>
    private const int FewestChords = 12;

    /// <summary>One full circle, also in parts or in chords.</summary>
    public static bool IsRound(Contour contour)
    {
        var (first, bounds) = (contour.Edges[0], contour.Bounds);
        if (!first.IsArc) return contour.Edges.Length >= FewestChords && contour.Edges.All(edge => !edge.IsArc && Math.Abs(Point.Distance(edge.Start, bounds.Centre) - (bounds.Width.Nanometres / 2d)) <= 2 * SameCircle);
        foreach (var edge in contour.Edges)
        {
            if (!edge.IsArc || Point.Distance(edge.Centre, first.Centre) > SameCircle || Math.Abs(edge.Radius - first.Radius) > SameCircle) return false;
        }
        return true;
    }

    /// <summary>The narrowest passage between two parts of a contour through what is milled away; null when none is nearer than the reach.</summary>
    public static Approach? Narrowest(BoardEdges edges, Contour contour, long reach, bool isCutout)
    {
        var line = CutLine.Of([contour]);
        Approach? narrowest = null;
        for (var i = 0; i < line.Edges.Length; i++)
        {
            foreach (var j in line.Near(line[i].Bounds.Grow(reach)))
            {
                if (j <= i) continue;
                foreach (var (from, to) in Ways(line, i, j, reach))
                {
                    var way = Point.Distance(from, to);
                    if (way <= 0 || way >= (narrowest?.Distance ?? reach) || !IsAcross(line.Edges, i, from, to) || !IsAcross(line.Edges, j, to, from)) continue;
                    var middle = new Point((from.X + to.X) / 2, (from.Y + to.Y) / 2);
                    if (edges.IsMaterial(middle)) continue;
                    narrowest = new Approach(way, middle);
                }
            }
            // The round end of a slot is as wide as its circle.
            if (line.Edges[i] is { IsArc: true } arc && arc.Sweep > Math.PI - Square && 2 * arc.Radius < (narrowest?.Distance ?? reach) && !edges.IsMaterial(arc.Centre) && !edges.IsMaterial(Chord(arc)))
                narrowest = new Approach(2 * arc.Radius, arc.Centre);
        }
        // Rounded corners may meet, so that no two lines face each other: it is no wider than its extent.
        var least = Math.Min(contour.Bounds.Width.Nanometres, contour.Bounds.Height.Nanometres);
        return isCutout && least < (narrowest?.Distance ?? reach) ? new Approach(least, contour.Bounds.Centre) : narrowest;
    }

    private static Point Chord(in Edge arc) => new((arc.Start.X + arc.End.X) / 2, (arc.Start.Y + arc.End.Y) / 2);

    /// <summary>The pairs of places that may be the nearest: each end with what lies across on the other edge, and the nearest of both.</summary>
    private static IEnumerable<(Point From, Point To)> Ways(CutLine line, int a, int b, long reach)
    {
        var (first, second) = (line.Edges[a], line.Edges[b]);
        foreach (var end in (Point[])[first.Start, first.End, first.Middle])
        {
            if (Across(end, line[b], reach) is { } to) yield return (end, to);
        }
        foreach (var end in (Point[])[second.Start, second.End, second.Middle])
        {
            if (Across(end, line[a], reach) is { } to) yield return (to, end);
        }
    }

    /// <summary>The place of a line that is nearest to another; null when it is farther than the reach.</summary>
    private static Point? Across(Point from, in Primitive line, long reach)
    {
        var approach = line.ApproachTo(Primitive.Disc(from, 0), reach);
        return approach.Distance > reach ? null : new Point((2 * approach.At.X) - from.X, (2 * approach.At.Y) - from.Y);
    }

    /// <summary>True when going on along the edges at a place does not come nearer to what lies across: the way is the shortest there.</summary>
    private static bool IsAcross(IReadOnlyList<Edge> edges, int at, Point from, Point to)
    {
        var length = Point.Distance(from, to);
        var (x, y) = ((to.X - from.X) / length, (to.Y - from.Y) / length);
        var edge = edges[at];
        var (isStart, isEnd) = (Point.Distance(edge.Start, from) < 2, Point.Distance(edge.End, from) < 2);
        if (!isStart && !isEnd)
        {
            var (_, alongX, alongY) = edge.Along(ShareAt(edge, from));
            return Math.Abs((alongX * x) + (alongY * y)) <= Square;
        }
        var (before, after) = isStart ? (edges[(at + edges.Count - 1) % edges.Count], edge) : (edge, edges[(at + 1) % edges.Count]);
        var (_, backX, backY) = before.Along(1);
        var (_, onX, onY) = after.Along(0);
        return (-backX * x) - (backY * y) <= Square && (onX * x) + (onY * y) <= Square;
    }

    private static double ShareAt(in Edge edge, Point at)
    {
        if (!edge.IsArc) return 0.5;
        var turned = ((int)edge.Direction * (Math.Atan2(at.Y - edge.Centre.Y, at.X - edge.Centre.X) - Math.Atan2(edge.Start.Y - edge.Centre.Y, edge.Start.X - edge.Centre.X))) % Math.Tau;
        return Math.Clamp((turned < 0 ? turned + Math.Tau : turned) / edge.Sweep, 0, 1);
    }
}

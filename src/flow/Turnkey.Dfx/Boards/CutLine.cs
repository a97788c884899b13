using System.Collections.Immutable;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Dfx.Boards;

/// <summary>Lines along which a board is cut, with arcs as they are drawn: its edge, its cut-outs, its scores.</summary>
internal sealed class CutLine
{
    private readonly Primitive[] lines;
    private readonly BoxIndex index;

    /// <param name="contours">Closed ones; empty for loose lines.</param>
    /// <param name="edges">All edges, of contours one after the other.</param>
    private CutLine(ImmutableArray<Contour> contours, IEnumerable<Edge> edges)
    {
        Contours = contours;
        Edges = [.. edges];
        lines = [.. Edges.Select(edge => Primitive.Stroke(edge, 0))];
        index = new BoxIndex([.. lines.Select(line => line.Bounds)]);
    }

    public ImmutableArray<Contour> Contours { get; }

    public ImmutableArray<Edge> Edges { get; }

    public bool IsEmpty => lines.Length == 0;

    public static CutLine Of(ImmutableArray<Contour> contours) => new(contours, contours.SelectMany(contour => contour.Edges));

    public static CutLine Of(IEnumerable<Edge> edges) => new([], edges);

    public Primitive this[int edge] => lines[edge];

    /// <summary>Edges whose boxes touch the window.</summary>
    public BoxIndex.Matches Near(Box window) => index.Overlapping(window);

    /// <summary>Where a thing comes nearest to any of the lines; infinitely far beyond the reach.</summary>
    /// <param name="thing">What is measured.</param>
    /// <param name="reach">In nanometres.</param>
    public Approach To(in Primitive thing, double reach)
    {
        var nearest = Approach.None;
        foreach (var i in index.Overlapping(thing.Bounds.Grow((long)Math.Ceiling(reach))))
        {
            var approach = thing.ApproachTo(lines[i], reach);
            if (approach.Distance < nearest.Distance) nearest = approach;
        }
        return nearest;
    }

    /// <summary>True when both ends and the middle of a path lie on the lines, to the given nanometres.</summary>
    public bool Follows(in Edge path, double within) =>
        IsOn(path.Start, within) && IsOn(path.End, within) && IsOn(path.Middle, within);

    private bool IsOn(Point place, double within) => To(Primitive.Disc(place, 0), within).Distance <= within;
}

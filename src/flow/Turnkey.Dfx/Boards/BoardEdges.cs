using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Dfx.Boards;

/// <summary>Where a board is cut: along its outline, around its cut-outs, along V-scores; and the plated holes that are cut through on purpose.</summary>
internal sealed class BoardEdges
{
    /// <summary>A hole and a cut-out whose extents differ by no more are the same, in nanometres: one is drawn finished, the other drilled.</summary>
    private const long SameHole = 100_000;

    private readonly ImmutableArray<Contour> boundaries, milled;

    private BoardEdges(CheckedDesign design, BoardOutline outline)
    {
        var holes = new PointIndex(design.Holes.Select(hole => hole.Middle));
        boundaries = outline.Boundaries;
        milled = [.. outline.Cutouts.Where(contour => !holes.Within(contour.Bounds.Centre, SameHole).Any(at => IsSame(design.Holes[at].Hole.Bounds, contour.Bounds)))];
        Outer = CutLine.Of(boundaries);
        Cutouts = CutLine.Of(milled);
        Scores = CutLine.Of(design.Board!.Layers.Where(layer => layer.IsScoring).SelectMany(layer => layer.Image.Features)
            .Where(feature => feature is { Kind: FeatureKind.Stroke, Dark: true } && feature.Path.Length > 0).Select(feature => feature.Path));
        Castellated = [.. design.Holes.Where(IsCastellated).Select(hole => hole.Index)];
    }

    /// <summary>The outline.</summary>
    public CutLine Outer { get; }

    /// <summary>Without those that the drill files have too: those are drilled.</summary>
    public CutLine Cutouts { get; }

    /// <summary>V-scores; empty when no layer draws any.</summary>
    public CutLine Scores { get; }

    /// <summary>Indices of the plated holes that the edge is meant to cut through: it passes nearer to their middle than half their radius, or the file says so.</summary>
    public ImmutableHashSet<int> Castellated { get; }

    /// <returns>Null without an outline that closes, and with one that the copper does not lie in.</returns>
    public static BoardEdges? Of(CheckedDesign design) =>
        design.Board?.Outline is not { Boundaries.IsEmpty: false } outline || (design.HasCopper && design.Nets.Material is null) ? null : new BoardEdges(design, outline);

    /// <summary>True within a boundary, also where it is cut out.</summary>
    public bool IsWithin(Point place) => boundaries.Any(contour => contour.Contains(place));

    /// <summary>True within a boundary and in no cut-out; on the line either way.</summary>
    public bool IsMaterial(Point place) => boundaries.Any(contour => contour.Contains(place)) && !milled.Any(contour => contour.Contains(place));

    private static bool IsSame(Box a, Box b) =>
        Math.Abs(a.Left - b.Left) <= SameHole && Math.Abs(a.Right - b.Right) <= SameHole && Math.Abs(a.Bottom - b.Bottom) <= SameHole && Math.Abs(a.Top - b.Top) <= SameHole;

    private bool IsCastellated(CheckedHole hole)
    {
        if (!hole.IsPlated || hole.Hole.Kind == HoleKind.Route) return false;
        if (hole.Hole.Function == HoleFunction.Castellated) return true;
        var quarter = hole.Tool.Nanometres / 4d;
        var path = Primitive.Stroke(hole.Hole.Path, 0);
        return Math.Min(Outer.To(path, quarter).Distance, Cutouts.To(path, quarter).Distance) <= quarter;
    }
}

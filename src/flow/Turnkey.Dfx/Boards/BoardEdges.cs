using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Boards;

/// <summary>Where a board is cut: along its outline, around its cut-outs, along V-scores; and the plated holes that are cut through on purpose.</summary>
internal sealed class BoardEdges
{
    private readonly BoardOutline outline;

    private BoardEdges(CheckedDesign design, BoardOutline outline)
    {
        this.outline = outline;
        Outer = CutLine.Of(outline.Boundaries);
        Cutouts = CutLine.Of(outline.Cutouts);
        Scores = CutLine.Of(design.Board!.Layers.Where(layer => layer.IsScoring).SelectMany(layer => layer.Image.Features)
            .Where(feature => feature is { Kind: FeatureKind.Stroke, Dark: true } && feature.Path.Length > 0).Select(feature => feature.Path));
        Castellated = [.. design.Holes.Where(IsCastellated).Select(hole => hole.Index)];
    }

    /// <summary>The outline.</summary>
    public CutLine Outer { get; }

    public CutLine Cutouts { get; }

    /// <summary>V-scores; empty when no layer draws any.</summary>
    public CutLine Scores { get; }

    /// <summary>Indices of the plated holes that the edge is meant to cut through: it passes nearer to their middle than half their radius, or the file says so.</summary>
    public ImmutableHashSet<int> Castellated { get; }

    /// <returns>Null without an outline that closes, and with one that the copper does not lie in.</returns>
    public static BoardEdges? Of(CheckedDesign design) =>
        design.Board?.Outline is not { Boundaries.IsEmpty: false } outline || (design.HasCopper && design.Nets.Material is null) ? null : new BoardEdges(design, outline);

    /// <summary>True within a boundary and in no cut-out; on the line either way.</summary>
    public bool IsMaterial(Point place) => outline.Boundaries.Any(contour => contour.Contains(place)) && !outline.Cutouts.Any(contour => contour.Contains(place));

    private bool IsCastellated(CheckedHole hole)
    {
        if (!hole.IsPlated || hole.Hole.Kind == HoleKind.Route) return false;
        if (hole.Hole.Function == HoleFunction.Castellated) return true;
        var quarter = hole.Tool.Nanometres / 4d;
        var path = Primitive.Stroke(hole.Hole.Path, 0);
        return Math.Min(Outer.To(path, quarter).Distance, Cutouts.To(path, quarter).Distance) <= quarter;
    }
}

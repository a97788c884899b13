using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Tracing;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>The outline as its layer draws it, before gaps were closed and lines that lead nowhere left out.</summary>
/// <param name="Layer">Drawn on.</param>
/// <param name="Edges">Its lines and arcs.</param>
/// <param name="Trace">What they join into, where gaps of up to <see cref="WidestGap"/> are closed.</param>
internal sealed record DrawnOutline(Layer Layer, ImmutableArray<Edge> Edges, ContourTrace Trace)
{
    /// <summary>Wider ones are no slip of the pen.</summary>
    public static readonly Length WidestGap = Length.FromMillimetres(1);

    /// <summary>More edges than this are a picture, not an outline.</summary>
    private const int MostEdges = 60_000;

    /// <summary>Places nearer than this are one, in nanometres: tracing joins ends within 3 µm.</summary>
    public const double Same = 5_000;

    /// <summary>Null when no layer draws lines for an outline.</summary>
    public static DrawnOutline? Of(Board? board)
    {
        if (board?.Layers.Where(layer => layer.Role == LayerRole.Outline).OrderBy(layer => layer.Source == board.Outline?.Source ? 0 : 1).FirstOrDefault() is not { } layer) return null;
        ImmutableArray<Edge> edges = [.. layer.Image.Features.Where(feature => feature is { Kind: FeatureKind.Stroke, Dark: true } && feature.Path.Length > 0).Select(feature => feature.Path)];
        return edges.Length is 0 or > MostEdges ? null : new DrawnOutline(layer, edges, ContourTracer.Trace(edges, WidestGap));
    }

    /// <summary>Closed lines, whole and as what they are divided into.</summary>
    public IEnumerable<Contour> Closed => Trace.Contours.Concat(Trace.Cells);
}

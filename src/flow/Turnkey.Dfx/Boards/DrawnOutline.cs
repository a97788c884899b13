using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;
using Turnkey.Geometry.Tracing;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Boards;

/// <summary>
/// The outline as its layer draws it, before gaps were closed and lines that lead nowhere left out. Where the board's outline is known, only lines that hang
/// together with it: drawings have frames, tables and lettering beside it.
/// </summary>
/// <param name="Layer">Drawn on.</param>
/// <param name="Edges">Its lines and arcs.</param>
/// <param name="Trace">What they join into, where gaps of up to <see cref="WidestGap"/> are closed.</param>
internal sealed record DrawnOutline(Layer Layer, ImmutableArray<Edge> Edges, ContourTrace Trace)
{
    /// <summary>Wider ones are no slip of the pen.</summary>
    public static readonly Length WidestGap = Length.FromMillimetres(1);

    /// <summary>Places nearer than this are one, in nanometres: tracing joins ends within 3 µm.</summary>
    public const double Same = 5_000;

    /// <summary>More edges than this are a picture, not an outline.</summary>
    private const int MostEdges = 20_000;

    /// <summary>Closed lines, whole and as what they are divided into.</summary>
    public IEnumerable<Contour> Closed => Trace.Contours.Concat(Trace.Cells);

    /// <summary>Null when no layer draws lines for an outline.</summary>
    public static DrawnOutline? Of(Board? board)
    {
        if (board?.Layers.Where(layer => layer.Role == LayerRole.Outline).OrderBy(layer => layer.Source == board.Outline?.Source ? 0 : 1).FirstOrDefault() is not { } layer) return null;
        ImmutableArray<Edge> edges = [.. layer.Image.Features.Where(feature => feature is { Kind: FeatureKind.Stroke, Dark: true } && feature.Path.Length > 0).Select(feature => feature.Path)];
        if (board.Outline is { Boundaries.IsEmpty: false } outline && layer.Source == outline.Source) edges = Connected(edges, CutLine.Of([.. outline.Boundaries, .. outline.Cutouts]));
        return edges.Length is 0 or > MostEdges ? null : new DrawnOutline(layer, edges, ContourTracer.Trace(edges, WidestGap));
    }

    /// <summary>What lies on the outline, and what touches that, and so on.</summary>
    private static ImmutableArray<Edge> Connected(ImmutableArray<Edge> edges, CutLine outline)
    {
        Primitive[] lines = [.. edges.Select(edge => Primitive.Stroke(edge, 0))];
        var index = new BoxIndex([.. lines.Select(line => line.Bounds)]);
        var taken = new bool[lines.Length];
        var waiting = new Queue<int>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (outline.To(lines[i], Same).Distance <= Same) Take(i);
        }
        while (waiting.TryDequeue(out var at))
        {
            foreach (var other in index.Overlapping(lines[at].Bounds.Grow((long)Same)))
            {
                if (!taken[other] && lines[at].ApproachTo(lines[other], Same).Distance <= Same) Take(other);
            }
        }
        return [.. edges.Where((_, i) => taken[i])];

        void Take(int edge)
        {
            taken[edge] = true;
            waiting.Enqueue(edge);
        }
    }
}

using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Nets;

/// <summary>
/// The copper of a layer as pieces. What the painter's list leaves is the union of its dark features, each without the clear ones that come after it;
/// so features that nothing clear touches stay the primitives they are, and only the others are cut.
/// </summary>
internal sealed class LayerCopper
{
    /// <summary>Pairs of features and what may cut them that are looked at; boards have some thousands.</summary>
    private const int MostPairs = 50_000_000;

    /// <summary>Cuts that are made; boards have some thousands.</summary>
    private const int MostCuts = 500_000;

    private LayerCopper(int number, LayerImage image, CopperPiece[] pieces, bool complete)
    {
        IsComplete = complete;
        Number = number;
        Image = image;
        Pieces = pieces;
        Index = new BoxIndex([.. pieces.Select(piece => piece.Primitive.Bounds)]);
    }

    /// <summary>False when more was cut than could be, so that copper is missing or too much is there.</summary>
    public bool IsComplete { get; }

    /// <summary>1 is the top.</summary>
    public int Number { get; }

    public LayerImage Image { get; }

    public CopperPiece[] Pieces { get; }

    /// <summary>Over <see cref="Pieces"/>.</summary>
    public BoxIndex Index { get; }

    public static LayerCopper Of(Board board, Layer layer, int number, IReadOnlyList<Hole> cutting)
    {
        if (layer.Negative)
        {
            var plane = CutCopper.Plane(board, Drilled(layer.Image, cutting, dark: true));
            return new LayerCopper(number, layer.Image, [.. CutCopper.Islands(plane).Select(primitive => new CopperPiece(primitive, -1))], plane.IsComplete);
        }
        var drawing = new Drawing(layer.Image);
        var image = layer.Image;
        var pieces = new List<CopperPiece>(image.Features.Length);
        var cuts = new List<Cut>();
        for (var i = 0; i < image.Features.Length; i++)
        {
            if (image.Features[i].Dark) pieces.AddRange(drawing.Of(i).Select(primitive => new CopperPiece(primitive, i)));
            else cuts.AddRange(drawing.Of(i).Select(primitive => new Cut(primitive, i, null)));
        }
        cuts.AddRange(cutting.Select(hole => new Cut(Barrel(hole), int.MaxValue, hole)));
        return cuts.Count == 0 ? new LayerCopper(number, image, [.. pieces], drawing.IsComplete) : CutBy(number, image, pieces, cuts, drawing.IsComplete);
    }

    /// <summary>What a drill or mill takes away, or, plated, the wall it leaves.</summary>
    public static Primitive Barrel(in Hole hole) => Primitive.Stroke(hole.Path, Math.Max(hole.Diameter.Nanometres, 0));

    private static LayerCopper CutBy(int number, LayerImage image, List<CopperPiece> pieces, List<Cut> cuts, bool drawnWhole)
    {
        var index = new BoxIndex([.. cuts.Select(cut => cut.Primitive.Bounds)]);
        var (pairs, made) = (0, 0);
        var cutters = new SortedDictionary<int, SortedSet<int>>();
        foreach (var piece in pieces)
        {
            if (pairs > MostPairs || made > MostCuts) break;
            foreach (var at in index.Overlapping(piece.Primitive.Bounds))
            {
                if (pairs++ > MostPairs || made > MostCuts) break;
                if (cuts[at].After <= piece.Feature || !cuts[at].Primitive.Touches(piece.Primitive)) continue;
                if (!cutters.TryGetValue(piece.Feature, out var known)) cutters[piece.Feature] = known = [];
                if (known.Add(at)) made++;
            }
        }
        var complete = drawnWhole && pairs <= MostPairs && made <= MostCuts;
        var left = pieces.Where(piece => !cutters.ContainsKey(piece.Feature)).ToList();
        // Of all pieces together: each alone may be small, but there can be thousands.
        var budget = CopperArea.BudgetOf(image);
        foreach (var (feature, by) in cutters)
        {
            var region = CopperArea.Of(Without(image, feature, by.Select(at => cuts[at])), budget);
            complete &= region.IsComplete;
            left.AddRange(CutCopper.Islands(region).Select(primitive => new CopperPiece(primitive, feature)));
        }
        return new LayerCopper(number, image, [.. left.OrderBy(piece => piece.Feature)], complete);
    }

    /// <summary>A painter's list of one dark feature and what uncovers it.</summary>
    private static LayerImage Without(LayerImage image, int feature, IEnumerable<Cut> cuts)
    {
        var features = ImmutableArray.CreateBuilder<Feature>();
        features.Add(image.Features[feature]);
        var seen = -1;
        var holes = new List<Hole>();
        foreach (var cut in cuts)
        {
            if (cut.Hole is { } hole) holes.Add(hole);
            else if (cut.After != seen) features.Add(image.Features[seen = cut.After]);
        }
        return Drilled(new LayerImage(features.ToImmutable(), image.Shapes, image.Areas, image.Attributes), holes, dark: false);
    }

    private static LayerImage Drilled(LayerImage image, IReadOnlyList<Hole> holes, bool dark) => holes.Count == 0 ? image : new LayerImage(
        [.. image.Features, .. holes.Select((hole, i) => hole.Kind == HoleKind.Round ? Feature.Flash(hole.At, image.Shapes.Length + i, dark) : Feature.Stroke(hole.Path, image.Shapes.Length + i, dark))],
        [.. image.Shapes, .. holes.Select(hole => PadShape.Circle(hole.Diameter))],
        image.Areas, image.Attributes);

    /// <summary>Something that takes copper away from what was painted before it.</summary>
    /// <param name="After">Index of the clear feature; beyond all for a hole.</param>
    private readonly record struct Cut(Primitive Primitive, int After, Hole? Hole);

    /// <summary>Features as primitives; each pad shape and area is prepared once.</summary>
    private sealed class Drawing(LayerImage image)
    {
        private readonly ImmutableArray<Primitive>[] pads = new ImmutableArray<Primitive>[image.Shapes.Length];
        private readonly OverlayBudget budget = CopperArea.BudgetOf(image);
        private bool complete = true;

        /// <summary>False when shapes were too intricate to be worked out.</summary>
        public bool IsComplete => complete;

        public ImmutableArray<Primitive> Of(int at)
        {
            var feature = image.Features[at];
            switch (feature.Kind)
            {
                case FeatureKind.Area:
                    return AreaCopper.Of(image.Areas[feature.Shape]);
                case FeatureKind.Stroke:
                    return StrokeCopper.Of(feature.Path, image.Shapes[feature.Shape], budget, ref complete);
                default:
                    ref var pad = ref pads[feature.Shape];
                    if (pad.IsDefault) pad = PadCopper.Of(image.Shapes[feature.Shape], budget, ref complete);
                    var place = feature.Start;
                    return pad.Length == 1 ? [pad[0].Moved(place)] : [.. pad.Select(primitive => primitive.Moved(place))];
            }
        }
    }
}

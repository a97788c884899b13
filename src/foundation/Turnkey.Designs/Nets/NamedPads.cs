using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;

namespace Turnkey.Designs.Nets;

/// <summary>
/// Whose pads the features are that do not say it themselves, by the points of the board's netlist: for a point without a hole the pad under it whose middle
/// is nearest, for one with a hole the pads of that hole on all layers; and what lies on the same place. Pads are flashes; and areas that say they are pads,
/// or that lie around a point as pads do.
/// </summary>
internal static class NamedPads
{
    /// <summary>Middles this near to each other are the same.</summary>
    private const long SamePlace = 25_000;

    /// <summary>Pieces that are looked at under one point.</summary>
    private const int MostPieces = 2_000;

    /// <returns>For each layer the names by the index of the feature. Of two points that mean one pad the nearer counts, of equally near ones the first.</returns>
    public static ImmutableArray<ImmutableDictionary<int, PadName>> Of(TracedCopper copper, IReadOnlyList<PlacedPin> pins)
    {
        if (pins.Count == 0) return [];
        var named = copper.Layers.Select(_ => new Dictionary<int, (PadName Name, double Away)>()).ToArray();
        foreach (var pin in pins)
        {
            var (hit, hole) = copper.Locate(pin.Node);
            for (var layer = 0; layer < copper.Layers.Length; layer++)
            {
                if (hit < 0 ? copper.Passes(hole, layer) : layer == hit) Name(copper.Layers[layer], pin, ofHole: hit < 0, named[layer]);
            }
        }
        return [.. named.Select(layer => layer.ToImmutableDictionary(pad => pad.Key, pad => pad.Value.Name))];
    }

    private static void Name(LayerCopper layer, in PlacedPin pin, bool ofHole, Dictionary<int, (PadName Name, double Away)> named)
    {
        var under = Under(layer, pin.At);
        var reach = SamePlace + (ofHole || under.Count == 0 ? 0 : under.Min(pad => pad.Away));
        foreach (var (feature, away) in under)
        {
            if (away > reach) continue;
            if (!named.TryGetValue(feature, out var known) || away < known.Away) named[feature] = (pin.Name, away);
        }
    }

    /// <summary>The pads that cover a place, as far as it is rounded, and how far away their middles are.</summary>
    private static List<(int Feature, double Away)> Under(LayerCopper layer, Point at)
    {
        var probe = Primitive.Disc(at, 2 * SamePlace);
        var pads = new List<(int Feature, double Away)>();
        var looked = 0;
        foreach (var i in layer.Index.Overlapping(probe.Bounds))
        {
            if (looked++ > MostPieces) break;
            ref readonly var piece = ref layer.Pieces[i];
            if (piece.Feature < 0) continue;
            var feature = layer.Image.Features[piece.Feature];
            if (feature.Kind == FeatureKind.Stroke) continue;
            var away = Point.Distance(feature.Kind == FeatureKind.Flash ? feature.Start : layer.Image.Areas[feature.Shape].Bounds.Centre, at);
            var isPad = feature.Kind == FeatureKind.Flash || away <= SamePlace || IsLand(layer.Image.Attributes[feature.Attributes].Function);
            if (isPad && piece.Primitive.Touches(probe)) pads.Add((piece.Feature, away));
        }
        return pads;
    }

    private static bool IsLand(FeatureFunction function) => function is FeatureFunction.SurfacePad or FeatureFunction.BallPad or FeatureFunction.ThroughHolePad
        or FeatureFunction.HeatsinkPad or FeatureFunction.ConnectorPad or FeatureFunction.CastellatedPad or FeatureFunction.TestPad or FeatureFunction.OtherPad;
}

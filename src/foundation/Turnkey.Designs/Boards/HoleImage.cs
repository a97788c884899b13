using System.Collections.Immutable;
using Turnkey.Designs.Layers;

namespace Turnkey.Designs.Boards;

/// <summary>Holes as the picture of a layer: a flash for each round hole, a stroke for each slot, each as wide as its tool.</summary>
public static class HoleImage
{
    public static LayerImage Of(IEnumerable<Hole> holes)
    {
        ArgumentNullException.ThrowIfNull(holes);
        var features = ImmutableArray.CreateBuilder<Feature>();
        var shapes = ImmutableArray.CreateBuilder<PadShape>();
        var attributes = ImmutableArray.CreateBuilder<FeatureAttributes>();
        attributes.Add(FeatureAttributes.None);
        var shapeOf = new Dictionary<long, int>();
        var attributesOf = new Dictionary<HoleFunction, int> { [HoleFunction.Unstated] = 0 };
        foreach (var hole in holes)
        {
            if (!shapeOf.TryGetValue(hole.Diameter.Nanometres, out var shape))
            {
                shapeOf.Add(hole.Diameter.Nanometres, shape = shapes.Count);
                shapes.Add(PadShape.Circle(hole.Diameter));
            }
            if (!attributesOf.TryGetValue(hole.Function, out var attribute))
            {
                attributesOf.Add(hole.Function, attribute = attributes.Count);
                attributes.Add(new FeatureAttributes { Hole = hole.Function });
            }
            features.Add(hole.Kind == HoleKind.Round
                ? Feature.Flash(hole.At, shape, dark: true, attribute, hole.Line)
                : Feature.Stroke(hole.Path, shape, dark: true, attribute, hole.Line));
        }
        return new LayerImage(features.ToImmutable(), shapes.ToImmutable(), [], attributes.ToImmutable());
    }
}

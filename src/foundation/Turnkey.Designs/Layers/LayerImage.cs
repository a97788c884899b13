using System.Collections.Immutable;
using Turnkey.Geometry;

namespace Turnkey.Designs.Layers;

/// <summary>
/// The picture of one layer as a painter's list: each feature covers (dark) or uncovers (clear) what came before it.
/// Step-and-repeat and blocks are already expanded, aperture transformations already applied.
/// </summary>
public sealed class LayerImage(ImmutableArray<Feature> features, ImmutableArray<PadShape> shapes, ImmutableArray<Area> areas, ImmutableArray<FeatureAttributes> attributes)
{
    private Box? bounds;

    public static LayerImage Empty { get; } = new([], [], [], [FeatureAttributes.None]);

    /// <summary>In painting order.</summary>
    public ImmutableArray<Feature> Features { get; } = features;

    /// <summary>
    /// How many features the file writes out; the others are copies that its blocks and step-and-repeat ask for. A few bytes can ask for any number, so what
    /// is spent on an image grows with these.
    /// </summary>
    public int Written { get; init; } = features.Length;

    /// <summary>What <see cref="Feature.Shape"/> points to for flashes and strokes.</summary>
    public ImmutableArray<PadShape> Shapes { get; } = shapes;

    /// <summary>What <see cref="Feature.Shape"/> points to for areas.</summary>
    public ImmutableArray<Area> Areas { get; } = areas;

    /// <summary>What <see cref="Feature.Attributes"/> points to; the first is <see cref="FeatureAttributes.None"/>.</summary>
    public ImmutableArray<FeatureAttributes> Attributes { get; } = attributes;

    /// <summary>Bytes of the file it was read from, which bound what is drawn in it rather than copied; null when there is none.</summary>
    public int? SourceLength { get; init; }

    /// <summary>Covers every dark feature with its full width; <see cref="Box.Empty"/> when there is none.</summary>
    public Box Bounds => bounds ?? (bounds = Measure()).GetValueOrDefault();

    public Box BoundsOf(in Feature feature)
    {
        if (feature.Kind == FeatureKind.Area) return Areas[feature.Shape].Bounds;
        var shape = Shapes[feature.Shape].Bounds;
        if (shape.IsEmpty) return Box.Empty;
        var path = feature.Kind == FeatureKind.Flash ? Box.Empty.Join(feature.Start) : feature.Path.Bounds;
        return new Box(path.Left + shape.Left, path.Bottom + shape.Bottom, path.Right + shape.Right, path.Top + shape.Top);
    }

    private Box Measure()
    {
        var box = Box.Empty;
        for (var i = 0; i < Features.Length; i++)
        {
            if (Features[i].Dark) box = box.Join(BoundsOf(Features[i]));
        }
        return box;
    }
}

/// <summary>A filled area: one outer contour and its holes, or several (nonzero winding; contours as drawn).</summary>
public sealed class Area(ImmutableArray<Contour> contours)
{
    private Box? bounds;

    public ImmutableArray<Contour> Contours { get; } = contours;

    public Box Bounds => bounds ?? (bounds = Measure()).GetValueOrDefault();

    private Box Measure()
    {
        var box = Box.Empty;
        for (var i = 0; i < Contours.Length; i++) box = box.Join(Contours[i].Bounds);
        return box;
    }
}

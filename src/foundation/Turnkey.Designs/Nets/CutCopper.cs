using System.Collections.Immutable;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Nets;

/// <summary>
/// Copper that is no longer what a feature draws, as its islands. Only here arcs become chords (<see cref="Geometry.Flattening.ArcChords"/>) and corners go
/// to whole nanometres.
/// </summary>
internal static class CutCopper
{
    /// <summary>The islands of what one feature covers, for as much as is left of a budget.</summary>
    /// <param name="feature">Of the layer of the brushes.</param>
    /// <param name="brushes">Of its layer.</param>
    /// <param name="budget">Of the layer: each feature alone may be small, but there can be thousands.</param>
    /// <param name="complete">Becomes false when it did not suffice.</param>
    public static ImmutableArray<Primitive> Of(in Feature feature, LayerBrushes brushes, CopperBudget budget, ref bool complete)
    {
        var overlay = new Overlay(budget.Overlays);
        brushes.Put(feature, overlay, 0);
        return overlay.IsComplete ? Islands(overlay.Resolve(Overlay.First), budget, ref complete) : GivenUp(ref complete);
    }

    /// <summary>The largest first: it stands for all where one is asked for.</summary>
    public static ImmutableArray<Primitive> Islands(Region region, CopperBudget budget, ref bool complete)
    {
        if (!region.IsComplete || !budget.Overlays.TryTakeCorners(region.Rings.Sum(ring => ring.Length))) return GivenUp(ref complete);
        return [.. region.Islands.OrderByDescending(island => island.Area).Select(island => Primitive.Filled(new Surface([.. island.Rings.Select(ring => Contour.Polygon(ring.AsSpan()))])))];
    }

    private static ImmutableArray<Primitive> GivenUp(ref bool complete)
    {
        complete = false;
        return [];
    }
}

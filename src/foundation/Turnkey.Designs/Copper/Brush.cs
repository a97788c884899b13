using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Flattening;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Copper;

/// <summary>A pad shape made ready to be put into overlays many times: its parts are resolved once, by painter's order within the shape.</summary>
internal sealed class Brush
{
    private readonly DiscBrush? disc;
    private readonly Region region = Region.Empty;
    private readonly bool isConvex;

    public Brush(PadShape shape, double tolerance, OverlayBudget budget)
    {
        Tolerance = tolerance;
        if (shape.IsSolidCircle)
        {
            disc = new DiscBrush(shape.Width.Nanometres, tolerance);
            return;
        }
        region = Painting.Resolve([.. shape.Parts.Select(part => part.Contour.Bounds)], [.. shape.Parts.Select(part => part.Dark)], budget,
            (part, overlay, layer) => overlay.AddFigure([ArcChords.Flatten(shape.Parts[part].Contour, tolerance)], layer));
        isConvex = region.Rings.Length == 1 && ShapeSweep.Hull([.. region.Rings[0]]).Count == region.Rings[0].Length;
    }

    private double Tolerance { get; }

    public void Flash(Point at, Overlay overlay, int layer)
    {
        if (disc is not null) disc.Flash(at, overlay, layer);
        else overlay.Add(region, at, layer);
    }

    public void Stroke(Edge path, Overlay overlay, int layer)
    {
        if (disc is not null)
        {
            disc.Stroke(path, overlay, layer);
            return;
        }
        if (region.IsEmpty)
        {
            // Empty because it could not be resolved is not nothing.
            overlay.Add(region, layer: layer);
            return;
        }
        if (!path.IsArc && path.Start == path.End)
        {
            Flash(path.Start, overlay, layer);
            return;
        }
        var swept = isConvex ? ShapeSweep.OfConvex(path, region.Rings[0], Tolerance) : ShapeSweep.Of(path, [.. region.Rings], Tolerance);
        foreach (var polygon in swept)
        {
            // Sweeping on would only take time: what is over the budget is given up.
            if (!overlay.IsComplete) return;
            overlay.Add([.. polygon], layer: layer);
        }
    }
}

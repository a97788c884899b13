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

    public Brush(PadShape shape, double tolerance)
    {
        Tolerance = tolerance;
        if (shape.IsSolidCircle)
        {
            disc = new DiscBrush(shape.Width.Nanometres, tolerance);
            return;
        }
        region = Painting.Resolve([.. shape.Parts.Select(part => part.Contour.Bounds)], [.. shape.Parts.Select(part => part.Dark)],
            (part, overlay, layer) => Put(shape.Parts[part].Contour, overlay, layer, tolerance));
        isConvex = region.Rings.Length == 1 && ShapeSweep.Hull([.. region.Rings[0]]).Count == region.Rings[0].Length;
    }

    private double Tolerance { get; }

    /// <summary>Adds a closed line so that it winds around nothing less than no time.</summary>
    public static void Put(Contour contour, Overlay overlay, int layer, double tolerance) =>
        overlay.Add(Region.Of([ArcChords.Flatten(contour, tolerance)]), layer: layer);

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
        if (region.IsEmpty) return;
        if (!path.IsArc && path.Start == path.End)
        {
            Flash(path.Start, overlay, layer);
            return;
        }
        var swept = isConvex ? ShapeSweep.OfConvex(path, region.Rings[0], Tolerance) : ShapeSweep.Of(path, [.. region.Rings], Tolerance);
        foreach (var polygon in swept) overlay.Add([.. polygon], layer: layer);
    }
}

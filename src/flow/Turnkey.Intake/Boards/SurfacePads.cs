using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Kernel;

namespace Turnkey.Intake.Boards;

/// <summary>
/// The surface mount pads of one side. Where the copper says what a pad is for (X2), that counts; where it does not, a pad is a flash on outer copper
/// without a hole in it that paste is printed on, or, where the package has no paste layer, that the solder mask leaves open.
/// Pads drawn as areas are found by their paste opening.
/// </summary>
internal static class SurfacePads
{
    /// <summary>Two flashes closer than this are one pad drawn twice.</summary>
    private const long Same = 50_000;

    private static readonly Length ViaDrill = Length.FromMillimetres(0.5);

    /// <summary>Centres of the pads, each once, in the copper's order; those without a flash after them.</summary>
    public static IReadOnlyList<Point> Find(Board board, Side side)
    {
        var copper = board.Copper.FirstOrDefault(layer => layer.Side == side)?.Image;
        if (copper is null) return [];
        var stated = new List<Point>();
        var open = new List<Feature>();
        foreach (var feature in copper.Features)
        {
            if (!feature.Dark || feature.Kind == FeatureKind.Stroke) continue;
            var function = copper.Attributes[feature.Attributes].Function;
            if (function is FeatureFunction.SurfacePad or FeatureFunction.BallPad or FeatureFunction.HeatsinkPad or FeatureFunction.ConnectorPad) stated.Add(Centre(copper, feature));
            // DipTrace calls every pad a component pad; a hole tells them apart.
            else if (feature.Kind == FeatureKind.Flash && function is FeatureFunction.Unstated or FeatureFunction.ThroughHolePad) open.Add(feature);
        }
        return Distinct([.. stated, .. Judge(board, side, copper, open, stated.Count > 0)]);
    }

    private static IReadOnlyList<Point> Judge(Board board, Side side, LayerImage copper, List<Feature> open, bool saysFunctions)
    {
        var openings = Openings(board.Find(LayerRole.Paste, side)?.Image);
        var byPaste = openings.Count > 0;
        if (!byPaste)
        {
            // A paste layer that is there and empty means that nothing is soldered by reflow on this side.
            if (board.Find(LayerRole.Paste, side) is not null) return [];
            openings = Openings(board.Find(LayerRole.SolderMask, side)?.Image);
            if (openings.Count == 0) return [];
        }
        var holes = new PointIndex(board.Holes.Select(hole => hole.At));
        var opened = new PointIndex(openings);
        var pads = Distinct([.. open.Where(feature => !holes.Any(feature.Start, Same) && opened.Any(feature.Start, Reach(copper.Shapes[feature.Shape]))).Select(feature => feature.Start)]);
        if (!byPaste || saysFunctions) return pads;
        // Paste in several windows over one pad is one pad; paste over copper that is no flash is a pad of its own.
        var flashed = new PointIndex(copper.Features.Where(feature => feature.Kind == FeatureKind.Flash).Select(feature => feature.Start));
        return Distinct([.. pads, .. openings.Where(opening => flashed.Nearest(opening, 2_000_000) is var near && (near < 0 || !flashed.Any(opening, 400_000)))]);
    }

    private static Point Centre(LayerImage image, in Feature feature) => feature.Kind == FeatureKind.Area ? image.Areas[feature.Shape].Bounds.Centre : feature.Start;

    private static long Reach(PadShape shape) => Math.Max(Same, Math.Min(shape.Width.Nanometres, shape.Height.Nanometres) / 3);

    private static List<Point> Openings(LayerImage? image)
    {
        if (image is null) return [];
        var centres = new List<Point>();
        foreach (var feature in image.Features)
        {
            if (!feature.Dark) continue;
            if (feature.Kind == FeatureKind.Flash) centres.Add(feature.Start);
            else if (feature.Kind == FeatureKind.Area) centres.Add(image.Areas[feature.Shape].Bounds.Centre);
        }
        return centres;
    }

    private static IReadOnlyList<Point> Distinct(IReadOnlyList<Point> points)
    {
        var index = new PointIndex(points);
        return [.. points.Where((point, i) => !index.Within(point, Same).Any(other => other < i))];
    }

    /// <summary>Centres of every flash and small area on outer copper, vias left out: what parts may stand on.</summary>
    public static IReadOnlyList<Point> Lands(Board board, Side side)
    {
        var copper = board.Copper.FirstOrDefault(layer => layer.Side == side)?.Image;
        if (copper is null) return [];
        var small = Length.FromMillimetres(12);
        // A leaded part needs a hole of 0.5 mm and more; what is smaller is a via.
        var vias = board.Holes.Where(hole => hole.Kind == HoleKind.Round && hole.Diameter < ViaDrill).Select(hole => hole.At).ToHashSet();
        return Distinct([
            .. copper.Features.Where(feature => feature is { Kind: FeatureKind.Flash, Dark: true } && !vias.Contains(feature.Start)
                && copper.Attributes[feature.Attributes].Function != FeatureFunction.ViaPad).Select(feature => feature.Start),
            .. copper.Features.Where(feature => feature is { Kind: FeatureKind.Area, Dark: true }).Select(feature => copper.Areas[feature.Shape].Bounds)
                .Where(box => box.Width < small && box.Height < small).Select(box => box.Centre),
        ]);
    }
}

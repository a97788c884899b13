using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Kernel;

namespace Turnkey.Intake.Boards;

/// <summary>
/// The narrowest track of a copper layer. Tools also fill areas with thin strokes and draw round the edges of areas, so a width counts only
/// when a fair share of its strokes stands free on both sides.
/// </summary>
internal static class TraceWidth
{
    private const int MostSamples = 60;

    private const long EdgeTolerance = 10_000;

    /// <param name="image">A copper layer.</param>
    /// <param name="outline">Corners of the board's edge, which some tools draw on every layer.</param>
    /// <returns>Null when the layer has no tracks.</returns>
    public static Length? Narrowest(LayerImage image, PointIndex outline)
    {
        var strokes = new Dictionary<int, List<Edge>>();
        foreach (var feature in image.Features)
        {
            if (feature.Kind != FeatureKind.Stroke || !feature.Dark || !image.Shapes[feature.Shape].IsSolidCircle) continue;
            if (image.Attributes[feature.Attributes].Function is not (FeatureFunction.Unstated or FeatureFunction.Conductor)) continue;
            if (outline.Any(feature.Path.Start, EdgeTolerance) && outline.Any(feature.Path.End, EdgeTolerance)) continue;
            if (!strokes.TryGetValue(feature.Shape, out var list)) strokes[feature.Shape] = list = [];
            list.Add(feature.Path);
        }
        FeatureIndex? index = null;
        foreach (var (shape, paths) in strokes.OrderBy(pair => image.Shapes[pair.Key].Width).ThenBy(pair => pair.Key))
        {
            var width = image.Shapes[shape].Width;
            // Dust: a dot or a hair's breadth is no track anybody etches.
            if (width < Length.FromMillimetres(0.02)) continue;
            var tracks = paths.Where(path => path.Length >= 2d * width.Nanometres).ToArray();
            if (tracks.Length == 0) continue;
            index ??= new FeatureIndex(image);
            var step = Math.Max(1, tracks.Length / MostSamples);
            int samples = 0, free = 0;
            for (var i = 0; i < tracks.Length; i += step)
            {
                samples++;
                if (StandsFree(tracks[i], width.Nanometres, index)) free++;
            }
            if (free * 4 >= samples) return width;
        }
        return null;
    }

    /// <summary>No copper a tenth of a width beside the middle of the stroke, on either side.</summary>
    private static bool StandsFree(Edge path, long width, FeatureIndex index)
    {
        var flat = new List<Point> { path.Start };
        path.Flatten(flat, 10_000);
        var at = (flat.Count - 1) / 2;
        Point a = flat[at], b = flat[at + 1];
        var length = Point.Distance(a, b);
        if (length == 0) return false;
        var middle = new Point((a.X + b.X) / 2, (a.Y + b.Y) / 2);
        var away = 0.6 * width;
        var side = new Point((long)(-(b.Y - a.Y) / length * away), (long)((b.X - a.X) / length * away));
        return !index.Covers(middle + side) && !index.Covers(middle - side);
    }
}

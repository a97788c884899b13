using System.Text;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Gerber;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Gerber;

/// <summary>Gerber text of our own making, read, and asked what it covers.</summary>
internal static class Plot
{
    /// <summary>Reads the text as it stands.</summary>
    public static GerberFile Raw(string text) => GerberReader.Read("layer.gbr", Encoding.Latin1.GetBytes(text));

    /// <summary>Millimetres with three decimals (X1000 is 1 mm), a 1 mm disc as D10, a 2 × 1 mm rectangle as D11, absolute, multi-quadrant.</summary>
    public static GerberFile Metric(string body) =>
        Raw($"%FSLAX43Y43*%\n%MOMM*%\nG75*\n%ADD10C,1*%\n%ADD11R,2X1*%\n{body}\nM02*\n");

    /// <summary>Painter's order at one point, in millimetres: the last feature that covers it decides.</summary>
    public static bool IsDark(this LayerImage image, double x, double y)
    {
        var at = Mm(x, y);
        var dark = false;
        foreach (var feature in image.Features)
        {
            if (Covers(image, feature, at)) dark = feature.Dark;
        }
        return dark;
    }

    /// <summary>One character for each square millimetre from the origin, twelve wide and eight high, the top row first: <c>#</c> where its middle is dark.</summary>
    public static string Picture(LayerImage image) => string.Join('\n', Enumerable.Range(0, 8).Select(row =>
        string.Concat(Enumerable.Range(0, 12).Select(column => image.IsDark(column + .5, 7.5 - row) ? '#' : '.'))));

    public static bool IsDark(this PadShape shape, double x, double y) => IsDark(shape, Mm(x, y));

    public static Point Mm(double x, double y) => Point.At(Length.FromMillimetres(x), Length.FromMillimetres(y));

    public static Box Box(double left, double bottom, double right, double top) => new(Nm(left), Nm(bottom), Nm(right), Nm(top));

    public static IEnumerable<string> Errors(this GerberFile file) =>
        file.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Code);

    public static IEnumerable<string> Codes(this GerberFile file) => file.Diagnostics.Select(diagnostic => diagnostic.Code);

    private static bool Covers(LayerImage image, Feature feature, Point at)
    {
        if (feature.Kind == FeatureKind.Area) return image.Areas[feature.Shape].Contours.Any(contour => contour.Contains(at));
        var shape = image.Shapes[feature.Shape];
        if (feature.Kind == FeatureKind.Flash) return IsDark(shape, at - feature.Start);
        // A disc along the path, near enough for a point of a test: stations of 10 µm.
        var stations = new List<Point> { feature.Path.Start };
        feature.Path.Flatten(stations, 1000);
        for (var i = 0; i + 1 < stations.Count; i++)
        {
            var (from, to) = (stations[i], stations[i + 1]);
            var steps = 1 + (int)(Point.Distance(from, to) / 10_000);
            for (var step = 0; step <= steps; step++)
            {
                var station = new Point(from.X + ((to.X - from.X) * step / steps), from.Y + ((to.Y - from.Y) * step / steps));
                if (IsDark(shape, at - station)) return true;
            }
        }
        return false;
    }

    private static bool IsDark(PadShape shape, Point at)
    {
        var dark = false;
        foreach (var part in shape.Parts)
        {
            if (part.Contour.Contains(at)) dark = part.Dark;
        }
        return dark;
    }

    private static long Nm(double mm) => Length.FromMillimetres(mm).Nanometres;
}

using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Formats.Tests.Gerber.Writing;

/// <summary>What images cover, at random places of their extent; places within 5 µm of an edge are passed over, because arcs are tried as chords.</summary>
internal static class Coverage
{
    private const long Near = 5_000;

    public static void AssertSame(LayerImage one, LayerImage other, int places)
    {
        var random = new Random(3);
        var box = one.Bounds.Join(other.Bounds).Grow(200_000);
        var tried = 0;
        for (var i = 0; i < places; i++)
        {
            var at = new Point(box.Left + random.NextInt64(box.Right - box.Left), box.Bottom + random.NextInt64(box.Top - box.Bottom));
            var dark = IsDark(one, at);
            if (new[] { new Point(Near, 0), new Point(-Near, 0), new Point(0, Near), new Point(0, -Near) }.Any(step => IsDark(one, at + step) != dark)) continue;
            tried++;
            Assert.True(IsDark(other, at) == dark, $"{at} is {(dark ? "dark" : "clear")} in the first image only");
        }
        Assert.True(tried > places / 2);
    }

    /// <summary>Dark or clear where all within a distance is; null near an edge.</summary>
    public static bool? Surely(LayerImage image, Point at, long distance)
    {
        var dark = IsDark(image, at);
        for (var i = 0; i < 12; i++)
        {
            var (sin, cos) = Math.SinCos(i * Math.Tau / 12);
            if (IsDark(image, at + new Point((long)(distance * cos), (long)(distance * sin))) != dark) return null;
        }
        return dark;
    }

    /// <summary>Painter's order; areas by nonzero winding over all their contours.</summary>
    private static bool IsDark(LayerImage image, Point at)
    {
        var dark = false;
        foreach (var feature in image.Features)
        {
            if (feature.Dark != dark && Covers(image, feature, at)) dark = feature.Dark;
        }
        return dark;
    }

    private static bool Covers(LayerImage image, in Feature feature, Point at)
    {
        if (feature.Kind == FeatureKind.Area) return image.Areas[feature.Shape].Contours.Sum(contour => Winding(contour, at)) != 0;
        var shape = image.Shapes[feature.Shape];
        if (feature.Kind == FeatureKind.Flash) return IsDark(shape, at - feature.Start);
        var stations = new List<Point> { feature.Path.Start };
        feature.Path.Flatten(stations, 1000);
        for (var i = 0; i + 1 < stations.Count; i++)
        {
            var (from, to) = (stations[i], stations[i + 1]);
            var steps = 1 + (int)(Point.Distance(from, to) / 8_000);
            for (var step = 0; step <= steps; step++)
            {
                if (IsDark(shape, at - new Point(from.X + ((to.X - from.X) * step / steps), from.Y + ((to.Y - from.Y) * step / steps)))) return true;
            }
        }
        return false;
    }

    private static bool IsDark(PadShape shape, Point at)
    {
        var dark = false;
        foreach (var part in shape.Parts)
        {
            if (part.Dark != dark && Winding(part.Contour, at) != 0) dark = part.Dark;
        }
        return dark;
    }

    private static int Winding(Contour contour, Point at)
    {
        if (!contour.Bounds.Contains(at)) return 0;
        var corners = contour.Flatten(100);
        var winding = 0;
        for (var i = 0; i < corners.Count; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Count]);
            if (a.Y <= at.Y && b.Y > at.Y && Point.Cross(a, b, at) > 0) winding++;
            else if (a.Y > at.Y && b.Y <= at.Y && Point.Cross(a, b, at) < 0) winding--;
        }
        return winding;
    }
}

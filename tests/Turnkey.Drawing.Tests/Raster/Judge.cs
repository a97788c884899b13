using System.Runtime.CompilerServices;
using Turnkey.Designs.Layers;
using Turnkey.Drawing.Raster;
using Turnkey.Geometry;

namespace Turnkey.Drawing.Tests.Raster;

/// <summary>
/// Says of one place whether a layer is dark there, from distances and winding numbers alone: what the raster must come to at every pixel's centre.
/// </summary>
internal static class Judge
{
    private static readonly ConditionalWeakTable<Contour, Point[]> Corners = [];

    public static bool IsDark(LayerImage image, double x, double y)
    {
        var dark = false;
        foreach (var feature in image.Features)
        {
            if (Covers(image, feature, x, y)) dark = feature.Dark;
        }
        return dark;
    }

    /// <summary>The centre of a pixel, in nanometres.</summary>
    public static (double X, double Y) Centre(PixelGrid grid, int column, int row)
    {
        var rows = Math.Floor((grid.Window.Top - grid.Window.Bottom + 1) / grid.Pitch);
        var along = (column + 0.5) * grid.Pitch;
        return (grid.Mirrored ? grid.Window.Right - along : grid.Window.Left + along, grid.Window.Bottom + ((rows - row - 0.5) * grid.Pitch));
    }

    private static bool Covers(LayerImage image, in Feature feature, double x, double y)
    {
        if (feature.Kind == FeatureKind.Area) return image.Areas[feature.Shape].Contours.Sum(contour => Winding(contour, x, y)) != 0;
        var shape = image.Shapes[feature.Shape];
        if (feature.Kind == FeatureKind.Stroke)
        {
            Assert.Equal(PadShapeKind.Circle, shape.Kind);
            return Distance(feature.Path, x, y) < shape.Width.Nanometres / 2d;
        }
        var covered = false;
        foreach (var part in shape.Parts)
        {
            if (Winding(part.Contour, x - feature.Start.X, y - feature.Start.Y) != 0) covered = part.Dark;
        }
        return covered;
    }

    private static double Distance(in Edge path, double x, double y)
    {
        if (path.IsArc)
        {
            double fromX = x - path.Centre.X, fromY = y - path.Centre.Y;
            var turned = (int)path.Direction * (Math.Atan2(fromY, fromX) - Math.Atan2(path.Start.Y - path.Centre.Y, path.Start.X - path.Centre.X));
            turned -= Math.Floor(turned / Math.Tau) * Math.Tau;
            if (turned <= path.Sweep) return Math.Abs(double.Hypot(fromX, fromY) - path.Radius);
            return Math.Min(double.Hypot(x - path.Start.X, y - path.Start.Y), double.Hypot(x - path.End.X, y - path.End.Y));
        }
        double alongX = path.End.X - path.Start.X, alongY = path.End.Y - path.Start.Y, square = (alongX * alongX) + (alongY * alongY);
        var at = square == 0 ? 0 : Math.Clamp((((x - path.Start.X) * alongX) + ((y - path.Start.Y) * alongY)) / square, 0, 1);
        return double.Hypot(x - path.Start.X - (at * alongX), y - path.Start.Y - (at * alongY));
    }

    /// <summary>How often the contour turns around the place: the edges that a ray to the right meets, by their direction.</summary>
    private static int Winding(Contour contour, double x, double y)
    {
        var corners = Corners.GetValue(contour, each => [.. each.Flatten(20)]);
        var winding = 0;
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            if (a.Y <= y == b.Y <= y) continue;
            if (a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)) > x) winding += b.Y > a.Y ? 1 : -1;
        }
        return winding;
    }
}

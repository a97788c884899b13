using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Drawing.Raster;

/// <summary>
/// Paints a layer into pixels, in its painting order: a pixel is dark when its centre is. Nothing is approximated but the circles of arcs whose file
/// gives two radii.
/// </summary>
public static class LayerRaster
{
    /// <summary>Code of the diagnostic that a limit left out all that the layer draws.</summary>
    public const string NothingDrawn = "render.nothing-drawn";

    /// <summary>What a picture of the whole layer shows: all that is dark, with a margin.</summary>
    public static Box ViewOf(LayerImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return LayerPicture.ViewOf(image);
    }

    /// <summary>Whether a layer has a dark feature that covers anything: one drawn without width does not.</summary>
    public static bool Covers(LayerImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        foreach (var feature in image.Features)
        {
            if (!feature.Dark || image.BoundsOf(feature).IsEmpty) continue;
            if (feature.Kind == FeatureKind.Area || image.Shapes[feature.Shape] is not { IsSolidCircle: true, Width.Nanometres: <= 0 }) return true;
        }
        return false;
    }

    /// <param name="image">What to paint.</param>
    /// <param name="grid">Where the pixels lie.</param>
    /// <param name="negative">What is painted is where the layer has nothing.</param>
    /// <param name="log">Takes how many objects were left out because a hostile file asks for more copies than can be painted (<c>render.limit</c>, <see cref="NothingDrawn"/>).</param>
    public static Bitmap Draw(LayerImage image, PixelGrid grid, bool negative = false, DiagnosticLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(grid);
        var bitmap = new Bitmap(grid.Width, grid.Height);
        var budget = new PaintBudget(image, grid);
        new LayerPainter(bitmap, grid).Paint(image, budget);
        budget.Report(log);
        if (negative) bitmap.Invert();
        return bitmap;
    }

    /// <summary>Grey levels, 255 white, row by row from the top: how much of each pixel is not covered, judged at 64 places in it.</summary>
    /// <inheritdoc cref="Draw"/>
    public static byte[] DrawSmooth(LayerImage image, PixelGrid grid, bool negative = false, DiagnosticLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(grid);
        var levels = new byte[grid.Pixels];
        var fine = grid.Finer(Samples.PerSide);
        var layer = new LayerStrips(image, fine, negative);
        for (var top = 0; top < grid.Height; top += Samples.StripHeight)
        {
            var height = Math.Min(Samples.StripHeight, grid.Height - top);
            var part = fine.Part(0, top * Samples.PerSide, fine.Width, height * Samples.PerSide);
            var strip = new Bitmap(part.Width, part.Height);
            layer.Paint(strip, part, top * Samples.PerSide);
            for (var row = 0; row < height; row++) Shade(strip, row, levels.AsSpan((top + row) * grid.Width, grid.Width));
        }
        layer.Report(log);
        return levels;
    }

    private static void Shade(Bitmap strip, int row, Span<byte> levels)
    {
        for (var word = 0; word < strip.Stride; word++)
        {
            ulong counts = 0;
            for (var sample = 0; sample < Samples.PerSide; sample++) counts += Samples.CountBytes(strip.Row((row * Samples.PerSide) + sample)[word]);
            var pixels = Math.Min(8, levels.Length - (word * 8));
            for (var i = 0; i < pixels; i++) levels[(word * 8) + i] = (byte)(255 - (Samples.At(counts, i) * 255 / Samples.PerPixel));
        }
    }
}

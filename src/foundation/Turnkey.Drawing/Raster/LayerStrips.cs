using Turnkey.Designs.Layers;
using Turnkey.Kernel;

namespace Turnkey.Drawing.Raster;

/// <summary>
/// A layer painted strip by strip with more samples than pixels: in painting order within each strip, so what covers what comes out as if it were painted
/// at once, in memory that does not grow with the picture.
/// </summary>
internal sealed class LayerStrips
{
    private readonly LayerImage image;
    private readonly bool negative;
    private readonly PaintBudget budget;

    // First and last row of samples that each feature can touch.
    private readonly int[] first;
    private readonly int[] last;

    /// <param name="fine">The grid of samples of the whole picture.</param>
    public LayerStrips(LayerImage image, PixelGrid fine, bool negative)
    {
        this.image = image;
        this.negative = negative;
        budget = new PaintBudget(image, fine, (fine.Height / (Samples.StripHeight * Samples.PerSide)) + 1);
        first = new int[image.Features.Length];
        last = new int[image.Features.Length];
        for (var i = 0; i < first.Length; i++)
        {
            var box = image.BoundsOf(image.Features[i]);
            if (box.IsEmpty)
            {
                (first[i], last[i]) = (int.MaxValue, int.MinValue);
                continue;
            }
            first[i] = (int)Math.Clamp(fine.Y(box.Top) - 2, int.MinValue, int.MaxValue);
            last[i] = (int)Math.Clamp(fine.Y(box.Bottom) + 2, int.MinValue, int.MaxValue);
        }
    }

    /// <summary>Adds the layer to the rows of <paramref name="strip"/>, over what is there.</summary>
    /// <param name="part">The strip's grid, <paramref name="top"/> rows of samples below the picture's top edge.</param>
    public void Paint(Bitmap strip, PixelGrid part, int top)
    {
        if (negative) strip.Fill();
        var painter = new LayerPainter(strip, part);
        var features = image.Features.AsSpan();
        for (var i = 0; i < features.Length; i++)
        {
            if (first[i] >= top + strip.Height || last[i] < top || painter.TryPaint(image, features[i], features[i].Dark != negative, budget)) continue;
            budget.LeaveOut(features.Length - i);
            return;
        }
    }

    /// <summary>Says what was left out.</summary>
    public void Report(DiagnosticLog? log) => budget.Report(log);
}

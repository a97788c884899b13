using Turnkey.Designs.Layers;
using Turnkey.Kernel;

namespace Turnkey.Drawing.Raster;

/// <summary>
/// How much painting a picture of one layer may take. Copies are asked for in a few bytes, and a hundred thousand of a shape as large as the picture would
/// keep a machine busy for hours; layers of boards cover each of their places a few times. In the unit of <see cref="Bitmap.Work"/>, some nanoseconds.
/// </summary>
internal sealed class PaintBudget
{
    private const long Least = 30_000_000;

    /// <summary>For each feature that the file writes out itself.</summary>
    private const long PerWritten = 2_000;

    /// <summary>For each word of 64 pixels: as if all of it were covered so many times, an eighth of a unit each.</summary>
    private const long PerWord = 64;

    private readonly long granted;
    private long spent;

    /// <param name="image">The layer.</param>
    /// <param name="grid">Of the whole picture.</param>
    /// <param name="strips">How often an area may have to be painted, because the picture is painted in strips.</param>
    public PaintBudget(LayerImage image, PixelGrid grid, int strips = 1)
    {
        // The corners of areas are there in memory, each copy's own: painting them is in keeping with reading them.
        long corners = 0;
        foreach (var area in image.Areas)
        {
            foreach (var contour in area.Contours) corners += contour.Edges.Length * (contour.HasArcs ? 4L : 1L);
        }
        granted = Least + (PerWritten * image.Written) + (PerWord * ((grid.Width + 63L) / 64) * grid.Height) + (corners * strips);
    }

    /// <summary>What was not painted, or not in all of the picture.</summary>
    public int LeftOut { get; private set; }

    /// <summary>At least one feature was painted whole.</summary>
    public bool HasDrawn { get; set; }

    public bool IsExhausted => spent > granted;

    /// <summary>What may still be spent.</summary>
    public long Left => granted - spent;

    public void Spend(long work) => spent += work;

    public void LeaveOut(int last) => LeftOut = Math.Max(LeftOut, last);

    public void Report(DiagnosticLog? log)
    {
        if (LeftOut == 0) return;
        if (!HasDrawn) log?.Error(LayerRaster.NothingDrawn, 0, "not even the first object of the layer could be drawn whole, so much does it cover; draw a part of it, or at more dots per inch");
        else log?.Error("render.limit", 0, $"the objects of the layer cover each other so often that the last {LeftOut} of them are not drawn; draw a part of it, or at more dots per inch");
    }
}

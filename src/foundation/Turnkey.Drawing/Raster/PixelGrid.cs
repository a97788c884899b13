using Turnkey.Geometry;

namespace Turnkey.Drawing.Raster;

/// <summary>
/// Where the pixels of a picture lie on the board. The lower left corner of the window is a corner of a pixel; the picture is as wide and as high as
/// the window, rounded to whole pixels. The row on top is the highest that lies wholly in the window: where rounding adds a row, it is one below, as a
/// column is one to the right. (gerbv lays its pixels the same way, so pictures of both can be laid over each other.)
/// </summary>
/// <param name="Window">In board coordinates.</param>
/// <param name="Pitch">Nanometres from one pixel's centre to the next.</param>
/// <param name="Width">Pixels, at least 1.</param>
/// <param name="Height">Pixels, at least 1.</param>
/// <param name="Mirrored">Seen from below: x runs to the left.</param>
public sealed record PixelGrid(Box Window, double Pitch, int Width, int Height, bool Mirrored = false)
{
    private const double NanometresPerInch = 25_400_000;

    public double DotsPerInch => NanometresPerInch / Pitch;

    public long Pixels => (long)Width * Height;

    /// <summary>The grid over a window; null when it would have more than <paramref name="mostPixels"/> pixels, or a side of over a million.</summary>
    /// <param name="window">Not empty.</param>
    /// <param name="dotsPerInch">Greater than 0.</param>
    public static PixelGrid? Of(Box window, double dotsPerInch, long mostPixels, bool mirrored = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dotsPerInch);
        if (window.IsEmpty) throw new ArgumentException("there is nothing in an empty window", nameof(window));
        var pitch = NanometresPerInch / dotsPerInch;
        double width = Math.Max(Math.Round(window.Width.Nanometres / pitch), 1), height = Math.Max(Math.Round(window.Height.Nanometres / pitch), 1);
        return width > 1_000_000 || height > 1_000_000 || width * height > mostPixels ? null : new PixelGrid(window, pitch, (int)width, (int)height, mirrored);
    }

    /// <summary>Pixels that a part leaves out on the left.</summary>
    private int Left { get; init; }

    /// <summary>Pixels that a part leaves out at the top.</summary>
    private int Top { get; init; }

    /// <summary>Rows from the top of the picture to the window's lower edge.</summary>
    /// <remarks>A window of whole pixels is a nanometre short as often as not: its size was rounded.</remarks>
    private double Rows { get; init; } = Math.Max(Math.Floor((Window.Top - Window.Bottom + 1) / Pitch), 1);

    /// <summary>Pixels right of the picture's left edge.</summary>
    internal double X(double x) => ((Mirrored ? Window.Right - x : x - Window.Left) / Pitch) - Left;

    /// <summary>Pixels below the picture's top edge.</summary>
    internal double Y(double y) => Rows - Top - ((y - Window.Bottom) / Pitch);

    /// <summary>A rectangle of whole pixels of this grid, as a grid of its own; exact, because it keeps the window and moves the pixels.</summary>
    internal PixelGrid Part(int left, int top, int width, int height) => this with { Left = Left + left, Top = Top + top, Width = width, Height = height };

    /// <summary>The same picture with every pixel cut into <paramref name="samples"/> by <paramref name="samples"/>.</summary>
    internal PixelGrid Finer(int samples) => new(Window, Pitch / samples, Width * samples, Height * samples, Mirrored) { Rows = Rows * samples };
}

namespace Turnkey.Drawing.Raster;

/// <summary>A part of a picture painted by itself, in a bitmap that is used again for the next part.</summary>
internal sealed class Aside
{
    public Aside(PixelGrid grid) => Fill = new PathFill(Bitmap, grid);

    public Bitmap Bitmap { get; } = new(1, 1);

    public PathFill Fill { get; }

    /// <summary>Empties the bitmap and lays it over a rectangle of the picture's pixels.</summary>
    public void Begin(int left, int top, int width, int height)
    {
        Bitmap.Reshape(width, height);
        Fill.Shift(left, top);
    }
}

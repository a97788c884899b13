namespace Turnkey.Drawing.Raster;

/// <summary>Runs of pixels whose centres lie between two places of a row. The left end belongs to the run, the right one does not, so that shapes that
/// share an edge neither overlap nor leave a gap.</summary>
internal static class Spans
{
    public static void Paint(Bitmap bitmap, int row, double left, double right, bool dark)
    {
        int first = Pixel(left, bitmap.Width), end = Pixel(right, bitmap.Width);
        if (first < end) bitmap.Run(row, first, end, dark);
    }

    /// <summary>The first pixel whose centre is not before <paramref name="x"/>, from 0 to <paramref name="most"/>.</summary>
    public static int Pixel(double x, int most)
    {
        // Not a number compares false and becomes 0.
        if (x >= most) return most;
        return x > 0.5 ? Math.Min((int)Math.Ceiling(x - 0.5), most) : 0;
    }
}

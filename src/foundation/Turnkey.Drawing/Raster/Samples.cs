namespace Turnkey.Drawing.Raster;

/// <summary>Each pixel is judged at 8 × 8 places: one byte in each of eight rows of samples, so that eight pixels are counted at a time.</summary>
internal static class Samples
{
    public const int PerSide = 8;
    public const int PerPixel = PerSide * PerSide;

    /// <summary>Rows of pixels that are painted at once.</summary>
    public const int StripHeight = 32;

    /// <summary>For each byte of <paramref name="word"/>, how many of its bits are set.</summary>
    public static ulong CountBytes(ulong word)
    {
        word -= (word >> 1) & 0x5555555555555555;
        word = (word & 0x3333333333333333) + ((word >> 2) & 0x3333333333333333);
        return (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f;
    }

    /// <summary>The count of the pixel at <paramref name="index"/>, from the left, of eight.</summary>
    public static int At(ulong counts, int index) => (int)(counts >> (56 - (index * 8))) & 0xff;
}

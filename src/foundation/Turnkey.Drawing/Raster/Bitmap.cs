using System.Numerics;

namespace Turnkey.Drawing.Raster;

/// <summary>
/// A picture of one bit a pixel, rows from top to bottom. The first pixel of a row is the highest bit of its first word, so that a row written
/// big-endian is what PNG stores.
/// </summary>
public sealed class Bitmap
{
    private const int WordBits = 64;

    private ulong[] words;

    /// <exception cref="ArgumentOutOfRangeException">A side is below 1, or the picture has more than 2^37 pixels.</exception>
    public Bitmap(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Width = width;
        Height = height;
        Stride = (width + WordBits - 1) / WordBits;
        if ((long)Stride * height > Array.MaxLength) throw new ArgumentOutOfRangeException(nameof(height), "the picture has more than 2^37 pixels");
        words = new ulong[Stride * height];
    }

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>What painting has taken so far: edges, crossings of rows with edges, and runs with their words at eight to one. See <see cref="PaintBudget"/>.</summary>
    internal long Work { get; set; }

    /// <summary>Words per row.</summary>
    public int Stride { get; private set; }

    public bool this[int x, int y] => (words[(y * Stride) + (x >> 6)] >> (63 - (x & 63)) & 1) != 0;

    /// <summary>Pixels that are set.</summary>
    public long Count
    {
        get
        {
            long count = 0;
            foreach (var word in words) count += BitOperations.PopCount(word);
            return count;
        }
    }

    public ReadOnlySpan<ulong> Row(int y) => words.AsSpan(y * Stride, Stride);

    internal void Clear() => Array.Clear(words);

    /// <summary>An empty picture of another size, in the same memory where it fits.</summary>
    internal void Reshape(int width, int height)
    {
        (Width, Height, Stride, Work) = (width, height, (width + WordBits - 1) / WordBits, 0);
        var length = Stride * height;
        if (length > words.Length) words = new ulong[Math.Max(length, 2 * words.Length)];
        else Array.Clear(words, 0, length);
    }

    /// <summary>Sets all pixels; the bits behind the end of a row stay clear.</summary>
    internal void Fill()
    {
        Array.Fill(words, ulong.MaxValue);
        ClearRowEnds();
    }

    internal void Invert()
    {
        for (var i = 0; i < words.Length; i++) words[i] = ~words[i];
        ClearRowEnds();
    }

    /// <summary>Sets or clears the pixels from <paramref name="left"/> up to but not including <paramref name="right"/>, which lie within the row.</summary>
    internal void Run(int y, int left, int right, bool dark)
    {
        var row = y * Stride;
        int first = row + (left >> 6), last = row + ((right - 1) >> 6);
        Work += 1 + ((last - first) >> 3);
        ulong head = ulong.MaxValue >> (left & 63), tail = ulong.MaxValue << (63 - ((right - 1) & 63));
        if (first == last)
        {
            if (dark) words[first] |= head & tail;
            else words[first] &= ~(head & tail);
            return;
        }
        if (dark)
        {
            words[first] |= head;
            for (var i = first + 1; i < last; i++) words[i] = ulong.MaxValue;
            words[last] |= tail;
        }
        else
        {
            words[first] &= ~head;
            for (var i = first + 1; i < last; i++) words[i] = 0;
            words[last] &= ~tail;
        }
    }

    /// <summary>Sets or clears here what is set there, from the given row and word on; what lies outside is left out.</summary>
    internal void Stamp(Bitmap other, int word, int row, bool dark)
    {
        var wide = Math.Min(other.Stride, Stride - word);
        Work += other.Work + ((long)other.Height * (1 + (wide >> 2)));
        for (var y = 0; y < other.Height && row + y < Height; y++)
        {
            var from = other.Row(y);
            var to = words.AsSpan(((row + y) * Stride) + word, wide);
            if (dark)
            {
                for (var i = 0; i < to.Length; i++) to[i] |= from[i];
            }
            else
            {
                for (var i = 0; i < to.Length; i++) to[i] &= ~from[i];
            }
        }
        if (dark) ClearRowEnds();
    }

    private void ClearRowEnds()
    {
        var spare = (Stride * WordBits) - Width;
        if (spare == 0) return;
        for (var i = Stride - 1; i < words.Length; i += Stride) words[i] &= ulong.MaxValue << spare;
    }
}

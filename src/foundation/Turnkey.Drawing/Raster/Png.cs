using System.Buffers.Binary;
using System.IO.Compression;
using Turnkey.Kernel;

namespace Turnkey.Drawing.Raster;

/// <summary>Writes PNG (ISO/IEC 15948). The same picture gives the same bytes with the same version of .NET, whose deflate is used.</summary>
public static class Png
{
    private const int GreyColour = 0;
    private const int TrueColourWithAlpha = 6;

    /// <summary>One bit a pixel; set pixels are black on white.</summary>
    /// <param name="dotsPerInch">Stated in the file, so that it prints in its true size.</param>
    public static byte[] Write(Bitmap bitmap, double dotsPerInch)
    {
        ArgumentNullException.ThrowIfNull(bitmap);
        var bytes = (bitmap.Width + 7) / 8;
        return Write(bitmap.Width, bitmap.Height, 1, GreyColour, dotsPerInch, bytes, (y, row) =>
        {
            Span<byte> word = stackalloc byte[8];
            var words = bitmap.Row(y);
            for (var i = 0; i < words.Length; i++)
            {
                var at = i * 8;
                if (at + 8 <= row.Length)
                {
                    BinaryPrimitives.WriteUInt64BigEndian(row[at..], ~words[i]);
                    continue;
                }
                BinaryPrimitives.WriteUInt64BigEndian(word, ~words[i]);
                word[..(row.Length - at)].CopyTo(row[at..]);
            }
        });
    }

    /// <summary>A grey level a pixel, 0 black.</summary>
    public static byte[] WriteGrey(ReadOnlySpan<byte> levels, int width, int height, double dotsPerInch) => WriteRows(levels, width, height, 1, GreyColour, dotsPerInch);

    /// <summary>Red, green, blue and opacity of each pixel, not multiplied with each other.</summary>
    public static byte[] WriteColour(ReadOnlySpan<byte> colours, int width, int height, double dotsPerInch) => WriteRows(colours, width, height, 4, TrueColourWithAlpha, dotsPerInch);

    private static byte[] WriteRows(ReadOnlySpan<byte> pixels, int width, int height, int bytesPerPixel, int colourType, double dotsPerInch)
    {
        if (pixels.Length != (long)width * height * bytesPerPixel) throw new ArgumentException("the pixels do not fill the picture", nameof(pixels));
        var copy = pixels.ToArray();
        var bytes = width * bytesPerPixel;
        return Write(width, height, 8, colourType, dotsPerInch, bytes, (y, row) => copy.AsSpan(y * bytes, bytes).CopyTo(row));
    }

    private delegate void RowWriter(int y, Span<byte> row);

    private static byte[] Write(int width, int height, int depth, int colourType, double dotsPerInch, int bytesPerRow, RowWriter write)
    {
        var output = new MemoryStream();
        output.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = (byte)depth;
        header[9] = (byte)colourType;
        Chunk(output, "IHDR"u8, header);
        Span<byte> size = stackalloc byte[9];
        var perMetre = (int)Math.Clamp(Math.Round(dotsPerInch / 0.0254), 1, int.MaxValue);
        BinaryPrimitives.WriteInt32BigEndian(size, perMetre);
        BinaryPrimitives.WriteInt32BigEndian(size[4..], perMetre);
        size[8] = 1;
        Chunk(output, "pHYs"u8, size);

        var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            // Many rows at a time: each call into deflate has its price. The byte before each row says that it is not filtered.
            var most = Math.Max(1, (1 << 16) / (bytesPerRow + 1));
            var block = new byte[most * (bytesPerRow + 1)];
            for (var first = 0; first < height; first += most)
            {
                var rows = Math.Min(most, height - first);
                for (var i = 0; i < rows; i++) write(first + i, block.AsSpan((i * (bytesPerRow + 1)) + 1, bytesPerRow));
                zlib.Write(block.AsSpan(0, rows * (bytesPerRow + 1)));
            }
        }
        Chunk(output, "IDAT"u8, data.GetBuffer().AsSpan(0, (int)data.Length));
        Chunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    private static void Chunk(MemoryStream output, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        output.Write(number);
        output.Write(kind);
        output.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Continue(Crc32.Of(kind), content));
        output.Write(number);
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Turnkey.Drawing.Raster;
using Turnkey.Geometry;
using Turnkey.Kernel;
using static Turnkey.Drawing.Tests.Drawn;

namespace Turnkey.Drawing.Tests.Raster;

public sealed class PngTests
{
    [Fact]
    public void A_picture_of_one_bit_a_pixel_is_read_back_as_it_was()
    {
        // 75 pixels wide: neither whole bytes nor whole words.
        var grid = PixelGrid.Of(new Box(0, 0, 7_500_000, 4_000_000), 254, 100_000)!;
        var bitmap = LayerRaster.Draw(new Painter().Flash(Disc(3), 3.5, 2).Line(Disc(0.3), 0, 0, 7.5, 4).Image(), grid);
        var png = Read(Png.Write(bitmap, 254));
        Assert.Equal((75, 40, 1, 0), (png.Width, png.Height, png.Depth, png.Colour));
        for (var y = 0; y < 40; y++)
        {
            for (var x = 0; x < 75; x++) Assert.Equal(bitmap[x, y], (png.Rows[y][x / 8] >> (7 - (x % 8)) & 1) == 0);
        }
    }

    [Fact]
    public void Grey_and_colour_are_read_back_as_they_were()
    {
        byte[] grey = [.. Enumerable.Range(0, 15).Select(i => (byte)(i * 17))];
        Assert.Equal(grey, Read(Png.WriteGrey(grey, 5, 3, 300)).Rows.SelectMany(row => row));
        byte[] colours = [.. Enumerable.Range(0, 24).Select(i => (byte)(i * 10))];
        var png = Read(Png.WriteColour(colours, 2, 3, 300));
        Assert.Equal((8, 6), (png.Depth, png.Colour));
        Assert.Equal(colours, png.Rows.SelectMany(row => row));
    }

    [Fact]
    public void The_resolution_stands_in_the_file() =>
        Assert.Equal(23_622, BinaryPrimitives.ReadInt32BigEndian(Read(Png.WriteGrey([0], 1, 1, 600)).Resolution));

    [Fact]
    public void Pixels_that_do_not_fill_the_picture_are_a_bug() => Assert.Throws<ArgumentException>(() => Png.WriteGrey([0], 2, 1, 300));

    private static (int Width, int Height, int Depth, int Colour, byte[] Resolution, byte[][] Rows) Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], file[..8]);
        var chunks = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var at = 8;
        while (at < file.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            Assert.Equal(Crc32.Of(file.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            chunks.Add(Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]);
            at += length + 12;
        }
        Assert.Equal(["IHDR", "pHYs", "IDAT", "IEND"], chunks.Keys);
        var header = chunks["IHDR"];
        int width = BinaryPrimitives.ReadInt32BigEndian(header), height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        var bits = header[8] * (header[9] == 6 ? 4 : 1);
        using var zlib = new ZLibStream(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress);
        var rows = new byte[height][];
        for (var y = 0; y < height; y++)
        {
            Assert.Equal(0, zlib.ReadByte());
            rows[y] = new byte[((width * bits) + 7) / 8];
            zlib.ReadExactly(rows[y]);
        }
        Assert.Equal(-1, zlib.ReadByte());
        return (width, height, header[8], header[9], chunks["pHYs"], rows);
    }
}

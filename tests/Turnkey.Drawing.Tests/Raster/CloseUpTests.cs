using System.Buffers.Binary;
using System.IO.Compression;
using Turnkey.Drawing.Raster;
using Turnkey.Geometry;

namespace Turnkey.Drawing.Tests.Raster;

/// <summary>The small board, one millimetre wide pictures of 40 pixels, looked at in their middle.</summary>
public sealed class CloseUpTests
{
    private static string Middle(double x, double y, CloseUpLayers layers)
    {
        const int Side = 40;
        var window = Box.Around(new Point((long)(x * 1e6), (long)(y * 1e6)), 500_000, 500_000);
        var png = CloseUp.Png(SmallBoard.Make(), window, Side, layers);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.Equal((Side, Side), (width, height));
        var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8)) data.Write(png, at + 8, length);
            at += length + 12;
        }
        data.Position = 0;
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        var rows = new byte[Side * ((Side * 4) + 1)];
        zlib.ReadExactly(rows);
        Assert.All(Enumerable.Range(0, Side), row => Assert.Equal(0, rows[row * ((Side * 4) + 1)]));
        return Convert.ToHexStringLower(rows.AsSpan((Side / 2 * ((Side * 4) + 1)) + 1 + (Side / 2 * 4), 3));
    }

    [Fact]
    public void Bare_copper_covered_copper_and_laminate_are_told_apart()
    {
        var top = new CloseUpLayers(1) { Mask = true };
        Assert.Equal("e6bb6e", Middle(22, 16, top));
        Assert.Equal("9c5f2a", Middle(2, 8.5, top));
        Assert.Equal("1d3327", Middle(10, 12, top));
        Assert.Equal("4c5e48", Middle(22.7, 2.7, top));
    }

    [Fact]
    public void Without_the_mask_all_copper_looks_alike() => Assert.Equal(Middle(2, 8.5, new CloseUpLayers(1)), Middle(22, 16, new CloseUpLayers(1)));

    [Fact]
    public void Holes_and_what_is_beside_the_board_are_seen()
    {
        Assert.Equal("0a0c0e", Middle(3, 17, new CloseUpLayers(1)));
        Assert.Equal("d9d8d2", Middle(-5, 10, new CloseUpLayers(1)));
        Assert.Equal("d9d8d2", Middle(27, 17, new CloseUpLayers(1)));
    }

    [Fact]
    public void The_legend_is_drawn_when_it_is_asked_for()
    {
        Assert.Equal("f4f3ee", Middle(19.5, 17.8, new CloseUpLayers(1) { Legend = true }));
        Assert.NotEqual("f4f3ee", Middle(19.5, 17.8, new CloseUpLayers(1)));
    }
}

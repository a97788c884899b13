using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Drawing.Colours;
using Turnkey.Drawing.Raster;

namespace Turnkey.Drawing.Tests.Raster;

/// <summary>The small board of 30 × 20 mm, 20 pixels a millimetre, looked at where each thing is.</summary>
public sealed class BoardRasterTests
{
    private static readonly Board Board = SmallBoard.Make();
    private static readonly BoardColours Colours = BoardColours.Default;

    [Fact]
    public void Each_thing_has_its_colour()
    {
        Assert.Equal(Colours.Finish, Seen(Side.Top, 22, 16));
        Assert.Equal(Colours.Mask, Seen(Side.Top, 10, 12));
        Assert.Equal(Colours.MaskOverCopper, Seen(Side.Top, 2, 8.5));
        Assert.Equal(Colours.Laminate, Seen(Side.Top, 22.7, 2.7));
        Assert.Equal(Colours.Legend, Seen(Side.Top, 19.5, 17.8));
        Assert.Equal(Colours.Mask, Seen(Side.Top, 19.5, 18.25));
    }

    [Fact]
    public void Holes_slots_and_cut_outs_are_cut_through()
    {
        Assert.Null(Seen(Side.Top, 3, 17));
        Assert.Null(Seen(Side.Top, 11.3, 16));
        Assert.Null(Seen(Side.Top, 27, 17));
        Assert.Null(Seen(Side.Top, 0.05, 0.05));
        Assert.Null(Seen(Side.Bottom, 3, 17));
    }

    [Fact]
    public void The_mask_closes_a_via_that_it_does_not_leave_open() => Assert.Equal(Colours.Tent, Seen(Side.Top, 20, 5));

    [Fact]
    public void A_pixel_on_the_edge_of_the_board_is_partly_there()
    {
        var grid = Grid(Side.Top);
        var pixels = BoardRaster.Draw(Board, Side.Top, Colours, grid);
        var opacities = Enumerable.Range(0, pixels.Length / 4).Select(i => pixels[(i * 4) + 3]).ToHashSet();
        Assert.Contains((byte)0, opacities);
        Assert.Contains((byte)255, opacities);
        Assert.True(opacities.Count > 10);
    }

    private static PixelGrid Grid(Side side) => PixelGrid.Of(BoardRaster.ViewOf(Board, side), 508, 10_000_000, mirrored: side == Side.Bottom)!;

    /// <summary>As <c>#rrggbb</c>; null where nothing is.</summary>
    private static string? Seen(Side side, double x, double y)
    {
        var grid = Grid(side);
        var pixels = BoardRaster.Draw(Board, side, Colours, grid);
        var column = (int)((side == Side.Bottom ? grid.Window.Right - (x * 1e6) : (x * 1e6) - grid.Window.Left) / grid.Pitch);
        var row = grid.Height - 1 - (int)(((y * 1e6) - grid.Window.Bottom) / grid.Pitch);
        var pixel = pixels.AsSpan(((row * grid.Width) + column) * 4, 4);
        Assert.True(pixel[3] is 0 or 255);
        return pixel[3] == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"#{pixel[0]:x2}{pixel[1]:x2}{pixel[2]:x2}");
    }
}

using Turnkey.Designs.Layers;
using Turnkey.Drawing.Raster;
using Turnkey.Geometry;
using static Turnkey.Drawing.Tests.Drawn;

namespace Turnkey.Drawing.Tests.Raster;

public sealed class LayerRasterTests
{
    private const double MicrometrePixels = 25_400;

    /// <summary>10 mm by 8 mm at a tenth of a millimetre a pixel.</summary>
    private static readonly PixelGrid Tenths = PixelGrid.Of(new Box(0, 0, 10_000_000, 8_000_000), 254, 1_000_000)!;

    [Fact]
    public void A_pixel_is_dark_when_its_centre_is()
    {
        var bitmap = LayerRaster.Draw(new Painter().Flash(Rectangle(0.2, 0.2), 1, 1).Image(), Tenths);
        Assert.Equal(4, bitmap.Count);
        Assert.True(bitmap[9, 69] && bitmap[10, 69] && bitmap[9, 70] && bitmap[10, 70]);
    }

    [Fact]
    public void An_edge_through_centres_belongs_to_one_side_only()
    {
        var (left, right) = (Contour.Rectangle(new Box(0, 0, 1_050_000, 1_000_000)), Contour.Rectangle(new Box(1_050_000, 0, 2_000_000, 1_000_000)));
        var together = LayerRaster.Draw(new Painter().Fill(left).Fill(right).Image(), Tenths);
        Assert.Equal(together.Count, LayerRaster.Draw(new Painter().Fill(left).Image(), Tenths).Count + LayerRaster.Draw(new Painter().Fill(right).Image(), Tenths).Count);
        Assert.Equal(200, together.Count);
    }

    [Fact]
    public void The_picture_is_as_large_as_the_window_and_begins_at_its_lower_left_corner()
    {
        var grid = PixelGrid.Of(new Box(1_000_000, 2_000_000, 3_540_000, 4_032_000), 100, 1_000)!;
        Assert.Equal((10, 8), (grid.Width, grid.Height));
        var bitmap = LayerRaster.Draw(new Painter().Flash(Rectangle(0.1, 0.1), 1.127, 2.127).Image(), grid);
        Assert.True(bitmap[0, 7]);
        Assert.Equal(1, bitmap.Count);
    }

    [Fact]
    public void A_window_that_is_no_whole_number_of_pixels_high_keeps_its_lower_edge()
    {
        // 8.6 pixels: nine rows, of which the eight upper ones lie in the window.
        var grid = PixelGrid.Of(new Box(0, 0, 2_540_000, 2_184_400), 100, 1_000)!;
        Assert.Equal(9, grid.Height);
        Assert.True(LayerRaster.Draw(new Painter().Flash(Rectangle(0.1, 0.1), 0.127, 0.127).Image(), grid)[0, 7]);
    }

    [Fact]
    public void A_window_of_whole_pixels_that_rounding_made_a_nanometre_short_is_whole()
    {
        // 1501 pixels of 42,333.3 nm are 63,542,333.3 nm.
        var grid = PixelGrid.Of(new Box(0, 0, 63_542_333, 63_542_333), 600, 10_000_000)!;
        Assert.Equal((1501, 1501), (grid.Width, grid.Height));
        Assert.True(LayerRaster.Draw(new Painter().Flash(Rectangle(0.04, 0.04), 0.0211, 0.0211).Image(), grid)[0, 1500]);
    }

    [Fact]
    public void Too_many_pixels_are_refused()
    {
        Assert.Null(PixelGrid.Of(new Box(0, 0, 1_000_000_000, 1_000_000_000), 2_400, 1_000_000_000));
        Assert.Null(PixelGrid.Of(new Box(0, 0, 2_000_000_000, 1), 1_000_000, long.MaxValue));
    }

    [Fact]
    public void Clear_uncovers_what_lies_below_and_dark_covers_it_again()
    {
        var image = new Painter().Fill(Square(4)).Polarity(false).Flash(Disc(2), 2, 2).Polarity(true).Flash(Disc(1), 2, 2).Image();
        var bitmap = LayerRaster.Draw(image, Tenths);
        Assert.True(bitmap[2, 77] && !bitmap[13, 59] && bitmap[20, 59]);
    }

    [Fact]
    public void The_hole_of_a_pad_shape_uncovers_nothing_below_it()
    {
        var image = new Painter().Line(Disc(0.4), 0.5, 2, 3.5, 2).Flash(Ring(2, 1.4), 2, 2).Image();
        var bitmap = LayerRaster.Draw(image, Tenths);
        Assert.True(bitmap[20, 59]);
        Assert.False(bitmap[20, 55]);
        Assert.True(bitmap[20, 51]);
    }

    [Fact]
    public void A_pad_shape_with_a_hole_flashed_clear_uncovers_its_ring_only()
    {
        var bitmap = LayerRaster.Draw(new Painter().Fill(Square(4)).Polarity(false).Flash(Ring(2, 1), 2, 2).Image(), Tenths);
        Assert.True(bitmap[20, 59]);
        Assert.False(bitmap[20, 67]);
    }

    [Fact]
    public void What_is_negative_is_dark_where_nothing_is_drawn()
    {
        var image = new Painter().Flash(Disc(2), 5, 4).Image();
        Assert.Equal(Tenths.Pixels, LayerRaster.Draw(image, Tenths).Count + LayerRaster.Draw(image, Tenths, negative: true).Count);
    }

    [Fact]
    public void Seen_from_below_left_and_right_change_places()
    {
        var image = Crowd(11, 200);
        var (above, below) = (LayerRaster.Draw(image, Tenths), LayerRaster.Draw(image, Tenths with { Mirrored = true }));
        var different = 0;
        for (var y = 0; y < above.Height; y++)
        {
            for (var x = 0; x < above.Width; x++) different += above[x, y] != below[above.Width - 1 - x, y] ? 1 : 0;
        }
        // A centre that lies on an edge to the last bit belongs to the other side when mirrored.
        Assert.InRange(different, 0, 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_pixel_is_what_distances_say(int seed)
    {
        var image = Crowd(seed, 60);
        var grid = PixelGrid.Of(new Box(0, 0, 10_000_000, 8_000_000), 211.7, 1_000_000)!;
        var bitmap = LayerRaster.Draw(image, grid);
        var wrong = new List<string>();
        for (var y = 0; y < grid.Height; y++)
        {
            for (var x = 0; x < grid.Width; x++)
            {
                var (atX, atY) = Judge.Centre(grid, x, y);
                if (bitmap[x, y] != Judge.IsDark(image, atX, atY) && !Borderline(image, atX, atY)) wrong.Add($"{x},{y}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_smooth_pixel_is_the_share_of_its_64_places_that_are_dark()
    {
        var image = Crowd(7, 120);
        var grid = PixelGrid.Of(new Box(0, 0, 10_000_000, 8_000_000), 200, 1_000_000)!;
        var fine = grid.Finer(8);
        var binary = LayerRaster.Draw(image, fine);
        var levels = LayerRaster.DrawSmooth(image, grid);
        for (var y = 0; y < grid.Height; y++)
        {
            for (var x = 0; x < grid.Width; x++)
            {
                var dark = 0;
                for (var i = 0; i < 64; i++) dark += binary[(x * 8) + (i % 8), (y * 8) + (i / 8)] ? 1 : 0;
                Assert.Equal(255 - (dark * 255 / 64), levels[(y * grid.Width) + x]);
            }
        }
    }

    [Fact]
    public void The_area_in_pixels_comes_to_the_area_of_the_shape()
    {
        // A ring sector of 3 mm radius and 1 mm width over 135 degrees, with both round ends.
        var start = At(8, 4);
        var end = new Point(5_000_000 - (long)Math.Round(3_000_000 * Math.Sqrt(0.5)), 4_000_000 + (long)Math.Round(3_000_000 * Math.Sqrt(0.5)));
        var image = new Painter().Stroke(Disc(1), Edge.Arc(start, end, At(5, 4), ArcDirection.CounterClockwise)).Image();
        var bitmap = LayerRaster.Draw(image, PixelGrid.Of(new Box(0, 0, 10_000_000, 8_000_000), MicrometrePixels / 5, 10_000_000)!);
        var expected = (0.375 * Math.PI * ((3.5 * 3.5) - (2.5 * 2.5))) + (Math.PI * 0.25);
        Assert.Equal(expected, bitmap.Count * 25e-6, 2e-3);
    }

    [Fact]
    public void A_pen_wider_than_its_arc_fills_the_middle()
    {
        var image = new Painter().Stroke(Disc(3), Edge.Arc(At(6, 4), At(5, 5), At(5, 4), ArcDirection.CounterClockwise)).Image();
        var bitmap = LayerRaster.Draw(image, Tenths);
        for (var y = 0; y < 80; y++)
        {
            for (var x = 0; x < 100; x++)
            {
                var (atX, atY) = Judge.Centre(Tenths, x, y);
                Assert.True(bitmap[x, y] == Judge.IsDark(image, atX, atY) || Borderline(image, atX, atY), $"{x},{y}");
            }
        }
    }

    [Fact]
    public void A_square_pen_leaves_square_ends()
    {
        var bitmap = LayerRaster.Draw(new Painter().Line(Rectangle(0.4, 0.4), 1, 1, 3, 1).Image(), Tenths);
        Assert.Equal(24 * 4, bitmap.Count);
        Assert.True(bitmap[8, 71] && bitmap[31, 68]);
    }

    [Fact]
    public void What_has_no_size_leaves_no_trace() =>
        Assert.Equal(0, LayerRaster.Draw(new Painter().Flash(Disc(0), 5, 4).Line(Disc(0), 1, 1, 9, 7).Image(), Tenths).Count);

    [Fact]
    public void What_lies_outside_the_window_costs_nothing_and_shows_nothing()
    {
        var image = new Painter().Flash(Disc(1), -900, 4).Line(Disc(0.2), -1000, 900, 1000, 900).Fill(Contour.Rectangle(new Box(-900_000_000, -900_000_000, -1, 900_000_000))).Image();
        Assert.Equal(0, LayerRaster.Draw(image, Tenths).Count);
    }

    /// <summary>Discs, rings, rounded pads, straight and round strokes and areas, dark and clear, over each other and over the window's edge.</summary>
    private static LayerImage Crowd(int seed, int count)
    {
        var random = new Random(seed);
        double Between(double low, double high) => low + (random.NextDouble() * (high - low));
        var painter = new Painter();
        for (var i = 0; i < count; i++)
        {
            painter.Polarity(random.Next(4) > 0);
            double x = Between(-1, 11), y = Between(-1, 9);
            switch (random.Next(6))
            {
                case 0: painter.Flash(Disc(Between(0.05, 1.5)), x, y); break;
                case 1: painter.Flash(Ring(Between(0.8, 1.6), Between(0.1, 0.7)), x, y); break;
                case 2: painter.Flash(RoundedRectangle(Between(0.5, 2), Between(0.5, 2), Between(0.05, 0.2)), x, y); break;
                case 3: painter.Line(Disc(Between(0.05, 0.6)), x, y, random.Next(4) == 0 ? x : Between(0, 10), random.Next(4) == 0 ? y : Between(0, 8)); break;
                case 4:
                    var (from, sweep, radius) = (Between(0, Math.Tau), Between(0.05, Math.Tau), Between(0.1, 2));
                    var centre = At(x, y);
                    Point On(double angle) => new(centre.X + (long)Math.Round(radius * 1e6 * Math.Cos(angle)), centre.Y + (long)Math.Round(radius * 1e6 * Math.Sin(angle)));
                    var (start, end) = (On(from), random.Next(8) == 0 ? On(from) : On(from + sweep));
                    painter.Stroke(Disc(Between(0.05, 0.8)), Edge.Arc(start, end, centre, random.Next(2) == 0 ? ArcDirection.Clockwise : ArcDirection.CounterClockwise));
                    break;
                default:
                    painter.Fill(Contour.Polygon([.. Enumerable.Range(0, random.Next(3, 9)).Select(_ => At(x + Between(-2, 2), y + Between(-2, 2)))]));
                    break;
            }
        }
        return painter.Image();
    }

    /// <summary>Within 25 nanometres of an edge the flattened outlines of the judge are not exact.</summary>
    private static bool Borderline(LayerImage image, double x, double y)
    {
        var seen = Judge.IsDark(image, x, y);
        return Judge.IsDark(image, x + 25, y) != seen || Judge.IsDark(image, x - 25, y) != seen || Judge.IsDark(image, x, y + 25) != seen || Judge.IsDark(image, x, y - 25) != seen;
    }

    [Fact]
    public void A_comb_whose_edges_all_begin_in_one_row_is_filled_between_them()
    {
        var corners = new List<Point> { At(0, 0), At(10, 0) };
        // Longer and shorter teeth, so that their edges do not lie in order.
        for (var i = 99; i >= 0; i--) corners.AddRange([At((i * 0.1) + 0.08, 1), At((i * 0.1) + 0.05, 3 + (i * 7 % 10 * 0.4)), At((i * 0.1) + 0.02, 1)]);
        var contour = Contour.Polygon([.. corners]);
        var grid = PixelGrid.Of(new Box(0, 0, 10_000_000, 8_000_000), 1270, 10_000_000)!;

        var bitmap = LayerRaster.Draw(new Painter().Fill(contour).Image(), grid);

        for (var y = 0; y < grid.Height; y++)
        {
            for (var x = 0; x < grid.Width; x++)
            {
                var at = new Point((long)((x + 0.5) * grid.Pitch), (long)((grid.Height - y - 0.5) * grid.Pitch));
                var inside = contour.Contains(at);
                // Beside an edge the rounding of the place decides.
                if (contour.Contains(at + new Point(2, 0)) == inside && contour.Contains(at - new Point(2, 0)) == inside) Assert.Equal(inside, bitmap[x, y]);
            }
        }
    }

    [Fact]
    public void Shapes_with_holes_of_different_sizes_one_after_the_other_leave_nothing_of_each_other()
    {
        var all = new Painter().Flash(Ring(3, 1), 2, 2).Flash(Ring(0.5, 0.2), 5, 5).Flash(Ring(2, 1.5), 7, 3).Flash(Ring(4, 3), 4, 4).Image();

        var together = LayerRaster.Draw(all, Tenths);

        var alone = new[] { new Painter().Flash(Ring(3, 1), 2, 2), new Painter().Flash(Ring(0.5, 0.2), 5, 5), new Painter().Flash(Ring(2, 1.5), 7, 3), new Painter().Flash(Ring(4, 3), 4, 4) }
            .Select(painter => LayerRaster.Draw(painter.Image(), Tenths)).ToArray();
        for (var y = 0; y < Tenths.Height; y++)
        {
            for (var x = 0; x < Tenths.Width; x++) Assert.Equal(alone.Any(bitmap => bitmap[x, y]), together[x, y]);
        }
    }
}

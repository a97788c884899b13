using Turnkey.Designs.Layers;
using Turnkey.Formats.Gerber;
using Turnkey.Geometry;

namespace Turnkey.Formats.Tests.Gerber;

public sealed class CoordinateTests
{
    [Theory]
    [InlineData("%FSLAX24Y24*%%MOIN*%", "X10000Y-5000", 25_400_000, -12_700_000)]
    [InlineData("%FSLAX26Y26*%%MOIN*%", "X1Y3", 25, 76)] // 25.4 and 76.2 nm, rounded once
    [InlineData("%FSLAX25Y25*%%MOIN*%", "X1Y-1", 254, -254)]
    [InlineData("%FSLAX46Y46*%%MOMM*%", "X1Y-2000001", 1, -2_000_001)]
    [InlineData("%FSLAX33Y33*%%MOMM*%", "X001500Y+2", 1_500_000, 2_000)]
    [InlineData("%FSTAX23Y23*%%MOIN*%", "X01Y0001", 25_400_000, 254_000)] // trailing zeros left out: 01.000 and 00.010
    [InlineData("%FSLAX24Y25*%%MOIN*%", "X10000Y100000", 25_400_000, 25_400_000)]
    [InlineData("%FSLAX24Y24*%G71*", "X10000Y20000", 1_000_000, 2_000_000)]
    [InlineData("%FSLAX24Y24*%G70*", "X10000Y20000", 25_400_000, 50_800_000)]
    [InlineData("%FSLAN2X33Y33D2*%%MOMM*%", "X1000Y2000", 1_000_000, 2_000_000)]
    [InlineData("%FSLAX33Y33*MOMM*%", "X1000Y2000", 1_000_000, 2_000_000)]
    [InlineData("%fslax33y33*%%momm*%", "x1000y2000", 1_000_000, 2_000_000)]
    [InlineData("%FSLAX33Y33*%%MOMM*%", "X1.5Y-.25", 1_500_000, -250_000)]
    [InlineData("%FSLAX33Y33*%%MOMM*%", "X1\n00\r\n0\rY2000", 1_000_000, 2_000_000)]
    [InlineData("\uFEFF%FSLAX33Y33*%%MOMM*%", "N10X1000Y2000", 1_000_000, 2_000_000)]
    public void A_coordinate_is_read_in_the_format_of_the_file(string header, string coordinates, long x, long y)
    {
        var file = GerberReader.Read("layer.gbr", System.Text.Encoding.UTF8.GetBytes($"{header}%ADD10C,0.1*%D10*{coordinates}D03*M02*"));

        Assert.Equal(new Point(x, y), Assert.Single(file.Image.Features).Start);
        Assert.Empty(file.Errors());
    }

    [Fact]
    public void Incremental_coordinates_add_up()
    {
        var file = Plot.Raw("%FSLIX33Y33*%%MOMM*%%ADD10C,0.1*%D10*X1000Y1000D03*X1000D03*G90*X1000D03*G91*Y-500D03*M02*");

        Assert.Equal([Plot.Mm(1, 1), Plot.Mm(2, 1), Plot.Mm(1, 1), Plot.Mm(1, .5)], file.Image.Features.Select(feature => feature.Start));
    }

    [Fact]
    public void The_format_is_reported()
    {
        var file = Plot.Raw("%FSTIX24Y24*%%MOIN*%M02*");

        Assert.Equal(GerberUnit.Inch, file.Unit);
        Assert.Equal(new CoordinateFormat(2, 4, TrailingZerosOmitted: true, Incremental: true), file.Format);
    }

    [Fact]
    public void A_file_without_format_is_read_with_an_error_that_says_what_is_assumed()
    {
        var file = Plot.Raw("%MOIN*%\n%ADD10C,0.1*%\nD10*\nX10000Y0D03*\nM02*");

        Assert.Null(file.Format);
        Assert.Equal(25_400_000, Assert.Single(file.Image.Features).Start.X);
        Assert.Contains(file.Diagnostics, diagnostic => diagnostic is { Code: "gerber.no-format", Line: 4 });
    }

    [Theory]
    [InlineData("%FSLAX24Y24*%", GerberUnit.Inch)]
    [InlineData("%FSLAX43Y43*%", GerberUnit.Millimetre)]
    public void A_file_without_unit_is_read_by_habit_with_a_warning(string header, GerberUnit expected)
    {
        var file = Plot.Raw(header + "%ADD10C,0.1*%D10*X1Y1D03*M02*");

        Assert.Equal(expected, file.Unit);
        Assert.Contains("gerber.no-unit", file.Codes());
    }

    [Fact]
    public void A_unit_stated_after_the_apertures_counts_for_them_too()
    {
        var file = Plot.Raw("%FSLAX24Y24*%%ADD10C,1*%%MOMM*%D10*X1Y1D03*M02*");

        Assert.Equal(1_000_000, file.Image.Shapes[0].Width.Nanometres);
        Assert.DoesNotContain(file.Diagnostics, diagnostic => diagnostic.Severity != Turnkey.Kernel.Severity.Info);
    }

    [Theory]
    [InlineData("D10*X1000Y0D02*X2000Y0D01*", 1)]
    [InlineData("D10*X1000Y0D02*X2000Y0D01*X3000*X3000Y1000*", 3)] // D01 stays in force
    [InlineData("G54D10*X1000Y0D2*G01X2000D1*", 1)]
    [InlineData("D10*D02*X1000Y0*D01*X2000Y0*X3000Y0*", 2)] // operations as modes on lines of their own
    public void A_draw_is_a_stroke_from_the_current_point(string body, int strokes)
    {
        var file = Plot.Metric(body);

        Assert.Equal(strokes, file.Image.Features.Length);
        Assert.All(file.Image.Features, feature => Assert.Equal(FeatureKind.Stroke, feature.Kind));
        Assert.Equal((Plot.Mm(1, 0), Plot.Mm(2, 0)), (file.Image.Features[0].Start, file.Image.Features[0].Path.End));
        Assert.Empty(file.Diagnostics);
    }

    [Theory]
    [InlineData("D10*X1000Y2000D03*")]
    [InlineData("D10*X1000Y2000D02*D03*")]
    [InlineData("G55D10*D03*X1000Y2000*")]
    public void A_flash_stands_at_its_point(string body)
    {
        var flash = Assert.Single(Plot.Metric(body).Image.Features);

        Assert.Equal(FeatureKind.Flash, flash.Kind);
        Assert.Equal(Plot.Mm(1, 2), flash.Start);
    }

    [Fact]
    public void A_feature_knows_its_line()
    {
        var file = Plot.Raw("%FSLAX43Y43*%\r\n%MOMM*%\r\n%ADD10C,1*%\r\nD10*\r\nX0Y0D03*\r\nX1Y0D03*\r\nM02*\r\n");

        Assert.Equal([5, 6], file.Image.Features.Select(feature => feature.Line));
        Assert.Equal([5, 6], Plot.Raw("%FSLAX43Y43*%\r%MOMM*%\r%ADD10C,1*%\rD10*\rX0Y0D03*\rX1Y0D03*\rM02*").Image.Features.Select(feature => feature.Line));
    }

    [Fact]
    public void A_stroke_without_width_is_kept()
    {
        var file = Plot.Metric("%ADD12C,0*%D12*X0Y0D02*X1000Y0D01*");

        Assert.Equal(0, file.Image.Shapes[0].Width.Nanometres);
        Assert.Equal(Plot.Box(0, 0, 1, 0), file.Image.Bounds);
        Assert.Empty(file.Diagnostics);
    }

    [Fact]
    public void What_lies_beyond_the_range_of_coordinates_is_left_out_and_said()
    {
        var file = Plot.Raw("%FSLAX99Y99*%\n%MOMM*%\n%ADD10C,1*%\nD10*\nX999999999999999999Y0D03*\nX1000000000Y0D03*\nM02*");

        Assert.Equal(Plot.Mm(1, 0), Assert.Single(file.Image.Features).Start);
        Assert.Contains(file.Diagnostics, diagnostic => diagnostic is { Code: "gerber.out-of-range", Line: 5 });
    }
}

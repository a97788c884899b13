using System.Text;
using Turnkey.Formats.Gerber;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Gerber;

public sealed class RecoveryTests
{
    [Fact]
    public void A_missing_aperture_is_one_error_at_its_line_and_its_draws_are_kept_without_width()
    {
        var file = Plot.Metric("D77*\nX0Y0D02*\nX1000Y0D01*\nD77*\nX2000Y0D01*");

        Assert.Equal(6, Assert.Single(file.Diagnostics).Line);
        Assert.Equal("layer.gbr:6: error gerber.missing-aperture: aperture D77 is not defined; what it draws is kept without width", file.Diagnostics[0].ToString());
        Assert.Equal(2, file.Image.Features.Length);
    }

    [Fact]
    public void A_file_without_any_aperture_is_called_what_it_is()
    {
        var file = Plot.Raw("G90*\nG70*\nG54D10*\nX10000Y10000D02*\nX20000D01*\nM02*");

        Assert.Contains("gerber.no-apertures", file.Errors());
        Assert.Equal(25_400_000, Assert.Single(file.Image.Features).Start.X);
    }

    [Theory]
    [InlineData("%XYZZY,1*%")]
    [InlineData("%ZZ1,2,\n3*%")]
    [InlineData("G99*")]
    [InlineData("D07*")]
    [InlineData("M44*")]
    [InlineData("hello world")]
    [InlineData("&&&*")]
    [InlineData("%LPQ*%")]
    [InlineData("X*")]
    [InlineData("%KO*%")]
    [InlineData("%AB*%")]
    public void A_command_that_is_not_understood_is_said_and_costs_nothing_else(string command)
    {
        var file = Plot.Metric($"D10*\nX0Y0D03*\n{command}\nX1000Y0D03*");

        Assert.NotEmpty(file.Diagnostics);
        Assert.All(file.Diagnostics, diagnostic => Assert.Equal(8, diagnostic.Line));
        Assert.Equal([Plot.Mm(0, 0), Plot.Mm(1, 0)], file.Image.Features.Select(feature => feature.Start));
    }

    [Theory]
    [InlineData("X0Y0D03\nX1000Y0D03*")]
    [InlineData("X0Y0D03\n%LPD*%\nX1000Y0D03*")]
    [InlineData("X0Y0D03*\n%LPD%\nX1000Y0D03*")]
    [InlineData("X0Y0D03*\n%LPD*\nX1000Y0D03*")]
    [InlineData("X0Y0D03*\nLPD*\nX1000Y0D03*")]
    [InlineData("X0Y0D03*\nG04 not ended\n%LPD*%\nX1000Y0D03*")]
    [InlineData("X0Y0D03*\nG04 not ended\nG04 ended*\nX1000Y0D03*")]
    [InlineData("X0Y0D03*\nG04 not ended\nX1000Y0D03*")]
    public void A_missing_asterisk_or_percent_sign_costs_nothing(string body)
    {
        var file = Plot.Metric("D10*\n" + body);

        Assert.Equal([Plot.Mm(0, 0), Plot.Mm(1, 0)], file.Image.Features.Select(feature => feature.Start));
        Assert.Empty(file.Errors());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_are_counted_across_whatever_is_not_understood(string lineEnd)
    {
        var lines = new[] { "%FSLAX43Y43*%", "%MOMM*%", "%AMA*", "1,1,1,0,0*", "%", "%ADD10A*%", "D10*", "G04 not ended", "X0Y0D02*", "G04 over", "two lines*", "junk", "X0", "Y0D03*", "M02*" };
        var file = Plot.Raw(string.Join(lineEnd, lines));

        Assert.Equal(13, Assert.Single(file.Image.Features).Line);
        Assert.Equal([8, 12], file.Diagnostics.Select(diagnostic => diagnostic.Line));
        Assert.Equal([8, 10], file.Comments.Select(comment => comment.Line));
    }

    [Fact]
    public void A_comment_may_run_over_several_lines()
    {
        var file = Plot.Metric("G04 first line\nX marks the spot\nand 12 more*\nD10*\nX0Y0D03*");

        Assert.Equal("first lineX marks the spotand 12 more", Assert.Single(file.Comments).Text);
        Assert.Empty(file.Diagnostics);
    }

    [Fact]
    public void A_file_cut_off_within_a_command_is_an_error_and_the_rest_is_kept()
    {
        var file = Plot.Raw("%FSLAX43Y43*%\n%MOMM*%\n%ADD10C,1*%\nD10*\nX0Y0D03*\nX10");

        Assert.Equal((6, "gerber.truncated"), (file.Diagnostics[0].Line, file.Diagnostics[0].Code));
        Assert.Single(file.Image.Features);
    }

    [Fact]
    public void A_file_without_end_is_only_a_warning()
    {
        var file = Plot.Raw("%FSLAX43Y43*%\n%MOMM*%\n%ADD10C,1*%\nD10*\nX0Y0D03*\n");

        Assert.Equal((Severity.Warning, "gerber.no-end"), (Assert.Single(file.Diagnostics).Severity, file.Diagnostics[0].Code));
    }

    [Theory]
    [InlineData("M02*", 0)]
    [InlineData("M00*\n\n", 0)]
    [InlineData("M02", 0)]
    [InlineData("M02*\n\u001a", 0)]
    [InlineData("M02*\nX0Y0D03*", 1)]
    public void Reading_stops_at_the_end_and_says_what_follows(string end, int warnings)
    {
        var file = Plot.Raw("%FSLAX43Y43*%\n%MOMM*%\n%ADD10C,1*%\nD10*\nX0Y0D03*\n" + end);

        Assert.Single(file.Image.Features);
        Assert.Equal(warnings, file.Diagnostics.Length);
    }

    [Fact]
    public void A_program_stop_that_is_optional_does_not_stop() => Assert.Single(Plot.Metric("M01*\nD10*\nX0Y0D03*").Image.Features);

    [Fact]
    public void Nothing_is_an_empty_image()
    {
        Assert.Empty(Plot.Raw("").Image.Features);
        Assert.True(Plot.Raw("").Image.Bounds.IsEmpty);
    }

    [Theory]
    [InlineData("%FSLAX24Y24*%\n%MOIN*%\nG04 empty layer*\nM02*\n", true)]
    [InlineData("From: somebody\r\nSubject: layer\r\n\r\nG04 x*\r\n%FSLAX24Y24*%\r\n%ADD10C,0.01*%\r\n", true)]
    [InlineData("G54D10*X0Y0D02*X100Y0D01*M02*", true)]
    [InlineData("*%FSLAX24Y24*%%MOIN*%", true)]
    [InlineData("g04 lower*%fslax24y24*%%moin*%", true)]
    [InlineData("G04 only a comment*M02*", true)]
    [InlineData("M48\nMETRIC,TZ\nT01C0.300\n%\nT01\nX1000Y2000\nM30\n", false)]
    [InlineData(";FILE_FORMAT=2:4\nINCH,LZ\nT1C0.02\n%\nT1\nX01Y01\nM30\n", false)]
    [InlineData("C  IPC-D-356A netlist\nP  UNITS CUST 0\n317GND              VIA   -     D0118PA00X+012345Y-012345X0236Y0000R000S0\n999\n", false)]
    [InlineData("Designator,Mid X,Mid Y,Layer\nR1,10.0,20.0,top\n", false)]
    [InlineData("{ \"Header\": { \"GenerationSoftware\": {} } }", false)]
    [InlineData("* a list *\n* of points *\n* and 100 % of them *\n", false)]
    [InlineData("", false)]
    [InlineData("PK\u0003\u0004\0\0%FSLAX24Y24*%", false)]
    public void A_layer_is_recognised_by_its_commands(string content, bool expected)
    {
        Assert.Equal(expected, GerberReader.Recognises(Encoding.UTF8.GetBytes(content)));
        Assert.Equal(expected, GerberReader.Recognises(Encoding.UTF8.GetBytes("\uFEFF" + content)));
    }

    [Fact]
    public void A_file_that_begins_with_long_macros_is_known_as_Gerber_all_the_same()
    {
        var statements = string.Concat(Enumerable.Range(0, 500).Select(i => $"21,1,0.1,2,0,0,{i}*\n"));
        var content = $"%FSLAX46Y46*%\n%MOMM*%\n%AMM*\n{statements}%\n%ADD10M*%\nD10*\nX1000000Y1000000D03*\nM02*\n";
        Assert.True(GerberReader.Recognises(Encoding.UTF8.GetBytes(content)));
        // The macro fills all that is looked at.
        Assert.True(GerberReader.Recognises(Encoding.UTF8.GetBytes(content.Replace(statements, string.Concat(Enumerable.Repeat(statements, 20)), StringComparison.Ordinal))));
    }
}

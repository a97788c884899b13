using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Gerber;

/// <summary>Commands that are broken within: what is not understood draws nothing, and says so.</summary>
public sealed class StrangeCommandTests
{
    [Theory]
    [InlineData("X6ABY0D03*", "'ABY0D03'")]
    [InlineData("X6Y0D03FOO*", "'FOO'")]
    [InlineData("X6AB\nY0D03*", "'AB'")]
    [InlineData("X6Y0\nLPCD03*", "'LPCD03'")]
    [InlineData("X6YD03*", "Y has no number")]
    [InlineData("X6Y0D*", "D has no number")]
    [InlineData("X6GY0D03*", "G has no number")]
    [InlineData("D10ABY0D03*", "'ABY0D03'")]
    public void A_command_with_a_word_that_is_not_understood_draws_nothing(string command, string said)
    {
        var file = Plot.Metric($"D10*\nX5000Y5000D03*\n{command}\nX9000Y9000D03*");

        Assert.Equal([Plot.Mm(5, 5), Plot.Mm(9, 9)], file.Image.Features.Select(feature => feature.Start));
        var diagnostic = Assert.Single(file.Diagnostics);
        Assert.Equal(("gerber.bad-command", Severity.Error), (diagnostic.Code, diagnostic.Severity));
        Assert.Contains(said, diagnostic.Message, StringComparison.Ordinal);
        Assert.InRange(diagnostic.Line, 8, 9);
    }

    [Theory]
    [InlineData("%AMX*\n1,1,2,0,0*\nD10*\nX5000Y5000D03*")]
    [InlineData("%AMX*\n1,1,2,0,0*\n%ADD20X*%\nD10*\nX5000Y5000D03*")]
    [InlineData("%AMX*\n0 a disc*\n$3=1*\n1,1,2,0,0*\nG01*\nD10*\nX5000Y5000D03*")]
    [InlineData("%AMX*\n1,1,2,0,0*\n%TF.Part,Single*%\n%LPD*%\nD10*\nX5000Y5000D03*")]
    public void A_macro_that_is_not_ended_costs_only_its_percent_sign(string body)
    {
        var file = Plot.Metric(body);

        Assert.Equal(Plot.Mm(5, 5), Assert.Single(file.Image.Features).Start);
        Assert.Equal(("gerber.missing-percent", Severity.Warning, 6), (Assert.Single(file.Diagnostics).Code, file.Diagnostics[0].Severity, file.Diagnostics[0].Line));
    }

    [Fact]
    public void The_macro_that_was_not_ended_has_its_shape()
    {
        var file = Plot.Metric("%AMX*\n1,1,2,0,0*\n%ADD20X*%\nD20*\nX5000Y5000D03*");

        Assert.Equal(Plot.Box(4, 4, 6, 6), file.Image.Bounds);
    }

    [Fact]
    public void A_macro_that_is_not_ended_at_the_end_of_the_file_is_told() =>
        Assert.Contains(Plot.Raw("%FSLAX43Y43*%\n%MOMM*%\n%AMX*\n1,1,2,0,0*\n").Diagnostics, diagnostic => diagnostic is { Code: "gerber.missing-percent", Line: 3 });

    [Theory]
    [InlineData("%TF.Foo,bar*\nD10*")]
    [InlineData("%TF.Foo,bar*\n%TF.Part,Single*%\nD10*")]
    [InlineData("%LPD*\n%LPD*%\n%LPD*%\nD10*")]
    public void A_parameter_without_its_closing_percent_sign_is_told_at_its_line(string body)
    {
        var file = Plot.Metric($"{body}\nX5000Y5000D03*");

        Assert.Single(file.Image.Features);
        Assert.Equal(("gerber.missing-percent", 6), (Assert.Single(file.Diagnostics).Code, file.Diagnostics[0].Line));
    }

    [Theory]
    [InlineData("%FSLAX43Y43*MOMM*ADD10C,1*%\nD10*\nX0Y0D03*\nM02*")]
    [InlineData("%FSLAX43Y43*%%MOMM*%%ADD10C,1*%D10*X0Y0D03*M02*")]
    [InlineData("%FSLAX43Y43*\n%\n%MOMM*\n%\n%ADD10C,1*\n%\nD10*\nX0Y0D03*\nM02*")]
    [InlineData("%FSLAX43Y43*%\n%MOMM*%\n%G04 of old files*%\n%ADD10C,1*%\n%LPD*%\nD10*\nX0Y0D03*\nM02*")]
    [InlineData("%FSLAX43Y43*%\n%MOMM*%\n%AMX*1,1,1,0,0*%\n%ADD10X*%D10*\nX0Y0D03*\nM02*")]
    public void Percent_signs_that_are_in_pairs_are_not_missed(string text)
    {
        Assert.Empty(Plot.Raw(text).Diagnostics);
        Assert.Single(Plot.Raw(text).Image.Features);
    }

    [Theory]
    [InlineData("%ADD20C,abc*%", "'abc' of aperture D20 is no number", Severity.Error)]
    [InlineData("%ADD20R,1XabcX2*%", "'abc' of aperture D20 is no number", Severity.Error)]
    [InlineData("%ADD20C,0.5mm*%", "'0.5mm' of aperture D20 is more than a number", Severity.Warning)]
    public void A_parameter_that_is_no_number_is_told_once(string definition, string said, Severity severity)
    {
        var diagnostic = Assert.Single(Plot.Metric(definition).Diagnostics);

        Assert.Equal(("gerber.bad-aperture", severity, 6), (diagnostic.Code, diagnostic.Severity, diagnostic.Line));
        Assert.Contains(said, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_apertures_are_told_as_they_are_written_however_large()
    {
        Assert.Contains("aperture D4294967306 is not defined", Assert.Single(Plot.Metric("D4294967306*\nX0Y0D03*").Diagnostics).Message, StringComparison.Ordinal);

        var file = Plot.Metric("%ADD4294967306C,2*%\nD4294967306*\nX0Y0D03*");
        Assert.Equal(Plot.Box(-1, -1, 1, 1), file.Image.Bounds);
        Assert.Contains("D4294967306", Assert.Single(file.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flash_inside_a_region_is_an_error_and_no_corner()
    {
        var file = Plot.Metric("G36*\nX0Y0D02*\nX4000D01*\nX9000Y9000D03*\nY4000D01*\nX0D01*\nY0D01*\nG37*");

        Assert.Equal(Plot.Box(0, 0, 4, 4), file.Image.Bounds);
        Assert.Equal(("gerber.flash-in-region", Severity.Error, 9), (Assert.Single(file.Diagnostics).Code, file.Diagnostics[0].Severity, file.Diagnostics[0].Line));
    }

    [Fact]
    public void A_flash_where_the_contour_ended_loses_nothing() =>
        Assert.Equal(("gerber.flash-in-region", Severity.Info), (Assert.Single(Plot.Metric("G36*\nX0Y0D02*\nX4000D01*\nY4000D01*\nX0Y0D01*\nD03*\nG37*").Diagnostics) is { } one ? (one.Code, one.Severity) : default));

    [Theory]
    [InlineData("D10*\nG36*\nX4000Y0D01*\nY4000D01*\nX0Y0D01*\nG37*", Severity.Warning)]
    [InlineData("D10*\nX0Y0D03*\nG36*\nX4000Y0D01*\nY4000D01*\nX0Y0D01*\nG37*", Severity.Warning)]
    [InlineData("G36*\nX0Y0D02*\nX4000Y0D01*\nY4000D01*\nX0Y0D01*\nG37*\nG36*\nX4000Y0D01*\nY4000D01*\nX0Y0D01*\nG37*", Severity.Warning)]
    [InlineData("D10*\nX9000Y0D02*\nX0D01*\nG36*\nX4000Y0D01*\nY4000D01*\nX0Y0D01*\nG37*", Severity.Info)]
    public void A_region_that_begins_without_a_move_is_told(string body, Severity severity)
    {
        var diagnostic = Assert.Single(Plot.Metric(body).Diagnostics);

        Assert.Equal(("gerber.region-without-move", severity), (diagnostic.Code, diagnostic.Severity));
        Assert.Contains("at ", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_right_before_the_region_is_as_good_as_one_within() =>
        Assert.Empty(Plot.Metric("X0Y0D02*\nG36*\nX4000Y0D01*\nY4000D01*\nX0Y0D01*\nG37*").Diagnostics);

    [Fact]
    public void A_contour_that_is_not_closed_is_a_warning() =>
        Assert.Equal(Severity.Warning, Assert.Single(Plot.Metric("G36*\nX0Y0D02*\nX4000Y0D01*\nY4000D01*\nG37*").Diagnostics, diagnostic => diagnostic is { Code: "gerber.open-contour", Line: 8 }).Severity);

    [Theory]
    [InlineData("%TF.FileFunction*%", "gerber.bad-attribute", Severity.Warning, 6)]
    [InlineData("%TF.FileFunction,*%", "gerber.bad-attribute", Severity.Warning, 6)]
    [InlineData("%TA.AperFunction,SMDPadd*%\n%TA.AperFunction,SMDPadd*%", "gerber.bad-attribute", Severity.Info, 6)]
    [InlineData("%TA.AperFunction*%", "gerber.bad-attribute", Severity.Warning, 6)]
    [InlineData("%TF.FileFunction,Copper,L1,Top*%\n%TF.FileFunction,Copper,L2,Bot*%", "gerber.bad-attribute", Severity.Warning, 7)]
    [InlineData("G04 #@! TF.FileFunction,Copper,L1,Top*\n%TF.FileFunction,Soldermask,Top*%", "gerber.bad-attribute", Severity.Warning, 7)]
    public void An_attribute_that_says_nothing_or_something_else_is_told(string body, string code, Severity severity, int line)
    {
        var diagnostic = Assert.Single(Plot.Metric(body).Diagnostics);

        Assert.Equal((code, severity, line), (diagnostic.Code, diagnostic.Severity, diagnostic.Line));
    }

    [Theory]
    [InlineData("%TF.FileFunction,Copper,L1,Top*%\nG04 #@! TF.FileFunction,Copper,L1,Top*")]
    [InlineData("%TA.AperFunction,ViaDrill,Filled*%\n%TA.AperFunction,Slot*%\n%TA.AperFunction,SMDPad,CuDef*%\n%TD.AperFunction*%")]
    public void What_the_format_knows_and_what_is_said_twice_goes_without_a_word(string body) => Assert.Empty(Plot.Metric(body).Diagnostics);

    [Fact]
    public void A_file_function_without_a_value_does_not_hide_the_one_that_follows() =>
        Assert.Equal(["Copper", "L1", "Top"], Plot.Metric("%TF.FileFunction*%\n%TF.FileFunction,Copper,L1,Top*%").Attributes.FileFunction);
}

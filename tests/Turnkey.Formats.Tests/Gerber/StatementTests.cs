using System.Text;
using Turnkey.Formats.Gerber;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Gerber;

/// <summary>Statements that the format does not allow, and that are read nevertheless: each is said once, at its line, with what was made of it.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("%SRX-3Y1I5J0*%", 1)]
    [InlineData("%SRX0Y2I5J5*%", 2)]
    [InlineData("%SRXY3I0J4*%", 3)]
    public void A_repeat_without_copies_is_one_and_said(string repeat, int features)
    {
        var file = Plot.Metric($"{repeat}D10*X0Y0D03*%SR*%");

        Assert.Equal(("gerber.bad-repeat", Severity.Warning, 6), Only(file));
        Assert.Equal(features, file.Image.Features.Length);
    }

    [Theory]
    [InlineData("%FSLAX77Y77*%", 1)]
    [InlineData("%FSLAX37Y37*%", 1)]
    [InlineData("%FSLAX66Y66*%", 0)]
    [InlineData("%FSLAX25Y25*%", 0)]
    public void More_digits_than_the_format_allows_are_said_and_read_as_stated(string format, int told)
    {
        var file = Plot.Raw($"{format}\n%MOMM*%\n%ADD10C,1*%\nD10*\nX10000000Y0D03*\nM02*\n");

        Assert.Equal(told, file.Codes().Count(code => code == "gerber.format-out-of-range"));
        if (format.Contains('7')) Assert.Equal(Plot.Mm(1, 0), file.Image.Features[0].Start);
    }

    [Fact]
    public void An_arc_without_a_stated_quadrant_mode_is_said_once()
    {
        const string head = "%FSLAX43Y43*%\n%MOMM*%\n%ADD10C,1*%\n", arcs = "D10*\nX0Y0D02*\nG03X2000Y2000I0J2000D01*\nG02X4000Y4000I2000J0D01*\nM02*\n";

        Assert.Equal(("gerber.no-quadrant-mode", Severity.Warning, 6), Only(Plot.Raw(head + arcs)));
        Assert.Empty(Plot.Raw(head + "G75*\n" + arcs).Diagnostics);
        Assert.Empty(Plot.Raw(head + "D10*\nX0Y0D02*\nG01X2000Y2000D01*\nM02*\n").Diagnostics);
    }

    [Fact]
    public void An_aperture_defined_twice_is_said_where_it_is_defined_again() =>
        Assert.Equal(("gerber.aperture-redefined", Severity.Warning, 8), Only(Plot.Metric("D10*X0Y0D03*\n\n%ADD10C,2*%D10*X0Y0D03*")));

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_layer_in_UTF_16_is_known_and_read_and_said(bool littleEndian, bool marked)
    {
        var encoding = new UnicodeEncoding(!littleEndian, marked);
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes("G04 Grün*\n%FSLAX43Y43*%\n%MOMM*%\n%ADD10C,1*%\n%TO.N,Ω*%\nD10*\nX1000Y2000D03*\nM02*\n")];

        Assert.True(GerberReader.Recognises(content));
        var file = GerberReader.Read("layer.gbr", content);
        Assert.Equal(("gerber.encoding", Severity.Warning, 1), Only(file));
        Assert.Equal((7, "Ω"), (file.Image.Features[0].Line, file.Image.Attributes[file.Image.Features[0].Attributes].Net));
        Assert.Equal(Plot.Mm(1, 2), file.Image.Features[0].Start);
    }

    [Fact]
    public void A_byte_order_mark_in_front_means_nothing()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, .. "%FSLAX43Y43*%\n%MOMM*%\n%ADD10C,1*%\nD10*\nX1000Y2000D03*\nM02*\n"u8];

        Assert.True(GerberReader.Recognises(content));
        Assert.Empty(GerberReader.Read("layer.gbr", content).Diagnostics);
    }

    private static (string Code, Severity Severity, int Line) Only(GerberFile file) => Assert.Single(file.Diagnostics) is var one ? (one.Code, one.Severity, one.Line) : default;
}

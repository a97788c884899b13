using System.Text;
using Turnkey.Formats.Excellon;
using Turnkey.Formats.Gerber;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Gerber;

/// <summary>Zero bytes in Gerber and drill files: one is no reason to drop a layer, and none goes by without a word.</summary>
public sealed class ZeroByteTests
{
    private const string Layer = "%FSLAX43Y43*%\n%MOMM*%\n%ADD10C,1*%\nD10*\nX1000Y2000D03*\nM02*\n";
    private const string Program = "M48\nMETRIC,TZ,000.000\nT1C0.5\n%\nT1\nX1000Y1000\nM30\n";

    [Theory]
    [InlineData("X1000Y2000", "X10\000Y2\0000", 5, "2 zero bytes")]
    [InlineData("D10*\n", "D10*\0\n", 4, "1 zero byte")]
    [InlineData("MOMM", "MO\0MM", 2, "1 zero byte")]
    [InlineData("%FSLAX43Y43*%", "\0%FSLAX43Y43*%", 1, "1 zero byte")]
    [InlineData("M02*\n", "M02*\n\0\0\0\0\0", 7, "ends in 5 zero bytes")]
    public void A_layer_with_zero_bytes_is_read_with_one_warning(string text, string damaged, int line, string said)
    {
        var content = Encoding.Latin1.GetBytes(Layer.Replace(text, damaged, StringComparison.Ordinal));

        Assert.True(GerberReader.Recognises(content));
        var file = GerberReader.Read("layer.gbr", content);
        Assert.Equal(Plot.Mm(1, 2), Assert.Single(file.Image.Features).Start);
        var diagnostic = Assert.Single(file.Diagnostics);
        Assert.Equal(("gerber.zero-bytes", Severity.Warning, line), (diagnostic.Code, diagnostic.Severity, diagnostic.Line));
        Assert.Contains(said, diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X1000Y1000", "X10\000Y1\0000", 6)]
    [InlineData("M48\n", "\0M48\n", 1)]
    [InlineData("M30\n", "M30\n\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 8)]
    public void A_drill_file_with_zero_bytes_is_read_with_one_warning(string text, string damaged, int line)
    {
        var content = Encoding.Latin1.GetBytes(Program.Replace(text, damaged, StringComparison.Ordinal));

        Assert.True(ExcellonReader.Recognises(content));
        var program = ExcellonReader.Read("board.drl", content);
        Assert.Equal(Plot.Mm(1, 1), Assert.Single(program.Interpret(program.StatedFormat)).At);
        Assert.Equal(("drill.zero-bytes", Severity.Warning, line), (Assert.Single(program.Diagnostics).Code, program.Diagnostics[0].Severity, program.Diagnostics[0].Line));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_before_the_first_zero_byte_are_counted_whatever_ends_them(string lineEnd)
    {
        var text = Layer.Replace("D10*", "D\0" + "10*", StringComparison.Ordinal).Replace("\n", lineEnd, StringComparison.Ordinal);

        Assert.Equal(4, Assert.Single(GerberReader.Read("layer.gbr", Encoding.Latin1.GetBytes(text)).Diagnostics).Line);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Text_in_UTF_16_is_still_known_by_its_mark_or_its_zeros(bool bigEndian, bool marked)
    {
        var encoding = new UnicodeEncoding(bigEndian, marked);
        byte[] layer = [.. encoding.GetPreamble(), .. encoding.GetBytes(Layer)];
        byte[] program = [.. encoding.GetPreamble(), .. encoding.GetBytes(Program)];

        Assert.True(GerberReader.Recognises(layer));
        Assert.Equal("gerber.encoding", Assert.Single(GerberReader.Read("layer.gbr", layer).Diagnostics).Code);
        Assert.Single(GerberReader.Read("layer.gbr", layer).Image.Features);
        Assert.True(ExcellonReader.Recognises(program));
        Assert.Single(ExcellonReader.Read("board.drl", program).Tools);
        Assert.Empty(ExcellonReader.Read("board.drl", program).Diagnostics);
    }

    [Theory]
    [InlineData("\0\0\0\0\0\0\0\0", 0, "nothing but zero bytes")]
    [InlineData("\u0001\u0002\0\u0003M48\n%FSLAX24Y24*%\n", 0, "binary")]
    [InlineData("\n\nhello world\n", 3, "'hello world'")]
    public void What_is_neither_says_why_and_where(string content, int line, string reason)
    {
        var bytes = Encoding.Latin1.GetBytes(content);
        foreach (var misfit in new[] { GerberReader.Misfit(bytes), ExcellonReader.Misfit(bytes) })
        {
            Assert.Equal(line, misfit!.Value.Line);
            Assert.Contains(reason, misfit.Value.Reason, StringComparison.Ordinal);
        }
    }
}

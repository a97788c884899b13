using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Excellon;

/// <summary>A strange line costs itself and is told; it does not cost the file.</summary>
public sealed class StrangeLineTests
{
    private const string Header = "M48\nMETRIC,TZ,000.000\nT1C0.5\n%\nT1\n";

    [Theory]
    [InlineData("M48\nMETRIC,TZ\nT1C0.300Z-1.2\n%\nT1\nX1.0Y1.0\nM30\n")]
    [InlineData("M48\nMETRIC,TZ\nT1C0.300\n%\nT1\nZ1\nX1.0Y1.0\nM30\n")]
    [InlineData("M48\nMETRIC,TZ\nT1C0.300\n%\nG21\nG28\nT1\nX1.0Y1.0\nM30\n")]
    [InlineData("G20\nM48\nINCH\nT1C0.015\n%\nT1\nX1.0Y1.0\nM30\n")]
    [InlineData("; #@! TF.FileFunction,Plated,1,2,PTH\nMETRIC\nT1C0.3\n%\nG21\nT1\nX1.0Y1.0\nM30\n")]
    [InlineData("M48\nMETRIC\nT1C0,3\n%\nT1\nX1,5Y2,5\nX2,5Y2,5\nX3,5Y2,5\nX4,5Y2,5\nX5,5Y2,5\nX6,5Y2,5\nX7,5Y2,5\nX8,5Y2,5\nM30\n")]
    public void What_says_outright_that_it_is_a_drill_program_outweighs_codes_of_milling_programs(string text) => Assert.True(DrillText.Recognised(text));

    [Fact]
    public void Why_a_milling_program_is_none_is_told_with_its_line() =>
        Assert.Equal((2, "'G21' is written in milling programs, and no M48 or X2 attribute says that this is a drill program"),
            Turnkey.Formats.Excellon.ExcellonReader.Misfit("T1\nG21\nX1.0Y1.0\nM30\n"u8));

    [Theory]
    [InlineData("Z1", "drill.depth", Severity.Warning)]
    [InlineData("G21", "drill.unknown-command", Severity.Warning)]
    [InlineData("T1C0.5Z-1.2", "drill.depth", Severity.Info)]
    [InlineData("T1C0.5;x\nT1#", "drill.unknown-command", Severity.Warning)]
    public void A_strange_line_is_told_and_the_rest_is_read(string strange, string code, Severity severity)
    {
        var program = DrillText.Read($"{Header}{strange}\nX1000Y1000\nM30\n");

        var diagnostic = Assert.Single(program.Diagnostics);
        Assert.Equal((code, severity, strange.Contains('\n', StringComparison.Ordinal) ? 7 : 6), (diagnostic.Code, diagnostic.Severity, diagnostic.Line));
        Assert.Equal((Length.FromMillimetres(0.5), 1_000_000), (Assert.Single(program.Interpret(program.StatedFormat)).Diameter, program.Interpret(program.StatedFormat)[0].At.X));
    }

    [Theory]
    [InlineData("M30\nX2000Y2000\nX3000Y3000\n\n%\n", 8, "2 lines")]
    [InlineData("M00\nT1\n", 8, "1 line from")]
    [InlineData("M30X2000Y2000\n", 7, "1 line from")]
    public void What_follows_the_end_is_told_with_its_line_and_number(string end, int line, string said)
    {
        var program = DrillText.Read($"{Header}X1000Y1000\n{end}");

        var diagnostic = Assert.Single(program.Diagnostics);
        Assert.Equal(("drill.after-end", Severity.Warning, line), (diagnostic.Code, diagnostic.Severity, diagnostic.Line));
        Assert.Contains(said, diagnostic.Message, StringComparison.Ordinal);
        Assert.Single(program.Interpret(program.StatedFormat));
    }

    [Fact]
    public void Nothing_but_empty_lines_comments_and_an_old_end_mark_may_follow_the_end() =>
        Assert.Empty(DrillText.Read($"{Header}X1000Y1000\nM30\n\n%\n; done\n\u001a").Diagnostics);

    [Fact]
    public void Two_programs_in_one_file_are_both_read() =>
        Assert.Equal(2, DrillText.Holes($"{Header}X1000Y1000\nM30\n{Header}X2000Y2000\nM30\n").Length);

    [Fact]
    public void Decimal_commas_are_read_as_points_and_told_once()
    {
        var program = DrillText.Read("M48\nMETRIC,TZ,000.000\nT1C0,8\n%\nT1\nX10,5Y-10,25\nX3Y4,5\nM30\n");
        var holes = program.Interpret(program.StatedFormat);

        Assert.Equal(("drill.decimal-comma", 3), (Assert.Single(program.Diagnostics).Code, program.Diagnostics[0].Line));
        Assert.Equal([(10_500_000L, -10_250_000L)], holes.Take(1).Select(hole => (hole.At.X, hole.At.Y)));
        Assert.Equal((Length.FromMillimetres(0.8), 4_500_000), (holes[1].Diameter, holes[1].At.Y));
    }
}

using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Excellon;

public sealed class DiagnosticTests
{
    [Fact]
    public void A_tool_without_a_size_is_an_error_at_its_line() =>
        Assert.Equal(("drill.missing-diameter", 4), Only("M48\nMETRIC,TZ,000.000\n%\nT1\nX1000Y1000\nM30\n"));

    [Fact]
    public void A_tool_of_size_zero_is_one_without_a_size() =>
        Assert.Equal(("drill.missing-diameter", 3), Only("M48\nMETRIC,TZ,000.000\nT1C0.000\n%\nT1\nX1000Y1000\nM30\n"));

    [Fact]
    public void A_tool_that_is_not_used_may_lack_its_size() =>
        Assert.Empty(DrillText.Read("M48\nMETRIC,TZ,000.000\nT1C0.5\nT2\n%\nT1\nX1000Y1000\nM30\n").Diagnostics);

    [Fact]
    public void A_file_cut_off_is_told() => Assert.Equal(("drill.no-end", 6), Only("M48\nMETRIC,TZ,000.000\nT1C0.5\n%\nT1\nX1000Y1000"));

    [Fact]
    public void What_is_not_understood_is_told_with_its_line() =>
        Assert.Equal(("drill.unknown-command", 6), Only("M48\nMETRIC,TZ,000.000\nT1C0.5\n%\nT1\nHELLO WORLD\nX1000Y1000\nM30\n"));

    [Fact]
    public void A_repeat_before_any_hole_is_told_and_left_out()
    {
        var program = DrillText.Read("M48\nMETRIC,TZ,000.000\nT1C0.5\n%\nT1\nR3X1000\nX1000Y1000\nR2X1000\nM30\n");
        var log = new DiagnosticLog("board.drl");
        Assert.Equal(3, program.Interpret(program.StatedFormat, log).Length);
        Assert.Equal(("drill.repeat-without-hole", Severity.Warning, 6), (Assert.Single(log.ToList()).Code, log.ToList()[0].Severity, log.ToList()[0].Line));
    }

    [Fact]
    public void Holes_before_any_tool_are_an_error()
    {
        var program = DrillText.Read("M48\nMETRIC,TZ,000.000\nT1C0.5\nT2C0.6\n%\nX1000Y1000\nM30\n");
        var log = new DiagnosticLog("board.drl");
        Assert.Equal(Length.Zero, Assert.Single(program.Interpret(program.StatedFormat, log)).Diameter);
        Assert.Equal(("drill.no-tool", 6), (log.ToList()[0].Code, log.ToList()[0].Line));
    }

    [Fact]
    public void Where_there_is_but_one_tool_it_need_not_be_chosen() =>
        Assert.Equal(Length.FromMillimetres(0.5), DrillText.Holes("M48\nMETRIC,TZ,000.000\nT1C0.5\n%\nX1000Y1000\nM30\n")[0].Diameter);

    [Fact]
    public void A_hole_metres_away_is_left_out_and_told()
    {
        var program = DrillText.Read("M48\nMETRIC\nT1C0.5\n%\nT1\nX99999.0Y1.0\nX1.0Y1.0\nX999999999999999999Y1\nM30\n");
        var log = new DiagnosticLog("board.drl");
        Assert.Single(program.Interpret(program.StatedFormat, log));
        Assert.Equal(2, log.ToList().Count(diagnostic => diagnostic.Code == "drill.out-of-range"));
    }

    [Fact]
    public void Tool_sizes_that_make_no_sense_in_the_unit_of_the_file_are_taken_in_another()
    {
        var program = DrillText.Read("M48\nINCH,TZ,00.0000\nT1C0.8\nT2C3.2\n%\nT1\nX10000Y10000\nM30\n");
        Assert.Equal(Length.FromMillimetres(0.8), program.Interpret(program.StatedFormat)[0].Diameter);
        Assert.Equal("drill.tool-unit", Assert.Single(program.Diagnostics).Code);
        var mils = DrillText.Read("M48\nINCH,TZ,00.0000\nT1C12\nT2C32\n%\nT1\nX10000Y10000\nM30\n");
        Assert.Equal(Length.FromMils(12), mils.Interpret(mils.StatedFormat)[0].Diameter);
    }

    [Fact]
    public void Random_bytes_and_broken_files_never_throw()
    {
        var random = new Random(20260101);
        const string Alphabet = "XYTGMRCIJA0123456789.+-;,%\n\nM48 INCHMETRIC,TZ #@!TF.G85\r";
        var whole = "M48\n;FILE_FORMAT=2:4\nINCH,LZ\n;TYPE=PLATED\nT1C0.02\n%\nT1\nX01Y02\nR5X001\nM25\nX0100Y0200G85X0300\nM01\nR3M02X1Y1M80M70\nM08\nG00X1Y1\nM15\nG02X2Y2I1J1\nG03X3Y3A5\nM16\nM30\n";
        for (var round = 0; round < 1_000; round++)
        {
            var kind = round % 3;
            byte[] bytes = kind switch
            {
                0 => [.. Enumerable.Range(0, random.Next(400)).Select(_ => (byte)Alphabet[random.Next(Alphabet.Length)])],
                1 => [.. Enumerable.Range(0, random.Next(400)).Select(_ => (byte)random.Next(256))],
                _ => Mutated(whole, random),
            };
            _ = Turnkey.Formats.Excellon.ExcellonReader.Recognises(bytes);
            var program = Turnkey.Formats.Excellon.ExcellonReader.Read("fuzz.drl", bytes);
            var log = new DiagnosticLog("fuzz.drl");
            _ = program.Interpret(program.StatedFormat, log);
            _ = program.Diagnostics;
            _ = Turnkey.Formats.Excellon.DrillFormatInference.Choose(program, [new(0, 0), new(1_000_000, 0)], null);
            _ = Turnkey.Formats.Excellon.DrillSideFile.Read("fuzz.rpt", bytes);
        }
    }

    private static byte[] Mutated(string text, Random random)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(text);
        for (var i = 0; i < 6; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);
        return bytes[..random.Next(bytes.Length / 2, bytes.Length)];
    }

    private static (string, int) Only(string text)
    {
        var diagnostic = Assert.Single(DrillText.Read(text).Diagnostics);
        return (diagnostic.Code, diagnostic.Line);
    }
}

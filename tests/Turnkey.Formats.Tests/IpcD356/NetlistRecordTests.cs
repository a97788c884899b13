using System.Text;
using Turnkey.Formats.IpcD356;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.IpcD356;

/// <summary>The records of IPC-D-356A one by one, and the columns that tools shift.</summary>
public sealed class NetlistRecordTests
{
    [Fact]
    public void A_blind_via_has_its_layers_and_its_pad_continues_it()
    {
        var netlist = Read(
            "307NET1             NOREF -NPIN D0150PA01X+009750Y+062880               S0L01L03",
            "027NET1             NOREF -NPIN       A01X+009550Y+062880X1200Y0500     S0",
            "307NET1             NOREF -NPIN D0150P   X+009750+082880                S3L03L05");
        Assert.Empty(netlist.Diagnostics);
        var (blind, pad, buried) = (netlist.Records[0], netlist.Records[1], netlist.Records[2]);
        Assert.Equal((NetlistFeature.BlindOrBuried, (int?)1, (int?)3, false), (blind.Feature, blind.FromLayer, blind.ToLayer, blind.Continues));
        Assert.Equal((NetlistFeature.SurfacePad, (int?)null, true, (int?)0), (pad.Feature, pad.FromLayer, pad.Continues, pad.SolderMask));
        Assert.Equal((Length.FromInches(0.12), (Length?)Length.FromInches(0.05)), (pad.Width!.Value, pad.Height));
        Assert.Equal((3, 5, (int?)null, Point.At(Length.FromInches(0.975), Length.FromInches(8.288))), (buried.FromLayer, buried.ToLayer, buried.Access, buried.At));
    }

    [Fact]
    public void Conductors_go_on_over_lines_and_repeat_only_the_axis_that_changes()
    {
        var netlist = Read(
            "P  NNAME7     A_LONG_NAME_OF_A_NET",
            "378NNAME7         L01 X150 X40000Y250000 Y275000 X50000*X275000Y300000",
            "078 X300000",
            "378GROUND         L12 X150Y200 X-100Y+200 X100");
        Assert.Empty(netlist.Diagnostics);
        Assert.Equal(("A_LONG_NAME_OF_A_NET", 1, Length.FromInches(0.015), (Length?)null), (netlist.Traces[0].Net, netlist.Traces[0].Layer, netlist.Traces[0].Aperture.Width, netlist.Traces[0].Aperture.Height));
        Assert.Equal([[In(4, 25), In(4, 27.5), In(5, 27.5)], [In(27.5, 30), In(30, 30)]], netlist.Traces[0].Paths.Select(path => path.ToArray()));
        Assert.Equal((12, (Length?)Length.FromInches(0.02)), (netlist.Traces[1].Layer, netlist.Traces[1].Aperture.Height));
        Assert.Equal([In(-0.01, 0.02), In(0.01, 0.02)], netlist.Traces[1].Paths[0]);
    }

    [Theory]
    [InlineData("389BOARD_EDGE         X10 X0Y0 X10000 Y20000 X0 Y0", 5, true)]
    [InlineData("389BOARD_EDGE         X100Y100 X20000Y20000 X40000 Y60000", 3, true)]
    [InlineData("389BOARD_EDGE         X100Y100 X20000Y20000 X40000 Y60000 X100Y100", 5, false)]
    [InlineData("389BOARD_EDGE      X0Y0 X0Y10000", 2, false)]
    [InlineData("389BOARD_EDGE         X+000100Y+000100 X+020000Y+020000", 2, false)]
    public void An_outline_may_leave_away_the_size_of_its_pen(string line, int points, bool pen)
    {
        var outline = Assert.Single(Read(line).Outline);
        Assert.Equal((points, pen), (Assert.Single(outline.Paths).Length, outline.Pen is not null));
    }

    [Fact]
    public void Adjacency_lists_go_on_and_resolve_aliases()
    {
        var netlist = Read("P  NNAME1  A LONG NAME", "379NET1 NET23 NNAME1", "079VOLTAGE 12V", "379GND NET1");
        Assert.Equal(["NET1: NET23|A LONG NAME|VOLTAGE|12V", "GND: NET1"], netlist.Adjacency.Select(near => $"{near.Net}: {string.Join('|', near.Others)}"));
    }

    [Fact]
    public void Components_are_measured_between_two_nets()
    {
        var netlist = Read(
            "370SIG23          A01 X+005400Y+062000 R 0100E+1 0090E+1 0110E+1 R153",
            "070SIG24          A06 X+009900Y+062000 X+007650Y+062000 X0500Y0500 L04");
        Assert.Empty(netlist.Diagnostics);
        var resistor = Assert.Single(netlist.Components);
        Assert.Equal(("R153", NetlistComponentKind.Resistor, 1000d, 900d, 1100d), (resistor.Name, resistor.Kind, resistor.Value, resistor.Low, resistor.High));
        Assert.Equal(("SIG23", "SIG24", (int?)6, true, (int?)4), (resistor.From.Net, resistor.To.Net, resistor.To.Access, resistor.Embedded, resistor.Layer));
        Assert.Equal(In(0.765, 6.2), resistor.Centre);
    }

    [Fact]
    public void Stepped_images_marks_and_the_panel_are_told_apart()
    {
        var netlist = Read(
            "P  IMAGE PRIMARY",
            "390ALIGN_POINT    L01 X+000100Y+000200 X0400X0000",
            "P  IMAGE 2",
            "309 MY R270 X+010000Y-020000",
            "P  IMAGE PANEL",
            "367N/C                          D0984UA00X+002559Y+002362X0984Y0000R000 S0");
        Assert.Empty(netlist.Diagnostics);
        Assert.Equal(new NetlistImage(2, true, 270, In(1, -2), 4), Assert.Single(netlist.Images));
        Assert.Equal(("ALIGN_POINT", (int?)1, new NetlistSize(Length.FromInches(0.04), null)), (netlist.Marks[0].Kind, netlist.Marks[0].Layer, netlist.Marks[0].Size!.Value));
        Assert.True(Assert.Single(netlist.Records).OfPanel);
    }

    [Fact]
    public void A_test_point_beside_its_pad_belongs_to_the_pad()
    {
        var netlist = Read(
            "327NET1             NOREF -1          A01X+009750Y+062880X0300Y1500",
            "099NET1              X+010000Y+063000 T01X+009750Y+063380 Z+000000");
        Assert.Equal(new NetlistProbe(In(0.975, 6.338), 1, "X+010000Y+063000"), Assert.Single(netlist.Records).Probe);
    }

    [Theory]
    [InlineData("327GND              R1   -1          A01X+001000Y+002000X0400Y0300R090 S1", "R1", "1")]
    [InlineData("327GND              U100   -AA12      A01X+001000Y+002000X0400Y0300R090 S1", "U100", "AA12")]
    [InlineData("327GND              R1    -1          A01X   100Y   200X0400Y0300R090 S1", "R1", "1", 100, 200)]
    [InlineData("327GND              R1    -1          A01X-001000Y-002000", "R1", "1", -1000, -2000)]
    [InlineData("327GND              R1    -1          A01X-  1000Y+  2000X0400Y0300", "R1", "1", -1000, 2000)]
    public void Columns_may_be_shifted_and_tails_missing(string line, string component, string pin, long x = 1000, long y = 2000)
    {
        var record = Assert.Single(Read(line).Records);
        Assert.Equal(("GND", component, pin, new Point(x * 2540, y * 2540), (int?)1), (record.Net, record.Component, record.Pin, record.At, record.Access));
    }

    [Fact]
    public void A_name_that_runs_over_its_columns_is_taken_whole() =>
        Assert.Equal("A_16_CHARS_NAME_", Assert.Single(Read("327A_16_CHARS_NAME_ R1    -1          A01X+001000Y+002000X0400Y0300R090 S1").Records).Net);

    [Fact]
    public void Unknown_codes_and_foreign_lines_are_told()
    {
        var codes = Read("444 what", "hello", "078 X1Y1", "378GND            X10 X1Y1").Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Line));
        Assert.Equal([("netlist.unknown-record", 1), ("netlist.bad-record", 2), ("netlist.bad-record", 3), ("netlist.bad-record", 4)], codes);
    }

    [Fact]
    public void Random_damage_to_any_record_never_throws()
    {
        string[] lines =
        [
            "P  UNITS CUST 1", "P  NNAME1     A_LONG_NAME", "P  IMAGE 2", "309 MY R270 X+010000Y-020000", "P  IMAGE PANEL",
            "307NET1             NOREF -NPIN D0150PA01X+009750Y+062880               S0L01L03", "027NET1             NOREF -NPIN       A01X+009550Y+062880X1200Y0500     S0",
            "099NET1              X+010000Y+063000 T01X+009750Y+063380 Z+000000", "088NET1                                                  X0100Y0200",
            "378NNAME1         L01 X150 X40000Y250000 Y275000 X50000*X275000Y300000", "078 X300000", "379NET1 NET23 NNAME1", "079VOLTAGE 12V",
            "370SIG23          A01 X+005400Y+062000 R 0100E+1 0090E+1 0110E+1 R153", "070SIG24          A06 X+009900Y+062000 X+007650Y+062000 X0500Y0500 L04",
            "389BOARD_EDGE         X10 X0Y0 X10000 Y20000 X0 Y0", "089 X1Y1", "390ALIGN_POINT    L01 X+000100Y+000200 X0400X0000", "090HYPOT_REF     L01 X+000100Y+000200", "999",
        ];
        var random = new Random(9);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines.OrderBy(_ => random.Next())));
            for (var i = 0; i < 12; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(10, 127);
            var netlist = IpcNetlistReader.Read("fuzz.ipc", bytes.AsSpan(0, random.Next(bytes.Length)));
            _ = IpcNetlistReader.Read("again.ipc", IpcNetlistWriter.Write(netlist).Content);
        }
    }

    [Theory]
    [InlineData("allegro-sample/08_057494d-ipc356.ipc", 515, 120)]
    [InlineData("fomu-pvt1/tomu-fpga.d356", 397, 0)]
    [InlineData("upduino-v3/d356/UPduino_v3.0.d356", 496, 0)]
    public void Netlists_of_real_packages_read_without_a_word_and_survive_being_written(string file, int records, int number)
    {
        var root = RealPackages.Folder;
        Assert.SkipUnless(root is not null, "no shared/packages beside the repository");
        var content = File.ReadAllBytes(Path.Combine(root, file));
        var netlist = IpcNetlistReader.Read(file, content);
        Assert.Empty(netlist.Diagnostics);
        Assert.Equal((records, number > 0 ? "120" : ""), (netlist.Records.Length, netlist.Number));
        var again = IpcNetlistReader.Read(file, IpcNetlistWriter.Write(netlist, NetlistEdition.IpcD356).Content);
        Assert.Equal(netlist.Records.Select(record => record with { Line = 0 }), again.Records.Select(record => record with { Line = 0 }));
    }

    private static Point In(double x, double y) => Point.At(Length.FromInches(x), Length.FromInches(y));

    [Theory]
    [InlineData("P  UNITS CUST 9", false, true)]
    [InlineData("P  UNITS METRES", false, true)]
    [InlineData("P  JOB   none", false, false)]
    [InlineData("P  UNITS CUST 0", true, false)]
    [InlineData("P  UNITS CUST 1", true, false)]
    [InlineData("P  UNITS SI", true, false)]
    public void A_unit_that_the_format_does_not_have_is_told(string header, bool says, bool told)
    {
        var netlist = Read(header, "327GND              R1    -1          A01X+001969Y+001969X0197Y0236R000S1");
        Assert.Equal(says, netlist.SaysUnit);
        Assert.Equal(told ? ["netlist.unknown-unit:1"] : [], netlist.Diagnostics.Select(one => $"{one.Code}:{one.Line}"));
    }

    [Fact]
    public void An_alias_that_nothing_defines_is_told_once()
    {
        var netlist = Read("P  NNAME1     LONG", "327NNAME1           R1    -1          A01X+001969Y+001969", "327NNAME2           R1    -2          A01X+002969Y+001969", "327NNAME2           R2    -1          A01X+003969Y+001969",
            "327NNAMED           R2    -2          A01X+004969Y+001969");
        Assert.Equal(["LONG", "NNAME2", "NNAME2", "NNAMED"], netlist.Records.Select(record => record.Net));
        var one = Assert.Single(netlist.Diagnostics);
        Assert.Equal(("netlist.unknown-alias", 3), (one.Code, one.Line));
    }

    private static IpcNetlist Read(params string[] lines) => IpcNetlistReader.Read("board.ipc", Encoding.UTF8.GetBytes(string.Join('\n', [.. lines, "999"])));
}

using System.Text;
using Turnkey.Designs.Boards;
using Turnkey.Formats.IpcD356;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.IpcD356;

public sealed class IpcNetlistTests
{
    private const string Sample = """
        C  a netlist of our own
        P  JOB   sensor node
        P  CODE 00
        P  UNITS CUST 0
        P  DIM   N
        P  NNAME1  A_NET_WITH_A_VERY_LONG_NAME
        317GND              VIA        MD0118PA00X+010000Y-005000X0236Y0000R000S3
        327NNAME1           U7    -1          A01X+002598Y+003760X0394Y0256R090S1
        367N/C              H1          D0984UA00X+002559Y+002362X0984Y0000R000S0
        317+3V3             P1    -2    D0450PA00X 005500Y 000000X0650Y0650     S3
        389BOARD_EDGE      X0Y0 X0Y10000
        999
        """;

    [Fact]
    public void Records_give_net_part_pin_hole_place_and_pad()
    {
        var netlist = Read(Sample);
        Assert.Empty(netlist.Diagnostics);
        Assert.Equal("sensor node", netlist.Job);
        Assert.Equal(4, netlist.Records.Length);
        var via = netlist.Records[0];
        Assert.Equal((NetlistFeature.ThroughHole, "GND", "VIA", true), (via.Feature, via.Net, via.Component, via.MidPoint));
        Assert.Equal((Length.FromMils(11.8), Plating.Plated, (int?)0), (via.HoleDiameter!.Value, via.Plating, via.Access));
        Assert.Equal(new Point(25_400_000, -12_700_000), via.At);
        Assert.Equal((Length.FromMils(23.6), (Length?)null), (via.Width!.Value, via.Height));
        var pad = netlist.Records[1];
        Assert.Equal((NetlistFeature.SurfacePad, "A_NET_WITH_A_VERY_LONG_NAME", "U7", "1"), (pad.Feature, pad.Net, pad.Component, pad.Pin));
        Assert.Equal((90d, (int?)1, (int?)1), (pad.Rotation, pad.Access, pad.SolderMask));
        Assert.Equal((NetlistFeature.ToolingHole, "", Plating.NonPlated), (netlist.Records[2].Feature, netlist.Records[2].Net, netlist.Records[2].Plating));
        Assert.Equal(new Point(13_970_000, 0), netlist.Records[3].At);
        Assert.Equal(["+3V3", "A_NET_WITH_A_VERY_LONG_NAME", "GND"], netlist.Nets);
    }

    [Fact]
    public void Small_letters_say_the_same_and_names_stay_as_written()
    {
        var (large, small) = (Read(Sample), Read(Sample.ToLowerInvariant()));
        Assert.Empty(small.Diagnostics);
        Assert.True(IpcNetlistReader.Recognises(Encoding.ASCII.GetBytes(Sample.ToLowerInvariant())));
        Assert.Equal(large.Records.Select(record => record with { Net = record.Net.ToLowerInvariant(), Component = record.Component.ToLowerInvariant() }), small.Records);
        Assert.Equal(["+3v3", "a_net_with_a_very_long_name", "gnd"], small.Nets);
        Assert.Equal(large.Outline.Select(outline => outline.Kind), small.Outline.Select(outline => outline.Kind));
    }

    [Theory]
    [InlineData("CUST 1", 10_000_000)]
    [InlineData("SI", 10_000_000)]
    [InlineData("CUST 2", 25_400_000)]
    public void The_unit_is_that_of_the_header(string units, long x) =>
        Assert.Equal(x, Read(Sample.Replace("CUST 0", units, StringComparison.Ordinal)).Records[0].At.X);

    [Fact]
    public void A_netlist_cut_off_is_told() => Assert.Equal("netlist.no-end", Assert.Single(Read(Sample.Replace("999", "", StringComparison.Ordinal)).Diagnostics).Code);

    [Fact]
    public void A_record_without_a_place_is_told_with_its_line()
    {
        var diagnostic = Assert.Single(Read(Sample.Replace("X+002559Y+002362X0984Y0000R000S0", "Xnowhere", StringComparison.Ordinal)).Diagnostics);
        Assert.Equal(("netlist.bad-record", 9), (diagnostic.Code, diagnostic.Line));
    }

    [Fact]
    public void Only_netlists_are_recognised()
    {
        Assert.True(IpcNetlistReader.Recognises(Encoding.UTF8.GetBytes(Sample)));
        Assert.False(IpcNetlistReader.Recognises("M48\nINCH\nT1C0.1\n%\nT1\nX1.0Y1.0\nM30\n"u8));
        Assert.False(IpcNetlistReader.Recognises("Comment\nPart list\nProject, 317, 327\n"u8));
        Assert.False(IpcNetlistReader.Recognises(""u8));
    }

    [Fact]
    public void Random_damage_never_throws()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Sample);
            for (var i = 0; i < 8; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(10, 127);
            _ = IpcNetlistReader.Recognises(bytes);
            _ = IpcNetlistReader.Read("fuzz.ipc", bytes.AsSpan(0, random.Next(bytes.Length)));
        }
    }

    private static IpcNetlist Read(string text) => IpcNetlistReader.Read("board.ipc", Encoding.UTF8.GetBytes(text));
}

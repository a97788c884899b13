using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Formats.IpcD356;
using Turnkey.Geometry;
using Turnkey.Intake.Boards;
using Turnkey.Kernel;

namespace Turnkey.Intake.Tests.Boards;

public sealed class NetlistReadingTests
{
    private const string Micrometres = """
        327A                R1    -1          A01X+009050Y+005000
        327B                R1    -2          A01X+010950Y+005000
        327C                R3    -1          A02X+029050Y+012000
        317VIA1             VIA         D0300PA00X+015000Y+010000
        999

        """;

    [Theory]
    [InlineData("P  UNITS CUST 9\n", "netlist.no-unit netlist.unknown-unit")]
    [InlineData("P  JOB   node\n", "netlist.no-unit")]
    [InlineData("P  UNITS CUST 1\n", "")]
    public void A_netlist_without_a_unit_is_read_in_that_in_which_its_places_lie_on_the_board(string header, string codes)
    {
        var design = TestPackage.Board().Add("node.ipc", header + Micrometres).Read();

        var given = design.Assemblies.Single().Board!.Netlist!;
        Assert.Equal((Length.FromNanometres(1_000), new Point(9_050_000, 5_000_000)), (given.Step, given.Points[0].At));
        Assert.Equal(codes, string.Join(' ', design.Diagnostics.Select(one => one.Code).Where(code => code.StartsWith("netlist.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
        Assert.All(design.Diagnostics.Where(one => one.Code == "netlist.no-unit"), one => Assert.Contains("read in steps of 0.001 mm, in which 4 of 4 places", one.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_on_a_layer_that_the_board_does_not_have_is_told_and_not_compared()
    {
        var design = TestPackage.Board().Add("node.ipc", "P  UNITS CUST 1\n" + Micrometres.Replace("-2          A01", "-2          A09", StringComparison.Ordinal)).Read();

        Assert.Equal(["A", "C", "VIA1"], design.Assemblies.Single().Board!.Netlist!.Points.Select(point => point.Net));
        Assert.Equal([Side.Top, Side.Bottom, Side.All], design.Assemblies.Single().Board!.Netlist!.Points.Select(point => point.Access));
        var told = design.Diagnostics.Single(one => one.Code == "netlist.no-such-layer");
        Assert.Equal(("node.ipc", 3, Severity.Warning), (told.File, told.Line, told.Severity));
        Assert.StartsWith("1 record is on a layer that the board of 2 copper layers does not have, the first on layer 9 at (10.95 mm, 5 mm); it is not compared.", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NetlistFeature.ThroughHole, 0, null, Side.All, null)]
    [InlineData(NetlistFeature.ThroughHole, null, null, Side.All, null)]
    [InlineData(NetlistFeature.SurfacePad, 1, null, Side.Top, null)]
    [InlineData(NetlistFeature.SurfacePad, 2, null, Side.Bottom, null)]
    [InlineData(NetlistFeature.SurfacePad, 4, null, Side.Bottom, null)]
    [InlineData(NetlistFeature.BlindOrBuried, null, 2, Side.Inner, 2)]
    [InlineData(NetlistFeature.BlindOrBuried, 0, 1, Side.Top, null)]
    [InlineData(NetlistFeature.BlindOrBuried, 3, 2, Side.Inner, 3)]
    public void A_record_is_looked_for_where_its_copper_can_be_reached(NetlistFeature feature, int? access, int? from, Side expected, int? layer)
    {
        var record = new NetlistRecord(feature, "A", "VIA", "", Point.Origin, null, Plating.Plated, access, false, null, null, 0, null, 1) { FromLayer = from, ToLayer = from + 1 };
        var point = NetlistReading.Point(record, bottom: 4);
        Assert.Equal((expected, layer, ""), (point.Access, point.CopperLayer, point.Component));
    }
}

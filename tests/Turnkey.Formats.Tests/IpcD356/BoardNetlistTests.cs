using System.Text;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Formats.IpcD356;
using Turnkey.Formats.Tests.Gerber;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.IpcD356;

/// <summary>The netlist that is made from the copper of a board.</summary>
public sealed class BoardNetlistTests
{
    private const string Head = "%FSLAX43Y43*%\n%MOMM*%\nG75*\n%ADD10C,1*%\n%ADD11R,2X1*%\n%ADD12C,.2*%\n";

    [Fact]
    public void Lands_and_holes_say_net_tool_side_size_and_mask()
    {
        var board = Board(
            top: "%TA.AperFunction,SMDPad,CuDef*%\n%ADD20R,2X1*%\n%TA.AperFunction,ViaPad*%\n%ADD21C,1*%\n%TO.N,GND*%\n%TO.P,U1,1*%\nD20*\nX10000Y5000D03*\n%TD.P*%\nD12*\nX10000Y5000D02*\nX20000Y5000D01*\nD21*\nX20000Y5000D03*\n",
            bottom: "%TA.AperFunction,ViaPad*%\n%ADD21C,1*%\n%TO.N,GND*%\nD21*\nX20000Y5000D03*\nD12*\nX20000Y5000D02*\nX30000Y5000D01*\n%TO.P,R1,2*%\nD10*\nX30000Y5000D03*\n",
            maskTop: "D11*\nX10000Y5000D03*\n", maskBottom: "D10*\nX30000Y5000D03*\n",
            Hole(20, 5, .3), Hole(3, 3, 3.2, Plating.NonPlated));
        Assert.Equal(
            [
                "327GND              R1    -2          A02X+030000Y+005000X1000Y0000R000 S0",
                "327GND              U1    -1          A01X+010000Y+005000X2000Y1000R000 S0",
                "317GND              VIA        MD0300PA00X+020000Y+005000X1000Y0000R000 S3",
                "367N/C                          D3200UA00X+003000Y+003000               S3",
            ], Records(board));
    }

    [Fact]
    public void Copper_without_names_is_numbered_and_no_number_is_a_name_of_the_design()
    {
        var board = Board(top: "D10*\nX5000Y5000D03*\nX9000Y5000D03*\n%TO.N,N1*%\nX15000Y5000D03*\n", bottom: "", maskTop: null, maskBottom: null);
        Assert.Equal(["N1", "N2", "N3"], Netlist(board).Records.Select(record => record.Net).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_land_without_a_function_is_one_where_the_mask_leaves_it_open()
    {
        var board = Board(top: "D10*\nX5000Y5000D03*\nX9000Y5000D03*\n", bottom: "", maskTop: "D10*\nX9000Y5000D03*\n", maskBottom: null);
        Assert.Equal(["9 mm"], Netlist(board).Records.Select(record => $"{record.At.X / 1e6} mm"));
    }

    [Fact]
    public void A_pad_drawn_as_an_area_is_found_by_its_opening()
    {
        var board = Board(top: "%TO.N,A*%\nG36*\nX5000Y5000D02*\nG01X7000Y5000D01*\nX7000Y6000D01*\nX5000Y6000D01*\nX5000Y5000D01*\nG37*\n", bottom: "", maskTop: "D10*\nX6000Y5500D03*\n", maskBottom: null);
        var record = Assert.Single(Netlist(board).Records);
        Assert.Equal(("A", NetlistFeature.SurfacePad, 1, Plot.Mm(6, 5.5)), (record.Net, record.Feature, record.Access, record.At));
    }

    [Fact]
    public void A_land_of_two_pins_has_a_record_for_each_and_one_flashed_twice_has_one()
    {
        var board = Board(top: "D11*\nX5000Y5000D03*\n%TO.N,GND*%\n%TO.P,J1,A1*%\nD10*\nX5000Y5000D03*\n%TO.P,J1,B12*%\nX5000Y5000D03*\nX5000Y5000D03*\n", bottom: "", maskTop: null, maskBottom: null);
        Assert.Equal(
            [
                "327GND              J1    -A1         A01X+005000Y+005000X2000Y1000R000",
                "327GND              J1    -B12        A01X+005000Y+005000X1000Y0000R000",
            ], Records(board));
    }

    [Fact]
    public void A_via_in_a_surface_mount_land_is_a_record_beside_it()
    {
        var board = Board(top: "%TA.AperFunction,SMDPad,CuDef*%\n%ADD20R,2X1*%\n%TO.N,GND*%\n%TO.P,U1,1*%\nD20*\nX5000Y5000D03*\n", bottom: "%TO.N,GND*%\nD10*\nX5000Y5000D03*\n", maskTop: null, maskBottom: null,
            Hole(5, 5, .2) with { Function = HoleFunction.Via });
        Assert.Equal(
            [
                "327GND              U1    -1          A01X+005000Y+005000X2000Y1000R000",
                "317GND              VIA        MD0200PA00X+005000Y+005000X1000Y0000R000",
            ], Records(board));
    }

    [Fact]
    public void A_land_that_a_later_clear_object_took_away_has_no_record()
    {
        var board = Board(top: "D10*\nX5000Y5000D03*\nX9000Y5000D03*\n%LPC*%\nD11*\nX9000Y5000D03*\n", bottom: "", maskTop: null, maskBottom: null);
        Assert.Equal(Plot.Mm(5, 5), Assert.Single(Netlist(board).Records).At);
    }

    [Fact]
    public void What_is_said_to_be_connected_to_nothing_is_a_net_of_its_own()
    {
        var board = Board(top: "%TO.N,N/C*%\n%TO.P,U1,7*%\nD10*\nX5000Y5000D03*\n", bottom: "", maskTop: null, maskBottom: null);
        Assert.Equal(["327N1               U1    -7          A01X+005000Y+005000X1000Y0000R000"], Records(board));
    }

    [Fact]
    public void Blind_and_buried_vias_say_their_layers()
    {
        var board = Board(top: "D10*\nX5000Y5000D03*\n", bottom: "D10*\nX5000Y5000D03*\nX9000Y5000D03*\n", maskTop: null, maskBottom: null,
            Hole(5, 5, .2) with { FromLayer = 1, ToLayer = 2, Function = HoleFunction.Via }, Hole(9, 5, .2) with { FromLayer = 3, ToLayer = 4, Function = HoleFunction.Via });
        board = board with { CopperLayers = 4, Layers = [.. board.Layers.Select(layer => layer.CopperLayer == 2 ? layer with { CopperLayer = 4 } : layer)] };
        var lines = Records(board);
        Assert.Contains(lines, line => line.EndsWith("D0200PA01X+005000Y+005000                 L01L02", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("D0200PA04X+009000Y+005000                 L03L04", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_names_contradict_the_copper_each_land_keeps_its_own()
    {
        var board = Board(top: "%TO.N,A*%\nD10*\nX5000Y5000D03*\n%TO.N,B*%\nX9000Y5000D03*\nD12*\nX5000Y5000D02*\nX9000Y5000D01*\n", bottom: "", maskTop: null, maskBottom: null);
        Assert.Equal(["A", "B"], Netlist(board).Records.Select(record => record.Net));
    }

    [Fact]
    public void Places_beyond_six_digits_of_micrometres_are_written_in_inches()
    {
        var board = Board(top: "D10*\nX5000Y5000D03*\nX1020000Y5000D03*\n", bottom: "", maskTop: null, maskBottom: null);
        var netlist = Netlist(board);
        Assert.Equal(NetlistUnit.TenThousandthInch, netlist.Unit);
        Assert.Empty(IpcNetlistWriter.Write(netlist).Diagnostics);
    }

    [Fact]
    public void The_outline_is_the_edge_of_the_board()
    {
        var board = Board(top: "D10*\nX5000Y5000D03*\n", bottom: "", maskTop: null, maskBottom: null) with
        {
            Outline = new BoardOutline([Contour.Rectangle(Plot.Box(0, 0, 20, 10))], [], "edge.gbr"),
        };
        Assert.Equal("389BOARD_EDGE         X+000000Y+000000 X+020000Y+000000 X+020000Y+010000", Lines(board).Single(line => line.StartsWith("389", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_copper_is_equal_to_the_netlist_that_is_made_from_it()
    {
        var board = Board(
            top: "D11*\nX10000Y5000D03*\nD12*\nX10000Y5000D02*\nX20000Y5000D01*\nD10*\nX20000Y5000D03*\nX40000Y5000D03*\n%LPC*%\nX41000Y5000D03*\n%LPD*%\n",
            bottom: "D10*\nX20000Y5000D03*\nD12*\nX20000Y5000D02*\nX30000Y5000D01*\nD10*\nX30000Y5000D03*\nX50000Y5000D03*\n",
            maskTop: null, maskBottom: null, Hole(20, 5, .3), Hole(50, 5, .8));
        var read = IpcNetlistReader.Read("made.ipc", IpcNetlistWriter.Write(Netlist(board)).Content);
        var given = new GivenNetlist("made.ipc", [.. read.Records.Select(record => new TestPoint(record.Net, record.Component, record.Pin, record.At,
            record.Access switch { 1 => Side.Top, 2 => Side.Bottom, _ => Side.All }, record.Line) { HoleDiameter = record.HoleDiameter })]);
        var compared = NetComparison.Of(board with { Netlist = given });
        Assert.True(compared is { IsEqual: true, Points: 5 }, compared?.ToString());
        Assert.Equal(3, read.Nets.Length);
    }

    private static Hole Hole(double x, double y, double diameter, Plating plating = Plating.Plated) =>
        new(HoleKind.Round, Edge.Line(Plot.Mm(x, y), Plot.Mm(x, y)), Length.FromMillimetres(diameter), plating, null, null, HoleFunction.Unstated, "holes.drl", 1);

    private static Board Board(string top, string bottom, string? maskTop, string? maskBottom, params Hole[] holes)
    {
        var layers = new List<Layer> { Layer(LayerRole.Copper, Side.Top, 1, top), Layer(LayerRole.Copper, Side.Bottom, 2, bottom) };
        if (maskTop is not null) layers.Add(Layer(LayerRole.SolderMask, Side.Top, null, maskTop));
        if (maskBottom is not null) layers.Add(Layer(LayerRole.SolderMask, Side.Bottom, null, maskBottom));
        return new Board("board", null, [.. layers], [.. holes], 2);
    }

    private static Layer Layer(LayerRole role, Side side, int? number, string body) => new(role, side, number, "layer.gbr", Plot.Raw(Head + body + "M02*\n").Image);

    private static IpcNetlist Netlist(Board board) => BoardNetlist.Of(board, TracedNets.Of(board));

    private static IEnumerable<string> Lines(Board board) => Encoding.UTF8.GetString(IpcNetlistWriter.Write(Netlist(board)).Content).Split('\n');

    private static IEnumerable<string> Records(Board board) => Lines(board).Where(line => line.Length > 2 && line[0] == '3' && line[2] == '7');
}

using System.Text;
using Turnkey.Formats.IpcD356;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.IpcD356;

public sealed class NetlistFrameTests
{
    private const string Everything = """
        P  UNITS CUST 0
        317GND              R1    -1    D0118PA00X+000100Y-000200X0236Y0000R000 S3
        099GND                                T01X+000110Y-000200
        088GND                                                   X0300Y0310
        378GND            L01 X10Y20 X+000100Y-000200 X+000300Y-000200
        389BOARD_EDGE      X5 X+000000Y+000000 X+001000Y+000000 X+001000Y+000500
        390ALIGN_POINT    L01 X+000500Y+000500 X0100X0100
        380GND            A01 X+000100Y-000200 R 0010E+1                 R7
        080VCC            A01 X+000300Y-000200 X+000200Y-000200 X0050Y0020 L01
        999

        """;

    [Fact]
    public void All_places_of_a_netlist_move_and_nothing_else_does()
    {
        var read = IpcNetlistReader.Read("a.ipc", Encoding.UTF8.GetBytes(Everything));
        Assert.Empty(read.Diagnostics);

        var moved = Text(read.Moved(new Point(2_540_000, -2_540_000))!);

        Assert.Equal(Text(read).Replace("X+000100Y-000200", "X+001100Y-001200", StringComparison.Ordinal).Replace("X+000110Y-000200", "X+001110Y-001200", StringComparison.Ordinal)
            .Replace("X+000300Y-000200", "X+001300Y-001200", StringComparison.Ordinal).Replace("X+000200Y-000200", "X+001200Y-001200", StringComparison.Ordinal)
            .Replace("X+001000Y+000500", "X+002000Y-000500", StringComparison.Ordinal).Replace("X+000500Y+000500", "X+001500Y-000500", StringComparison.Ordinal)
            .Replace("X+001000Y+000000", "X+002000Y-001000", StringComparison.Ordinal).Replace("X+000000Y+000000", "X+001000Y-001000", StringComparison.Ordinal), moved);
        Assert.Equal(Text(read), Text(read.Moved(new Point(2_540_000, -2_540_000))!.Moved(new Point(-2_540_000, 2_540_000))!));
    }

    [Fact]
    public void The_digits_of_a_netlist_can_be_read_in_another_unit()
    {
        var read = IpcNetlistReader.Read("a.ipc", Encoding.UTF8.GetBytes(Everything)).ReadAs(NetlistUnit.Micrometre);

        Assert.Equal(Text(IpcNetlistReader.Read("a.ipc", Encoding.UTF8.GetBytes(Everything.Replace("CUST 0", "CUST 1", StringComparison.Ordinal)))), Text(read));
        Assert.Equal((new Point(100_000, -200_000), Length.FromMillimetres(0.118)), (read.Records[0].At, read.Records[0].HoleDiameter));
    }

    [Theory]
    [InlineData("P  IMAGE PANEL\n367N/C                    D0100UA00X+000100Y+000100", 1)]
    [InlineData("P  IMAGE 2\n309    R000 X+010000Y+000000", 1)]
    [InlineData("317GND              R1    -1    D0118PA00X+000100Y-000200", 2_540_000_000)]
    public void A_netlist_with_a_panel_or_without_room_is_not_moved(string lines, long by) =>
        Assert.Null(IpcNetlistReader.Read("a.ipc", Encoding.UTF8.GetBytes(Everything.Replace("999", lines + "\n999", StringComparison.Ordinal))).Moved(new Point(by, 0)));

    private static string Text(IpcNetlist netlist) => Encoding.UTF8.GetString(IpcNetlistWriter.Write(netlist).Content);
}

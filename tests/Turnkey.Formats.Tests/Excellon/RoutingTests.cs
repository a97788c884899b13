using Turnkey.Designs.Boards;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Excellon;

/// <summary>Slots, routes, repeats and patterns.</summary>
public sealed class RoutingTests
{
    private const string Head = "M48\nMETRIC,TZ,000.000\nT1C1.0\nT2C0.5\n%\nT1\n";

    [Fact]
    public void One_straight_plunge_is_a_slot()
    {
        var hole = Assert.Single(DrillText.Holes(Head + "G00X1000Y1000\nM15\nG01X3000Y1000\nM16\nG05\nM30\n"));
        Assert.Equal((HoleKind.Slot, 2e6), (hole.Kind, hole.Path.Length));
    }

    [Fact]
    public void A_plunge_to_and_fro_is_one_slot() =>
        Assert.Equal(2e6, Assert.Single(DrillText.Holes(Head + "G00X1000Y1000\nM15\nG01X3000\nX1000\nM16\nM30\n")).Path.Length);

    [Fact]
    public void A_plunge_without_a_move_is_a_round_hole() =>
        Assert.Equal(HoleKind.Round, Assert.Single(DrillText.Holes(Head + "G00X1000Y1000\nM15\nM16\nM30\n")).Kind);

    [Fact]
    public void Drilling_goes_on_after_routing()
    {
        var holes = DrillText.Holes(Head + "X500Y500\nG00X1000Y1000\nM15\nG01X3000\nM16\nG05\nX4000Y4000\nT2\nX5000Y5000\nM30\n");
        Assert.Equal([HoleKind.Round, HoleKind.Slot, HoleKind.Round, HoleKind.Round], holes.Select(hole => hole.Kind));
        Assert.Equal(500_000, holes[3].Diameter.Nanometres);
    }

    [Fact]
    public void A_tool_change_ends_routing_even_without_G05()
    {
        var holes = DrillText.Holes(Head + "G00X1000Y1000\nM15\nG01X3000\nM17\nT2\nX5000Y5000\nM30\n");
        Assert.Equal([HoleKind.Slot, HoleKind.Round], holes.Select(hole => hole.Kind));
    }

    [Fact]
    public void Cutting_without_any_plunge_code_cuts_all_the_same() =>
        Assert.Equal(HoleKind.Slot, Assert.Single(DrillText.Holes(Head + "G00X1000Y1000\nG01X3000Y1000\nG05\nM30\n")).Kind);

    [Theory]
    [InlineData("G03X2000Y2000A1000")]
    [InlineData("G03X2000Y2000I-1000J0")]
    [InlineData("G03X2000Y2000I2000J1000")] // from the origin, as some tools write it
    public void Arcs_have_a_radius_or_a_centre(string arc)
    {
        var hole = Assert.Single(DrillText.Holes(Head + "G00X3000Y1000\nM15\n" + arc + "\nM16\nM30\n"));
        Assert.Equal((HoleKind.Slot, ArcDirection.CounterClockwise), (hole.Kind, hole.Path.Direction));
        Assert.Equal(new Point(2_000_000, 1_000_000), hole.Path.Centre);
    }

    [Fact]
    public void A_quarter_turn_by_radius_has_its_centre_on_the_left()
    {
        var hole = Assert.Single(DrillText.Holes(Head + "G00X3000Y1000\nM15\nG03X2000Y2000A1000\nM16\nM30\n"));
        Assert.Equal(new Point(2_000_000, 1_000_000), hole.Path.Centre);
        Assert.Equal(Math.PI / 2, hole.Path.Sweep, 1e-6);
    }

    [Fact]
    public void A_full_turn_by_its_centre_is_a_route()
    {
        var hole = Assert.Single(DrillText.Holes(Head + "G00X3000Y1000\nM15\nG02X3000Y1000I-1000J0\nM16\nM30\n"));
        Assert.Equal(HoleKind.Route, hole.Kind);
        Assert.Equal(Math.Tau * 1e6, hole.Path.Length, 1.0);
    }

    [Fact]
    public void An_arc_that_does_not_fit_its_ends_becomes_straight_and_is_told()
    {
        var program = DrillText.Read(Head + "G00X0Y0\nM15\nG02X9000Y0A1000\nM16\nM30\n");
        var log = new DiagnosticLog("board.drl");
        var hole = Assert.Single(program.Interpret(program.StatedFormat, log));
        Assert.False(hole.Path.IsArc);
        Assert.Equal("drill.bad-arc", Assert.Single(log.ToList()).Code);
    }

    [Fact]
    public void Sides_of_a_cut_out_that_plunge_one_by_one_are_a_route()
    {
        string[] sides = ["G00X0Y0\nM15\nG01X9000Y0\nM16\n", "G00X9000Y9000\nM15\nG01X9000Y0\nM16\n", "G00X9000Y9000\nM15\nG01X0Y9000\nM16\n", "G00X0Y0\nM15\nG01X0Y9000\nM16\n", "G00X2000Y2000\nM15\nG01X4000Y2000\nM16\n"];
        var holes = DrillText.Holes(Head + string.Concat(sides) + "M30\n");
        Assert.Equal([HoleKind.Route, HoleKind.Route, HoleKind.Route, HoleKind.Route, HoleKind.Slot], holes.Select(hole => hole.Kind));
    }

    [Fact]
    public void G85_makes_a_slot_and_keeps_what_is_not_said()
    {
        var holes = DrillText.Holes(Head + "X1000Y1000G85X3000\nY5000G85Y6000\nM30\n");
        Assert.Equal((3, 1), DrillText.Place(holes[0].Path.End));
        Assert.Equal((3, 5), DrillText.Place(holes[1].Path.Start));
    }

    [Fact]
    public void A_nibbled_hole_has_its_own_diameter() =>
        Assert.Equal(6_000_000, Assert.Single(DrillText.Holes(Head + "X1000Y1000G84X6000\nM30\n")).Diameter.Nanometres);

    [Fact]
    public void A_repeat_code_makes_the_last_hole_again()
    {
        Assert.Equal([(1, 1), (1.1, 1), (1.2, 1), (1.2, 1.5)], DrillText.Places(Head + "X1000Y1000\nR02X100\nR1Y500\nM30\n"));
    }

    [Fact]
    public void A_pattern_is_repeated_from_copy_to_copy()
    {
        var places = DrillText.Places(Head + "X500Y500\nM25\nX1000Y1000\nX2000Y1000\nM01\nR2M02X10000\nM02Y5000\nM08\nM30\n");
        Assert.Equal([(0.5, 0.5), (1, 1), (2, 1), (11, 1), (12, 1), (21, 1), (22, 1), (21, 6), (22, 6)], places);
    }

    [Fact]
    public void Without_a_start_the_pattern_is_everything_before()
    {
        Assert.Equal(6, DrillText.Places(Head + "X1000Y1000\nX2000Y1000\nM02X10000\nM02Y5000\nM08\nM30\n").Length);
    }

    [Fact]
    public void A_pattern_may_be_mirrored_and_swapped()
    {
        Assert.Equal([(1, 2), (9, 2)], DrillText.Places(Head + "M25\nX1000Y2000\nM01\nM02X10000M80\nM08\nM30\n"));
        Assert.Equal([(1, 2), (12, 1)], DrillText.Places(Head + "M25\nX1000Y2000\nM01\nM02X10000M70\nM08\nM30\n"));
    }

    [Fact]
    public void Repeats_without_end_are_cut_and_told()
    {
        var program = DrillText.Read(Head + "X1Y1\n" + string.Concat(Enumerable.Repeat("R9999X0Y0\nM02X0Y0\n", 100)) + "M30\n");
        var log = new DiagnosticLog("board.drl");
        Assert.True(program.Interpret(program.StatedFormat, log).Length <= Turnkey.Formats.Excellon.ExcellonProgram.MostHoles);
        Assert.Contains(log.ToList(), diagnostic => diagnostic.Code == "drill.too-many");
    }

    [Fact]
    public void A_slot_that_ends_at_a_cut_out_stays_a_slot()
    {
        string[] slots = ["G00X0Y0\nM15\nG01X9000Y0\nM16\n", "G00X9000Y0\nM15\nG01X9000Y9000\nM16\n", "G00X9000Y9000\nM15\nG01X0Y0\nM16\n", "G00X9000Y0\nM15\nG01X12000Y0\nM16\n", "G00X15000Y0\nM15\nG01X12000Y0\nM16\n"];
        Assert.Equal([HoleKind.Route, HoleKind.Route, HoleKind.Route, HoleKind.Slot, HoleKind.Slot], DrillText.Holes(Head + string.Concat(slots) + "M30\n").Select(hole => hole.Kind));
    }

    [Fact]
    public void A_line_that_asks_for_ten_thousand_copies_gets_a_few_thousand_and_is_told()
    {
        var program = DrillText.Read(Head + "X1Y1\nR9999X1Y0\nM30\n");
        var log = new DiagnosticLog("board.drl");
        Assert.InRange(program.Interpret(program.StatedFormat, log).Length, 5_000, 6_000);
        Assert.Equal("drill.too-many", Assert.Single(log.ToList()).Code);
    }

    [Fact]
    public void A_new_zero_moves_what_follows() =>
        Assert.Equal([(1, 1), (11, 21)], DrillText.Places(Head + "X1000Y1000\nG93X10000Y20000\nX1000Y1000\nM30\n"));

    [Fact]
    public void Text_to_be_engraved_is_no_hole() =>
        Assert.Single(DrillText.Places(Head + "M97,X100 T2 ABC\nX1000Y1000\nM30\n"));
}

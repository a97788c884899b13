using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Tests.Nets;

public sealed class NetComparisonTests
{
    [Fact]
    public void Copper_that_does_what_the_netlist_says_is_equal_and_takes_its_names()
    {
        var copper = BoardCopper.Examine(TwoTracks().Point("A", "R1.1", 0, 0).Point("A", "R2.1", 5, 0).Point("B", "R1.2", 0, 2).Point("B", "R2.2", 5, 2).Board());

        Assert.True(copper.Comparison!.IsEqual);
        Assert.Equal((4, Point.Origin, "netlist"), (copper.Comparison.Points, copper.Comparison.Offset, copper.Comparison.Netlist));
        Assert.Equal(["A", "B"], copper.Nets.Nets.Select(net => net.Name));
        Assert.Empty(copper.Diagnostics);
    }

    [Fact]
    public void A_short_is_found_where_the_two_nets_meet()
    {
        var sketch = TwoTracks();
        sketch[1].Track(3, 0, 3, 2, 0.2);
        var copper = BoardCopper.Examine(sketch.Point("A", "R1.1", 0, 0).Point("A", "R2.1", 5, 0).Point("B", "R1.2", 0, 2).Point("B", "R2.2", 5, 2).Board());

        var one = Assert.Single(copper.Comparison!.Shorts);
        Assert.Equal(["A", "B"], one.Names);
        var meeting = Assert.Single(one.Meetings);
        Assert.Equal([1], meeting.Layers);
        Assert.Equal(3, meeting.At.X / 1e6, 0.11);
        Assert.StartsWith("R", meeting.PinA, StringComparison.Ordinal);
        var diagnostic = Assert.Single(copper.Diagnostics);
        Assert.Equal(("nets.short", Severity.Error), (diagnostic.Code, diagnostic.Severity));
    }

    [Fact]
    public void Nets_that_the_copper_names_meet_where_their_features_touch()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, 1, net: "A", pin: "R1.1").Track(0, 0, 3, 0, 0.2, net: "A").Track(3, -2, 3, 2, 0.2, net: "B").Disc(3, 2, 1, net: "B", pin: "R1.2");

        var copper = BoardCopper.Examine(sketch.Board());

        Assert.Equal(NetComparison.Stated, copper.Comparison!.Netlist);
        var meeting = Assert.Single(Assert.Single(copper.Comparison.Shorts).Meetings);
        Assert.Equal(3, meeting.At.X / 1e6, 0.11);
        Assert.Equal(0, meeting.At.Y / 1e6, 0.11);
        // What the copper says of itself is told once, not once for the nets and once for the comparison.
        Assert.Single(copper.Diagnostics);
    }

    [Fact]
    public void A_short_names_the_pins_nearest_to_the_place_and_not_the_ends_of_the_way_to_it()
    {
        var sketch = new BoardSketch(1);
        // U9 lies on the same piece of copper, as few features away from the bridge as U1 is.
        sketch[1].Disc(0, 0, 1).Area(-9, -0.1, 3, 0.1).Disc(-9, 0, 1).Disc(0, 2, 1).Track(0, 2, 3, 2, 0.2).Track(2, 0, 2, 2, 0.2);
        foreach (var i in Enumerable.Range(2, 3)) sketch[1].Disc(i * 10, 20, 1);
        sketch.Point("A", "U9.1", -9, 0).Point("A", "U1.1", 0, 0).Point("B", "U1.2", 0, 2);
        foreach (var i in Enumerable.Range(2, 3)) sketch.Point($"C{i}", $"U1.{i + 1}", i * 10, 20);

        var copper = BoardCopper.Examine(sketch.Board());

        var meeting = Assert.Single(Assert.Single(copper.Comparison!.Shorts).Meetings);
        Assert.Equal(["U1.1", "U1.2"], new[] { meeting.PinA, meeting.PinB }.Order(StringComparer.Ordinal));
        Assert.Equal(2, meeting.At.X / 1e6, 0.11);
        // A part of five pins is no net tie.
        Assert.Equal(("", "nets.short"), (meeting.Part, Assert.Single(copper.Diagnostics).Code));
        Assert.Contains("(U1.1)", copper.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains(" on layer 1", copper.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NT2")]
    [InlineData("JP1")]
    [InlineData("SJ3")]
    public void Copper_between_the_pins_of_a_part_that_calls_itself_a_tie_is_a_joint_in_it(string part)
    {
        var copper = BoardCopper.Examine(InPart(part).Board());

        var one = Assert.Single(copper.Comparison!.Shorts);
        Assert.True(one.IsInParts);
        Assert.Equal((part, true), (Assert.Single(one.Meetings).Part, one.Meetings[0].IsTie));
        Assert.Equal("0 shorts, 0 opens, 0 without copper, 1 pair of nets joined by a net tie or jumper", copper.Comparison.Counts);
        var diagnostic = Assert.Single(copper.Diagnostics);
        Assert.Equal(("nets.joined-in-part", Severity.Info), (diagnostic.Code, diagnostic.Severity));
        Assert.StartsWith($"B and A are joined in part {part}: copper runs between its pins {part}.2 and {part}.1 at (", diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C31")]
    [InlineData("T1")]
    public void Copper_between_the_pins_of_any_other_part_is_a_short_that_says_in_which(string part)
    {
        var copper = BoardCopper.Examine(InPart(part).Board());

        var meeting = Assert.Single(Assert.Single(copper.Comparison!.Shorts).Meetings);
        Assert.Equal((part, false), (meeting.Part, meeting.IsTie));
        Assert.Equal("1 short, within a part, 0 opens, 0 without copper", copper.Comparison.Counts);
        var diagnostic = Assert.Single(copper.Diagnostics);
        Assert.Equal(("nets.short", Severity.Error), (diagnostic.Code, diagnostic.Severity));
        Assert.Contains($"on layer 1, in part {part}. Where a part is meant", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Copper_beside_the_pins_of_a_part_is_a_short_and_no_joint_in_it()
    {
        // The bridge runs from pin to pin by a way of 20 mm.
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, 1).Disc(2, 0, 1).Track(0, 0, 0, 10, 0.2).Track(2, 0, 2, 10, 0.2).Track(0, 10, 2, 10, 0.2);

        var copper = BoardCopper.Examine(sketch.Point("A", "R1.1", 0, 0).Point("B", "R1.2", 2, 0).Board());

        Assert.Equal("", Assert.Single(Assert.Single(copper.Comparison!.Shorts).Meetings).Part);
        Assert.Equal("nets.short", Assert.Single(copper.Diagnostics).Code);
    }

    [Theory]
    [InlineData("R31", "2 shorts, 1 of them within a part, 0 opens, 0 without copper", "nets.short")]
    [InlineData("NT1", "1 short, 0 opens, 0 without copper, 1 pair of nets joined by a net tie or jumper", "nets.short nets.joined-in-part")]
    public void Of_several_meetings_those_in_ties_and_those_that_are_shorts_are_told_apart(string part, string counts, string codes)
    {
        var sketch = Bridged(1);
        sketch[1].Track(7, 0, 7, 5, 0.2).Disc(7, 5, 1);
        var copper = BoardCopper.Examine(sketch.Point("A", $"{part}.1", 0, 0).Point("A", "U1.1", -5, 0).Point("B", $"{part}.2", 2, 0).Point("B", "U1.2", 7, 0).Point("C", "U2.1", 7, 5).Board());

        Assert.False(Assert.Single(copper.Comparison!.Shorts).IsInParts);
        Assert.Equal(counts, copper.Comparison.Counts);
        Assert.Equal(codes.Split(' '), copper.Diagnostics.Select(one => one.Code));
        Assert.DoesNotContain("Where a part is meant", copper.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_nets_are_none_that_the_design_uses()
    {
        var sketch = new BoardSketch(1);
        foreach (var x in Enumerable.Range(0, 5)) sketch[1].Disc(x * 3, 0, 1);
        sketch[1].Disc(30, 0, 1, net: "N3");

        var nets = BoardCopper.Examine(sketch.Point("n1", "R1.1", 0, 0).Point("A", "R1.2", 3, 0).Board()).Nets.Nets;

        Assert.Equal(["A", "N3", "n1"], nets.Where(net => net.IsNamed).Select(net => net.Name));
        Assert.Equal(["N2", "N4", "N5"], nets.Where(net => !net.IsNamed).Select(net => net.Name));
    }

    [Fact]
    public void Tooling_holes_that_differ_leave_the_nets_equal()
    {
        var comparison = BoardCopper.Examine(TwoTracks().Drill(20, 20, 3.5, plating: Plating.NonPlated).ToolingHole(20, 20, 3).Point("A", "R1.1", 0, 0).Point("B", "R1.2", 0, 2).Board()).Comparison!;

        Assert.Equal((true, false), (comparison.HasEqualNets, comparison.IsEqual));
        Assert.Equal("0 shorts, 0 opens, 0 without copper, 1 tooling hole not as drilled", comparison.Counts);
    }

    [Fact]
    public void A_pad_that_is_to_be_connected_to_nothing_and_lies_on_a_net_is_told()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, 1).Track(0, 0, 5, 0, 0.2).Disc(5, 0, 1).Disc(0, 5, 1).Disc(0.5, 5, 1).Disc(0, 9, 1);
        var copper = BoardCopper.Examine(sketch.Point("A", "R1.1", 0, 0).Point("", "U1.5", 5, 0).Point("", "J1.1", 0, 5).Point("", "J1.2", 0.5, 5).Point("B", "R1.2", 0, 9).Board());

        var pad = Assert.Single(copper.Comparison!.NotIsolated);
        Assert.Equal(("U1.5", "A", 1, 2, BoardSketch.At(5, 0)), (pad.Pin, pad.Name, pad.CopperLayer, pad.Line, pad.At));
        Assert.False(copper.Comparison.IsEqual);
        Assert.Equal(("nets.not-isolated", 2), (Assert.Single(copper.Diagnostics).Code, copper.Diagnostics[0].Line));
    }

    [Fact]
    public void Tooling_holes_are_held_against_what_is_drilled()
    {
        var sketch = TwoTracks().Drill(20, 20, 2, plating: Plating.NonPlated).Drill(30, 20, 3.5, plating: Plating.NonPlated).Drill(40, 20, 2)
            .Point("A", "R1.1", 0, 0).Point("A", "R2.1", 5, 0).Point("B", "R1.2", 0, 2).Point("B", "R2.2", 5, 2)
            .ToolingHole(20, 20, 2.05).ToolingHole(30, 20, 3).ToolingHole(40, 20, 2).ToolingHole(50, 20, 1);

        var comparison = BoardCopper.Examine(sketch.Board()).Comparison!;

        Assert.Equal([(6, 3.5), (7, 2.0), (8, null)], comparison.Holes.Select(hole => (hole.Line, hole.Drilled?.Millimetres)));
        Assert.Equal((false, true), (comparison.Holes[1].ListedPlated, comparison.Holes[1].DrilledPlated));
        Assert.Equal(["nets.hole-differs", "nets.hole-differs", "nets.hole-missing"], comparison.Diagnostics.Select(one => one.Code));
        Assert.Contains("a tooling hole of 3 mm, not plated at (30 mm, 20 mm), the drill files have one of 3.5 mm, not plated", comparison.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_net_shows_its_pieces_the_largest_first()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, 1).Track(0, 0, 2, 0, 0.2).Disc(2, 0, 1).Disc(5, 0, 1);
        var copper = BoardCopper.Examine(sketch.Point("A", "R1.1", 0, 0).Point("A", "R2.1", 2, 0).Point("A", "R3.1", 5, 0).Board());

        var open = Assert.Single(copper.Comparison!.Opens);
        Assert.Equal("A", open.Name);
        Assert.Equal([2, 1], open.Pieces.Select(piece => piece.Points));
        Assert.Equal(BoardSketch.At(5, 0), open.Pieces[1].At);
        Assert.Equal(["R3.1"], open.Pieces[1].Pins);
    }

    [Fact]
    public void A_point_without_copper_on_its_side_is_unconnected()
    {
        var sketch = new BoardSketch(2);
        sketch[1].Disc(0, 0, 1).Disc(3, 0, 1);
        sketch[2].Disc(9, 0, 1);
        var copper = BoardCopper.Examine(sketch.Point("A", "R1.1", 0, 0).Point("B", "R1.2", 3, 0).Point("C", "R2.1", 3, 0, Side.Bottom).Point("C", "R2.2", 9, 0, Side.Bottom).Board());

        var missed = Assert.Single(copper.Comparison!.Unconnected);
        Assert.Equal(("C", "R2.1", 2, 3), (missed.Name, missed.Pin, missed.CopperLayer, missed.Line));
    }

    [Fact]
    public void Of_blind_holes_on_top_of_each_other_the_one_that_reaches_the_side_is_meant()
    {
        var sketch = new BoardSketch(4).Drill(0, 0, 0.1, 1, 2).Drill(0, 0, 0.1, 3, 4);
        foreach (var layer in new[] { 1, 2, 3, 4 }) sketch[layer].Disc(0, 0, 0.3).Disc(4, 0, 1);
        var copper = BoardCopper.Examine(sketch.Point("A", "VIA", 0, 0, Side.Top, 0.1).Point("B", "VIA", 0, 0, Side.Bottom, 0.1).Board());

        Assert.True(copper.Comparison!.IsEqual);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(137.5)]
    public void A_netlist_with_another_origin_is_moved_to_where_its_points_lie_on_pads(double away)
    {
        var sketch = new BoardSketch(1);
        double[] xs = [0, 3, 7, 12, 18.5, 26, 34];
        foreach (var x in xs)
        {
            sketch[1].Disc(x, x * x / 20, 1);
            sketch.Point($"N{x}", "", x - away, (x * x / 20) + away);
        }

        var copper = BoardCopper.Examine(sketch.Board());

        Assert.Equal(BoardSketch.At(away, -away), copper.Comparison!.Offset);
        Assert.True(copper.Comparison.IsEqual);
        Assert.Equal(away == 0 ? [] : ["nets.origin-differs"], copper.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_netlist_of_another_board_is_not_compared()
    {
        var sketch = new BoardSketch(1);
        for (var i = 0; i < 20; i++)
        {
            sketch[1].Disc(i * 2, 0, 1);
            sketch.Point("A", "", i * i * 0.37, 5 + (i * 1.3));
        }

        var copper = BoardCopper.Examine(sketch.Board());

        Assert.Null(copper.Comparison);
        Assert.Equal("nets.not-registered", Assert.Single(copper.Diagnostics).Code);
    }

    [Fact]
    public void The_smallest_gap_of_a_layer_lies_between_different_nets_and_is_exact()
    {
        var sketch = new BoardSketch(2);
        // The same net comes nearer to itself than the other one does to it.
        sketch[1].Track(0, 0, 5, 0, 0.2).Track(0, 0.25, 5, 0.25, 0.2).Track(0, 0, 0, 0.25, 0.2).Disc(5.5, 1, 0.4);
        sketch[2].Disc(0, 0, 1);
        var board = sketch.Board();

        var gap = Assert.Single(BoardCopper.Examine(board).SmallestGaps);

        Assert.Equal(1, gap.CopperLayer);
        Assert.Equal((Math.Sqrt((0.5 * 0.5) + (0.75 * 0.75)) - 0.1 - 0.2) * 1e6, gap.Width, 0.01);
        Assert.Equal(Length.FromNanometres((long)Math.Round(gap.Width)), BoardCopper.Examine(board).MinSpace);
    }

    /// <summary>Two pads 2 mm apart with copper between them, and a track away from each.</summary>
    private static BoardSketch Bridged(double diameter)
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, diameter).Disc(2, 0, diameter).Track(0, 0, 2, 0, 0.2).Track(-5, 0, 0, 0, 0.2).Track(2, 0, 7, 0, 0.2).Disc(-5, 0, 1).Disc(7, 0, 1);
        return sketch;
    }

    private static BoardSketch InPart(string part) =>
        Bridged(1).Point("A", $"{part}.1", 0, 0).Point("A", "U1.1", -5, 0).Point("B", $"{part}.2", 2, 0).Point("B", "U1.2", 7, 0);

    private static BoardSketch TwoTracks()
    {
        var sketch = new BoardSketch(1);
        foreach (var y in new[] { 0, 2 }) sketch[1].Disc(0, y, 1).Track(0, y, 5, y, 0.2).Disc(5, y, 1);
        return sketch;
    }
}

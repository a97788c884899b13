using Turnkey.Designs.Nets;

namespace Turnkey.Designs.Tests.Nets;

public sealed class DisputedPadsTests
{
    /// <summary>Each pad as a small flash on the area that fills it; the area says what the pad before it was.</summary>
    private static BoardSketch Shifted()
    {
        var sketch = new BoardSketch(1);
        for (var i = 0; i < 4; i++) sketch[1].Area((5 * i) - 1, -1, (5 * i) + 1, 1, net: $"N{i}", pin: $"R{i}.2").Disc(5 * i, 0, 0.2, net: $"N{i}", pin: $"R{i + 1}.2");
        return sketch;
    }

    [Fact]
    public void An_area_is_the_pad_of_the_flash_on_it_whatever_it_says()
    {
        var sketch = Shifted();
        Assert.Equal(["R1", "R1", "R2", "R2", "R3", "R3", "R4", "R4"], Pads(sketch, 8).Select(name => name!.Value.Component));
        var diagnostic = Assert.Single(CopperNets.Trace(sketch.Board()).Diagnostics);
        Assert.Equal(("nets.pad-names-shifted", "copper1"), (diagnostic.Code, diagnostic.File));
        Assert.StartsWith("4 areas", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_areas_are_wrong_one_without_a_flash_is_nobody_s()
    {
        var sketch = Shifted();
        sketch[1].Area(29, -1, 31, 1, net: "N9", pin: "R4.2");
        Assert.Null(Pads(sketch, 9)[8]);
        var right = new BoardSketch(1);
        right[1].Area(-1, -1, 1, 1, net: "A", pin: "R1.1").Disc(0, 0, 0.2, net: "A", pin: "R1.1").Area(29, -1, 31, 1, net: "B", pin: "R1.2");
        Assert.Equal(new PadName("R1", "2"), Pads(right, 3)[2]);
        Assert.Empty(CopperNets.Trace(right.Board()).Diagnostics);
    }

    [Fact]
    public void A_pour_under_the_pads_of_several_parts_is_nobody_s_pad()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Area(-9, -9, 9, 9, net: "GND", pin: "R9.1").Disc(-3, 0, 1, net: "GND", pin: "C1.1").Disc(3, 0, 1, net: "GND", pin: "C2.1");
        Assert.Equal([null, "C1", "C2"], Pads(sketch, 3).Select(name => name?.Component));
    }

    [Fact]
    public void A_netlist_that_fits_is_believed_before_the_copper_s_own_names()
    {
        var sketch = new BoardSketch(1).Point("A", "R1.1", 0, 0).Point("B", "R1.2", 5, 0).Point("C", "R2.1", 10, 0).Point("D", "R2.2", 15, 0);
        sketch[1].Disc(0, 0, 1, net: "A", pin: "R1.1").Disc(5, 0, 1, net: "B", pin: "R7.2").Disc(10, 0, 1, net: "C", pin: "R2.1").Disc(15, 0, 1, net: "D", pin: "R2.2");
        Assert.Equal(["R1", "R1", "R2", "R2"], Pads(sketch, 4).Select(name => name!.Value.Component));
        Assert.Equal("nets.pad-names-differ", Assert.Single(CopperNets.Trace(sketch.Board()).Diagnostics).Code);
    }

    [Fact]
    public void A_netlist_that_names_most_pads_otherwise_is_numbered_otherwise_and_overrules_none()
    {
        var sketch = new BoardSketch(1).Point("A", "R101.1", 0, 0).Point("B", "R101.2", 5, 0).Point("C", "R2.1", 10, 0);
        sketch[1].Disc(0, 0, 1, net: "A", pin: "R1.1").Disc(5, 0, 1, net: "B", pin: "R1.2").Disc(10, 0, 1, net: "C", pin: "R2.1");
        Assert.Equal(["R1", "R1", "R2"], Pads(sketch, 3).Select(name => name!.Value.Component));
    }

    [Fact]
    public void A_name_that_the_netlist_has_no_room_for_is_the_same()
    {
        var sketch = new BoardSketch(1).Point("A", "POWER_.1", 0, 0).Point("B", "R1.ANOD", 5, 0);
        sketch[1].Disc(0, 0, 1, net: "A", pin: "POWER_JACK.1").Disc(5, 0, 1, net: "B", pin: "R1.ANODE");
        Assert.Equal([new PadName("POWER_JACK", "1"), new PadName("R1", "ANODE")], Pads(sketch, 2));
        Assert.Empty(CopperNets.Trace(sketch.Board()).Diagnostics);
    }

    private static PadName?[] Pads(BoardSketch sketch, int count)
    {
        var board = sketch.Board();
        var nets = CopperNets.Trace(board);
        var image = board.Copper.First().Image;
        return [.. Enumerable.Range(0, count).Select(feature => nets.PadOf(0, feature, image.Attributes[image.Features[feature].Attributes]))];
    }
}

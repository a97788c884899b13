using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;

namespace Turnkey.Designs.Tests.Nets;

public sealed class NamedPadsTests
{
    [Fact]
    public void A_pad_takes_part_and_pin_of_the_point_on_its_middle_also_where_the_netlist_connects_it_to_nothing()
    {
        var sketch = new BoardSketch(1).Point("A", "U1.1", 0, 0).Point("", "U1.2", 10, 0).Point("B", "C7.1", 20, 0).Point("B", "C7.2", 30, 0);
        sketch[1].Disc(0, 0, 1).Disc(10, 0, 6).Disc(20, 0, 1).Disc(30, 0, 1).Track(20, 0, 30, 0, 0.2).Disc(40, 0, 1);

        Assert.Equal(
            [(0, new PadName("U1", "1")), (1, new PadName("U1", "2")), (2, new PadName("C7", "1")), (3, new PadName("C7", "2"))],
            Named(sketch, 0));
    }

    [Fact]
    public void A_point_with_a_hole_names_the_pads_of_the_hole_on_every_layer()
    {
        var sketch = new BoardSketch(2).Drill(0, 0, 0.8).Drill(5, 0, 0.3).Point("A", "J1.1", 0, 0, Side.All, 0.8).Point("A", "J1.2", 5, 0, Side.All, 0.3).Point("B", "U9.1", 10, 10);
        sketch[1].Disc(0, 0, 1.5).Disc(5, 0, 0.6).Disc(10, 10, 1);
        sketch[2].Disc(0, 0, 1.5).Disc(0.5, 0, 0.2).Disc(5, 0, 0.6);

        Assert.Equal([(0, new PadName("J1", "1")), (2, new PadName("J1", "2"))], Named(sketch, 1));
    }

    [Fact]
    public void A_pad_that_is_drawn_as_an_area_is_named_and_the_pour_below_is_not()
    {
        var sketch = new BoardSketch(1).Point("A", "U3.49", 0, 0).Point("B", "C7.1", 20, 0).Point("B", "C7.2", 30, 0);
        sketch[1].Area(-9, -8, 10, 9).Area(-3, -3, 3, 3).Disc(1, 0, 0.3).Disc(20, 0, 1).Disc(30, 0, 1);

        Assert.Equal([(1, "U3"), (3, "C7"), (4, "C7")], Named(sketch, 0).Select(pad => (pad.Feature, pad.Name.Component)));
    }

    [Fact]
    public void Without_a_netlist_that_fits_no_pad_has_a_name()
    {
        var sketch = new BoardSketch(1);
        sketch[1].Disc(0, 0, 1);
        Assert.Empty(CopperNets.Trace(sketch.Board()).PadNames);
    }

    private static IEnumerable<(int Feature, PadName Name)> Named(BoardSketch sketch, int layer) =>
        CopperNets.Trace(sketch.Board()).PadNames[layer].Select(pad => (pad.Key, pad.Value)).OrderBy(pad => pad.Key);
}

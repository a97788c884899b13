using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Tests.Fabrication.Marking;

public class LegendTests
{
    private const string OnPad = "legend-on-pad: { preferred: 0.15 }", Width = "legend-width: { preferred: 0.1 }";

    private static Sketch Land() => new Sketch().Land(1, 0, 0, 1, 1, "A", "U1", "1").Window(LayerRole.SolderMask, Side.Top, 0, 0, 1.1, 1.1);

    [Fact]
    public void Ink_is_measured_to_the_pad()
    {
        var finding = Assert.Single(Land().Line(LayerRole.Legend, Side.Top, -5, 0.7, 5, 0.7, 0.2).Against(OnPad).Of("legend-on-pad"));
        Assert.Equal((0.1m, "U1.1", "top legend"), (finding.Measured.Value, finding.Worst.What, finding.Worst.Layer));
        Assert.Equal(0m, Assert.Single(Land().Line(LayerRole.Legend, Side.Top, -5, 0.5, 5, 0.5, 0.2).Against(OnPad).Of("legend-on-pad")).Measured.Value);
    }

    [Fact]
    public void Where_the_opening_is_smaller_it_counts_to_the_opening() =>
        Assert.Equal(0.14m, Assert.Single(new Sketch().Land(1, 0, 0, 1, 1, "A", "U1", "1").Window(LayerRole.SolderMask, Side.Top, 0, 0, 0.9, 0.9).Line(LayerRole.Legend, Side.Top, -5, 0.69, 5, 0.69, 0.2).Against(OnPad).Of("legend-on-pad")).Measured.Value);

    [Fact]
    public void Ink_far_from_pads_on_the_other_side_or_on_vias_does_no_harm()
    {
        Assert.Empty(Land().Line(LayerRole.Legend, Side.Top, -5, 0.8, 5, 0.8, 0.2).Against(OnPad).Of("legend-on-pad"));
        Assert.Empty(Land().Line(LayerRole.Legend, Side.Bottom, -5, 0.5, 5, 0.5, 0.2).Via(9, 9, 0.3, 0.6, "B").Line(LayerRole.Legend, Side.Top, 8, 9, 10, 9, 0.2).Against(OnPad).Of("legend-on-pad"));
    }

    [Fact]
    public void Lines_are_as_wide_as_they_are_drawn()
    {
        var finding = Assert.Single(new Sketch().Line(LayerRole.Legend, Side.Top, 0, 0, 5, 0, 0.08).Line(LayerRole.Legend, Side.Top, 0, 2, 5, 2, 0.1).Against(Width).Of("legend-width"));
        Assert.Equal((0.08m, 1, "drawn 0.08 mm wide"), (finding.Measured.Value, finding.Places.Length, finding.Worst.What));
    }

    [Fact]
    public void Lines_that_fill_an_area_are_as_wide_as_it()
    {
        var sketch = new Sketch();
        for (var i = 0; i < 10; i++) sketch.Line(LayerRole.Legend, Side.Top, 0, i * 0.05, 5, i * 0.05, 0.08);
        Assert.Empty(sketch.Against(Width).Of("legend-width"));
    }

    [Fact]
    public void Without_a_legend_it_is_not_checked()
    {
        Assert.Contains("no legend", Land().Against(OnPad).Skipped("legend-on-pad"), StringComparison.Ordinal);
        Assert.Contains("no legend", Land().Against(Width).Skipped("legend-width"), StringComparison.Ordinal);
        Assert.Contains("no copper", new Sketch(0).Line(LayerRole.Legend, Side.Top, 0, 0, 5, 0, 0.08).Against(OnPad).Skipped("legend-on-pad"), StringComparison.Ordinal);
        Assert.Contains("no line", new Sketch().Dot(LayerRole.Legend, Side.Top, 0, 0, 1).Against(Width).Skipped("legend-width"), StringComparison.Ordinal);
    }
}

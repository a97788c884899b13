using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Tests.Fabrication.Copper;

public class CopperIslandTests
{
    private const string Rule = "copper-island", Limit = "copper-island: { preferred: 0 }";

    [Fact]
    public void An_area_that_nothing_connects_to_is_dead()
    {
        var finding = Assert.Single(new Sketch().Pour(1, null, (0, 0), (2, 0), (2, 3), (0, 3)).Against(Limit).Of(Rule));
        Assert.Equal((6m, "L1"), (finding.Measured.Value, finding.Worst.Layer));
    }

    [Fact]
    public void The_largest_comes_first_wherever_it_lies()
    {
        var finding = Assert.Single(new Sketch().Pour(1, null, (0, 0), (1, 0), (1, 1), (0, 1)).Pour(1, null, (5, 5), (7, 5), (7, 8), (5, 8)).Against(Limit).Of(Rule));
        Assert.Equal([6m, 1m], finding.Places.Select(place => place.Measured.Value));
        Assert.Contains("the largest of 6 mm²", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_area_counts_what_overlaps_once()
    {
        var finding = Assert.Single(new Sketch().Pour(1, null, (0, 0), (2, 0), (2, 1), (0, 1)).Track(1, 0, 0, 2, 0, 0.2).Against(Limit).Of(Rule));
        Assert.InRange((double)finding.Measured.Value, 2.2 + (Math.PI * 0.01) - 1e-3, 2.2 + (Math.PI * 0.01) + 1e-3);
    }

    [Fact]
    public void Copper_with_a_name_a_pad_or_a_hole_is_alive()
    {
        Assert.Empty(new Sketch().Pour(1, "GND", (0, 0), (2, 0), (2, 3), (0, 3)).Against(Limit).Of(Rule));
        Assert.Empty(new Sketch().Pour(1, null, (0, 0), (2, 0), (2, 3), (0, 3)).Pad(1, 1, 1, 0.5).Against(Limit).Of(Rule));
        Assert.Empty(new Sketch().Pour(1, null, (0, 0), (2, 0), (2, 3), (0, 3)).Hole(1, 1, 0.5).Against(Limit).Of(Rule));
    }

    [Fact]
    public void Lettering_of_strokes_is_none() => Assert.Empty(new Sketch().Track(1, 0, 0, 2, 0, 0.2).Track(1, 2, 0, 2, 2, 0.2).Against(Limit).Of(Rule));

    [Fact]
    public void What_the_mask_leaves_open_is_meant_to_be_seen() => Assert.Empty(new Sketch().Pour(1, null, (0, 0), (2, 0), (2, 3), (0, 3)).Window(LayerRole.SolderMask, Side.Top, 1, 1.5, 1, 1).Pad(1, 9, 9, 1, "A").Against(Limit).Of(Rule));

    [Fact]
    public void Without_copper_it_is_not_checked() => Assert.Contains("no copper", new Sketch(0).Against(Limit).Skipped(Rule), StringComparison.Ordinal);
}

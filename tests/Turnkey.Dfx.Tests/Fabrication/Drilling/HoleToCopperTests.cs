using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Fabrication.Drilling;

public class HoleToCopperTests
{
    private const string Plated = "pth-to-copper: { minimum: 0.2 }";
    private const string Bare = "npth-to-copper: { minimum: 0.25 }";

    [Fact]
    public void Copper_of_another_net_beside_a_plated_wall_is_measured_from_the_wall()
    {
        var sketch = new Sketch(4).Via(0, 0, 0.3, 0.4, "A").Track(2, -3, 0.43, 3, 0.43, 0.2, "B");
        var finding = Assert.Single(sketch.Against(Plated).Of("pth-to-copper"));
        Assert.Equal((0.18m, "L2"), (finding.Measured.Value, finding.Worst.Layer));
        Assert.Contains("B", finding.Worst.What, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_measured_on_the_tool()
    {
        var maker = Reviewing.Limits(Plated).Maker with { Plating = new(Length.FromMillimetres(0.1), "test") };
        Assert.Equal(0.13m, Assert.Single(DesignReview.Check(new Sketch().Via(0, 0, 0.3, 0.4, "A").Track(1, -3, 0.43, 3, 0.43, 0.2, "B").Assembly(), new Demands([maker])).Of("pth-to-copper")).Measured.Value);
    }

    [Fact]
    public void Copper_of_its_own_net_may_touch_the_hole() => Assert.Empty(new Sketch().Via(0, 0, 0.3, 0.6, "A").Track(1, 0, 0, 3, 0, 0.2, "A").Against(Plated).Of("pth-to-copper"));

    [Fact]
    public void A_buried_hole_passes_only_its_own_layers() =>
        Assert.Empty(new Sketch(4).Pad(2, 0, 0, 0.5, "A").Pad(3, 0, 0, 0.5, "A").Hole(0, 0, 0.3, from: 2, to: 3).Track(1, -3, 0.3, 3, 0.3, 0.2, "B").Against(Plated).Of("pth-to-copper"));

    [Fact]
    public void Copper_beside_a_hole_without_plating_is_measured_whatever_its_net() =>
        Assert.Equal(0.2m, Assert.Single(new Sketch(1).Track(1, -3, 1.3, 3, 1.3, 0.2, "A").Hole(0, 0, 2, Plating.NonPlated).Against(Bare).Of("npth-to-copper")).Measured.Value);

    [Fact]
    public void A_hole_without_plating_drilled_through_copper_has_none_around_it()
    {
        var finding = Assert.Single(new Sketch(1).Pad(1, 0, 0, 4, "A").Hole(0, 0, 2, Plating.NonPlated).Against(Bare).Of("npth-to-copper"));
        Assert.Equal(0m, finding.Measured.Value);
        Assert.Contains("drilled through copper", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pad_about_as_large_as_its_hole_is_not_meant_to_leave_copper() =>
        Assert.Empty(new Sketch().Pad(1, 0, 0, 2, "A").Pad(2, 0, 0, 2.025, "A").Hole(0, 0, 2, Plating.NonPlated).Against(Bare).Of("npth-to-copper"));

    [Fact]
    public void Copper_around_a_hole_that_begins_a_cut_out_is_the_cut_out_s_matter() =>
        Assert.Empty(new Sketch().Outline(0, 0, 20, 20).Cutout(8, 9, 12, 11).Hole(10, 10, 1.8, Plating.NonPlated).Track(1, 7, 11.2, 13, 11.2, 0.2, "A").Against("npth-to-copper: { minimum: 0.25 }", "pth-to-copper: { minimum: 0.1 }").Of("npth-to-copper"));

    [Fact]
    public void Without_such_holes_or_copper_nothing_is_checked()
    {
        Assert.Contains("no plated holes", new Sketch().Pad(1, 0, 0, 1).Hole(5, 5, 1, Plating.NonPlated).Against(Plated).Skipped("pth-to-copper"), StringComparison.Ordinal);
        Assert.Contains("no holes without plating", new Sketch().Via(0, 0, 0.3, 0.6).Against(Bare).Skipped("npth-to-copper"), StringComparison.Ordinal);
        Assert.Contains("no copper", new Sketch(0).Hole(0, 0, 1).Against(Plated).Skipped("pth-to-copper"), StringComparison.Ordinal);
        Assert.Contains("no copper", new Sketch(0).Hole(0, 0, 1, Plating.NonPlated).Against(Bare).Skipped("npth-to-copper"), StringComparison.Ordinal);
    }
}

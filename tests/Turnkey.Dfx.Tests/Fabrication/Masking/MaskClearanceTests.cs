using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Tests.Fabrication.Masking;

public class MaskClearanceTests
{
    private const string Rule = "mask-clearance", Limit = "mask-clearance: { minimum: 0, preferred: 0.06 }", Overlap = "mask-overlap: { preferred: 0.06 }";

    private static Sketch Land() => new Sketch().Land(1, 0, 0, 1, 1, "A", "U1", "1");

    [Fact]
    public void The_opening_is_measured_from_the_pad_s_edge_to_its_own()
    {
        var finding = Assert.Single(Land().Window(LayerRole.SolderMask, Side.Top, 0, 0, 1.1, 1.1).Against(Limit).Of(Rule));
        Assert.Equal((0.05m, "top mask", "U1.1"), (finding.Measured.Value, finding.Worst.Layer, finding.Worst.What));
        Assert.Equal(0.04m, Assert.Single(new Sketch().Pad(1, 0, 0, 1, "A", "U1", "1").Dot(LayerRole.SolderMask, Side.Top, 0, 0, 1.08).Against(Limit).Of(Rule)).Measured.Value);
        Assert.Empty(Land().Window(LayerRole.SolderMask, Side.Top, 0, 0, 1.12, 1.12).Against(Limit).Of(Rule));
    }

    [Fact]
    public void An_opening_beside_its_pad_is_measured_where_it_is_nearest() => Assert.Equal(0.02m, Assert.Single(Land().Window(LayerRole.SolderMask, Side.Top, 0.03, 0, 1.1, 1.1).Against(Limit).Of(Rule)).Measured.Value);

    [Fact]
    public void Mask_on_one_side_of_a_pad_is_an_error_by_how_far_it_lies_on_it()
    {
        var finding = Assert.Single(Land().Window(LayerRole.SolderMask, Side.Top, 0, 0, 1.1, 0.9).Against(Limit).Of(Rule));
        Assert.Equal((Kernel.Severity.Error, -0.05m, "pads partly under mask"), (finding.Severity, finding.Measured.Value, finding.Cause));
    }

    [Fact]
    public void Openings_as_large_as_the_pads_are_a_setting_and_one_cause()
    {
        var finding = Assert.Single(Land().Land(1, 2, 0, 1, 1, "B", "U1", "2").Window(LayerRole.SolderMask, Side.Top, 0, 0, 1, 1).Window(LayerRole.SolderMask, Side.Top, 2, 0, 1, 1).Against(Limit).Of(Rule));
        Assert.Equal((Kernel.Severity.Warning, "openings as large as their pads", 2), (finding.Severity, finding.Cause, finding.Places.Length));
    }

    [Fact]
    public void Openings_that_overlap_count_as_one() =>
        Assert.InRange(Assert.Single(Land().Window(LayerRole.SolderMask, Side.Top, -0.25, 0, 0.6, 1.1).Window(LayerRole.SolderMask, Side.Top, 0.25, 0, 0.6, 1.1).Against(Limit).Of(Rule)).Measured.Value, 0.0499m, 0.0501m);

    [Fact]
    public void A_pad_that_the_mask_defines_is_meant_so_and_judged_by_how_far_the_mask_lies_on_it()
    {
        var sketch = Land().Window(LayerRole.SolderMask, Side.Top, 0, 0, 0.9, 0.9);
        Assert.Empty(sketch.Against(Limit).Of(Rule));
        var finding = Assert.Single(sketch.Against(Overlap).Of("mask-overlap"));
        Assert.Equal((0.05m, "pads of U1 that the mask defines"), (finding.Measured.Value, finding.Cause));
        Assert.Contains("no pad", Land().Window(LayerRole.SolderMask, Side.Top, 0, 0, 1.1, 1.1).Against(Overlap).Skipped("mask-overlap"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_strip_that_is_opened_of_a_pad_is_said_and_not_judged()
    {
        var review = Land().Window(LayerRole.SolderMask, Side.Top, 0, 0, 0.3, 1.1).Against(Limit);
        Assert.Empty(review.Of(Rule));
        Assert.Contains(review.Checks, check => check.Rule.Id == Rule && check.Why.Contains("1 of them opened in part", StringComparison.Ordinal));
    }

    [Fact]
    public void An_opening_that_holds_an_unnamed_pad_is_its_own_however_far_it_was_moved()
    {
        var finding = Assert.Single(new Sketch().Land(1, 0, 0, 0.3, 0.3).Window(LayerRole.SolderMask, Side.Top, 0.09, 0, 0.5, 0.5).Against("mask-clearance: { minimum: 0.02 }").Of(Rule));
        Assert.Equal(0.01m, finding.Measured.Value);
    }

    [Fact]
    public void Without_a_mask_it_is_not_checked()
    {
        Assert.Contains("no copper", new Sketch(0).Against(Limit).Skipped(Rule), StringComparison.Ordinal);
        Assert.Contains("no solder mask", Land().Against(Limit).Skipped(Rule), StringComparison.Ordinal);
        Assert.Contains("no solder mask", Land().Against(Overlap).Skipped("mask-overlap"), StringComparison.Ordinal);
        Assert.Contains("no pad", Land().Blank(LayerRole.SolderMask, Side.Top).Against(Limit).Skipped(Rule), StringComparison.Ordinal);
    }
}

using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Tests.Fabrication.Masking;

/// <summary>Missing openings, webs between them, openings over several pads, and foreign copper in them.</summary>
public class MaskOpeningTests
{
    private const string Missing = "mask-missing: { minimum: 0 }", Web = "mask-web: { preferred: 0.2 }", Ganged = "mask-ganged: { preferred: 0 }", Exposes = "mask-exposes: { minimum: 0.01, preferred: 0.06 }";

    /// <summary>Two pads of 0.4 × 1 mm, 0.65 mm from middle to middle.</summary>
    private static Sketch Two(string second = "U1") => new Sketch().Land(1, 0, 0, 0.4, 1, "A", "U1", "1").Land(1, 0.65, 0, 0.4, 1, "B", second, "2");

    private static Sketch Opened(string second = "U1") => Two(second).Window(LayerRole.SolderMask, Side.Top, 0, 0, 0.5, 1.1).Window(LayerRole.SolderMask, Side.Top, 0.65, 0, 0.5, 1.1);

    [Fact]
    public void A_pad_of_a_part_without_an_opening_is_found()
    {
        var finding = Assert.Single(Two().Window(LayerRole.SolderMask, Side.Top, 0, 0, 0.5, 1.1).Against(Missing).Of("mask-missing"));
        Assert.Equal(("surface pads", "U1.2", Sketch.At(0.65, 0)), (finding.Cause, finding.Worst.What, finding.Worst.At));
        Assert.Empty(Opened().Against(Missing).Of("mask-missing"));
    }

    [Fact]
    public void An_opening_of_the_next_pad_that_only_meets_the_edge_frees_nothing()
    {
        static Sketch Beside(double left) => Two().Window(LayerRole.SolderMask, Side.Top, left + 0.325, 0, 0.65, 1.1).Window(LayerRole.SolderMask, Side.Top, 0, 0, 0.5, 1.1);
        Assert.Equal("U1.2", Assert.Single(Beside(0.85).Against(Missing).Of("mask-missing")).Worst.What);
        Assert.Empty(Beside(0.8).Against(Missing).Of("mask-missing"));
    }

    [Fact]
    public void A_pad_that_gets_paste_is_one_of_a_part_though_nobody_names_it()
    {
        static Sketch Unnamed() => new Sketch().Land(1, 0, 0, 1, 1).Land(1, 3, 0, 1, 1).Window(LayerRole.SolderMask, Side.Top, 0, 0, 1.1, 1.1).Window(LayerRole.Paste, Side.Top, 0, 0, 1, 1);
        Assert.Equal(Sketch.At(3, 0), Assert.Single(Unnamed().Window(LayerRole.Paste, Side.Top, 3, 0, 1, 1).Against(Missing).Of("mask-missing")).Worst.At);
        Assert.Empty(Unnamed().Against(Missing).Of("mask-missing"));
    }

    [Fact]
    public void A_covered_via_misses_nothing() => Assert.Empty(Opened().Via(5, 0, 0.3, 0.6, "A").Against(Missing).Of("mask-missing"));

    [Fact]
    public void A_lead_may_be_soldered_from_one_side()
    {
        Sketch Leaded() => new Sketch().Pad(1, 0, 0, 2, "A", "J1", "1").Pad(2, 0, 0, 2, "A", "J1", "1").Hole(0, 0, 1, function: HoleFunction.Component).Blank(LayerRole.SolderMask, Side.Top);
        Assert.Empty(Leaded().Dot(LayerRole.SolderMask, Side.Bottom, 0, 0, 2.1).Against(Missing).Of("mask-missing"));
        Assert.Equal("through-hole pads", Assert.Single(Leaded().Blank(LayerRole.SolderMask, Side.Bottom).Against(Missing).Of("mask-missing")).Cause);
    }

    [Fact]
    public void A_mark_for_cameras_may_show_the_copper_around_it() =>
        Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "A", "FID1", "1").Dot(LayerRole.SolderMask, Side.Top, 0, 0, 2).Track(1, -5, 0.9, 5, 0.9, 0.2, "C").Land(1, 9, 9, 1, 1, "D", "U1", "1").Window(LayerRole.SolderMask, Side.Top, 9, 9, 1.1, 1.1).Against(Exposes).Of("mask-exposes"));

    [Fact]
    public void Missing_openings_need_a_mask_and_pads_that_are_known()
    {
        Assert.Contains("no solder mask", Two().Against(Missing).Skipped("mask-missing"), StringComparison.Ordinal);
        Assert.Contains("which pads", new Sketch().Land(1, 0, 0, 1, 1).Window(LayerRole.SolderMask, Side.Top, 0, 0, 1.1, 1.1).Against(Missing).Skipped("mask-missing"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_web_between_two_openings_is_measured()
    {
        var finding = Assert.Single(Opened().Against(Web).Of("mask-web"));
        Assert.Equal((0.15m, "pads of one part", "U1.1 and U1.2"), (finding.Measured.Value, finding.Cause, finding.Worst.What));
        Assert.Equal("pads of two parts", Assert.Single(Opened("U2").Against(Web).Of("mask-web")).Cause);
    }

    [Fact]
    public void Webs_beside_openings_of_nothing_that_is_soldered_do_not_matter() =>
        Assert.Empty(new Sketch().Pad(1, 9, 9, 1, "A").Window(LayerRole.SolderMask, Side.Top, 0, 0, 1, 1).Window(LayerRole.SolderMask, Side.Top, 1.1, 0, 1, 1).Against(Web).Of("mask-web"));

    [Fact]
    public void One_opening_over_pads_of_several_nets_is_a_cause_of_its_own()
    {
        var sketch = Two().Window(LayerRole.SolderMask, Side.Top, 0.325, 0, 1.2, 1.1);
        Assert.Equal(("pads of one part", "2 pads from U1.1 to U1.2"), (Assert.Single(sketch.Against(Ganged).Of("mask-ganged")).Cause, sketch.Against(Ganged).Of("mask-ganged")[0].Worst.What));
        Assert.Empty(sketch.Against(Web).Of("mask-web"));
        Assert.Empty(sketch.Against(Exposes).Of("mask-exposes"));
        Assert.Empty(Opened().Against(Ganged).Of("mask-ganged"));
    }

    [Fact]
    public void Pads_of_one_net_may_share_an_opening() =>
        Assert.Empty(new Sketch().Land(1, 0, 0, 0.4, 1, "A", "U1", "1").Land(1, 0.65, 0, 0.4, 1, "A", "U1", "2").Track(1, 0, 0, 0.65, 0, 0.2, "A").Window(LayerRole.SolderMask, Side.Top, 0.325, 0, 1.2, 1.1).Against(Ganged).Of("mask-ganged"));

    [Fact]
    public void Copper_of_another_net_is_measured_from_the_opening()
    {
        var near = Assert.Single(Opened().Track(1, -5, 0.7, 5, 0.7, 0.2, "C").Against(Exposes).Of("mask-exposes"));
        Assert.Equal((Kernel.Severity.Warning, 0.05m, "tracks beside pads"), (near.Severity, near.Measured.Value, near.Cause));
        var bare = Assert.Single(Opened().Track(1, -5, 0.62, 5, 0.62, 0.2, "C").Against(Exposes).Of("mask-exposes"));
        Assert.Equal((Kernel.Severity.Error, 0m), (bare.Severity, bare.Measured.Value));
    }

    [Fact]
    public void Copper_of_the_pad_s_own_net_may_lie_in_its_opening() => Assert.Empty(Opened().Track(1, 0, 0, 0, 5, 0.2, "A").Against(Exposes).Of("mask-exposes"));

    [Fact]
    public void Webs_and_what_lies_bare_need_a_mask()
    {
        Assert.Contains("no solder mask", Two().Against(Web).Skipped("mask-web"), StringComparison.Ordinal);
        Assert.Contains("no opening", Two().Blank(LayerRole.SolderMask, Side.Top).Against(Web).Skipped("mask-web"), StringComparison.Ordinal);
        Assert.Contains("no solder mask", Two().Against(Ganged).Skipped("mask-ganged"), StringComparison.Ordinal);
        Assert.Contains("no solder mask", Two().Against(Exposes).Skipped("mask-exposes"), StringComparison.Ordinal);
    }
}

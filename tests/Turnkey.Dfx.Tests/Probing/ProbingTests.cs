using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Probing;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Probing;

public class ProbingTests
{
    private const string Access = "net-access: { preferred: 100 }";
    private const string Nails = "probe-size: { preferred: 0.8 }";
    private const string Flying = "flying-probe-size: { preferred: 0.2 }";

    /// <summary>Two nets between R1 and R2 on the top, all pads open; net A has an open via in the middle.</summary>
    private static Sketch TwoParts(double via = 1.0) => new Sketch().Outline(0, 0, 20, 20)
        .Land(1, 5, 5, 0.5, 0.6, "A", "R1", "1").Land(1, 6, 5, 0.5, 0.6, "B", "R1", "2").Land(1, 14, 5, 0.5, 0.6, "A", "R2", "1").Land(1, 15, 5, 0.5, 0.6, "B", "R2", "2")
        .Window(LayerRole.SolderMask, Side.Top, 5, 5, 0.6, 0.7).Window(LayerRole.SolderMask, Side.Top, 6, 5, 0.6, 0.7)
        .Window(LayerRole.SolderMask, Side.Top, 14, 5, 0.6, 0.7).Window(LayerRole.SolderMask, Side.Top, 15, 5, 0.6, 0.7)
        .Track(1, 5, 5, 10, 10, 0.2, "A").Track(1, 10, 10, 14, 5, 0.2, "A").Track(1, 6, 5, 10, 2, 0.2, "B").Track(1, 10, 2, 15, 5, 0.2, "B")
        .Via(10, 10, 0.3, via, "A").Dot(LayerRole.SolderMask, Side.Bottom, 10, 10, via + 0.1);

    [Fact]
    public void Access_is_counted_by_side_for_nails_and_for_flying_probes_and_is_not_called_coverage()
    {
        var review = TwoParts().Against(Access, Nails, Flying);
        Assert.Equal("2 nets of two pins and more: flying probe 2 (from the top 2, from the bottom 1), bed of nails 1 (from the top 0, from the bottom 1); access, not fault coverage",
            Assert.Single(review.Checks, check => check.Rule.Id == "net-access").Why);
    }

    [Fact]
    public void A_net_without_a_target_is_listed_with_the_share_and_a_free_place_for_a_point()
    {
        var finding = Assert.Single(TwoParts().Against(Access, Nails, Flying).Of("net-access"));
        Assert.Equal("net-access:nets for a bed of nails", finding.Id);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(50m, finding.Measured.Value);
        Assert.Equal("B (a pad is free of 0.8 mm at 8, 3.5 mm on the top)", Assert.Single(finding.Places).What);
        Assert.Equal(Sketch.At(8, 3.5), finding.Worst.At);
    }

    [Fact]
    public void Copper_that_is_large_enough_needs_an_opening_only_and_counts_before_a_track()
    {
        var sketch = TwoParts().Pour(2, "B", (5, 1), (11, 1), (11, 6), (5, 6)).Via(8, 3.5, 0.3, 0.6, "B");
        var what = Assert.Single(Assert.Single(sketch.Against(Access, Nails, Flying).Of("net-access")).Places).What;
        Assert.StartsWith("B (its copper is free for an opening of 0.8 mm at ", what, StringComparison.Ordinal);
        Assert.EndsWith("mm on the bottom)", what, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_beside_other_nets_the_edge_or_a_part_is_none()
    {
        // A second net runs along the track of B on both sides.
        var crowded = TwoParts().Track(1, 6.2, 4.2, 10, 1.35, 0.2, "C").Track(1, 10, 1.35, 15.2, 4.4, 0.2, "C").Track(1, 6.4, 5.4, 10, 2.65, 0.2, "D").Track(1, 10, 2.65, 14.4, 5.3, 0.2, "D");
        Assert.Equal("B", Assert.Single(Assert.Single(crowded.Against(Access, Nails, Flying, "spacing: { minimum: 0.2 }").Of("net-access")).Places).What);
        Assert.Equal("B", Assert.Single(Assert.Single(TwoParts().Against(Access, Nails, Flying, "probe-to-edge: { preferred: 6 }").Of("net-access")).Places).What);
        Assert.Equal("B", Assert.Single(Assert.Single(TwoParts().Against(Access, Nails, Flying, "probe-to-part: { preferred: 6 }").Of("net-access")).Places).What);
    }

    [Fact]
    public void A_via_under_mask_or_on_a_side_without_a_mask_layer_is_no_target()
    {
        var review = new Sketch().Land(1, 5, 5, 0.5, 0.6, "A", "R1", "1").Land(1, 14, 5, 0.5, 0.6, "A", "R2", "1").Track(1, 5, 5, 14, 5, 0.2, "A").Via(10, 5, 0.3, 1, "A").Against(Access, Nails, Flying);
        Assert.Contains("flying probe 1 (from the top 1, from the bottom 0), bed of nails 0", Assert.Single(review.Checks, check => check.Rule.Id == "net-access").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Pins_of_a_leaded_part_are_reached_from_their_solder_side_only()
    {
        var sketch = new Sketch().Via(5, 5, 1, 1.8, "A", HoleFunction.Component).Via(15, 5, 1, 1.8, "A", HoleFunction.Component).Track(1, 5, 5, 15, 5, 0.3, "A");
        Assert.Contains("bed of nails 1 (from the top 1, from the bottom 1)", Assert.Single(sketch.Against(Access, Nails, Flying).Checks, check => check.Rule.Id == "net-access").Why, StringComparison.Ordinal);
        var named = new Sketch().Pad(1, 5, 5, 1.8, "A", "J1", "1").Pad(2, 5, 5, 1.8, "A", "J1", "1").Hole(5, 5, 1, function: HoleFunction.Component)
            .Pad(1, 15, 5, 1.8, "A", "J1", "2").Pad(2, 15, 5, 1.8, "A", "J1", "2").Hole(15, 5, 1, function: HoleFunction.Component).Track(1, 5, 5, 15, 5, 0.3, "A").Part("J1", 10, 5);
        Assert.Contains("bed of nails 1 (from the top 0, from the bottom 1)", Assert.Single(named.Against(Access, Nails, Flying).Checks, check => check.Rule.Id == "net-access").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_size_of_a_target_is_the_bare_circle_around_its_middle()
    {
        var finding = Assert.Single(TwoParts(0.7).Against(Nails).Of("probe-size"));
        Assert.Equal((0.7m, "open vias", "A", "bottom"), (finding.Measured.Value, finding.Cause, finding.Worst.What, finding.Worst.Layer));
        // What the mask leaves open counts, not what it covers.
        var narrow = new Sketch().Pad(1, 5, 5, 1.2, "A", function: FeatureFunction.TestPad).Land(1, 8, 5, 0.5, 0.6, "A", "R1", "1").Land(1, 2, 5, 0.5, 0.6, "A", "R2", "1").Track(1, 2, 5, 8, 5, 0.2, "A").Dot(LayerRole.SolderMask, Side.Top, 5, 5, 0.6);
        Assert.Equal((0.6m, "test points"), (Assert.Single(narrow.Against(Nails).Of("probe-size")).Measured.Value, Assert.Single(narrow.Against(Nails).Of("probe-size")).Cause));
        // A flying probe takes the best of all, which are the pads of the resistors.
        Assert.Equal(0.5m, Assert.Single(TwoParts(0.3 + 0.1).Against("flying-probe-size: { preferred: 0.51 }").Of("flying-probe-size")).Measured.Value);
    }

    [Fact]
    public void A_pad_of_several_shapes_is_measured_as_a_whole()
    {
        // An opening of 0.6 × 0.6 that two rectangles make, which meet in its middle.
        var sketch = new Sketch().Land(1, 5, 5, 1, 1, "A", "TP1", "1", FeatureFunction.TestPad).Land(1, 1, 5, 0.5, 0.5, "A", "R1", "1").Land(1, 9, 5, 0.5, 0.5, "A", "R2", "1").Track(1, 1, 5, 9, 5, 0.1, "A")
            .Window(LayerRole.SolderMask, Side.Top, 4.85, 5, 0.3, 0.6).Window(LayerRole.SolderMask, Side.Top, 5.15, 5, 0.3, 0.6);
        Assert.InRange(Assert.Single(sketch.Against(Nails).Of("probe-size")).Measured.Value, 0.599m, 0.601m);
        // Half the pad is covered by mask.
        var covered = new Sketch().Pad(1, 5, 5, 1, "A", "TP1", "1", FeatureFunction.TestPad).Land(1, 1, 5, 0.5, 0.5, "A", "R1", "1").Land(1, 9, 5, 0.5, 0.5, "A", "R2", "1").Track(1, 1, 5, 9, 5, 0.1, "A")
            .Window(LayerRole.SolderMask, Side.Top, 5, 5.2, 1, 0.6).Window(LayerRole.SolderMask, Side.Top, 5, 4.9, 1, 0.1);
        Assert.InRange(Assert.Single(covered.Against(Nails).Of("probe-size")).Measured.Value, 0.299m, 0.301m);
    }

    [Fact]
    public void Nails_are_apart_from_middle_to_middle()
    {
        var sketch = TwoParts().Track(1, 10, 2, 10, 9, 0.2, "B").Via(10, 8.9, 0.3, 0.8, "B").Dot(LayerRole.SolderMask, Side.Bottom, 10, 8.9, 0.9);
        var finding = Assert.Single(sketch.Against(Nails, "probe-spacing: { preferred: 1.27 }").Of("probe-spacing"));
        Assert.Equal((1.1m, "A and B", "open vias"), (finding.Measured.Value, finding.Worst.What, finding.Cause));
    }

    [Fact]
    public void A_nail_beside_a_part_is_measured_to_the_box_around_its_pads()
    {
        var sketch = TwoParts().Land(2, 10, 11.5, 1, 1, "C", "C1", "1").Land(2, 12, 11.5, 1, 1, "D", "C1", "2")
            .Window(LayerRole.SolderMask, Side.Bottom, 10, 11.5, 1, 1).Window(LayerRole.SolderMask, Side.Bottom, 12, 11.5, 1, 1);
        var finding = Assert.Single(sketch.Part("C1", 11, 11.5, side: Side.Bottom).Against(Nails, "probe-to-part: { preferred: 1 }").Of("probe-to-part"));
        Assert.Equal((0.5m, "A at C1"), (finding.Measured.Value, finding.Worst.What));
    }

    [Fact]
    public void A_nail_beside_the_edge_is_measured_from_its_middle()
    {
        var sketch = new Sketch().Outline(0, 0, 20, 20).Via(2.5, 10, 1, 1.8, "A", HoleFunction.Component).Via(10, 10, 1, 1.8, "A", HoleFunction.Component).Track(1, 2.5, 10, 10, 10, 0.3, "A");
        // Of the two pins of the net the one nearer to the origin is taken.
        var finding = Assert.Single(sketch.Against(Nails, "probe-to-edge: { preferred: 3 }").Of("probe-to-edge"));
        Assert.Equal((2.5m, "pins of leaded parts"), (finding.Measured.Value, finding.Cause));
    }

    [Fact]
    public void Without_its_input_each_check_says_so()
    {
        string[] rules = [Access, Nails, Flying, "probe-spacing: { preferred: 1.27 }", "probe-to-part: { preferred: 1 }", "probe-to-edge: { preferred: 3 }"];
        string[] ids = ["net-access", "probe-size", "flying-probe-size", "probe-spacing", "probe-to-part", "probe-to-edge"];
        Assert.All(ids, id => Assert.Contains("no copper", new Sketch(0).Against(rules).Skipped(id), StringComparison.Ordinal));
        var lonely = new Sketch().Land(1, 0, 0, 1, 1, "A", "R1", "1").Against(rules);
        Assert.All(ids[..3], id => Assert.Contains("no net joins two pins", lonely.Skipped(id), StringComparison.Ordinal));
        Assert.Contains("fewer than two nets", TwoParts().Against(rules).Skipped("probe-spacing"), StringComparison.Ordinal);
        Assert.Contains("of no part", TwoParts().Against(rules).Skipped("probe-to-part"), StringComparison.Ordinal);
        Assert.Contains("no outline", new Sketch().Via(1, 1, 1, 2, "A", HoleFunction.Component).Via(5, 1, 1, 2, "A", HoleFunction.Component).Track(1, 1, 1, 5, 1, 1, "A").Against(rules).Skipped("probe-to-edge"), StringComparison.Ordinal);
        Assert.Contains("a target for a nail", TwoParts(0.5).Against(rules).Skipped("probe-to-edge"), StringComparison.Ordinal);
        Assert.Contains("whose they are", new Sketch().Via(1, 1, 1, 2, "A", HoleFunction.Component).Via(5, 1, 1, 2, "A", HoleFunction.Component).Track(1, 1, 1, 5, 1, 1, "A").Part("J1", 3, 1).Against(rules).Skipped("probe-to-part"), StringComparison.Ordinal);
        var none = new Sketch().Land(1, 0, 0, 1, 1, "A", "R1", "1").Land(1, 5, 0, 1, 1, "A", "R2", "1").Track(1, 0, 0, 5, 0, 0.2, "A").Against(rules);
        Assert.Contains("no net has a target", none.Skipped("probe-size"), StringComparison.Ordinal);
        Assert.Contains("no limit", TwoParts().Against("spacing: { minimum: 0.1 }").Skipped("net-access"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_points_of_a_flying_probe_are_what_it_can_be_set_on_and_nothing_else()
    {
        var points = FlyingProbe.Points(new TracedAssembly(TwoParts(0.7).Assembly()), Reviewing.Limits(Flying));
        Assert.Equal(["A R1.1 top", "A R2.1 top", "A . bottom", "B R1.2 top", "B R2.2 top"], points.Select(point => $"{point.Net} {point.Component}.{point.Pin} {(point.Side == Side.Top ? "top" : "bottom")}"));
        Assert.Equal((true, Length.FromMillimetres(0.3), Length.FromMillimetres(0.7)), (points[2].IsVia, points[2].Hole!.Value, points[2].Size));
        Assert.Equal(["A"], FlyingProbe.Points(new TracedAssembly(TwoParts(0.7).Assembly()), Reviewing.Limits("flying-probe-size: { preferred: 0.6 }")).Select(point => point.Net));
        Assert.Empty(FlyingProbe.Points(new TracedAssembly(new Sketch(0).Assembly()), Reviewing.Limits(Flying)));
    }
}

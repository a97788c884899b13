using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Fabrication.Copper;

public class SpacingTests
{
    private const string Limit = "spacing: { minimum: 0.1, preferred: 0.15 }";

    [Fact]
    public void The_gap_between_two_nets_is_measured_where_it_is_narrowest()
    {
        var finding = Assert.Single(new Sketch().Track(1, 0, 0, 10, 0, 0.2, "A").Track(1, 5, 0.28, 5, 3, 0.2, "B").Against(Limit).Of("spacing"));
        Assert.Equal((Severity.Error, 0.08m), (finding.Severity, finding.Measured.Value));
        Assert.Equal("A and B", finding.Worst.What);
        Assert.Equal(Sketch.At(5, 0.14), finding.Worst.At);
    }

    [Fact]
    public void Nets_side_by_side_are_one_place_for_each_half_millimetre_and_one_finding()
    {
        var sketch = new Sketch();
        for (var x = 0; x < 40; x++) sketch.Track(1, x * 0.1, 0, (x + 1) * 0.1, 0, 0.2, "A").Track(1, x * 0.1, 0.29, (x + 1) * 0.1, 0.29, 0.2, "B");
        Assert.InRange(Assert.Single(sketch.Against(Limit).Of("spacing")).Places.Length, 5, 9);
    }

    [Fact]
    public void Copper_of_one_net_may_come_as_near_as_it_likes() => Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "A").Pad(1, 1.05, 0, 1, "A").Track(1, 0, 0, 0, 3, 0.2).Track(1, 0, 3, 1.05, 3, 0.2).Track(1, 1.05, 3, 1.05, 0, 0.2).Against(Limit).Of("spacing"));

    [Fact]
    public void Pads_of_one_part_are_one_cause() =>
        Assert.Equal("pads of U1", Assert.Single(new Sketch().Land(1, 0, 0, 0.3, 1, "A", "U1", "1").Land(1, 0.4, 0, 0.31, 1, "B", "U1", "2").Land(1, 0.8, 0, 0.31, 1, "C", "U1", "3").Against("spacing: { minimum: 0.11 }").Of("spacing")).Cause);

    [Fact]
    public void A_net_class_may_ask_for_more()
    {
        var sketch = new Sketch().Track(1, 0, 0, 10, 0, 0.2, "MAINS_L").Track(1, 0, 3, 10, 3, 0.2, "A").Track(1, 0, 3.5, 10, 3.5, 0.2, "B");
        Assert.Equal("A and MAINS_L", Assert.Single(sketch.Against("spacing: [ { minimum: 0.1 }, { minimum: 6, nets: [MAINS_*] } ]").Of("spacing")).Places.Select(place => place.What).Distinct().First());
    }

    [Fact]
    public void A_region_may_ask_for_less()
    {
        var sketch = new Sketch().Pad(1, 0, 0, 1, "A").Pad(1, 1.08, 0, 1, "B").Pad(1, 20, 0, 1, "C").Pad(1, 21.08, 0, 1, "D");
        Assert.Equal("C and D", Assert.Single(sketch.Against("spacing: [ { minimum: 0.1 }, { minimum: 0.075, region: [-5, -5, 5, 5] } ]").Of("spacing")).Worst.What);
    }

    [Fact]
    public void Thick_copper_needs_wider_gaps()
    {
        var sketch = new Sketch().Pad(1, 0, 0, 1, "A").Pad(1, 1.12, 0, 1, "B");
        string[] limits = ["spacing: [ { minimum: 0.16 }, { minimum: 0.1, copper-up-to: 35 um } ]"];
        Assert.Single(sketch.Specified("outer-copper", "70 um").Against(limits).Of("spacing"));
        Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "A").Pad(1, 1.12, 0, 1, "B").Specified("outer-copper", "35 um").Against(limits).Of("spacing"));
    }

    [Fact]
    public void A_micrometre_short_is_the_file_s_rounding() => Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "A").Pad(1, 1.0995, 0, 1, "B").Against("spacing: { minimum: 0.1 }").Of("spacing"));

    [Fact]
    public void Without_copper_it_is_not_checked() => Assert.Contains("no copper", new Sketch(0).Against(Limit).Skipped("spacing"), StringComparison.Ordinal);

    [Fact]
    public void Two_pieces_that_the_files_give_one_name_are_not_called_two_nets()
    {
        var finding = Assert.Single(new Sketch(1).Track(1, 0, 0, 5, 0, 0.2, "GND").Track(1, 0, 0.25, 5, 0.25, 0.2, "GND").Against("spacing: { minimum: 0.1 }").Of("spacing"));
        Assert.Contains("two pieces of GND that do not join", finding.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("GND and GND", finding.Reason, StringComparison.Ordinal);
    }
}

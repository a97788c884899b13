namespace Turnkey.Dfx.Tests.Fabrication.Copper;

public class SameNetSpacingTests
{
    private const string Rule = "same-net-spacing", Limit = "same-net-spacing: { preferred: 0.1 }";

    [Fact]
    public void A_slit_in_an_area_is_measured_across()
    {
        var finding = Assert.Single(new Sketch().Pour(1, "A", (0, 0), (2, 0), (2, 2), (1.08, 2), (1.08, 1), (1, 1), (1, 2), (0, 2)).Against(Limit).Of(Rule));
        Assert.Equal((0.08m, "notches in areas"), (finding.Measured.Value, finding.Cause));
        Assert.Equal(1_040_000, finding.Worst.At.X);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tracks_of_one_net_side_by_side_have_a_gap_whichever_end_they_are_joined_at(bool turned)
    {
        var sketch = new Sketch().Track(1, 5, 0, 5, 0.28, 0.2, "A");
        if (turned) sketch.Track(1, 5, 0, 0, 0, 0.2, "A").Track(1, 5, 0.28, 0, 0.28, 0.2, "A");
        else sketch.Track(1, 0, 0, 5, 0, 0.2, "A").Track(1, 0, 0.28, 5, 0.28, 0.2, "A");
        var finding = Assert.Single(sketch.Against(Limit).Of(Rule));
        Assert.Equal((0.08m, "tracks to tracks"), (finding.Measured.Value, finding.Cause));
    }

    [Fact]
    public void Copper_that_covers_the_gap_closes_it() => Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "A").Pad(1, 1.05, 0, 1, "A").Track(1, 0, 0, 1.05, 0, 0.5, "A").Against(Limit).Of(Rule));

    [Fact]
    public void An_acute_corner_is_no_gap()
    {
        Assert.Empty(new Sketch().Pour(1, "A", (0, 0), (2, 0), (2, 2), (1.1, 2), (1, 0.5), (0.9, 2), (0, 2)).Against(Limit).Of(Rule));
        Assert.Empty(new Sketch().Track(1, 0, 0, 5, 0, 0.2, "A").Track(1, 0, 0, 5, 1, 0.2, "A").Against(Limit).Of(Rule));
    }

    [Fact]
    public void A_gap_of_two_nets_is_left_to_the_spacing_of_nets() => Assert.Empty(new Sketch().Track(1, 0, 0, 5, 0, 0.2, "A").Track(1, 0, 0.28, 5, 0.28, 0.2, "B").Against(Limit).Of(Rule));

    [Fact]
    public void Without_copper_it_is_not_checked() => Assert.Contains("no copper", new Sketch(0).Against(Limit).Skipped(Rule), StringComparison.Ordinal);
}

namespace Turnkey.Dfx.Tests.Fabrication.Copper;

public class AcidTrapTests
{
    private const string Rule = "acid-trap", Limit = "acid-trap: { preferred: 90 }";

    private static Sketch Fork(double x, double y) => new Sketch().Track(1, 0, 0, 5, 0, 0.2, "A").Track(1, 0, 0, x, y, 0.2, "A");

    [Fact]
    public void The_angle_of_two_tracks_is_measured_between_their_middle_lines()
    {
        var finding = Assert.Single(Fork(4, 4).Against(Limit).Of(Rule));
        Assert.Equal((45m, "tracks meet"), (finding.Measured.Value, finding.Cause));
    }

    [Fact]
    public void A_track_that_ends_on_another_aslant_makes_a_corner() =>
        Assert.Equal(45m, Assert.Single(new Sketch().Track(1, -5, 0, 5, 0, 0.2, "A").Track(1, 0, 0, 3, 3, 0.2, "A").Against(Limit).Of(Rule)).Measured.Value);

    [Fact]
    public void Right_and_obtuse_corners_are_good()
    {
        Assert.Empty(Fork(0, 4).Against(Limit).Of(Rule));
        Assert.Empty(Fork(-4, 4).Against(Limit).Of(Rule));
    }

    [Fact]
    public void A_pad_over_the_joint_fills_the_corner() => Assert.Empty(Fork(4, 4).Pad(1, 0, 0, 1, "A").Against(Limit).Of(Rule));

    [Fact]
    public void A_track_that_leaves_a_straight_edge_aslant_makes_a_corner()
    {
        var finding = Assert.Single(new Sketch().Land(1, 0, 0, 2, 2, "A").Track(1, 0, 0, 3, 1.5, 0.2, "A").Against(Limit).Of(Rule));
        Assert.Equal("tracks leave pads", finding.Cause);
        Assert.InRange((double)finding.Measured.Value, 63.43, 63.44);
        Assert.Empty(new Sketch().Land(1, 0, 0, 2, 2, "A").Track(1, 0, 0, 3, 0, 0.2, "A").Against(Limit).Of(Rule));
    }

    [Fact]
    public void A_round_pad_and_a_teardrop_make_none()
    {
        Assert.Empty(new Sketch().Pad(1, 0, 0, 2, "A").Track(1, 0, 0, 3, 1.5, 0.2, "A").Against(Limit).Of(Rule));
        Assert.Empty(new Sketch().Land(1, 0, 0, 2, 2, "A").Track(1, 0, 0, 3, 1.5, 0.2, "A").Pour(1, "A", (0.9, 0.4), (2, 1), (0.9, 0.95)).Against(Limit).Of(Rule));
    }

    [Fact]
    public void Without_tracks_it_is_not_checked()
    {
        Assert.Contains("no copper", new Sketch(0).Against(Limit).Skipped(Rule), StringComparison.Ordinal);
        Assert.Contains("track", new Sketch().Pad(1, 0, 0, 1, "A").Against(Limit).Skipped(Rule), StringComparison.Ordinal);
    }
}

using Turnkey.Designs.Boards;

namespace Turnkey.Dfx.Tests.Fabrication.Copper;

public class CopperSliverTests
{
    private const string Limit = "copper-sliver: { preferred: 0.1 }";

    private static readonly (double, double)[] Dumbbell = [(0, 0), (2, 0), (2, 1), (3, 1), (3, 0), (5, 0), (5, 2), (3, 2), (3, 1.08), (2, 1.08), (2, 2), (0, 2)];

    [Fact]
    public void A_neck_of_an_area_is_measured_across()
    {
        var finding = Assert.Single(new Sketch().Pour(1, "A", Dumbbell).Against(Limit).Of("copper-sliver"));
        Assert.Equal((0.08m, "L1", "A"), (finding.Measured.Value, finding.Worst.Layer, finding.Worst.What));
        Assert.Equal(1_040_000, finding.Worst.At.Y);
    }

    [Fact]
    public void A_neck_between_a_hole_and_the_edge_is_one()
    {
        var finding = Assert.Single(new Sketch().Pour(1, "A", (0, 0), (10, 0), (10, 10), (0, 10)).Hole(5, 0.58, 1, Plating.NonPlated).Against(Limit).Of("copper-sliver"));
        Assert.InRange(finding.Measured.Value, 0.079m, 0.081m);
    }

    [Fact]
    public void A_track_through_the_neck_makes_it_as_wide_as_the_track() => Assert.Empty(new Sketch().Pour(1, "A", Dumbbell).Track(1, 1, 1.04, 4, 1.04, 0.3, "A").Against(Limit).Of("copper-sliver"));

    [Fact]
    public void Sharp_and_cut_off_corners_are_none()
    {
        Assert.Empty(new Sketch().Pour(1, "A", (0, 0), (5, 0.2), (0, 0.4)).Against(Limit).Of("copper-sliver"));
        Assert.Empty(new Sketch().Pour(1, "A", (0, 0), (5, 0.2), (5, 0.25), (0, 0.45)).Against(Limit).Of("copper-sliver"));
    }

    [Fact]
    public void A_strip_as_wide_as_the_limit_is_good() => Assert.Empty(new Sketch().Pour(1, "A", (0, 0), (5, 0), (5, 0.1), (0, 0.1)).Against(Limit).Of("copper-sliver"));

    [Fact]
    public void Without_areas_it_is_not_checked()
    {
        Assert.Contains("no copper", new Sketch(0).Against(Limit).Skipped("copper-sliver"), StringComparison.Ordinal);
        Assert.Contains("filled area", new Sketch().Track(1, 0, 0, 5, 0, 0.2, "A").Against(Limit).Skipped("copper-sliver"), StringComparison.Ordinal);
    }
}

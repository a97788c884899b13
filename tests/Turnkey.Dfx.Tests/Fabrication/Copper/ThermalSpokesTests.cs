using Turnkey.Designs.Boards;

namespace Turnkey.Dfx.Tests.Fabrication.Copper;

public class ThermalSpokesTests
{
    private const string Rule = "thermal-spokes", Limit = "thermal-spokes: { minimum: 2, preferred: 5 }";

    /// <summary>A pad of 1 mm in a square opening of 1.6 mm.</summary>
    private static Sketch Pad(string pour, params (double X, double Y)[] spokes)
    {
        var sketch = new Sketch().Pad(1, 0, 0, 1, "A").Hole(0, 0, 0.8, function: HoleFunction.Component)
            .Pour(1, pour, (-3, 0.8), (3, 0.8), (3, 3), (-3, 3)).Pour(1, pour, (-3, -3), (3, -3), (3, -0.8), (-3, -0.8))
            .Pour(1, pour, (-3, -0.8), (-0.8, -0.8), (-0.8, 0.8), (-3, 0.8)).Pour(1, pour, (0.8, -0.8), (3, -0.8), (3, 0.8), (0.8, 0.8));
        foreach (var (x, y) in spokes) sketch.Track(1, 0, 0, x, y, 0.2, "A");
        return sketch;
    }

    [Fact]
    public void Spokes_are_counted()
    {
        var finding = Assert.Single(Pad("A", (0, 1)).Against(Limit).Of(Rule));
        Assert.Equal((Kernel.Severity.Error, 1m, "through-hole pads in a pour"), (finding.Severity, finding.Measured.Value, finding.Cause));
        Assert.Equal(2m, Assert.Single(Pad("A", (0, 1), (1, 0)).Against(Limit).Of(Rule)).Measured.Value);
        Assert.Equal(4m, Assert.Single(Pad("A", (0, 1), (1, 0), (-1, 0), (0, -1)).Against(Limit).Of(Rule)).Measured.Value);
    }

    [Fact]
    public void A_pad_joined_solidly_has_no_spokes_to_count() => Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "A").Hole(0, 0, 0.8, function: HoleFunction.Component).Pour(1, "A", (-3, -3), (3, -3), (3, 3), (-3, 3)).Against(Limit).Of(Rule));

    [Fact]
    public void A_pour_of_another_net_is_no_relief() => Assert.Empty(Pad("B").Against(Limit).Of(Rule));

    [Fact]
    public void A_track_beside_a_pad_is_no_pour() => Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "A").Hole(0, 0, 0.8, function: HoleFunction.Component).Track(1, 0, 0, 5, 0, 0.2, "A").Against(Limit).Of(Rule));

    [Fact]
    public void Without_pads_of_parts_it_is_not_checked()
    {
        Assert.Contains("no copper", new Sketch(0).Against(Limit).Skipped(Rule), StringComparison.Ordinal);
        Assert.Contains("pad", new Sketch().Track(1, 0, 0, 5, 0, 0.2, "A").Against(Limit).Skipped(Rule), StringComparison.Ordinal);
    }
}

namespace Turnkey.Dfx.Tests.Fabrication.Copper;

public class CopperShareTests
{
    private const string Share = "copper-share: { preferred: 60 }", Balance = "copper-balance: { preferred: 20 }";

    [Fact]
    public void The_share_is_that_of_the_board()
    {
        var findings = new Sketch().Outline(0, 0, 10, 10).Pour(1, "A", (-2, 0), (5, 0), (5, 10), (-2, 10)).Pour(2, "A", (0, 0), (7, 0), (7, 10), (0, 10)).Against(Share).Of("copper-share");
        Assert.Equal((50m, "L1"), (Assert.Single(findings).Measured.Value, findings[0].Worst.Layer));
    }

    [Fact]
    public void Opposite_layers_are_compared()
    {
        var sketch = new Sketch(4).Outline(0, 0, 10, 10).Pour(1, "A", (0, 0), (5, 0), (5, 10), (0, 10)).Pour(2, "A", (0, 0), (9, 0), (9, 10), (0, 10)).Pour(3, "A", (0, 0), (6, 0), (6, 10), (0, 10)).Pour(4, "A", (0, 0), (4, 0), (4, 10), (0, 10));
        var finding = Assert.Single(sketch.Against(Balance).Of("copper-balance"));
        Assert.Equal((30m, "L2 and L3", "90.0 % and 60.0 %"), (finding.Measured.Value, finding.Cause, finding.Worst.What));
    }

    [Fact]
    public void Without_an_outline_nobody_knows_the_board_s_area()
    {
        Assert.Contains("outline", new Sketch().Pad(1, 0, 0, 1, "A").Against(Share).Skipped("copper-share"), StringComparison.Ordinal);
        Assert.Contains("outline", new Sketch().Pad(1, 0, 0, 1, "A").Against(Balance).Skipped("copper-balance"), StringComparison.Ordinal);
        Assert.Contains("no copper", new Sketch(0).Against(Share).Skipped("copper-share"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_layer_has_none_opposite() => Assert.Contains("one layer", new Sketch(1).Outline(0, 0, 10, 10).Pad(1, 5, 5, 1, "A").Against(Balance).Skipped("copper-balance"), StringComparison.Ordinal);
}

using Turnkey.Designs.Boards;

namespace Turnkey.Dfx.Tests.Fabrication.Drilling;

public class AspectRatioTests
{
    private const string Limit = "aspect-ratio: { maximum: 8 }";

    private static Sketch FourLayers() => new Sketch(4)
        .Stacked(StackupKind.Copper, 0.035).Stacked(StackupKind.Dielectric, 0.2).Stacked(StackupKind.Copper, 0.018).Stacked(StackupKind.Dielectric, 1.1)
        .Stacked(StackupKind.Copper, 0.018).Stacked(StackupKind.Dielectric, 0.2).Stacked(StackupKind.Copper, 0.035);

    [Fact]
    public void A_through_hole_is_as_deep_as_the_board() =>
        Assert.Equal(8.533333m, Assert.Single(new Sketch().Via(0, 0, 0.1875, 0.6).Via(2, 0, 0.2, 0.6).Specified("thickness", "1.6 mm").Against(Limit).Of("aspect-ratio")).Measured.Value);

    [Fact]
    public void A_blind_hole_is_as_deep_as_the_layers_it_passes()
    {
        // 35 + 200 + 18 µm.
        var sketch = FourLayers().Pad(1, 0, 0, 0.4, "A").Pad(2, 0, 0, 0.4, "A").Hole(0, 0, 0.1, from: 1, to: 2);
        Assert.Empty(sketch.Against(Limit).Of("aspect-ratio"));
        Assert.Equal(2.53m, Assert.Single(sketch.Against("aspect-ratio: { maximum: 1 }").Of("aspect-ratio")).Measured.Value);
    }

    [Fact]
    public void A_buried_hole_counts_the_copper_of_both_its_layers() =>
        Assert.Equal(11.36m, Assert.Single(FourLayers().Pad(2, 0, 0, 0.4, "A").Pad(3, 0, 0, 0.4, "A").Hole(0, 0, 0.1, from: 2, to: 3).Against(Limit).Of("aspect-ratio")).Measured.Value);

    [Fact]
    public void Without_a_thickness_it_is_not_checked() => Assert.Contains("how deep", new Sketch().Via(0, 0, 0.1, 0.6).Against(Limit).Skipped("aspect-ratio"), StringComparison.Ordinal);

    [Fact]
    public void Without_plated_holes_it_is_not_checked() => Assert.Contains("no plated holes", new Sketch().Hole(0, 0, 0.1, Plating.NonPlated).Against(Limit).Skipped("aspect-ratio"), StringComparison.Ordinal);
}

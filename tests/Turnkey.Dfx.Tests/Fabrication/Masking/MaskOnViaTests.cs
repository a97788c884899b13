using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Tests.Fabrication.Masking;

public class MaskOnViaTests
{
    private const string Rule = "mask-on-via", Limit = "mask-on-via: { preferred: 0.2 }";

    /// <summary>A pad with its opening, and a via of its net 1 mm beside.</summary>
    private static Sketch Pair() => new Sketch().Land(1, 0, 0, 1, 1, "A", "U1", "1").Window(LayerRole.SolderMask, Side.Top, 0, 0, 1.1, 1.1).Via(1, 0, 0.3, 0.6, "A").Track(1, 0, 0, 1, 0, 0.2, "A");

    [Fact]
    public void The_mask_between_an_open_via_and_a_pad_is_measured()
    {
        var review = Pair().Dot(LayerRole.SolderMask, Side.Top, 1, 0, 0.7).Against(Limit);
        var finding = Assert.Single(review.Of(Rule));
        Assert.Equal((0.1m, "U1.1", Sketch.At(1, 0)), (finding.Measured.Value, finding.Worst.What, finding.Worst.At));
        Assert.Contains(review.Checks, check => check.Why == "vias: top 0 covered, 1 open");
    }

    [Fact]
    public void A_covered_via_takes_no_solder()
    {
        var review = Pair().Against(Limit);
        Assert.Empty(review.Of(Rule));
        Assert.Contains(review.Checks, check => check.Why == "vias: top 1 covered, 0 open");
    }

    [Fact]
    public void A_via_in_the_pad_is_another_question() =>
        Assert.Empty(new Sketch().Land(1, 0, 0, 1, 1, "A", "U1", "1").Window(LayerRole.SolderMask, Side.Top, 0, 0, 1.1, 1.1).Via(0.2, 0, 0.3, 0.6, "A").Against(Limit).Of(Rule));

    [Fact]
    public void Without_vias_or_mask_it_is_not_checked()
    {
        Assert.Contains("no vias", new Sketch().Land(1, 0, 0, 1, 1, "A", "U1", "1").Window(LayerRole.SolderMask, Side.Top, 0, 0, 1.1, 1.1).Against(Limit).Skipped(Rule), StringComparison.Ordinal);
        Assert.Contains("no solder mask", new Sketch().Via(0, 0, 0.3, 0.6, "A").Against(Limit).Skipped(Rule), StringComparison.Ordinal);
    }
}

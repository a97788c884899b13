using Turnkey.Dfx.Assembling.Centroids;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Assembling;

/// <summary>Angles that are off by something else than a quarter turn.</summary>
public class SkewedPartTests
{
    private const string Limit = "placement-rotation: { maximum: 5 }";
    private const string Asked = "placement-undeterminable: { preferred: 0 }";

    /// <summary>Three footprints that lie as the standard has it, one of them twice.</summary>
    private static Sketch Others() =>
        new Sketch().Chip("R1", 0, 0).Chip("R2", 0, 4, 90).Chip("C1", 5, 0, footprint: "C_0603_1608Metric").Chip("C2", 5, 4, 90, footprint: "C_0603_1608Metric")
            .Chip("L1", 10, 0, footprint: "L_0603_1608Metric").Chip("L2", 10, 4, 90, footprint: "L_0603_1608Metric");

    private static Finding Turned(Sketch sketch) => Assert.Single(sketch.Against(Limit).Of("placement-rotation"));

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(40)]
    [InlineData(45)]
    [InlineData(-20)]
    public void A_square_part_aslant_is_found_by_its_rows(double said)
    {
        var finding = Turned(Others().Qfn("U1", 20, 0, rotation: said));
        Assert.Equal((Severity.Error, (decimal)Math.Abs(said)), (finding.Severity, finding.Measured.Value));
        Assert.Contains("0° on its pads", finding.Worst.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(45, 0)]
    [InlineData(135, 90)]
    public void A_transistor_aslant_is_led_back_to_its_own_angle(double said, double right)
    {
        var sketch = Others().Sot23("Q1", 20, 0, right, said, named: true);
        for (var i = 0; i < 3; i++) sketch.Sot23($"U{i + 1}", 30 + (10 * i), 0, named: true, footprint: new[] { "SOT-323_SC-70", "SOT-523", "SOT-723" }[i]);
        var finding = Turned(sketch);
        Assert.Equal((decimal)(said - right), finding.Measured.Value);
        Assert.Contains($"{said}° in the file, {right}° on its pads", finding.Worst.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F1", "Fuse_0603_1608Metric", 30)]
    [InlineData("F1", "Fuse_0603_1608Metric", 45)]
    [InlineData("D1", "LED_0603_1608Metric", 45)]
    public void Two_pads_show_their_axis_exactly(string name, string footprint, double said)
    {
        var finding = Turned(Others().Chip(name, 20, 0, 0, said, footprint: footprint));
        Assert.Equal((decimal)said, finding.Measured.Value);
        Assert.Contains($"{name} {said}° in the file, 0° on its pads", finding.Worst.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(33.5)]
    [InlineData(45)]
    public void Of_parts_of_one_footprint_the_true_angle_between_their_pads_is_measured(double surplus)
    {
        var finding = Turned(new Sketch().Sot23("Q1", 0, 0).Sot23("Q2", 10, 0, 90).Sot23("Q3", 20, 0, 180, said: 180 + surplus).Sot23("Q4", 30, 0, 270));
        Assert.Equal((decimal)surplus, finding.Measured.Value);
        Assert.Contains("180° on its pads", finding.Worst.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Less_than_the_limit_is_rounding() =>
        Assert.Empty(Others().Chip("F1", 20, 0, 0, said: 4, footprint: "Fuse_0603_1608Metric").Chip("R3", 15, 0, 0, said: 3).Qfn("U1", 30, 0, rotation: 3).Against(Limit).Of("placement-rotation"));

    [Theory]
    [InlineData(45)]
    [InlineData(40)]
    [InlineData(130)]
    public void A_confirmed_pin_1_tells_an_angle_aslant_too(double said)
    {
        var confirmed = new ReviewContext([new ConfirmedPart("QFN-16_4X4MM_P0.5MM", 135, "engineer", "")]);
        var finding = Assert.Single(DesignReview.Check(new Sketch().Qfn("U1", 0, 0, rotation: said, named: true).Assembly(), Reviewing.Limits(Limit), confirmed).Of("placement-rotation"));
        Assert.Equal((decimal)said, finding.Measured.Value);
    }

    [Fact]
    public void Rows_that_lie_aslant_on_a_part_of_an_unknown_package_are_asked_for() =>
        Assert.Contains("J1", string.Concat(Others().Plug("J1", 20, 0, said: 30).Against(Asked).Of("placement-undeterminable").Select(finding => finding.Cause)), StringComparison.Ordinal);
}

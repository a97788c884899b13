using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Fabrication.Drilling;

public class DrillSizeTests
{
    private const string Smallest = "drill-size: { minimum: 0.2, preferred: 0.3 }";
    private const string Largest = "drill-largest: { maximum: 6.3 }";
    private const string SmallestBare = "npth-drill-size: { minimum: 0.5 }";

    [Fact]
    public void A_drill_below_the_smallest_is_an_error_and_one_below_the_preferred_a_warning()
    {
        var finding = Assert.Single(new Sketch().Via(0, 0, 0.19, 0.6).Via(2, 0, 0.25, 0.6).Via(4, 0, 0.3, 0.6).Against(Smallest).Of("drill-size"));
        Assert.Equal([(Severity.Error, 0.19m), (Severity.Warning, 0.25m)], finding.Places.Select(place => (place.Severity, place.Measured.Value)));
        Assert.Equal((Severity.Error, Sketch.At(0, 0)), (finding.Severity, finding.Worst.At));
    }

    [Fact]
    public void All_vias_that_are_too_small_are_one_finding() => Assert.Equal(2, Assert.Single(new Sketch().Via(0, 0, 0.1, 0.6).Via(2, 0, 0.15, 0.6).Against(Smallest).Of("drill-size")).Places.Length);

    [Fact]
    public void It_is_the_tool_that_counts_where_the_maker_plates_into_the_hole()
    {
        var maker = Reviewing.Limits(Smallest).Maker with { Plating = new(Length.FromMillimetres(0.1), "test") };
        Assert.Equal(0.25m, Assert.Single(DesignReview.Check(new Sketch().Via(0, 0, 0.15, 0.6).Assembly(), new Demands([maker])).Of("drill-size")).Measured.Value);
    }

    [Fact]
    public void Slots_and_holes_without_plating_have_rules_of_their_own() =>
        Assert.Empty(new Sketch().Via(0, 0, 0.4, 0.8).Slot(2, 0, 3, 0, 0.1).Hole(5, 0, 0.1, Plating.NonPlated).Against(Smallest).Of("drill-size"));

    [Fact]
    public void Without_plated_holes_it_is_not_checked()
    {
        Assert.Contains("no plated holes", new Sketch().Hole(0, 0, 1, Plating.NonPlated).Against(Smallest).Skipped("drill-size"), StringComparison.Ordinal);
        Assert.Contains("no holes", new Sketch().Against(Smallest).Skipped("drill-size"), StringComparison.Ordinal);
    }

    [Fact]
    public void Holes_are_measured_without_copper_too() => Assert.Single(new Sketch(0).Hole(0, 0, 0.1).Against(Smallest).Of("drill-size"));

    [Fact]
    public void A_hole_larger_than_the_largest_drill_is_found()
    {
        var finding = Assert.Single(new Sketch().Hole(0, 0, 6.4, Plating.NonPlated).Hole(10, 0, 6.3, Plating.NonPlated).Against(Largest).Of("drill-largest"));
        Assert.Equal((6.4m, 6.3m), (finding.Measured.Value, finding.Limit!.Value.Value));
    }

    [Fact]
    public void Slots_are_milled_and_no_large_drills() => Assert.Contains("no round holes", new Sketch().Slot(0, 0, 10, 0, 8).Against(Largest).Skipped("drill-largest"), StringComparison.Ordinal);

    [Fact]
    public void A_small_hole_without_plating_is_found() => Assert.Equal(0.45m, Assert.Single(new Sketch().Hole(0, 0, 0.45, Plating.NonPlated).Via(3, 0, 0.2, 0.6).Against(SmallestBare).Of("npth-drill-size")).Measured.Value);

    [Fact]
    public void Without_holes_without_plating_it_is_not_checked() => Assert.Contains("no round holes without plating", new Sketch().Via(0, 0, 0.3, 0.6).Against(SmallestBare).Skipped("npth-drill-size"), StringComparison.Ordinal);
}

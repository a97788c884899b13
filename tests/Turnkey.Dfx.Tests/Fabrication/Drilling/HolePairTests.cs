using Turnkey.Designs.Boards;

namespace Turnkey.Dfx.Tests.Fabrication.Drilling;

public class HolePairTests
{
    private const string Different = "hole-to-hole: { minimum: 0.5 }";
    private const string Same = "same-net-hole-to-hole: { minimum: 0.25 }";
    private const string Overlap = "hole-overlap: { minimum: 0 }";

    [Fact]
    public void Holes_of_different_nets_are_measured_wall_to_wall()
    {
        var finding = Assert.Single(new Sketch().Via(0, 0, 0.3, 0.5, "A").Via(0.79, 0, 0.3, 0.5, "B").Via(5, 0, 0.3, 0.5, "C").Against(Different).Of("hole-to-hole"));
        Assert.Equal((0.49m, Sketch.At(0.395, 0)), (finding.Measured.Value, finding.Worst.At));
    }

    [Fact]
    public void Holes_without_plating_belong_to_no_net() =>
        Assert.Equal(0.4m, Assert.Single(new Sketch().Hole(0, 0, 1, Plating.NonPlated).Slot(1.4, 0, 3, 0, 1, Plating.NonPlated).Against(Different).Of("hole-to-hole")).Measured.Value);

    [Fact]
    public void Holes_of_one_net_have_a_rule_of_their_own()
    {
        var sketch = new Sketch().Via(0, 0, 0.3, 0.5, "A").Via(0.5, 0, 0.3, 0.5, "A");
        Assert.Empty(sketch.Against(Different).Of("hole-to-hole"));
        Assert.Equal(0.2m, Assert.Single(sketch.Against(Same).Of("same-net-hole-to-hole")).Measured.Value);
    }

    [Fact]
    public void Stacked_microvias_share_no_laminate()
    {
        var sketch = new Sketch(4);
        for (var layer = 1; layer <= 3; layer++) sketch.Pad(layer, 0, 0, 0.4, "A");
        sketch.Hole(0, 0, 0.1, from: 1, to: 2).Hole(0, 0, 0.1, from: 2, to: 3);
        Assert.Empty(sketch.Against(Overlap).Of("hole-overlap"));
        Assert.Single(new Sketch(4).Pad(1, 0, 0, 0.4, "A").Pad(2, 0, 0, 0.4, "A").Hole(0, 0, 0.1, from: 1, to: 2).Hole(0.08, 0, 0.1, from: 1, to: 2).Against(Overlap).Of("hole-overlap"));
    }

    [Fact]
    public void A_perforation_at_the_edge_is_meant_to_be_weak()
    {
        var row = new Sketch().Outline(0, 0, 20, 20);
        for (var i = 0; i < 5; i++) row.Hole(5 + (i * 0.8), 0.4, 0.5, Plating.NonPlated);
        Assert.Empty(row.Against(Different).Of("hole-to-hole"));
        var inside = new Sketch().Outline(0, 0, 20, 20);
        for (var i = 0; i < 5; i++) inside.Hole(5 + (i * 0.8), 10, 0.5, Plating.NonPlated);
        Assert.Equal(4, Assert.Single(inside.Against(Different).Of("hole-to-hole")).Places.Length);
    }

    [Fact]
    public void Holes_that_cut_into_each_other_are_found_with_the_row_as_one_cause()
    {
        var sketch = new Sketch().Pad(1, 0.5, 0, 3, "A").Pad(2, 0.5, 0, 3, "A");
        for (var i = 0; i < 4; i++) sketch.Hole(i * 0.3, 0, 0.5);
        var finding = Assert.Single(sketch.Against(Overlap).Of("hole-overlap"));
        Assert.Equal(3, finding.Places.Length);
        Assert.Contains("slot", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_holes_on_one_place_are_told_apart_from_a_row() => Assert.Equal("holes on one place", Assert.Single(new Sketch().Via(0, 0, 0.3, 0.8).Hole(0.01, 0, 0.5).Against(Overlap).Of("hole-overlap")).Cause);

    [Fact]
    public void Pieces_of_one_milled_path_and_the_hole_that_begins_it_are_no_overlap()
    {
        var sketch = new Sketch().Slot(0, 0, 2, 0, 1, Plating.NonPlated).Slot(2, 0, 2, 2, 1, Plating.NonPlated).Hole(0, 0, 1, Plating.NonPlated);
        Assert.Empty(sketch.Against(Overlap, Different).Findings);
    }

    [Fact]
    public void Holes_side_by_side_do_not_overlap() => Assert.Empty(new Sketch().Via(0, 0, 0.5, 0.6, "A").Via(0.6, 0, 0.5, 0.6, "A").Against(Overlap).Of("hole-overlap"));

    [Fact]
    public void With_less_than_two_holes_nothing_is_checked()
    {
        var review = new Sketch().Via(0, 0, 0.3, 0.6).Against(Different, Same, Overlap);
        Assert.Contains("no two holes", review.Skipped("hole-to-hole"), StringComparison.Ordinal);
        Assert.Contains("no two holes", review.Skipped("hole-overlap"), StringComparison.Ordinal);
        Assert.Contains("no two plated holes", review.Skipped("same-net-hole-to-hole"), StringComparison.Ordinal);
    }
}

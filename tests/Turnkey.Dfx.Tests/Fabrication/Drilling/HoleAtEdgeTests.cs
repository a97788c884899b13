using Turnkey.Designs.Boards;

namespace Turnkey.Dfx.Tests.Fabrication.Drilling;

public class HoleAtEdgeTests
{
    private const string Edge = "hole-to-edge: { minimum: 0.5 }";
    private const string Half = "castellation: { minimum: 0.6 }";

    [Fact]
    public void A_hole_near_the_edge_is_measured_from_its_wall()
    {
        var finding = Assert.Single(new Sketch().Outline(0, 0, 20, 20).Hole(0.9, 10, 1, Plating.NonPlated).Hole(10, 10, 1, Plating.NonPlated).Against(Edge).Of("hole-to-edge"));
        Assert.Equal((0.4m, Sketch.At(0.2, 10)), (finding.Measured.Value, finding.Worst.At));
    }

    [Fact]
    public void The_edge_of_a_cut_out_counts_as_well() => Assert.Equal(0.3m, Assert.Single(new Sketch().Outline(0, 0, 20, 20).Cutout(8, 8, 12, 12).Via(7.5, 10, 0.4, 0.6).Against(Edge).Of("hole-to-edge")).Measured.Value);

    [Fact]
    public void A_hole_that_the_edge_cuts_into_beside_its_middle_has_nothing_left() =>
        Assert.Equal(0m, Assert.Single(new Sketch().Outline(0, 0, 20, 20).Via(0.4, 10, 1, 1.4).Against(Edge).Of("hole-to-edge")).Measured.Value);

    [Fact]
    public void A_slot_that_is_drawn_as_a_cut_out_too_is_milled_away() => Assert.Empty(new Sketch().Outline(0, 0, 20, 20).Cutout(8, 9, 12, 11).Slot(9, 10, 11, 10, 2, Plating.NonPlated).Against(Edge).Of("hole-to-edge"));

    [Fact]
    public void Holes_beside_the_board_are_no_part_of_it() => Assert.Empty(new Sketch().Outline(0, 0, 20, 20).Hole(-1, 10, 1.2, Plating.NonPlated).Against(Edge).Of("hole-to-edge"));

    [Fact]
    public void Plated_holes_that_the_edge_halves_are_castellations()
    {
        var review = new Sketch().Outline(0, 0, 20, 20).Via(0, 10, 0.5, 0.9).Via(0.1, 12, 0.6, 0.9).Against(Edge, Half);
        Assert.Empty(review.Of("hole-to-edge"));
        Assert.Equal(0.5m, Assert.Single(review.Of("castellation")).Measured.Value);
    }

    [Fact]
    public void Holes_within_the_board_are_no_castellations() => Assert.Contains("no plated hole", new Sketch().Outline(0, 0, 20, 20).Via(3, 10, 0.3, 0.6).Hole(0, 5, 0.4, Plating.NonPlated).Against(Half).Skipped("castellation"), StringComparison.Ordinal);

    [Fact]
    public void Without_an_outline_or_holes_nothing_is_checked()
    {
        Assert.Contains("no outline", new Sketch().Via(0, 0, 0.3, 0.6).Against(Edge).Skipped("hole-to-edge"), StringComparison.Ordinal);
        Assert.Contains("no outline", new Sketch().Via(0, 0, 0.3, 0.6).Against(Half).Skipped("castellation"), StringComparison.Ordinal);
        Assert.Contains("no holes", new Sketch().Outline(0, 0, 20, 20).Against(Edge).Skipped("hole-to-edge"), StringComparison.Ordinal);
    }
}

using Turnkey.Designs.Layers;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Assembling;

public class ClearanceTests
{
    private const string Spacing = "part-spacing: { minimum: 0.1, preferred: 0.25 }";
    private const string Overlap = "part-overlap: { maximum: 0 }";
    private const string Edge = "part-to-edge: { preferred: 1 }";
    private const string Score = "part-to-vscore: { minimum: 1, preferred: 3 }";
    private const string Height = "part-height: { maximum: 2 }";

    [Fact]
    public void The_gap_between_two_chips_is_that_of_their_bodies()
    {
        // 0603 bodies are 0.8 mm wide.
        var finding = Assert.Single(new Sketch().Chip("R1", 0, 0).Chip("R2", 0, 1.02).Against(Spacing).Of("part-spacing"));
        Assert.Equal((Severity.Warning, 0.22m), (finding.Severity, finding.Measured.Value));
        Assert.Equal("R1 and R2", finding.Worst.What);
    }

    [Fact]
    public void A_habit_of_the_designer_is_one_finding()
    {
        var sketch = new Sketch();
        for (var i = 0; i < 8; i++) sketch.Chip($"R{i + 1}", 0, i * 1.0);
        Assert.Equal(7, Assert.Single(sketch.Against(Spacing).Of("part-spacing")).Places.Length);
    }

    [Fact]
    public void Parts_on_either_side_of_the_board_do_not_meet() => Assert.Empty(new Sketch().Chip("R1", 0, 0).Chip("R2", 0, 0.3, layer: 2).Against(Spacing, Overlap).Findings);

    [Fact]
    public void A_part_that_is_not_mounted_is_in_nobody_s_way()
    {
        var assembly = new Sketch().Chip("R1", 0, 0).Chip("R2", 0, 0.95).Assembly();
        assembly = assembly with { Placements = [assembly.Placements[0], assembly.Placements[1] with { DoNotPlace = true }] };
        Assert.Empty(DesignReview.Check(assembly, Reviewing.Limits(Spacing)).Of("part-spacing"));
    }

    [Fact]
    public void Spacing_without_a_centroid_file_is_not_checked() => Assert.Contains("no centroid file", new Sketch().Pad(1, 0, 0, 1).Against(Spacing).Skipped("part-spacing"), StringComparison.Ordinal);

    [Fact]
    public void Bodies_in_one_place_overlap_by_what_one_would_have_to_move()
    {
        var finding = Assert.Single(new Sketch().Chip("R1", 0, 0).Qfn("U1", 2.5, 0).Against(Overlap).Of("part-overlap"));
        // The chip ends at 0.8, the body of 4 mm begins at 0.5.
        Assert.Equal(0.3m, finding.Measured.Value);
        Assert.Contains("overlap by 0.3 mm", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Bodies_that_touch_within_their_tolerance_do_not_overlap() => Assert.Empty(new Sketch().Chip("R1", 0, 0).Qfn("U1", 2.75, 0).Against(Overlap).Of("part-overlap"));

    [Fact]
    public void Overlap_without_a_centroid_file_is_not_checked() => Assert.Contains("no centroid file", new Sketch().Pad(1, 0, 0, 1).Against(Overlap).Skipped("part-overlap"), StringComparison.Ordinal);

    [Fact]
    public void A_body_near_the_edge_is_measured_to_it()
    {
        var finding = Assert.Single(new Sketch().Outline(-10, -10, 10, 10).Chip("R1", 0, 9).Against(Edge).Of("part-to-edge"));
        Assert.Equal(0.6m, finding.Measured.Value);
    }

    [Fact]
    public void A_connector_belongs_at_the_edge()
    {
        var sketch = new Sketch().Outline(-10, -10, 10, 10);
        for (var i = 0; i < 4; i++) sketch.Land(1, i, 9.5, 0.5, 0.5, component: "J1", pin: $"{i}");
        Assert.Empty(sketch.Part("J1", 1.5, 9.5, footprint: "QFN-16_4x4mm").Chip("R1", 0, 0).Against(Edge).Of("part-to-edge"));
    }

    [Fact]
    public void Without_an_outline_there_is_no_edge() => Assert.Contains("no outline", new Sketch().Chip("R1", 0, 0).Against(Edge).Skipped("part-to-edge"), StringComparison.Ordinal);

    [Fact]
    public void A_part_near_a_score_is_an_error_where_the_blade_meets_it()
    {
        var assembly = new Sketch().Outline(-10, -10, 10, 10).Chip("R1", 0, 0).Line(LayerRole.Other, Side.All, -10, 1.1, 10, 1.1, 0.1).Assembly();
        assembly = assembly with { Board = assembly.Board! with { Layers = [.. assembly.Board.Layers.Select(layer => layer.Role == LayerRole.Other ? layer with { Source = "panel-V-Score.gbr" } : layer)] } };
        var finding = Assert.Single(DesignReview.Check(assembly, Reviewing.Limits(Score)).Of("part-to-vscore"));
        Assert.Equal((Severity.Error, 0.7m), (finding.Severity, finding.Measured.Value));
    }

    [Fact]
    public void Without_a_score_it_is_not_checked() => Assert.Contains("no layer draws V-scores", new Sketch().Chip("R1", 0, 0).Against(Score).Skipped("part-to-vscore"), StringComparison.Ordinal);

    [Fact]
    public void A_tall_part_is_found_by_the_height_in_its_name()
    {
        var sketch = new Sketch().Land(1, -2.8, 0, 3, 1.6).Land(1, 2.8, 0, 3, 1.6).Part("C1", 0, 0, footprint: "CP_Elec_6.3x7.7");
        Assert.Equal(7.7m, Assert.Single(sketch.Against(Height).Of("part-height")).Measured.Value);
    }

    [Fact]
    public void Flat_parts_are_not_tall() => Assert.Empty(new Sketch().Chip("R1", 0, 0).Against(Height).Of("part-height"));

    [Fact]
    public void Heights_that_nobody_knows_are_not_judged() => Assert.Contains("no part's height", new Sketch().Pad(1, 0, 0, 1).Part("X1", 0, 0, footprint: "CUSTOM").Against(Height).Skipped("part-height"), StringComparison.Ordinal);
}

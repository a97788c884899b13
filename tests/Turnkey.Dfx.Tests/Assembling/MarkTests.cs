using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Tests.Assembling;

public class MarkTests
{
    private const string Fiducials = "fiducials: { preferred: 2 }";
    private const string Clearance = "fiducial-clearance: { preferred: 1.9 }";
    private const string Local = "local-fiducials: { preferred: 2 }";
    private const string Polarity = "polarity-mark: { preferred: 0 }";
    private const string Tooling = "tooling-holes: { preferred: 2 }";

    private static Sketch Mark(Sketch sketch, double x, double y, double copper = 1, double opening = 2) =>
        sketch.Pad(1, x, y, copper).Dot(LayerRole.SolderMask, Side.Top, x, y, opening);

    [Fact]
    public void Bare_round_copper_in_a_wide_opening_is_a_fiducial() =>
        Assert.Empty(Mark(Mark(new Sketch().Chip("R1", 0, 0), 10, 10), -10, -10).Against(Fiducials).Of("fiducials"));

    [Fact]
    public void Fiducials_are_counted_on_each_side_with_parts()
    {
        var finding = Assert.Single(Mark(new Sketch().Chip("R1", 0, 0), 10, 10).Against(Fiducials).Of("fiducials"));
        Assert.Equal((1m, "top"), (finding.Measured.Value, finding.Worst.Layer));
    }

    [Fact]
    public void A_round_test_point_with_a_track_is_no_fiducial() =>
        Assert.Equal(1m, Assert.Single(Mark(Mark(new Sketch().Chip("R1", 0, 0), 10, 10), -10, -10).Track(1, -10, -10, -5, -10, 0.2).Against(Fiducials).Of("fiducials")).Measured.Value);

    [Fact]
    public void Copper_that_says_it_is_a_fiducial_is_one() =>
        Assert.Empty(new Sketch().Chip("R1", 0, 0).Pad(1, 9, 9, 1, function: FeatureFunction.FiducialPad).Pad(1, -9, 9, 1, function: FeatureFunction.FiducialPad).Against(Fiducials).Of("fiducials"));

    [Fact]
    public void A_board_without_surface_mount_parts_needs_none() => Assert.Contains("no side has", new Sketch().Via(0, 0, 1, 2, function: HoleFunction.Component).Part("J1", 0, 0, footprint: "PinHeader_1x01").Against(Fiducials).Skipped("fiducials"), StringComparison.Ordinal);

    [Fact]
    public void The_opening_of_a_fiducial_is_measured_by_its_copper() =>
        Assert.Equal(1.5m, Assert.Single(Mark(new Sketch(), 0, 0, 1, 1.5).Against(Clearance).Of("fiducial-clearance")).Measured.Value);

    [Fact]
    public void Twice_the_diameter_is_enough() => Assert.Empty(Mark(new Sketch(), 0, 0).Against(Clearance).Of("fiducial-clearance"));

    [Fact]
    public void Without_fiducials_there_is_no_opening_to_measure() => Assert.Contains("no fiducial", new Sketch().Blank(LayerRole.SolderMask, Side.Top).Against(Clearance).Skipped("fiducial-clearance"), StringComparison.Ordinal);

    [Fact]
    public void A_part_of_fine_pitch_wants_marks_beside_it() => Assert.Equal(0m, Assert.Single(new Sketch().Qfn("U1", 0, 0).Against(Local).Of("local-fiducials")).Measured.Value);

    [Fact]
    public void Marks_near_its_corners_are_enough() => Assert.Empty(Mark(Mark(new Sketch().Blank(LayerRole.SolderMask, Side.Bottom).Qfn("U1", 0, 0, named: true), 5, 5), -5, -5).Against(Local).Of("local-fiducials"));

    [Fact]
    public void Of_a_side_whose_copper_is_missing_no_marks_are_looked_for() =>
        Assert.Contains("missing", new Sketch().Without(2).Chip("R1", 0, 0).Part("U1", 0, 0, side: Side.Bottom, footprint: "BGA-64_5x5mm_P0.5mm").Against(Local).Skipped("local-fiducials"), StringComparison.Ordinal);

    [Fact]
    public void Without_fine_pitch_none_are_wanted() => Assert.Contains("0.5 mm", new Sketch().Chip("R1", 0, 0).Against(Local).Skipped("local-fiducials"), StringComparison.Ordinal);

    [Fact]
    public void A_legend_that_looks_the_same_both_ways_shows_no_polarity() =>
        Assert.Single(new Sketch().Chip("D1", 0, 0, footprint: "D_SOD-323").Line(LayerRole.Legend, Side.Top, -1, 0.8, 1, 0.8, 0.12).Line(LayerRole.Legend, Side.Top, -1, -0.8, 1, -0.8, 0.12).Against(Polarity).Of("polarity-mark"));

    [Fact]
    public void A_bar_at_one_end_is_a_mark() =>
        Assert.Empty(new Sketch().Chip("D1", 0, 0, footprint: "D_SOD-323").Line(LayerRole.Legend, Side.Top, -1.6, 0.8, -1.6, -0.8, 0.15).Against(Polarity).Of("polarity-mark"));

    [Fact]
    public void Resistors_need_no_mark() => Assert.Contains("no part that must not be turned", new Sketch().Chip("R1", 0, 0).Dot(LayerRole.Legend, Side.Top, 3, 3, 0.5).Against(Polarity).Skipped("polarity-mark"), StringComparison.Ordinal);

    [Fact]
    public void Without_legend_it_is_not_checked() => Assert.Contains("no legend", new Sketch().Chip("D1", 0, 0, footprint: "D_SOD-323").Against(Polarity).Skipped("polarity-mark"), StringComparison.Ordinal);

    [Fact]
    public void Tooling_holes_are_round_without_plating_and_wide_enough_for_a_pin()
    {
        var sketch = new Sketch().Pad(1, 0, 0, 1).Hole(5, 5, 3.2, Plating.NonPlated).Hole(-5, 5, 0.8, Plating.NonPlated).Via(9, 9, 3, 5);
        Assert.Equal(1m, Assert.Single(sketch.Against(Tooling).Of("tooling-holes")).Measured.Value);
        Assert.Empty(sketch.Hole(5, -5, 3.2, Plating.NonPlated).Against(Tooling).Of("tooling-holes"));
    }

    [Fact]
    public void Without_drills_holes_are_not_counted() => Assert.Contains("no drill file", new Sketch().Pad(1, 0, 0, 1).Against(Tooling).Skipped("tooling-holes"), StringComparison.Ordinal);
}

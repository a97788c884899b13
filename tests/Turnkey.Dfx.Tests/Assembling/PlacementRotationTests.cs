using Turnkey.Dfx.Assembling.Centroids;
using Turnkey.Designs.Layers;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Assembling;

public class PlacementRotationTests
{
    private const string Limit = "placement-rotation: { maximum: 1 }";

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void An_asymmetric_part_whose_angle_differs_from_the_others_of_its_footprint_is_turned_by_the_difference(double surplus)
    {
        var sketch = new Sketch().Sot23("Q1", 0, 0).Sot23("Q2", 10, 0, 90).Sot23("Q3", 20, 0, 180, said: (180 + surplus) % 360).Sot23("Q4", 30, 0, 270);
        var finding = Assert.Single(sketch.Against(Limit).Of("placement-rotation"));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal((decimal)Math.Min(surplus, 360 - surplus), finding.Measured.Value);
        Assert.Equal(Sketch.At(20, 0), finding.Worst.At);
        Assert.Contains("180° on its pads", finding.Worst.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_footprint_drawn_at_another_angle_than_the_standard_s_is_no_error() =>
        Assert.Empty(new Sketch().Sot23("Q1", 0, 0, 0, said: 90).Sot23("Q2", 10, 0, 90, said: 180).Sot23("Q3", 20, 0, 270, said: 0).Against(Limit).Of("placement-rotation"));

    [Fact]
    public void A_chip_turned_by_half_a_turn_is_the_same_chip() =>
        Assert.Empty(new Sketch().Chip("R1", 0, 0).Chip("R2", 5, 0, 0, said: 180).Chip("R3", 10, 0, 90).Chip("R4", 15, 0, 90, said: 270).Against(Limit).Of("placement-rotation"));

    [Fact]
    public void A_chip_turned_by_a_quarter_is_found() =>
        Assert.Equal("R3", Assert.Single(new Sketch().Chip("R1", 0, 0).Chip("R2", 5, 0).Chip("R3", 10, 0, 90, said: 0).Chip("R4", 15, 0, 90).Against(Limit).Of("placement-rotation")).Worst.What.Split(' ')[0]);

    [Fact]
    public void Parts_close_together_keep_their_own_pads()
    {
        var sketch = new Sketch();
        for (var i = 0; i < 6; i++) sketch.Chip($"R{i + 1}", i * 1.2, 0, 90).Chip($"C{i + 1}", i * 2.8, 4, 0, footprint: "C_0603_1608Metric");
        Assert.Empty(sketch.Against(Limit, "placement-offset: { maximum: 0.05 }").Findings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Angles_of_the_bottom_may_be_counted_from_either_side(int sense)
    {
        var sketch = new Sketch();
        double[] angles = [0, 90, 180, 270];
        for (var i = 0; i < angles.Length; i++)
        {
            // Pads of an asymmetric part, seen from the top through the board.
            var (sin, cos) = Math.SinCos(angles[i] * Math.PI / 180);
            foreach (var (x, y) in ((double, double)[])[(-1, 0.95), (-1, -0.95), (1, 0)])
                sketch.Pad(2, Math.Round((i * 10) - ((x * cos) - (y * sin)), 6), Math.Round((x * sin) + (y * cos), 6), 0.6);
            sketch.Part($"Q{i + 1}", i * 10, 0, sense > 0 ? angles[i] : (360 - angles[i]) % 360, Side.Bottom, "SOT-23");
        }
        Assert.Empty(sketch.Against(Limit).Of("placement-rotation"));
    }

    [Fact]
    public void Pin_names_tell_a_half_turn_of_a_symmetrical_part()
    {
        var sketch = new Sketch().Qfn("U1", 0, 0, named: true).Qfn("U2", 10, 0, named: true).Qfn("U3", 20, 0, rotation: 180, named: true);
        Assert.Equal(180m, Assert.Single(sketch.Against(Limit).Of("placement-rotation")).Measured.Value);
    }

    [Fact]
    public void A_part_alone_is_held_against_where_its_pin_1_was_confirmed_to_be()
    {
        var demands = Reviewing.Limits(Limit);
        var assembly = new Sketch().Sot23("Q1", 0, 0, 0, said: 90, named: true).Assembly();
        var confirmed = new ReviewContext([new ConfirmedPart("SOT-23", 135, "engineer", "2026-01-01")]);
        Assert.Equal(90m, Assert.Single(DesignReview.Check(assembly, demands, confirmed).Of("placement-rotation")).Measured.Value);
        Assert.Empty(DesignReview.Check(new Sketch().Sot23("Q1", 0, 0, named: true).Assembly(), demands, confirmed).Of("placement-rotation"));
    }

    private static Sketch ChipsOfThreeFootprints() =>
        new Sketch().Chip("R1", 0, 0).Chip("R2", 0, 4, 90).Chip("C1", 5, 0, footprint: "C_0603_1608Metric").Chip("L1", 5, 4, 90, footprint: "L_0603_1608Metric");

    [Fact]
    public void A_chip_whose_footprint_is_used_once_is_held_against_how_other_footprints_lie()
    {
        var finding = Assert.Single(ChipsOfThreeFootprints().Chip("F1", 10, 0, 90, said: 0, footprint: "Fuse_0603_1608Metric").Against(Limit).Of("placement-rotation"));
        Assert.Equal((90m, "F1"), (finding.Measured.Value, finding.Worst.What.Split(' ')[0]));
        Assert.Empty(ChipsOfThreeFootprints().Chip("F1", 10, 0, 90, footprint: "Fuse_0603_1608Metric").Against(Limit).Of("placement-rotation"));
    }

    [Fact]
    public void Chips_that_do_not_agree_on_an_axis_judge_nobody() =>
        Assert.Empty(ChipsOfThreeFootprints().Chip("L2", 10, 4, 90, said: 0, footprint: "L_0603_1608Metric").Chip("L3", 15, 4, 90, said: 0, footprint: "L_0603_1608Metric")
            .Chip("F1", 10, 0, 90, said: 0, footprint: "Fuse_0603_1608Metric").Against(Limit).Of("placement-rotation").Where(finding => finding.Worst.What.StartsWith('F')));

    [Fact]
    public void A_part_with_named_pins_whose_footprint_is_used_once_is_held_against_where_pin_1_of_others_lies()
    {
        static Sketch Others() => new Sketch().Qfn("U1", 0, 0, named: true).Sot23("Q1", 10, 0, 90, named: true).Sot23("Q2", 20, 0, named: true, footprint: "SOT-323_SC-70");
        var turned = Others().Sot23("Q3", 30, 0, 0, said: 180, named: true, footprint: "SOT-523");
        Assert.Equal(180m, Assert.Single(turned.Against(Limit).Of("placement-rotation")).Measured.Value);
        Assert.Empty(Others().Sot23("Q3", 30, 0, 90, named: true, footprint: "SOT-523").Against(Limit).Of("placement-rotation"));
    }

    [Fact]
    public void A_footprint_that_agrees_with_itself_may_lie_otherwise_than_the_others() =>
        Assert.Empty(ChipsOfThreeFootprints().Chip("F1", 10, 0, 90, said: 0, footprint: "Fuse_0603_1608Metric").Chip("F2", 15, 0, 0, said: 90, footprint: "Fuse_0603_1608Metric").Against(Limit).Of("placement-rotation"));

    [Fact]
    public void Pads_that_may_be_a_neighbour_s_show_no_error_and_are_asked_for()
    {
        // R3 stands where it has no pads of its own; those beside it lie across, and away from its place.
        var sketch = new Sketch().Chip("R1", 0, 0).Chip("R2", 5, 0).Land(1, 10, -0.4, 0.9, 0.8).Land(1, 10, 1.2, 0.9, 0.8).Part("R3", 10, 0, footprint: "R_0603_1608Metric");
        var review = sketch.Against(Limit, "placement-undeterminable: { preferred: 0 }");
        Assert.Empty(review.Of("placement-rotation"));
        Assert.Contains("neighbours", Assert.Single(review.Of("placement-undeterminable")).Cause, StringComparison.Ordinal);
    }

    private const string Asked = "placement-undeterminable: { preferred: 0 }";

    [Theory]
    [InlineData("R1", "R_0603_1608Metric")]
    [InlineData("C1", "C_0603_1608Metric")]
    [InlineData("L1", "L_0603_1608Metric")]
    public void A_part_with_two_like_ends_turned_by_half_a_turn_is_no_finding_also_where_its_pins_are_named(string third, string footprint)
    {
        Sketch Turned(double said) => new Sketch().Chip(third, 0, 0, 0, said: said, footprint: footprint, named: true)
            .Chip(third + "1", 5, 0, footprint: footprint, named: true).Chip(third + "2", 10, 0, footprint: footprint, named: true);
        Assert.Empty(Turned(180).Against(Limit, Asked).Findings);
        Assert.Equal(90m, Assert.Single(Turned(90).Against(Limit, Asked).Findings).Measured.Value);
    }

    [Fact]
    public void A_diode_turned_by_half_a_turn_is_found_by_its_pins()
    {
        var sketch = new Sketch();
        foreach (var (name, said) in new[] { ("D1", 180d), ("D2", 0), ("D3", 0) }) sketch.Chip(name, 5 * sketch.Assembly().Placements.Length, 0, 0, said, footprint: "LED_0603_1608Metric", named: true);
        Assert.Equal(180m, Assert.Single(sketch.Against(Limit).Of("placement-rotation")).Measured.Value);
    }

    [Fact]
    public void A_few_that_are_turned_do_not_keep_the_majority_from_judging()
    {
        var sketch = ChipsOfThreeFootprints().Chip("R11", 20, 0, footprint: "R_0603_HandSolder").Chip("F1", 10, 0, 90, said: 0, footprint: "Fuse_0603_1608Metric").Chip("C5", 10, 8, 90, said: 0, footprint: "C_0603_HandSolder");
        Assert.Equal(["C5", "F1"], sketch.Against(Limit).Of("placement-rotation").Select(finding => finding.Worst.What.Split(' ')[0]).Order());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 1)]
    [InlineData(180, 1)]
    public void A_part_alone_is_taken_as_right_where_it_lies_as_the_standard_has_it_and_asked_for_where_not(double said, int questions)
    {
        Assert.Equal(questions, new Sketch().Sot223("U1", 0, 0, said).Against(Asked).Of("placement-undeterminable").Length);
        Assert.Equal(questions, new Sketch().Sot23("Q1", 0, 0, 0, said).Against(Asked).Of("placement-undeterminable").Length);
        Assert.Empty(new Sketch().Sot223("U1", 0, 0, said).Against(Limit).Of("placement-rotation"));
    }

    [Fact]
    public void A_connector_is_asked_for_once_for_its_footprint_with_the_names_of_the_parts()
    {
        var finding = Assert.Single(new Sketch().Plug("J1", 0, 0, 90).Plug("J2", 20, 0, 0).Against(Asked).Of("placement-undeterminable"), finding => finding.Places.Length == 2);
        Assert.True(finding.IsUndeterminable);
        Assert.Contains("J1, J2", Assert.Single(new Sketch().Plug("J1", 0, 0, 0).Plug("J2", 20, 0, 17).Against(Asked).Of("placement-undeterminable")).Cause, StringComparison.Ordinal);
        Assert.Contains("J1", Assert.Single(new Sketch().Plug("J1", 0, 0, 0).Against(Asked).Of("placement-undeterminable")).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connector_that_was_confirmed_is_not_asked_for() =>
        Assert.Empty(DesignReview.Check(new Sketch().Plug("J1", 0, 0).Assembly(), Reviewing.Limits(Asked), new ReviewContext([new ConfirmedPart("MAKER_PLUG_1X04", null, "engineer", "")])).Of("placement-undeterminable"));

    [Fact]
    public void A_part_whose_pads_nobody_knows_is_asked_for()
    {
        var sketch = new Sketch();
        for (var i = 0; i < 28; i++) sketch.Land(1, -3.7, i * 0.5, 1.4, 0.3).Land(1, 3.7, i * 0.5, 1.4, 0.3);
        Assert.Contains("not known", Assert.Single(sketch.Part("U3", 0, 6.75, footprint: "TSSOP-56-PP").Against(Asked).Of("placement-undeterminable")).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Leads_go_into_their_holes_one_way_only()
    {
        var sketch = new Sketch();
        foreach (var (x, y) in ((double, double)[])[(0, 0), (2.54, 0), (5.08, 2)]) sketch.Via(x, y, 1, 1.8, function: Designs.Boards.HoleFunction.Component);
        Assert.Empty(sketch.Part("J1", 2, 1, footprint: "Jack_3pin").Against(Asked).Of("placement-undeterminable"));
    }

    [Fact]
    public void Where_nobody_can_be_judged_it_is_not_checked() => Assert.Contains("used twice", new Sketch().Plug("J1", 0, 0).Against(Limit).Skipped("placement-rotation"), StringComparison.Ordinal);

    [Fact]
    public void Without_a_centroid_file_it_is_not_checked() => Assert.Contains("no centroid file", new Sketch().Pad(1, 0, 0, 1).Against(Limit).Skipped("placement-rotation"), StringComparison.Ordinal);
}

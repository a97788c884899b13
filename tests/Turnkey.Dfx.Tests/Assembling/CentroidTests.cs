using System.Text;
using Turnkey.Dfx.Assembling.Centroids;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Tests.Assembling;

public class CentroidTests
{
    private const string Offset = "placement-offset: { maximum: 0.5, preferred: 0.1 }";
    private const string Asked = "placement-undeterminable: { preferred: 0 }";
    private const string Missing = "placement-missing-pads: { minimum: 0 }";

    [Fact]
    public void A_part_beside_its_pads_is_measured_to_the_nanometre()
    {
        var finding = Assert.Single(new Sketch().Chip("R1", 0, 0).Chip("R2", 5, 0).Chip("R3", 10, 0, besideX: 0.231).Against(Offset).Of("placement-offset"));
        Assert.Equal((Severity.Warning, 0.231m), (finding.Severity, finding.Measured.Value));
        Assert.Contains("R3 by -0.231, 0 mm", finding.Worst.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_footprint_whose_origin_is_pin_1_is_no_error() =>
        Assert.Empty(new Sketch().Chip("R1", 0, 0, besideX: -0.8).Chip("R2", 5, 0, besideX: -0.8).Chip("R3", 10, 0, besideX: -0.8).Against(Offset).Of("placement-offset"));

    [Fact]
    public void One_chip_alone_may_have_its_origin_at_a_pad_and_nowhere_else_beside_the_middle()
    {
        Assert.Empty(new Sketch().Chip("R1", 0, 0, besideX: 0.8).Against(Offset).Of("placement-offset"));
        Assert.Single(new Sketch().Chip("R1", 0, 0, besideX: 0.6).Against(Offset).Of("placement-offset"));
    }

    [Fact]
    public void A_transistor_alone_has_its_place_between_its_pads()
    {
        Assert.Empty(new Sketch().Sot23("Q1", 0, 0).Against(Offset).Of("placement-offset"));
        var finding = Assert.Single(new Sketch().Sot23("Q1", 0, 0, besideX: 0.5).Against(Offset).Of("placement-offset"));
        // Between the middle of the three and the middle of their box nobody can say which is meant.
        Assert.InRange(finding.Measured.Value, 0.49m, 0.51m);
        Assert.Empty(new Sketch().Sot23("Q1", 0, 0, besideX: -0.3).Against(Offset).Of("placement-offset"));
    }

    [Fact]
    public void A_square_part_alone_is_judged_where_all_its_pads_are_named()
    {
        Assert.Empty(new Sketch().Qfn("U1", 0, 0, named: true, exposed: true).Against(Offset).Of("placement-offset"));
        Assert.Equal(0.4m, Assert.Single(new Sketch().Qfn("U1", 0, 0, named: true, exposed: true, besideX: 0.4).Against(Offset).Of("placement-offset")).Measured.Value);
        Assert.Empty(new Sketch().Qfn("U1", 0, 0, exposed: true, besideX: 0.4).Against(Offset).Of("placement-offset"));
    }

    [Fact]
    public void Two_like_pads_with_names_are_a_pair_whatever_stands_on_them()
    {
        static Sketch Coil(double besideX) => new Sketch().Land(1, -2, 0, 1, 2, component: "L1", pin: "1").Land(1, 2, 0, 1, 2, component: "L1", pin: "2").Part("L1", besideX, 0, footprint: "Bourns coil");
        Assert.Empty(Coil(0).Against(Offset).Of("placement-offset"));
        Assert.Equal(0.5m, Assert.Single(Coil(0.5).Against(Offset).Of("placement-offset")).Measured.Value);
    }

    [Fact]
    public void A_chip_whose_place_is_on_its_pad_is_beside_where_the_others_of_the_board_have_their_middles()
    {
        var sketch = new Sketch().Chip("R1", 0, 0).Chip("C1", 5, 0, footprint: "C_0603_1608Metric").Chip("F1", 10, 0, footprint: "Fuse_0603_1608Metric");
        Assert.Equal(0.8m, Assert.Single(sketch.Chip("L1", 15, 0, besideX: 0.8, footprint: "L_0603_1608Metric").Against(Offset).Of("placement-offset")).Measured.Value);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 1)]
    [InlineData(-0.5, 1)]
    public void A_part_with_a_tab_has_its_place_in_a_middle_of_its_pads(double beside, int findings) =>
        Assert.Equal(findings, new Sketch().Sot223("U1", 0, 0, besideX: beside).Against(Offset).Of("placement-offset").Count(finding => finding.Measured.Value == 0.5m));

    [Fact]
    public void What_two_parts_of_a_footprint_have_in_common_is_its_origin_at_whatever_angle()
    {
        // The origin of both lies 1 mm beside the middle, along the part's own axis.
        static Sketch Coils(double second)
        {
            var sketch = new Sketch().Land(1, 1, -2, 2, 1, component: "L1", pin: "1").Land(1, 1, 2, 2, 1, component: "L1", pin: "2").Part("L1", 0, 0, footprint: "Bourns coil");
            return sketch.Land(1, 18, second, 1, 2, component: "L2", pin: "2").Land(1, 22, second, 1, 2, component: "L2", pin: "1").Part("L2", 20, 0, 90, footprint: "Bourns coil");
        }
        Assert.Empty(Coils(1).Against(Offset).Of("placement-offset"));
        Assert.NotEmpty(Coils(1.6).Against(Offset).Of("placement-offset"));
    }

    [Fact]
    public void Pads_of_a_panel_s_other_copy_are_not_the_part_s()
    {
        // One centroid row, and every pad twice.
        var sketch = new Sketch();
        foreach (var copy in (ReadOnlySpan<double>)[0, 40])
        {
            for (var pin = 1; pin <= 2; pin++) sketch.Land(1, copy - 2.4 + (1.6 * pin), 0, 0.8, 0.9, component: "R1", pin: $"{pin}").Land(1, copy + 7.6 + (1.6 * pin), 0, 0.8, 0.9, component: "D1", pin: $"{pin}");
            foreach (var (x, y, pin) in ((double, double, string)[])[(-1, 0.95, "1"), (-1, -0.95, "2"), (1, 0, "3")]) sketch.Land(1, copy + 20 + x, y, 1, 0.6, component: "Q1", pin: pin);
        }
        sketch.Part("R1", 0, 0, footprint: "R_0603_1608Metric").Part("D1", 10, 0, footprint: "LED_0603_1608Metric").Part("Q1", 20, 0, footprint: "SOT-23");
        var review = sketch.Against(Offset, "placement-rotation: { maximum: 1 }");
        Assert.Empty(review.Findings);
        Assert.StartsWith("3 parts", Assert.Single(review.Checks, check => check.Rule.Id == "placement-offset").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Terminals_that_miss_their_pads_are_an_error_by_good_practice()
    {
        static Finding Beside(double by) => Assert.Single(DesignReview.Check(new Sketch().Chip("R1", 0, 0, besideX: by).Assembly(), new Demands([CapabilityShelf.Find(Demands.UsualMaker)!])).Of("placement-offset"));
        Assert.Equal(Severity.Warning, Beside(0.3).Severity);
        Assert.Equal(Severity.Error, Beside(0.5).Severity);
    }

    [Fact]
    public void Offsets_without_a_centroid_file_are_not_checked() => Assert.Contains("no centroid file", new Sketch().Pad(1, 0, 0, 1).Against(Offset).Skipped("placement-offset"), StringComparison.Ordinal);

    [Fact]
    public void A_diode_on_two_like_pads_is_asked_for()
    {
        var finding = Assert.Single(new Sketch().Chip("D1", 0, 0, footprint: "LED_0603_1608Metric").Against(Asked).Of("placement-undeterminable"));
        Assert.True(finding.IsUndeterminable);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void A_resistor_is_not_asked_for() => Assert.Empty(new Sketch().Chip("R1", 0, 0).Against(Asked).Of("placement-undeterminable"));

    [Fact]
    public void A_square_part_is_asked_for_unless_pin_1_is_named()
    {
        Assert.Contains("90°", Assert.Single(new Sketch().Qfn("U1", 0, 0).Against(Asked).Of("placement-undeterminable")).Cause, StringComparison.Ordinal);
        Assert.Empty(new Sketch().Qfn("U1", 0, 0, named: true).Against(Asked).Of("placement-undeterminable"));
    }

    [Fact]
    public void What_was_confirmed_once_is_not_asked_again()
    {
        var (confirmed, diagnostics) = ConfirmedPartFile.Read("confirmed.csv", Encoding.UTF8.GetBytes("part,pin-1,by,date\nLTST-C190GKT,left,A. Engineer,2026-03-01\n"));
        Assert.Empty(diagnostics);
        var sketch = new Sketch();
        foreach (var side in (ReadOnlySpan<int>)[-1, 1]) sketch.Land(1, side * 0.8, 0, 0.8, 0.9);
        sketch.Part("D1", 0, 0, footprint: "LED_0603_1608Metric", mpn: "LTST-C190GKT");
        Assert.Single(DesignReview.Check(sketch.Assembly(), Reviewing.Limits(Asked)).Of("placement-undeterminable"));
        Assert.Empty(DesignReview.Check(sketch.Assembly(), Reviewing.Limits(Asked), new ReviewContext(confirmed)).Of("placement-undeterminable"));
    }

    [Fact]
    public void Two_parts_that_disagree_are_asked_for_and_no_error()
    {
        var review = new Sketch().Sot23("Q1", 0, 0).Sot23("Q2", 10, 0, 90, said: 0).Against(Asked, "placement-rotation: { maximum: 1 }");
        Assert.Equal(2, Assert.Single(review.Of("placement-undeterminable")).Places.Length);
        Assert.Empty(review.Of("placement-rotation"));
    }

    [Fact]
    public void Questions_without_a_centroid_file_are_not_put() => Assert.Contains("no centroid file", new Sketch().Pad(1, 0, 0, 1).Against(Asked).Skipped("placement-undeterminable"), StringComparison.Ordinal);

    [Fact]
    public void A_part_where_no_pad_is_is_an_error() =>
        Assert.Equal("parts without pads", Assert.Single(new Sketch().Chip("R1", 0, 0).Part("R2", 30, 0, footprint: "R_0603_1608Metric").Against(Missing).Of("placement-missing-pads")).Cause);

    [Fact]
    public void A_part_on_the_wrong_side_is_told_so() =>
        Assert.Equal("parts whose pads are on the other side", Assert.Single(new Sketch().Chip("R1", 0, 0).Chip("R2", 9, 0, layer: 2).Part("R3", 0, 0, side: Side.Bottom, footprint: "R_0603_1608Metric").Against(Missing).Of("placement-missing-pads")).Cause);

    [Fact]
    public void A_part_whose_named_pads_are_all_on_the_other_side_is_an_error()
    {
        var review = new Sketch().Chip("C1", 0, 0, layer: 2, named: true).Chip("C2", 1, 0, named: true).Part("C3", 5, 0, side: Side.Top).Land(2, 5, 0, 1, 1, component: "C3", pin: "1").Land(2, 7, 0, 1, 1, component: "C3", pin: "2").Against("placement-side: { minimum: 0 }");
        var finding = Assert.Single(review.Findings);
        Assert.Equal((Severity.Error, 1), (finding.Severity, finding.Places.Length));
        Assert.StartsWith("C3", finding.Worst.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Sides_are_not_judged_where_nobody_names_pads() => Assert.Contains("name the pads", new Sketch().Chip("R1", 0, 0).Against("placement-side: { minimum: 0 }").Skipped("placement-side"), StringComparison.Ordinal);

    [Fact]
    public void Parts_that_are_moved_the_same_way_are_one_finding()
    {
        var sketch = new Sketch();
        for (var i = 0; i < 20; i++) sketch.Chip($"R{i + 1}", 5 * i, 0, besideX: i < 6 ? 1 : 0);
        Assert.Equal(6, Assert.Single(sketch.Against(Offset).Of("placement-offset")).Places.Length);
    }

    private const string Unjudged = "placement-unjudged: { preferred: 0 }";

    [Theory]
    [InlineData(-1.5, 2, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0.4, 1)]
    public void A_connector_s_place_is_on_pin_1_or_in_a_middle_or_is_asked_for(double x, double y, int questions)
    {
        var moved = new Sketch();
        for (var i = 0; i < 4; i++) moved.Land(1, -1.5 + i, 2, 0.6, 1.5, component: "J1", pin: $"{i + 1}");
        foreach (var side in (ReadOnlySpan<int>)[-3, 3]) moved.Land(1, side, -2, 1.2, 2, component: "J1", pin: "MP");
        var review = moved.Part("J1", x, y, footprint: "Maker_PLUG_1x04").Against(Unjudged, Offset);
        Assert.Equal(questions, review.Findings.Length);
        Assert.All(review.Findings, finding => Assert.True(finding.IsUndeterminable));
        Assert.Contains("J1", Assert.Single(review.Checks, check => check.Rule.Id == "placement-unjudged").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Pads_of_an_unknown_part_that_lie_evenly_tell_its_place()
    {
        static Sketch Button(double x) => new Sketch().Land(1, -3, 2, 1, 1, component: "SW1", pin: "1").Land(1, 3, 2, 1, 1, component: "SW1", pin: "2").Land(1, -3, -2, 1, 1, component: "SW1", pin: "3").Land(1, 3, -2, 1, 1, component: "SW1", pin: "4").Part("SW1", x, 0, footprint: "Maker_BUTTON");
        Assert.Empty(Button(0).Against(Offset).Findings);
        Assert.Equal(1m, Assert.Single(Button(1).Against(Offset).Findings).Measured.Value);
    }

    [Fact]
    public void Places_that_are_all_measured_leave_none_to_ask_for() => Assert.Contains("every part", new Sketch().Chip("R1", 0, 0).Against(Unjudged).Skipped("placement-unjudged"), StringComparison.Ordinal);

    [Fact]
    public void Parts_with_pads_are_not_missing_any() => Assert.Empty(new Sketch().Chip("R1", 0, 0).Sot23("Q1", 10, 0).Against(Missing).Of("placement-missing-pads"));

    [Fact]
    public void Missing_pads_without_a_centroid_file_are_not_looked_for() => Assert.Contains("no centroid file", new Sketch().Pad(1, 0, 0, 1).Against(Missing).Skipped("placement-missing-pads"), StringComparison.Ordinal);

    [Theory]
    [InlineData("part;pin-1\nX;left\n", "confirmed.header")]
    [InlineData("part,pin-1,by,date\nX,somewhere,me,\n", "confirmed.pin-1")]
    [InlineData("part,pin-1,by,date\nX,left\n", "confirmed.row")]
    public void A_file_of_confirmed_parts_that_is_wrong_says_where(string text, string code) =>
        Assert.Equal(code, Assert.Single(ConfirmedPartFile.Read("confirmed.csv", Encoding.UTF8.GetBytes(text)).Diagnostics).Code);

    [Fact]
    public void A_part_number_with_a_comma_stands_in_quotes() =>
        Assert.Equal("PMEG2010EJ,115", Assert.Single(ConfirmedPartFile.Read("confirmed.csv", Encoding.UTF8.GetBytes("part,pin-1,by,date\n\"PMEG2010EJ,115\",left,A,\n")).Parts).Part);
}

using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Fabrication.Copper;

public class AnnularRingTests
{
    private const string Limit = "annular-ring: { minimum: 0.1, preferred: 0.15 }";

    [Fact]
    public void Copper_around_a_hole_is_measured_to_the_nanometre()
    {
        var finding = Assert.Single(new Sketch().Via(1, 2, 0.3, 0.48, "A").Against(Limit).Of("annular-ring"));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal(0.09m, finding.Measured.Value);
        Assert.Equal(0.1m, finding.Limit!.Value.Value);
        Assert.Equal(Sketch.At(1, 2), finding.Worst.At);
        Assert.Equal(["L1", "L2"], finding.Places.Select(place => place.Layer));
    }

    [Fact]
    public void A_hole_beside_the_middle_of_its_pad_has_what_is_left_on_the_narrow_side()
    {
        var finding = Assert.Single(new Sketch(1).Pad(1, 0, 0, 0.6, "A").Hole(0.07, 0, 0.3).Against(Limit).Of("annular-ring"));
        Assert.Equal(0.08m, finding.Measured.Value);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(2.7)]
    public void A_plated_hole_that_no_layer_has_copper_for_has_no_ring(double diameter)
    {
        var finding = Assert.Single(new Sketch().Outline(-10, -10, 10, 10).Track(1, -5, 5, 5, 5, 0.3).Hole(0, 0, diameter).Against(Limit).Of("annular-ring"));
        Assert.Equal((Severity.Error, 0m, Sketch.At(0, 0)), (finding.Severity, finding.Measured.Value, finding.Worst.At));
        Assert.Contains("without any pad", finding.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Holes_that_are_not_plated_or_say_that_they_are_for_mounting_need_no_pad() =>
        Assert.Empty(new Sketch().Outline(-10, -10, 10, 10).Track(1, -5, 5, 5, 5, 0.3).Hole(0, 0, 2.7, Plating.NonPlated).Hole(4, 0, 2.7, Plating.Unknown).Hole(-4, 0, 2.7, function: HoleFunction.Mechanical).Via(0, -5, 0.3, 0.9)
            .Against(Limit).Of("annular-ring"));

    [Fact]
    public void A_track_that_leaves_the_pad_does_not_mend_it() =>
        Assert.Equal(0.05m, Assert.Single(new Sketch(1).Pad(1, 0, 0, 0.4, "A").Track(1, 0, 0, 5, 0, 0.3, "A").Hole(0, 0, 0.3).Against(Limit).Of("annular-ring")).Measured.Value);

    [Fact]
    public void Copper_that_begins_where_the_pad_ends_goes_on_with_it()
    {
        var sketch = new Sketch(1).Land(1, -0.5, 0, 1, 2, "A").Land(1, 0.5, 0, 1, 2, "A").Hole(-0.3, 0, 0.2);
        Assert.Equal(0.6m, Assert.Single(sketch.Against("annular-ring: { minimum: 0.65 }").Of("annular-ring")).Measured.Value);
    }

    /// <summary>A pour with a hole in it: its contour goes in along a line above the via, and back.</summary>
    [Fact]
    public void A_cut_in_of_a_pour_is_no_edge()
    {
        var sketch = new Sketch(1).Pour(1, "A", (-2, -2), (6, -2), (6, 2), (-2, 2), (-2, 0.3), (3, 0.3), (3, 1), (4, 1), (4, -0.5), (3, -0.5), (3, 0.3), (-2, 0.3)).Hole(0, 0, 0.2);
        Assert.Empty(sketch.Against("annular-ring: { minimum: 1.85 }").Of("annular-ring"));
        Assert.Equal(1.9m, Assert.Single(sketch.Against("annular-ring: { minimum: 1.95 }").Of("annular-ring")).Measured.Value);
    }

    [Fact]
    public void Between_minimum_and_preferred_it_is_a_warning() =>
        Assert.Equal(Severity.Warning, Assert.Single(new Sketch().Via(0, 0, 0.3, 0.55).Against(Limit).Of("annular-ring")).Severity);

    [Fact]
    public void Enough_copper_is_no_finding() => Assert.Empty(new Sketch().Via(0, 0, 0.3, 0.6).Against(Limit).Of("annular-ring"));

    [Fact]
    public void A_hole_that_breaks_out_of_its_pad_has_no_ring() =>
        Assert.Equal(0m, Assert.Single(new Sketch(1).Pad(1, 0, 0, 0.4, "A").Hole(0.2, 0, 0.3).Against(Limit).Of("annular-ring")).Measured.Value);

    [Fact]
    public void It_is_measured_on_the_tool_where_the_maker_says_how_much_wider_that_is()
    {
        var capability = Reviewing.Limits(Limit).Maker with { Plating = new(Length.FromMillimetres(0.1), "test") };
        var review = DesignReview.Check(new Sketch().Via(0, 0, 0.3, 0.6).Assembly(), new Demands([capability]));
        Assert.Equal(0.1m, Assert.Single(review.Of("annular-ring")).Measured.Value);
    }

    [Fact]
    public void Inner_layers_without_a_pad_are_no_fault() =>
        Assert.Empty(new Sketch(4).Pad(1, 0, 0, 0.6, "A").Pad(4, 0, 0, 0.6, "A").Hole(0, 0, 0.3).Against(Limit).Of("annular-ring"));

    [Fact]
    public void Inner_and_outer_layers_have_limits_of_their_own()
    {
        var findings = new Sketch(4).Via(0, 0, 0.3, 0.54, "A").Against("annular-ring: [ { minimum: 0.1, layers: outer }, { minimum: 0.125, layers: inner } ]").Of("annular-ring");
        Assert.Equal(["L2", "L3"], Assert.Single(findings).Places.Select(place => place.Layer));
    }

    [Fact]
    public void A_pad_drawn_as_a_ring_around_the_hole_is_measured_too()
    {
        var sketch = new Sketch(1);
        for (var i = 0; i < 36; i++)
        {
            var (from, to) = (Math.Tau * i / 36, Math.Tau * (i + 1) / 36);
            sketch.Track(1, 0.3 * Math.Cos(from), 0.3 * Math.Sin(from), 0.3 * Math.Cos(to), 0.3 * Math.Sin(to), 0.16, "A");
        }
        var finding = Assert.Single(sketch.Hole(0, 0, 0.5).Against("annular-ring: { minimum: 0.15 }").Of("annular-ring"));
        Assert.InRange(finding.Measured.Value, 0.127m, 0.131m);
    }

    [Fact]
    public void A_board_without_plated_holes_is_not_checked() => Assert.Contains("no plated holes", new Sketch().Pad(1, 0, 0, 1).Hole(0, 0, 2, Plating.NonPlated).Against(Limit).Skipped("annular-ring"), StringComparison.Ordinal);

    [Fact]
    public void Without_copper_it_is_not_checked() => Assert.Contains("no copper", new Sketch(0).Hole(0, 0, 1).Against(Limit).Skipped("annular-ring"), StringComparison.Ordinal);

    [Fact]
    public void Where_nobody_states_a_limit_it_is_not_checked() => Assert.Contains("no limit", new Sketch().Via(0, 0, 0.3, 0.4).Against("spacing: { minimum: 0.1 }").Skipped("annular-ring"), StringComparison.Ordinal);

    /// <summary>Inch 2.4 steps by 2.54 µm: both coordinates of a hit may be off by 1.27 µm, so its ring by 1.8 µm.</summary>
    [Fact]
    public void A_ring_that_is_short_by_no_more_than_the_drill_file_rounds_holds_and_that_is_said()
    {
        Turnkey.Dfx.Findings.CheckState Ring(double pad, out Turnkey.Dfx.Findings.Finding[] findings)
        {
            var assembly = new Sketch(1).Via(0, 0, 0.3, pad, "A").Assembly();
            assembly = assembly with { Board = assembly.Board! with { Holes = [.. assembly.Board!.Holes.Select(hole => hole with { Resolution = Length.FromNanometres(2_540) })] } };
            var review = DesignReview.Check(assembly, Reviewing.Limits("annular-ring: { minimum: 0.1 }"));
            findings = review.Of("annular-ring");
            return Assert.Single(review.Checks, check => check.Rule.Id == "annular-ring");
        }
        Assert.Contains("1 place misses a limit by no more than the files round (1.8 µm)", Ring(0.497, out var findings).Why, StringComparison.Ordinal);
        Assert.Empty(findings);
        Assert.DoesNotContain("files round", Ring(0.496, out findings).Why, StringComparison.Ordinal);
        Assert.Equal(0.098m, Assert.Single(findings).Measured.Value);
        // Of a file without a stated step a micrometre holds, and no more.
        Assert.Single(new Sketch(1).Via(0, 0, 0.3, 0.497, "A").Against("annular-ring: { minimum: 0.1 }").Of("annular-ring"));
    }
}

using Turnkey.Designs.Layers;
using Turnkey.Dfx.Findings;

namespace Turnkey.Dfx.Tests.Fabrication.Outline;

public class OutlineTests
{
    private const string Missing = "outline-missing: { minimum: 0 }";
    private const string Gap = "outline-gap: { maximum: 0.25, preferred: 0.01 }";
    private const string Crossing = "outline-crossing: { minimum: 0 }";

    private static Sketch Drawn(Sketch sketch, params (double X, double Y)[] corners)
    {
        for (var i = 0; i + 1 < corners.Length; i++) sketch.Line(LayerRole.Outline, Side.All, corners[i].X, corners[i].Y, corners[i + 1].X, corners[i + 1].Y, 0.1);
        return sketch;
    }

    private static Finding[] Of(Sketch sketch, string rule) => sketch.Pad(1, 2, 2, 1, "A").Against(Missing, Gap, Crossing).Of(rule);

    [Fact]
    public void A_board_without_outline_is_an_error_at_its_copper()
    {
        var finding = Assert.Single(Of(new Sketch(), "outline-missing"));
        Assert.Equal(Sketch.At(2, 2), finding.Worst.At);
        Assert.Contains("no outline", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outline_that_ends_in_the_open_says_where()
    {
        // Three sides of a rectangle are taken as the rectangle around them.
        var finding = Assert.Single(Of(Drawn(new Sketch().Outline(0, 0, 10, 10), (0, 0), (10, 0), (10, 10), (0, 10)), "outline-missing"));
        Assert.Contains("does not close", finding.Reason, StringComparison.Ordinal);
        Assert.Contains(finding.Worst.At, new[] { Sketch.At(0, 0), Sketch.At(0, 10) });
    }

    [Fact]
    public void An_outline_that_closes_is_no_finding()
    {
        var review = Drawn(new Sketch().Outline(0, 0, 10, 10), (0, 0), (10, 0), (10, 10), (0, 10), (0, 0)).Pad(1, 2, 2, 1, "A").Against(Missing, Gap, Crossing);
        Assert.Empty(review.Findings);
        Assert.All(review.Checks.Where(check => check.Rule.Id.StartsWith("outline-", StringComparison.Ordinal)), check => Assert.True(check.Done));
    }

    [Fact]
    public void A_gap_is_measured_between_the_ends()
    {
        var finding = Assert.Single(Of(Drawn(new Sketch().Outline(0, 0, 10, 10), (0, 0.3), (0, 0), (10, 0), (10, 10), (0, 10), (0, 0.7)), "outline-gap"));
        Assert.Equal((0.4m, Sketch.At(0, 0.5)), (finding.Measured.Value, finding.Worst.At));
    }

    [Fact]
    public void A_line_that_crosses_itself_is_found_where_it_does()
    {
        var sketch = Drawn(new Sketch().Outline(0, 0, 10, 10), (0, 0), (10, 10), (10, 0), (0, 10), (0, 0));
        Assert.Equal(Sketch.At(5, 5), Assert.Single(Of(sketch, "outline-crossing")).Worst.At);
    }

    [Fact]
    public void A_notch_drawn_as_a_second_closed_line_over_the_edge_leaves_open_what_is_inside()
    {
        var sketch = Drawn(Drawn(new Sketch().Outline(0, 0, 10, 10), (0, 0), (10, 0), (10, 10), (0, 10), (0, 0)), (8, 4), (12, 4), (12, 6), (8, 6), (8, 4));
        Assert.Equal(2, Assert.Single(Of(sketch, "outline-crossing")).Places.Length);
    }

    [Fact]
    public void A_circle_drawn_twice_in_other_chords_crosses_nothing()
    {
        (double X, double Y)[] Circle(int chords, double turn) => [.. Enumerable.Range(0, chords + 1).Select(i => (5 + (1.5 * Math.Cos(turn + (Math.Tau * i / chords))), 5 + (1.5 * Math.Sin(turn + (Math.Tau * i / chords)))))];
        var sketch = Drawn(new Sketch().Outline(0, 0, 10, 10), (0, 0), (10, 0), (10, 10), (0, 10), (0, 0));
        Assert.Empty(Of(Drawn(Drawn(sketch, Circle(60, 0)), Circle(72, 0.3)), "outline-crossing"));
    }

    [Fact]
    public void A_frame_with_crossing_lines_beside_the_board_is_no_outline()
    {
        var sketch = Drawn(new Sketch().Outline(0, 0, 10, 10), (0, 0), (10, 0), (10, 10), (0, 10), (0, 0));
        Assert.Empty(Of(Drawn(Drawn(sketch, (20, 0), (30, 0), (30, 10), (20, 10), (20, 0)), (18, 5), (28, 5), (28, 12), (18, 12), (18, 5)), "outline-crossing"));
    }

    [Fact]
    public void Score_lines_that_overshoot_the_edge_and_ends_that_overshoot_a_corner_cross_nothing()
    {
        var sketch = Drawn(Drawn(new Sketch().Outline(0, 0, 10, 10), (-0.2, 0), (10, 0)), (10, -0.2), (10, 10), (0, 10), (0, 0));
        Assert.Empty(Of(Drawn(sketch, (5, -1), (5, 11)), "outline-crossing"));
    }

    [Fact]
    public void Without_a_drawn_outline_gaps_and_crossings_are_not_checked()
    {
        Assert.Contains("not drawn in lines", new Sketch().Outline(0, 0, 10, 10).Pad(1, 2, 2, 1).Against(Gap).Skipped("outline-gap"), StringComparison.Ordinal);
        Assert.Contains("no outline", new Sketch().Pad(1, 2, 2, 1).Against(Gap).Skipped("outline-gap"), StringComparison.Ordinal);
        Assert.Contains("no outline", new Sketch().Pad(1, 2, 2, 1).Against(Crossing).Skipped("outline-crossing"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_layers_an_outline_is_not_asked_for() => Assert.Contains("no layers", new Sketch(0).Against(Missing).Skipped("outline-missing"), StringComparison.Ordinal);

    /// <summary>What the square cuts off is narrower than the gaps that tracing closes; the tail makes the whole outline one that is traced anew.</summary>
    [Fact]
    public void A_small_square_across_the_edge_of_a_messy_outline_crosses_it_twice()
    {
        var sketch = Drawn(new Sketch().Outline(0, 0, 40, 40), (0, 0), (40, 0), (40, 40), (0, 40), (0, 0), (-0.002, -0.4));
        Drawn(sketch, (-1, 19), (1, 19), (1, 21), (-1, 21), (-1, 19));
        Assert.Equal([Sketch.At(0, 19), Sketch.At(0, 21)], Assert.Single(Of(sketch, "outline-crossing")).Places.Select(place => place.At).OrderBy(at => at.Y));
    }
}

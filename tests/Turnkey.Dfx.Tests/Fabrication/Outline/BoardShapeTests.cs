using Turnkey.Geometry;

namespace Turnkey.Dfx.Tests.Fabrication.Outline;

public class BoardShapeTests
{
    private const string Width = "cutout-width: { minimum: 0.8 }";
    private const string Corner = "inner-corner: { preferred: 0.5 }";

    private static Contour Shape(params (double X, double Y)[] corners) => Contour.Polygon([.. corners.Select(corner => Sketch.At(corner.X, corner.Y))]);

    /// <summary>Straight sides and round ends, upright.</summary>
    private static Contour Slot(double x, double y, double width, double length)
    {
        var radius = width / 2;
        return new Contour(
        [
            Edge.Line(Sketch.At(x + radius, y), Sketch.At(x + radius, y + length)),
            Edge.Arc(Sketch.At(x + radius, y + length), Sketch.At(x - radius, y + length), Sketch.At(x, y + length), ArcDirection.CounterClockwise),
            Edge.Line(Sketch.At(x - radius, y + length), Sketch.At(x - radius, y)),
            Edge.Arc(Sketch.At(x - radius, y), Sketch.At(x + radius, y), Sketch.At(x, y), ArcDirection.CounterClockwise),
        ]);
    }

    [Fact]
    public void A_board_that_is_too_long_is_an_error()
    {
        var finding = Assert.Single(new Sketch().Outline(0, 0, 501, 100).Against("board-size: { maximum: 500 }").Of("board-size"));
        Assert.Equal(501m, finding.Measured.Value);
        Assert.Empty(new Sketch().Outline(0, 0, 500, 100).Against("board-size: { maximum: 500 }").Of("board-size"));
    }

    [Fact]
    public void A_board_that_is_too_small_is_found_by_its_shorter_side() => Assert.Equal(4m, Assert.Single(new Sketch().Outline(0, 0, 10, 4).Against("board-smallest: { minimum: 5 }").Of("board-smallest")).Measured.Value);

    [Fact]
    public void Without_an_outline_there_is_no_size_and_no_mill()
    {
        var review = new Sketch().Pad(1, 0, 0, 1).Against("board-size: { maximum: 500 }", "board-smallest: { minimum: 5 }", Width, Corner);
        Assert.All(["board-size", "board-smallest", "cutout-width", "inner-corner"], rule => Assert.Contains("no outline", review.Skipped(rule), StringComparison.Ordinal));
    }

    [Fact]
    public void A_cut_out_narrower_than_the_mill_is_measured_across()
    {
        var finding = Assert.Single(new Sketch().Outline(0, 0, 20, 20).Cutout(5, 5, 5.7, 12).Against(Width).Of("cutout-width"));
        Assert.Equal((0.7m, "cut-outs"), (finding.Measured.Value, finding.Cause));
    }

    [Fact]
    public void Round_ends_do_not_make_a_slot_narrower()
    {
        Assert.Empty(new Sketch().Outline(0, 0, 20, 20).Cutout(Slot(5, 5, 0.8, 3)).Against(Width).Of("cutout-width"));
        Assert.Equal(0.75m, Assert.Single(new Sketch().Outline(0, 0, 20, 20).Cutout(Slot(5, 5, 0.75, 3)).Against(Width).Of("cutout-width")).Measured.Value);
    }

    [Fact]
    public void A_waist_within_a_cut_out_is_its_narrowest_place()
    {
        var waist = Shape((5, 5), (8, 5), (8, 8), (6.8, 9), (8, 10), (8, 12), (5, 12), (5, 10), (6.2, 9), (5, 8));
        Assert.Equal(0.6m, Assert.Single(new Sketch().Outline(0, 0, 20, 20).Cutout(waist).Against(Width).Of("cutout-width")).Measured.Value);
    }

    [Fact]
    public void A_notch_from_the_edge_is_measured_too()
    {
        var finding = Assert.Single(new Sketch().Outline(Shape((0, 0), (20, 0), (20, 20), (10.5, 20), (10.5, 15), (10, 15), (10, 20), (0, 20))).Against(Width).Of("cutout-width"));
        Assert.Equal((0.5m, "notches"), (finding.Measured.Value, finding.Cause));
    }

    [Fact]
    public void A_narrow_tongue_of_board_is_no_notch() =>
        Assert.Empty(new Sketch().Outline(Shape((0, 0), (20, 0), (20, 10), (10.5, 10), (10.5, 15), (10, 15), (10, 10), (0, 10))).Against(Width).Of("cutout-width"));

    [Fact]
    public void Small_corners_of_a_large_cut_out_are_no_narrow_place()
    {
        var bevelled = Shape((5, 5.2), (5.2, 5), (11.8, 5), (12, 5.2), (12, 11.8), (11.8, 12), (5.2, 12), (5, 11.8));
        Assert.Empty(new Sketch().Outline(0, 0, 20, 20).Cutout(bevelled).Against(Width).Of("cutout-width"));
    }

    [Fact]
    public void Round_cut_outs_are_drilled()
    {
        Assert.Empty(new Sketch().Outline(0, 0, 20, 20).Cutout(Contour.Circle(Sketch.At(10, 10), 300_000)).Against(Width, Corner).Findings);
        var chords = Shape([.. Enumerable.Range(0, 24).Select(i => (10 + (0.3 * Math.Cos(Math.Tau * i / 24)), 10 + (0.3 * Math.Sin(Math.Tau * i / 24))))]);
        Assert.Empty(new Sketch().Outline(0, 0, 20, 20).Cutout(chords).Against(Width, Corner).Findings);
    }

    [Fact]
    public void Sharp_inner_corners_measure_nothing_and_rounded_ones_their_radius()
    {
        Assert.Equal(4, Assert.Single(new Sketch().Outline(0, 0, 20, 20).Cutout(5, 5, 8, 8).Against(Corner).Of("inner-corner")).Places.Length);
        Assert.Equal(0.4m, Assert.Single(new Sketch().Outline(0, 0, 20, 20).Cutout(Slot(5, 5, 0.8, 3)).Against(Corner).Of("inner-corner")).Measured.Value);
        Assert.Empty(new Sketch().Outline(0, 0, 20, 20).Cutout(Slot(5, 5, 1, 3)).Against(Corner).Of("inner-corner"));
    }

    [Fact]
    public void Outer_corners_of_the_board_may_be_sharp_and_inner_ones_not()
    {
        var corner = Assert.Single(new Sketch().Outline(Shape((0, 0), (20, 0), (20, 10), (10, 10), (10, 20), (0, 20))).Against(Corner).Of("inner-corner"));
        Assert.Equal(Sketch.At(10, 10), Assert.Single(corner.Places).At);
    }
}

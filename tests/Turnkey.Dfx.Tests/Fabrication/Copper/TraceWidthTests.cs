using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Fabrication.Copper;

public class TraceWidthTests
{
    private const string Limit = "trace-width: { minimum: 0.1, preferred: 0.15 }";

    [Fact]
    public void A_narrow_track_is_found_with_its_width_and_net()
    {
        var finding = Assert.Single(new Sketch().Pad(1, 0, 0, 1, "A").Track(1, 0, 0, 10, 0, 0.09, "A").Against(Limit).Of("trace-width"));
        Assert.Equal((Severity.Error, 0.09m, "A", "L1"), (finding.Severity, finding.Measured.Value, finding.Worst.What, finding.Worst.Layer));
    }

    [Fact]
    public void Ten_micrometres_too_narrow_are_found() => Assert.Single(new Sketch().Pad(1, 0, 0, 1, "A").Track(1, 0, 0, 10, 0, 0.14, "A").Against(Limit).Of("trace-width"));

    [Fact]
    public void Strokes_that_fill_an_area_are_as_wide_as_the_area()
    {
        var sketch = new Sketch().Pad(1, 0, 0, 1, "A");
        for (var y = 0; y < 40; y++) sketch.Track(1, 0, y * 0.06, 10, y * 0.06, 0.08, "A");
        Assert.Empty(sketch.Against(Limit).Of("trace-width"));
    }

    [Fact]
    public void Two_strokes_side_by_side_are_as_wide_as_both()
    {
        var sketch = new Sketch().Pad(1, 0, 0, 1, "A").Track(1, 0, 0, 10, 0, 0.08, "A").Track(1, 0, 0.06, 10, 0.06, 0.08, "A");
        Assert.Equal(0.14m, Assert.Single(sketch.Against(Limit).Of("trace-width")).Measured.Value);
    }

    [Fact]
    public void A_stroke_within_a_pad_is_no_track() => Assert.Empty(new Sketch().Pad(1, 0, 0, 2, "A").Track(1, -0.5, 0, 0.5, 0, 0.05, "A").Against(Limit).Of("trace-width"));

    [Fact]
    public void Lettering_is_no_track() => Assert.Empty(new Sketch().Pad(1, 5, 5, 1, "A").Track(1, 0, 0, 1, 0, 0.05).Against(Limit).Of("trace-width"));

    [Fact]
    public void Without_tracks_it_is_not_checked() => Assert.Contains("no copper layer has a track", new Sketch().Pad(1, 0, 0, 1).Against(Limit).Skipped("trace-width"), StringComparison.Ordinal);

    [Fact]
    public void Without_copper_it_is_not_checked() => Assert.Contains("no copper", new Sketch(0).Against(Limit).Skipped("trace-width"), StringComparison.Ordinal);
}

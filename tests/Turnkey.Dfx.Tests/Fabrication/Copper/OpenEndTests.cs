using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Tests.Fabrication.Copper;

public class OpenEndTests
{
    private const string Rule = "open-end", Limit = "open-end: { preferred: 0 }";

    [Fact]
    public void A_track_that_ends_nowhere_is_found_at_its_end()
    {
        var finding = Assert.Single(new Sketch().Pad(1, 0, 0, 1, "A").Track(1, 0, 0, 5, 0, 0.2, "A").Against(Limit).Of(Rule));
        Assert.Equal(Sketch.At(5, 0), Assert.Single(finding.Places).At);
    }

    [Fact]
    public void A_track_drawn_twice_ends_there_all_the_same() =>
        Assert.Equal(2, Assert.Single(new Sketch().Pad(1, 0, 0, 1, "A").Track(1, 0, 0, 5, 0, 0.2, "A").Track(1, 5, 0, 0, 0, 0.2, "A").Against(Limit).Of(Rule)).Places.Length);

    [Fact]
    public void Pads_holes_and_other_tracks_are_ends()
    {
        Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "A").Track(1, 0, 0, 5, 0, 0.2, "A").Pad(1, 5, 0, 1, "A").Against(Limit).Of(Rule));
        Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "A").Track(1, 0, 0, 5, 0, 0.2, "A").Hole(5, 0, 0.15).Against(Limit).Of(Rule));
        Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "A").Track(1, 0, 0, 5, 0, 0.2, "A").Track(1, 5, -3, 5, 3, 0.2, "A").Pad(1, 5, -3, 1, "A").Pad(1, 5, 3, 1, "A").Against(Limit).Of(Rule));
    }

    [Fact]
    public void Antennas_and_contacts_end_on_purpose()
    {
        Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "RF_ANT").Track(1, 0, 0, 5, 0, 0.2, "RF_ANT").Against(Limit).Of(Rule));
        Assert.Empty(new Sketch().Pad(1, 0, 0, 1, "A").Track(1, 0, 0, 5, 0, 0.2, "A").Dot(LayerRole.SolderMask, Side.Top, 5, 0, 1).Against(Limit).Of(Rule));
    }

    [Fact]
    public void Lettering_is_no_track() => Assert.Empty(new Sketch().Track(1, 0, 0, 5, 0, 0.2).Against(Limit).Of(Rule));

    [Fact]
    public void Without_tracks_it_is_not_checked()
    {
        Assert.Contains("no copper", new Sketch(0).Against(Limit).Skipped(Rule), StringComparison.Ordinal);
        Assert.Contains("track", new Sketch().Pad(1, 0, 0, 1, "A").Against(Limit).Skipped(Rule), StringComparison.Ordinal);
    }
}

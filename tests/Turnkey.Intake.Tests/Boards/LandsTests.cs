using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Intake.Boards;
using Turnkey.Kernel;

namespace Turnkey.Intake.Tests.Boards;

public class LandsTests
{
    private static Point At(double x, double y) => Point.At(Length.FromMillimetres(x), Length.FromMillimetres(y));

    private static LayerImage Layer(params Feature[] features) =>
        new([.. features], [PadShape.Circle(Length.FromMillimetres(1.5)), PadShape.Circle(Length.FromMillimetres(0.2))], [], [FeatureAttributes.None]);

    private static bool Hold(Hole hole, params LayerImage[] copper) => new Lands(DrillAssembly.PadCentres(copper), copper).Hold(hole);

    private static Hole Round(double x, double y) => new(HoleKind.Round, Edge.Line(At(x, y), At(x, y)), Length.FromMillimetres(1), Plating.Unknown, null, null, HoleFunction.Unstated, "drill.drl", 1);

    [Fact]
    public void A_hole_in_the_middle_of_a_pad_is_its_own() => Assert.True(Hold(Round(0.01, 0), Layer(Feature.Flash(At(0, 0), 0, dark: true)), Layer()));

    [Fact]
    public void A_hole_at_the_end_of_a_long_pad_has_copper_around_it_on_both_faces()
    {
        // Long pads drawn as strokes of a round aperture.
        var pad = Feature.Stroke(Edge.Line(At(0, 0), At(1.2, 0)), 0, dark: true);
        Assert.True(Hold(Round(0.1, 0), Layer(pad), Layer(pad)));
        Assert.False(Hold(Round(0.1, 0), Layer(pad), Layer()));
        Assert.False(Hold(Round(-0.4, 0), Layer(pad), Layer(pad)));
    }

    [Fact]
    public void A_slot_lies_in_its_pad_by_its_middle()
    {
        var slot = new Hole(HoleKind.Slot, Edge.Line(At(-0.5, 0), At(0.5, 0)), Length.FromMillimetres(0.6), Plating.Unknown, null, null, HoleFunction.Unstated, "drill.drl", 1);
        Assert.True(Hold(slot, Layer(Feature.Flash(At(0, 0), 0, dark: true)), Layer()));
    }

    [Fact]
    public void A_track_over_a_hole_is_no_pad_around_it()
    {
        var wide = Feature.Stroke(Edge.Line(At(-20, 0), At(20, 0)), 0, dark: true);
        Assert.False(Hold(Round(3, 0), Layer(wide), Layer(wide)));
    }

    [Fact]
    public void Without_copper_nothing_is_around_a_hole() => Assert.False(Hold(Round(0, 0)));
}

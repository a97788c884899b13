using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Gerber;

public sealed class ArcAndRegionTests
{
    [Fact]
    public void An_arc_keeps_its_centre_and_direction()
    {
        var arc = Assert.Single(Plot.Metric("D10*X1000Y0D02*G03X0Y1000I-1000J0D01*").Image.Features).Path;

        Assert.Equal(ArcDirection.CounterClockwise, arc.Direction);
        Assert.Equal(Point.Origin, arc.Centre);
        Assert.Equal(Math.PI / 2, arc.Sweep, 9);
    }

    [Fact]
    public void Multi_quadrant_arcs_turn_further_than_half()
    {
        var arc = Assert.Single(Plot.Metric("D10*X1000Y0D02*G02X0Y1000I-1000J0D01*").Image.Features).Path;

        Assert.Equal(1.5 * Math.PI, arc.Sweep, 9);
    }

    [Fact]
    public void Equal_ends_are_a_full_circle_in_multi_quadrant_mode_and_nothing_in_single_quadrant_mode()
    {
        Assert.Equal(Math.Tau, Assert.Single(Plot.Metric("D10*X1000Y0D02*G03X1000Y0I-1000J0D01*").Image.Features).Path.Sweep);
        Assert.Equal(Math.Tau, Assert.Single(Plot.Metric("D10*X1000Y0D02*G03I-1000D01*").Image.Features).Path.Sweep);
        Assert.Equal(0, Assert.Single(Plot.Metric("G74*D10*X1000Y0D02*G03X1000Y0I1000J0D01*").Image.Features).Path.Sweep);
    }

    [Theory]
    [InlineData("X1000Y0D02*G03X0Y1000I1000J0D01*")]
    [InlineData("X0Y1000D02*G03X-1000Y0I0J1000D01*")]
    [InlineData("X-1000Y0D02*G03X0Y-1000I1000J0D01*")]
    [InlineData("X0Y-1000D02*G03X1000Y0I0J1000D01*")]
    [InlineData("X0Y1000D02*G02X1000Y0I0J1000D01*")]
    [InlineData("X-1000Y0D02*G02X0Y1000I1000J0D01*")]
    [InlineData("X800Y600D02*G03X600Y800I800J600D01*")]
    public void Single_quadrant_offsets_have_no_sign(string body)
    {
        var file = Plot.Metric("G74*D10*" + body);
        var arc = Assert.Single(file.Image.Features).Path;

        Assert.Equal(Point.Origin, arc.Centre);
        Assert.InRange(arc.Sweep, 0.01, (Math.PI / 2) + 1e-9);
        Assert.Empty(file.Diagnostics);
    }

    [Fact]
    public void Arcs_without_a_stated_mode_are_told_by_their_offsets()
    {
        const string header = "%FSLAX43Y43*%%MOMM*%%ADD10C,0.1*%D10*";
        var multi = Plot.Raw(header + "X1000Y0D02*G03X-1000Y0I-1000J0D01*M02*").Image.Features[0].Path;
        var single = Plot.Raw(header + "X1000Y0D02*G03X0Y1000I1000J0D01*M02*").Image.Features[0].Path;

        Assert.Equal((Point.Origin, Point.Origin), (multi.Centre, single.Centre));
        Assert.Equal((Math.PI, Math.PI / 2), (multi.Sweep, single.Sweep));
    }

    [Fact]
    public void An_arc_whose_radii_disagree_is_warned_of_and_goes_through_both_ends()
    {
        var file = Plot.Metric("D10*X1000Y0D02*\nG03X0Y1100I-1000J0D01*");
        var arc = Assert.Single(file.Image.Features).Path;

        Assert.Contains("gerber.bad-arc", file.Codes());
        Assert.Equal(Point.Distance(arc.Start, arc.Centre), Point.Distance(arc.End, arc.Centre), 1.0);
    }

    [Theory]
    [InlineData("G03X0Y1000D01*")]
    [InlineData("G03X0Y1000I0J0D01*")]
    public void An_arc_without_radius_is_a_line_and_warned_of(string body)
    {
        var file = Plot.Metric("D10*X1000Y0D02*" + body);

        Assert.False(Assert.Single(file.Image.Features).Path.IsArc);
        Assert.Equal(["gerber.bad-arc"], file.Codes());
    }

    [Fact]
    public void An_arc_about_a_centre_far_away_becomes_chords_that_stay_close()
    {
        var file = Plot.Metric("D10*X0Y0D02*G03X100000Y0I50000J2000000D01*");

        Assert.InRange(file.Image.Features.Length, 2, 1000);
        Assert.All(file.Image.Features, feature => Assert.False(feature.Path.IsArc));
        // Sagitta of a 100 mm chord at a radius of 2000.6 mm.
        Assert.Equal(-0.6249, file.Image.Features.Min(feature => feature.Path.Bounds.Bottom) / 1e6, 3);
    }

    [Fact]
    public void A_region_is_an_area_with_the_arcs_of_its_contour()
    {
        var file = Plot.Metric("G36*X1000Y0D02*G01X3000D01*G03X3000Y2000I0J1000D01*G01X1000D01*Y0D01*G37*");

        Assert.Equal(4 + (Math.PI / 2), Assert.Single(file.Image.Areas).Contours[0].SignedArea / 1e12, 9);
        Assert.Equal(Plot.Box(1, 0, 4, 2), file.Image.Bounds);
        Assert.Empty(file.Diagnostics);
    }

    [Fact]
    public void Each_contour_of_a_region_covers_for_itself()
    {
        // One turns left, one right, and they overlap: by the specification both fill.
        var file = Plot.Metric("G36*X0Y0D02*X2000D01*Y2000D01*X0D01*Y0D01*X1000Y1000D02*Y3000D01*X3000D01*Y1000D01*X1000D01*G37*");

        Assert.Equal(2, file.Image.Areas.Length);
        Assert.True(file.Image.IsDark(1.5, 1.5));
        Assert.True(file.Image.IsDark(.5, .5));
        Assert.True(file.Image.IsDark(2.5, 2.5));
    }

    [Fact]
    public void A_cut_in_leaves_a_hole()
    {
        var file = Plot.Metric(
            "G36*X0Y0D02*X9000D01*Y9000D01*X0D01*Y3000D01*" +
            "X3000D01*Y6000D01*X6000D01*Y3000D01*X3000D01*X0D01*Y0D01*G37*");

        Assert.False(file.Image.IsDark(4.5, 4.5));
        Assert.True(file.Image.IsDark(1.5, 4.5));
        Assert.True(file.Image.IsDark(8, 8));
        Assert.Equal(72, Math.Abs(Assert.Single(file.Image.Areas).Contours[0].SignedArea) / 1e12, 9);
    }

    [Fact]
    public void A_contour_left_open_is_closed_and_said_once()
    {
        var file = Plot.Metric("G36*\nX0Y0D02*\nX2000D01*\nY2000D01*\nX5000Y0D02*\nX7000D01*\nY2000D01*\nG37*");

        Assert.Equal(2, file.Image.Areas.Length);
        Assert.True(file.Image.IsDark(1.5, .5));
        Assert.Equal(8, Assert.Single(file.Diagnostics, diagnostic => diagnostic.Code == "gerber.open-contour").Line);
    }

    [Fact]
    public void A_region_need_not_begin_with_a_move_nor_be_ended()
    {
        var file = Plot.Raw("%FSLAX43Y43*%%MOMM*%X1000Y1000D02*G36*X2000D01*Y2000D01*X1000Y1000D01*");

        Assert.Single(file.Image.Areas);
        Assert.Contains("gerber.truncated", file.Codes());
    }

    [Fact]
    public void A_negative_image_is_told_and_left_as_drawn()
    {
        var file = Plot.Metric("%IPNEG*%D10*X0Y0D03*");

        Assert.True(file.NegativeImage);
        Assert.True(file.Image.IsDark(0, 0));
    }

    [Theory]
    [InlineData("%IPNEG*%", true)]
    [InlineData("%IPPOS*%", false)]
    [InlineData("%IPNEG*%%IPPOS*%", false)]
    [InlineData("%TF.FilePolarity,Negative*%", false)]
    [InlineData("%IPNEG*%%TF.FilePolarity,Negative*%", true)]
    public void Only_the_image_polarity_turns_the_image_and_the_file_polarity_says_what_it_stands_for(string commands, bool negative)
    {
        var file = Plot.Metric(commands + "D10*X0Y0D03*%LPC*%X5000Y0D03*");

        Assert.Equal(negative, file.NegativeImage);
        Assert.Equal([true, false], file.Image.Features.Select(feature => feature.Dark));
    }

    [Fact]
    public void Scaling_the_image_moves_objects_and_leaves_apertures_alone()
    {
        var file = Plot.Metric("%SFA2B2*%D10*X2000Y1000D03*X3000D01*");

        Assert.Equal(Length.FromMillimetres(1), file.Image.Shapes[file.Image.Features[1].Shape].Width);
        Assert.Equal(Plot.Mm(6, 2), file.Image.Features[1].Path.End);
    }

    [Fact]
    public void A_rectangle_drawn_along_an_arc_moves_without_turning_and_that_is_said()
    {
        var file = Plot.Metric("D11*X0Y0D02*G02X10000Y0I5000J0D01*X20000Y0I5000J0D01*");

        Assert.Equal(["gerber.arc-not-round"], file.Codes());
        // What gerbv would make of it, a band of 2 mm, is not there at the height of the arc: the rectangle is 1 mm high.
        var top = Turnkey.Designs.Copper.CopperArea.Of(file.Image);
        Assert.Equal(5.5, top.Bounds.Top / 1e6, 3);
        Assert.Equal(-1, top.Bounds.Left / 1e6, 3);
        Assert.Empty(Plot.Metric("D10*X0Y0D02*G02X10000Y0I5000J0D01*").Diagnostics);
    }

    [Theory]
    [InlineData("%MIA1B0*%", -2, 1)]
    [InlineData("%MIA0B1*%", 2, -1)]
    [InlineData("%SFA2B2*%", 4, 2)]
    [InlineData("%OFA10B20*%", 12, 21)]
    [InlineData("%IR90*%", -1, 2)]
    [InlineData("%IR270*OFA1B0*%", 1, -3)] // moved to (3, 1), then turned: the order is MI, SF, OF, IR, wherever they stand
    [InlineData("%OFA1B0*IR270*%", 1, -3)]
    [InlineData("%IR270*IOA1B0*%", 2, -2)]
    [InlineData("%SFA2B2*MIA1B0*OFA1B0*IR90*%", -2, -3)]
    [InlineData("%ASAXBY*%", 2, 1)]
    public void Deprecated_image_parameters_move_the_image(string command, double x, double y)
    {
        var file = Plot.Metric(command + "D11*X2000Y1000D03*");

        Assert.Equal(Plot.Mm(x, y), Assert.Single(file.Image.Features).Start);
        Assert.Empty(file.Diagnostics);
    }

    [Fact]
    public void A_mirrored_image_turns_its_arcs_the_other_way()
    {
        var arc = Assert.Single(Plot.Metric("%MIA1B0*%D10*X1000Y0D02*G03X0Y1000I-1000J0D01*").Image.Features).Path;

        Assert.Equal((ArcDirection.Clockwise, Plot.Mm(-1, 0)), (arc.Direction, arc.Start));
        Assert.Equal(Math.PI / 2, arc.Sweep, 9);
    }

    [Fact]
    public void A_rotated_image_turns_its_pads_with_it()
    {
        var file = Plot.Metric("%IR90*%D11*X0Y0D03*");

        Assert.Equal(Plot.Box(-.5, -1, .5, 1), file.Image.Bounds);
        Assert.Equal(FeatureKind.Flash, file.Image.Features[0].Kind);
    }
}

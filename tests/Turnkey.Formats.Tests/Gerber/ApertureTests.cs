using Turnkey.Designs.Layers;

namespace Turnkey.Formats.Tests.Gerber;

public sealed class ApertureTests
{
    [Theory]
    [InlineData("C,1.5", PadShapeKind.Circle, 1.5, 1.5)]
    [InlineData("R,2X1", PadShapeKind.Rectangle, 2, 1)]
    [InlineData("O,1X3", PadShapeKind.Obround, 1, 3)]
    [InlineData("O,3X1", PadShapeKind.Obround, 3, 1)]
    [InlineData("O,2X2", PadShapeKind.Circle, 2, 2)]
    [InlineData("P,2X4", PadShapeKind.RegularPolygon, 2, 2)]
    [InlineData("R,.5X5E-1", PadShapeKind.Rectangle, .5, .5)]
    [InlineData("R, 2.000 x 1.000", PadShapeKind.Rectangle, 2, 1)]
    public void A_standard_aperture_has_its_kind_and_size(string definition, PadShapeKind kind, double width, double height)
    {
        var shape = Flashed($"%ADD20{definition}*%");

        Assert.Equal(kind, shape.Kind);
        Assert.Equal((width, height), (shape.Width.Millimetres, shape.Height.Millimetres));
        Assert.Equal(Plot.Box(-width / 2, -height / 2, width / 2, height / 2), shape.Bounds);
    }

    [Fact]
    public void An_obround_is_two_half_circles_and_two_lines()
    {
        var contour = Flashed("%ADD20O,3X1*%").Parts[0].Contour;

        Assert.Equal(2, contour.Edges.Count(edge => edge.IsArc));
        Assert.Equal(2 + (Math.PI / 4), contour.SignedArea / 1e12, 9);
    }

    [Theory]
    [InlineData("C,2X1", .3, .3)]
    [InlineData("C,2X1X0.5", .4, .2)]
    [InlineData("R,2X2X1", .3, .3)]
    [InlineData("R,2X2X1X0.5", .4, .2)]
    [InlineData("O,3X2X1", .3, .3)]
    [InlineData("P,3X6X0X1", .3, .3)]
    public void A_hole_is_clear_inside_the_shape_only(string definition, double x, double y)
    {
        var file = Plot.Metric($"%ADD20{definition}*%D11*X0Y0D03*D20*X0Y0D03*X5000Y0D03*");

        // The hole of the pad shows what was below it, and does not erase it.
        Assert.True(file.Image.IsDark(x, y));
        Assert.False(file.Image.IsDark(5 + x, y));
        Assert.True(file.Image.IsDark(5 + .7, 0));
        Assert.Equal([true, false], file.Image.Shapes[1].Parts.Select(part => part.Dark));
    }

    [Fact]
    public void A_polygon_starts_at_its_rotation()
    {
        Assert.Equal(Plot.Mm(1, 0), Flashed("%ADD20P,2X3*%").Parts[0].Contour.Edges[0].Start);
        Assert.Equal(Plot.Mm(0, 1), Flashed("%ADD20P,2X3X90*%").Parts[0].Contour.Edges[0].Start);
    }

    [Theory]
    [InlineData("%LMX*%", .9, -.4, -.9, -.4)]
    [InlineData("%LMY*%", .9, -.4, .9, .4)]
    [InlineData("%LMXY*%", .9, -.4, -.9, .4)]
    [InlineData("%LR90*%", .9, -.4, .4, .9)]
    [InlineData("%LR-90*%", .9, -.4, -.4, -.9)]
    [InlineData("%LS0.5*%", .9, -.4, .45, -.2)]
    [InlineData("%LMX*LR90*%", .9, -.4, .4, -.9)] // mirrored first, then rotated
    [InlineData("%LMX*LR90*LS2*%", .9, -.4, .8, -1.8)]
    public void A_transformation_moves_every_point_of_the_shape(string command, double x, double y, double toX, double toY)
    {
        // An L: no symmetry that could hide a mistake.
        const string letter = "%AMELL*21,1,0.2,2,0.9,0.5,0*21,1,1,0.2,0.5,-0.4,0*%%ADD20ELL*%";
        var plain = Plot.Metric(letter + "D20*X0Y0D03*").Image;
        var turned = Plot.Metric(letter + command + "D20*X0Y0D03*").Image;

        Assert.True(plain.IsDark(x, y));
        Assert.True(turned.IsDark(toX, toY));
        Assert.Single(turned.Shapes);
        foreach (var (px, py) in new[] { (.1, -.4), (.9, 1.3), (.5, .5), (-.9, -.4), (-.9, 1.3) })
            Assert.Equal(plain.IsDark(px, py), turned.IsDark(Moved(px, py, (x, y), (toX, toY)).X, Moved(px, py, (x, y), (toX, toY)).Y));
    }

    [Fact]
    public void A_quarter_turn_keeps_the_kind_and_other_angles_make_it_freeform()
    {
        var file = Plot.Metric("D11*%LR90*%X0Y0D03*%LR30*%X0Y0D03*%LR180*%X0Y0D03*D10*X0Y0D03*");

        Assert.Equal([PadShapeKind.Rectangle, PadShapeKind.Freeform, PadShapeKind.Rectangle, PadShapeKind.Circle], file.Image.Features.Select(feature => file.Image.Shapes[feature.Shape].Kind));
        Assert.Equal((1.0, 2.0), (file.Image.Shapes[0].Width.Millimetres, file.Image.Shapes[0].Height.Millimetres));
    }

    [Fact]
    public void Transformed_copies_are_shared()
    {
        var file = Plot.Metric("D11*%LR30*%X0Y0D03*%LR0*%X0Y0D03*%LR30*%X0Y0D03*%LR390*%X0Y0D03*");

        Assert.Equal(2, file.Image.Shapes.Length);
    }

    [Fact]
    public void An_aperture_may_be_defined_anew()
    {
        var file = Plot.Metric("D10*X0Y0D03*%ADD10C,2*%D10*X0Y0D03*");

        Assert.Equal([1.0, 2.0], file.Image.Features.Select(feature => file.Image.Shapes[feature.Shape].Width.Millimetres));
    }

    [Theory]
    [InlineData("%ADD20C*%")]
    [InlineData("%ADD20NOPE,1*%")]
    [InlineData("%ADD20C,-1*%")]
    [InlineData("%ADD20R,1e300X1*%")]
    [InlineData("%ADD20P,1X2*%")]
    public void An_aperture_that_cannot_be_is_an_error_and_what_it_draws_is_kept(string definition)
    {
        var file = Plot.Metric($"{definition}D20*X0Y0D02*X1000Y0D01*");

        Assert.Equal(["gerber.bad-aperture"], file.Errors());
        Assert.Single(file.Image.Features);
    }

    private static PadShape Flashed(string definition)
    {
        var file = Plot.Metric(definition + "D20*X0Y0D03*");
        Assert.Empty(file.Diagnostics);
        return file.Image.Shapes[Assert.Single(file.Image.Features).Shape];
    }

    /// <summary>The linear map with sign, swap and scale that takes one given point to another, applied to a third.</summary>
    private static (double X, double Y) Moved(double x, double y, (double X, double Y) from, (double X, double Y) to)
    {
        var scale = double.Hypot(to.X, to.Y) / double.Hypot(from.X, from.Y);
        var swap = Math.Abs(Math.Abs(to.X) - (scale * Math.Abs(from.X))) > 1e-9;
        var (fromX, fromY) = swap ? (from.Y, from.X) : from;
        var (px, py) = swap ? (y, x) : (x, y);
        return (px * to.X / fromX, py * to.Y / fromY);
    }
}

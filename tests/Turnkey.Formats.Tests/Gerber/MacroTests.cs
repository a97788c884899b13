using Turnkey.Designs.Layers;

namespace Turnkey.Formats.Tests.Gerber;

public sealed class MacroTests
{
    [Fact]
    public void An_eagle_octagon_is_a_regular_polygon_flat_on_its_sides()
    {
        var shape = Build("%AMOC8*\n5,1,8,0,0,1.08239X$1,22.5*\n%", "OC8,2");

        Assert.Equal(PadShapeKind.RegularPolygon, shape.Kind);
        Assert.Equal(8, shape.Parts[0].Contour.Edges.Length);
        Assert.Equal(2, shape.Width.Millimetres, 4);
    }

    [Theory]
    [InlineData("1,1,2,0.5,0", 1.4, 0, -0.6, 0)]
    [InlineData("1,1,1,1,0,90", 0, 1.4, 1, 0)] // turns about the origin of the macro, not about itself
    [InlineData("20,1,0.5,0,0,2,0,0", 1.9, .2, 2.1, 0)]
    [InlineData("2,1,0.5,0,0,2,0,90", 0, 1.9, 1.9, 0)]
    [InlineData("21,1,2,1,1,0,0", 1.9, .4, -.1, 0)]
    [InlineData("21,1,2,1,1,0,180", -1.9, .4, .1, 0)]
    [InlineData("22,1,2,1,1,1,0", 2.9, 1.9, .9, .9)]
    [InlineData("22,1,2,1,1,1,90", -1.9, 2.9, 1.9, 1.9)]
    [InlineData("4,1,3,0,0,2,0,0,2,0,0,0", .5, .5, 1.5, 1.5)]
    [InlineData("4,1,3,0,0,2,0,0,2,0,0,90", -.5, .5, .5, .5)]
    [InlineData("5,1,4,2,0,2,0", 2.9, 0, .9, 0)]
    [InlineData("5,1,4,2,0,2,90", 0, 2.9, 2.9, 0)]
    public void A_primitive_covers_what_it_says(string primitive, double inX, double inY, double outX, double outY)
    {
        var shape = Build($"%AMP*{primitive}*%", "P");

        Assert.True(shape.IsDark(inX, inY));
        Assert.False(shape.IsDark(outX, outY));
    }

    [Fact]
    public void A_moire_is_rings_around_a_cross()
    {
        var shape = Build("%AMTARGET*6,0,0,10,1,1,2,0.4,12,0*%", "TARGET");

        Assert.True(shape.IsDark(3.2, 3.2)); // outer ring, radius 4 to 5
        Assert.False(shape.IsDark(2.5, 2.5)); // gap, 3 to 4
        Assert.True(shape.IsDark(1.8, 1.8)); // inner ring, 2 to 3
        Assert.False(shape.IsDark(1, 1));
        Assert.True(shape.IsDark(5.9, .1)); // the cross reaches further than the rings
        Assert.Equal(12, shape.Width.Millimetres);
    }

    [Theory]
    [InlineData(0, .5, 3.5)]
    [InlineData(45, 3, 3)]
    public void A_thermal_is_a_ring_with_four_gaps(double rotation, double gapX, double gapY)
    {
        var shape = Build(FormattableString.Invariant($"%AMTH*7,0,0,10,6,1.5,{rotation}*%"), "TH");

        Assert.Equal(4, shape.Parts.Length);
        Assert.False(shape.IsDark(gapX, gapY));
        Assert.False(shape.IsDark(0, 0));
        Assert.True(rotation == 0 ? shape.IsDark(3, 3) : shape.IsDark(0, 4));
    }

    [Fact]
    public void Exposure_off_erases_within_its_own_macro_only()
    {
        var file = Plot.Metric("%AMRING*1,1,4,0,0*1,0,2,0,0*%%ADD20RING*%D10*X0Y0D03*D20*X0Y0D03*");

        Assert.True(file.Image.IsDark(0, 0)); // the disc below shows through the hole
        Assert.False(file.Image.IsDark(.8, 0));
        Assert.True(file.Image.IsDark(1.5, 0));
    }

    [Theory]
    [InlineData("$1+$2x3", 7)]
    [InlineData("($1+$2)X3", 9)]
    [InlineData("$2-$1-0.5", .5)]
    [InlineData("$2/$1/4", .5)]
    [InlineData("-$1+3", 2)]
    [InlineData("--$2", 2)]
    [InlineData("((($2)))x(1.5-0.5)", 2)]
    [InlineData("3+$9", 3)] // a variable that nobody set is 0
    public void Arithmetic_knows_precedence(string expression, double expected)
    {
        var shape = Build($"%AMA*1,1,{expression},0,0*%", "A,1X2");

        Assert.Equal(expected, shape.Width.Millimetres);
    }

    [Fact]
    public void Variables_may_be_set_and_set_anew_between_primitives()
    {
        var shape = Build("%AMV*\n0 a comment, with 1,1,9,0,0*\n$3=$1x2*\n1,1,$3,0,0*\n$3=1*\n1,1,$3,5,0*\n%", "V,1");

        Assert.Equal(2, shape.Parts.Length);
        Assert.Equal(Plot.Box(-1, -1, 5.5, 1), shape.Bounds);
    }

    [Theory]
    [InlineData("1,1,2,0,0", PadShapeKind.Circle)]
    [InlineData("21,1,2,1,0,0,90", PadShapeKind.Rectangle)]
    [InlineData("21,1,2,1,0,0,45", PadShapeKind.Freeform)]
    [InlineData("1,1,2,0,0*1,1,1,0,0", PadShapeKind.Freeform)]
    public void A_single_centred_primitive_is_called_what_it_is(string body, PadShapeKind kind) => Assert.Equal(kind, Build($"%AMS*{body}*%", "S").Kind);

    [Fact]
    public void Later_definitions_of_a_macro_leave_earlier_apertures_alone()
    {
        var file = Plot.Metric("%AMM*1,1,1,0,0*%%ADD20M*%%AMM*1,1,3,0,0*%%ADD21M*%D20*X0Y0D03*D21*X0Y0D03*");

        Assert.Equal([1.0, 3.0], file.Image.Features.Select(feature => file.Image.Shapes[feature.Shape].Width.Millimetres));
    }

    [Theory]
    [InlineData("1,1,(2,0,0")]
    [InlineData("1,1,1/0,0,0")]
    [InlineData("1,1")]
    [InlineData("99,1,2,3")]
    [InlineData("5,1,2,0,0,1,0")]
    [InlineData("1,1,1,1e30,0")]
    [InlineData("$1,2")]
    public void A_statement_that_cannot_be_is_an_error_and_the_rest_is_kept(string statement)
    {
        var file = Plot.Metric($"%AMB*{statement}*1,1,2,0,0*%\n%ADD20B,1*%D20*X0Y0D03*");

        Assert.Equal(["gerber.bad-macro"], file.Errors());
        Assert.True(file.Image.IsDark(.9, 0));
    }

    [Theory]
    [InlineData("4,1,3,0,0,5,0,0,5,7")] // three corners where four are announced, then the rotation
    [InlineData("4,1,3,0,0,5,0,5,5,0,5,0")] // the last corner is not the first
    public void An_outline_that_miscounts_or_does_not_close_is_kept_with_a_warning(string statement)
    {
        var file = Plot.Metric($"%AMB*{statement}*%\n%ADD20B*%D20*X0Y0D03*");

        Assert.Equal(Turnkey.Kernel.Severity.Warning, Assert.Single(file.Diagnostics).Severity);
        Assert.True(file.Image.IsDark(1, 2));
    }

    [Fact]
    public void A_macro_that_works_without_end_is_stopped()
    {
        var macro = "%AMBIG*" + string.Concat(Enumerable.Repeat("$1=$1+1*", 100_000)) + "%";
        var apertures = string.Concat(Enumerable.Range(10, 2000).Select(code => $"%ADD{code}BIG,1*%"));

        Assert.Contains("gerber.limit", Plot.Metric(macro + apertures).Errors());
    }

    private static PadShape Build(string macro, string template)
    {
        var file = Plot.Metric($"{macro}%ADD20{template}*%D20*X0Y0D03*");
        Assert.Empty(file.Diagnostics);
        return file.Image.Shapes[Assert.Single(file.Image.Features).Shape];
    }
}

using System.Collections.Immutable;
using System.Text;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Gerber;
using Turnkey.Formats.Gerber.Writing;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Gerber.Writing;

public sealed class GerberWriterTests
{
    private static readonly PadShape Track = PadShape.Circle(Length.FromNanometres(254_001));

    [Fact]
    public void Strokes_that_would_make_the_file_too_large_are_left_out_and_told()
    {
        var image = Plot.Metric("%AMM*5,1,12,0,0,100,0*%%ADD30M*%%SRX60Y60I1J1*%D30*X0Y0D02*G75*G03X0Y0I500000J0D01*%SR*%").Image;
        var log = new Turnkey.Kernel.DiagnosticLog("out.gbr");
        var text = System.Text.Encoding.ASCII.GetString(GerberWriter.Write(image, GerberFileAttributes.None, log).Span);
        Assert.Equal("gerber.too-large", Assert.Single(log.ToList()).Code);
        Assert.Contains("strokes and flashes are left out", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1_000_000, 40_000_000);
    }

    [Fact]
    public void A_small_layer_is_written_as_the_standard_has_it()
    {
        var image = new LayerImage(
            [
                Feature.Flash(Mm(1, 2), 1, dark: true, attributes: 1),
                Feature.Stroke(Edge.Line(Mm(1, 2), Mm(3, 2)), 0, dark: true, attributes: 2),
                Feature.Stroke(Edge.Arc(Mm(3, 2), Mm(4, 3), Mm(3, 3), ArcDirection.CounterClockwise), 0, dark: true, attributes: 2),
                Feature.Area(0, dark: false),
            ],
            [Track, Rectangle(1_000_000, 500_000)],
            [new Area([Contour.Polygon(Mm(0, 0), Mm(1, 0), Mm(0, 1))])],
            [
                FeatureAttributes.None,
                new FeatureAttributes(FeatureFunction.SurfacePad, "A,1", "R1", "2"),
                new FeatureAttributes(FeatureFunction.Conductor, "GND"),
            ]);
        var layer = new Layer(LayerRole.Copper, Side.Top, 1, "top.gbr", image);
        var text = Text(GerberWriter.Write(image, GerberFileAttributes.Of(layer, 2) with { GenerationSoftware = ["Turnkey", "Turnkey", "1.0"], SameCoordinates = "board" }));
        Assert.Equal("""
            %TF.GenerationSoftware,Turnkey,Turnkey,1.0*%
            %TF.Part,Single*%
            %TF.FileFunction,Copper,L1,Top*%
            %TF.FilePolarity,Positive*%
            %TF.SameCoordinates,board*%
            %FSLAX46Y46*%
            %MOMM*%
            G75*
            %TA.AperFunction,SMDPad,CuDef*%
            %ADD10R,1X0.5*%
            %TA.AperFunction,Conductor*%
            %ADD11C,0.254001*%
            %LPD*%
            %TO.N,A\u002C1*%
            %TO.P,R1,2*%
            D10*
            X1000000Y2000000D03*
            %TO.N,GND*%
            %TD.P*%
            D11*
            G01*
            X3000000Y2000000D01*
            G03*
            X4000000Y3000000I0J1000000D01*
            %LPC*%
            %TD.N*%
            %TD.AperFunction*%
            G36*
            X0Y0D02*
            G01*
            X1000000Y0D01*
            X0Y1000000D01*
            X0Y0D01*
            G37*
            M02*

            """, text);
    }

    [Fact]
    public void The_creation_date_is_written_only_when_it_is_given()
    {
        var attributes = new GerberFileAttributes(["Profile", "NP"]);
        Assert.DoesNotContain("CreationDate", Text(GerberWriter.Write(LayerImage.Empty, attributes)), StringComparison.Ordinal);
        var dated = attributes with { CreationDate = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(1)) };
        Assert.Contains("%TF.CreationDate,2026-03-04T05:06:07+01:00*%", Text(GerberWriter.Write(LayerImage.Empty, dated)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LayerRole.Copper, Side.Inner, 2, false, "Copper,L2,Inr", "Positive")]
    [InlineData(LayerRole.Copper, Side.Bottom, 4, true, "Copper,L4,Bot", "Negative")]
    [InlineData(LayerRole.SolderMask, Side.Top, null, false, "Soldermask,Top", "Negative")]
    [InlineData(LayerRole.Legend, Side.Bottom, null, false, "Legend,Bot", "Positive")]
    [InlineData(LayerRole.Outline, Side.All, null, false, "Profile,NP", "Positive")]
    [InlineData(LayerRole.Paste, null, null, false, "Other,Paste", "Positive")]
    public void A_layer_says_what_it_is_and_which_way_round(LayerRole role, Side? side, int? number, bool negative, string function, string polarity)
    {
        var layer = new Layer(role, side, number, "x", LayerImage.Empty) { Negative = negative };
        var read = Read(GerberWriter.Write(LayerImage.Empty, GerberFileAttributes.Of(layer, 4)));
        Assert.Equal((function, polarity), (string.Join(',', read.Attributes.FileFunction), read.Attributes.FilePolarity));
    }

    /// <summary>Shapes that come back as exactly what they were, kind and size and all.</summary>
    public static TheoryData<string> Shapes => [.. WritableShapes.Same.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_shape_comes_back_as_it_was(string name)
    {
        var shape = WritableShapes.Same[name];
        var read = ReadBack(new LayerImage([Feature.Flash(Mm(3, -4), 0, true)], [shape], [], [FeatureAttributes.None]));
        Assert.Equal(ImageText.Of(shape), ImageText.Of(read.Shapes[read.Features[0].Shape]));
    }

    public static TheoryData<string> RoundShapes => [.. WritableShapes.Equal.Keys];

    /// <summary>Shapes with arcs: other parts, or an area, cover the same.</summary>
    [Theory]
    [MemberData(nameof(RoundShapes))]
    public void A_shape_with_arcs_covers_what_it_did(string name)
    {
        var shape = WritableShapes.Equal[name];
        var image = new LayerImage([Feature.Flash(Mm(3, -4), 0, true, attributes: 1)], [shape], [], [FeatureAttributes.None, new FeatureAttributes(FeatureFunction.TestPad, "N")]);
        var read = ReadBack(image);
        Assert.All(read.Features, feature => Assert.Equal(image.Attributes[1], read.Attributes[feature.Attributes]));
        Coverage.AssertSame(image, read, 400);
    }

    [Fact]
    public void A_stroke_of_another_shape_than_a_disc_becomes_the_area_it_covers()
    {
        foreach (var (name, shape) in WritableShapes.Same.Where(pair => pair.Value.Parts.All(part => part.Dark)))
        {
            var image = new LayerImage([Feature.Stroke(Edge.Line(Mm(0, 0), Mm(3, 1.3)), 0, true), Feature.Stroke(Edge.Line(Mm(0, 5), Mm(0, 5)), 0, true)], [shape], [], [FeatureAttributes.None]);
            var read = ReadBack(image);
            Assert.True(shape.Kind == PadShapeKind.Circle || read.Features.All(feature => feature.Kind != FeatureKind.Stroke), name);
            Coverage.AssertSame(image, read, 80);
        }
    }

    [Fact]
    public void Points_and_full_circles_come_back()
    {
        var image = new LayerImage(
            [
                Feature.Flash(Mm(1, 1), 0, true),
                Feature.Stroke(Edge.Line(Mm(1, 1), Mm(1, 1)), 0, true),
                Feature.Stroke(Edge.Line(Mm(1, 1), Mm(1, 1)), 1, true),
                Feature.Stroke(Edge.Arc(Mm(2, 1), Mm(2, 1), Mm(1, 1), ArcDirection.Clockwise), 1, false),
                Feature.Area(0, true),
            ],
            [PadShape.Circle(Length.Zero), Track], [new Area([Contour.Circle(Mm(5, 5), 1_500_001)])], [FeatureAttributes.None]);
        Assert.Equal(ImageText.Of(image), ImageText.Of(ReadBack(image)));
    }

    [Fact]
    public void Holes_of_an_area_stay_open_and_islands_in_them_filled()
    {
        var area = new Area(
        [
            Contour.Rectangle(Box(0, 0, 20, 20)), // counter-clockwise
            Reversed(Contour.Rectangle(Box(2, 2, 8, 8))),
            Contour.Circle(Mm(5, 5), 1_000_000),
            Reversed(Contour.Circle(Mm(14, 5), 2_000_000)),
            Reversed(Contour.Polygon(Mm(12, 12), Mm(18, 13), Mm(13, 17))),
            Contour.Rectangle(Box(9, 9, 11, 11)), // within the area already: changes nothing
        ]);
        var image = new LayerImage([Feature.Area(0, true)], [], [area], [FeatureAttributes.None]);
        var read = ReadBack(image);
        Assert.Equal(2, read.Areas.Length);
        Coverage.AssertSame(image, read, 2_000);
        Assert.True(read.IsDark(5, 5) && !read.IsDark(5, 3) && !read.IsDark(14, 5) && !read.IsDark(14, 14) && read.IsDark(10, 10) && read.IsDark(1, 1));
        // Two holes have an upright edge to their left, the third a corner to go to: all cut-ins lie on the grid.
        Assert.All(read.Areas.SelectMany(one => one.Contours), contour => Assert.All(contour.Edges, edge => Assert.True(edge.Start.IsInRange)));
    }

    [Fact]
    public void Contours_that_cross_keep_their_winding()
    {
        // A big square, and a smaller one the other way round that sticks out of it: the overlap is open, what sticks out is filled.
        var area = new Area([Contour.Rectangle(Box(0, 0, 10, 10)), Reversed(Contour.Rectangle(Box(8, 8, 14, 14)))]);
        var image = new LayerImage([Feature.Area(0, true)], [], [area], [FeatureAttributes.None]);
        Coverage.AssertSame(image, ReadBack(image), 1_000);
    }

    [Fact]
    public void Names_with_the_marks_of_the_format_come_back()
    {
        var attributes = new FeatureAttributes(FeatureFunction.Conductor, "a,b*c%d\\e\u00e4\u4e2d", "U,1", "A*1");
        var image = new LayerImage([Feature.Flash(Mm(0, 0), 0, true, attributes: 1)], [Track], [], [FeatureAttributes.None, attributes]);
        var read = ReadBack(image);
        Assert.Equal(attributes, read.Attributes[read.Features[0].Attributes]);
    }

    [Fact]
    public void Every_function_comes_back()
    {
        ImmutableArray<FeatureAttributes> all =
        [
            FeatureAttributes.None,
            .. Enum.GetValues<FeatureFunction>().Select(function => new FeatureAttributes(function)),
            .. Enum.GetValues<HoleFunction>().Where(hole => hole is not (HoleFunction.Unstated or HoleFunction.PressFit or HoleFunction.Breakout)).Select(hole => new FeatureAttributes(FeatureFunction.Other) { Hole = hole }),
        ];
        var image = new LayerImage([.. all.Select((_, i) => Feature.Flash(Mm(i, 0), 0, true, attributes: i))], [Track], [], all);
        var read = ReadBack(image);
        Assert.Equal(all, read.Features.Select(feature => read.Attributes[feature.Attributes]));
    }

    internal static LayerImage ReadBack(LayerImage image)
    {
        var written = GerberWriter.Write(image, GerberFileAttributes.None);
        var file = Read(written);
        Assert.Empty(file.Diagnostics);
        // What was read is a fixed point: writing it says the same again.
        Assert.Equal(ImageText.Of(file.Image), ImageText.Of(Read(GerberWriter.Write(file.Image, GerberFileAttributes.None)).Image));
        return file.Image;
    }

    internal static GerberFile Read(ReadOnlyMemory<byte> written) => GerberReader.Read("written.gbr", written);

    private static Contour Reversed(Contour contour) => new([.. contour.Edges.Reverse().Select(edge => edge.Reversed)]);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static PadShape Rectangle(long width, long height) => WritableShapes.Rectangle(width, height);

    private static Point Mm(double x, double y) => Plot.Mm(x, y);

    private static Box Box(double left, double bottom, double right, double top) => Plot.Box(left, bottom, right, top);
}

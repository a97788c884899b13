using System.Globalization;
using System.Xml.Linq;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Specification;
using Turnkey.Drawing.Colours;
using Turnkey.Geometry;
using Turnkey.Kernel;
using static Turnkey.Drawing.Tests.Drawn;

namespace Turnkey.Drawing.Tests;

public class BoardPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Look at a changed file in a browser before accepting it: set TURNKEY_ACCEPT to write what is drawn now beside the fixtures.</summary>
    [Theory]
    [InlineData(Side.Top, "small-board-top.svg")]
    [InlineData(Side.Bottom, "small-board-bottom.svg")]
    public void A_small_board_is_drawn_as_reviewed(Side side, string file)
    {
        var drawn = BoardPicture.Svg(SmallBoard.Make(), side, BoardColours.Default) + "\n";
        if (Environment.GetEnvironmentVariable("TURNKEY_ACCEPT") is { Length: > 0 } folder) File.WriteAllText(Path.Combine(folder, file), drawn);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", file)), drawn);
    }

    [Fact]
    public void A_picture_is_well_formed_and_has_no_styles_scripts_or_outside_references()
    {
        foreach (var side in new[] { Side.Top, Side.Bottom })
        {
            var root = Parse(BoardPicture.Svg(SmallBoard.Make(), side, BoardColours.Default));
            Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName == "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "script" or "style" or "image" or "foreignObject");
            Assert.All(root.Descendants().Attributes("href"), href => Assert.StartsWith("#", href.Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Arcs_that_a_shape_of_many_corners_follows_end_at_the_limit_of_the_picture()
    {
        var corners = Enumerable.Range(0, 400).Select(i => At(300 * Math.Cos(i * Math.PI / 200), 300 * Math.Sin(i * Math.PI / 200)));
        var shape = new PadShape(PadShapeKind.Freeform, Length.FromMillimetres(600), Length.FromMillimetres(600), [new PadShapePart(true, Contour.Polygon([.. corners]))]);
        var circles = Enumerable.Range(0, 30).Select(i => At(i, 0)).Select(centre => Feature.Stroke(Edge.Arc(centre + At(300, 0), centre + At(300, 0), centre, ArcDirection.CounterClockwise), 0, true));
        var image = new LayerImage([.. circles], [shape], [], [FeatureAttributes.None]);
        var svg = LayerPicture.Svg(Drawn.Layer(LayerRole.Copper, Side.Top, image));
        Assert.InRange(svg.Length, 3_900_000, 4_100_000);
        Assert.NotNull(Parse(svg));
    }

    [Fact]
    public void Every_reference_is_defined_once_and_two_sides_share_no_name()
    {
        var names = new List<string>();
        foreach (var side in new[] { Side.Top, Side.Bottom })
        {
            var root = Parse(BoardPicture.Svg(SmallBoard.Make(), side, BoardColours.Default));
            var defined = root.Descendants().Attributes("id").Select(id => id.Value).ToArray();
            var used = root.Descendants().Attributes("href").Select(href => href.Value[1..])
                .Concat(root.Descendants().Attributes("mask").Select(mask => mask.Value[5..^1]));
            Assert.Subset(defined.ToHashSet(StringComparer.Ordinal), used.ToHashSet(StringComparer.Ordinal));
            names.AddRange(defined);
        }
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_same_board_gives_the_same_bytes() =>
        Assert.Equal(BoardPicture.Svg(SmallBoard.Make(), Side.Top, BoardColours.Default), BoardPicture.Svg(SmallBoard.Make(), Side.Top, BoardColours.Default));

    [Fact]
    public void The_view_is_the_board_and_a_margin_in_millimetres() =>
        Assert.Equal("0 0 30.6 20.6", Parse(BoardPicture.Svg(SmallBoard.Make(), Side.Top, BoardColours.Default)).Attribute("viewBox")!.Value);

    [Fact]
    public void The_bottom_is_seen_from_below()
    {
        var board = SmallBoard.Make();
        Assert.StartsWith("matrix(0.001 0 0 -0.001 0.3 20.3)", Transform(BoardPicture.Svg(board, Side.Top, BoardColours.Default)), StringComparison.Ordinal);
        // x grows to the left: the board's left edge is at the right of the picture.
        Assert.StartsWith("matrix(-0.001 0 0 -0.001 30.3 20.3)", Transform(BoardPicture.Svg(board, Side.Bottom, BoardColours.Default)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_clear_polarity_erases_is_painted_in_the_colour_of_the_ground()
    {
        var copper = new Painter().Fill(Square(10)).Polarity(false).Flash(Disc(2), 5, 5).Polarity(true).Flash(Disc(1), 5, 5).Image();
        var root = Parse(BoardPicture.Svg(Board(Square(10), [Layer(LayerRole.Copper, Side.Top, copper, 1)]), Side.Top, BoardColours.Default));
        var painted = root.Descendants(Svg + "g").Single(group => (string?)group.Attribute("id") == "top-copper0");
        // Pour, then what is cleared, then the pad in it: the order decides.
        Assert.Equal([null, "currentColor", null], painted.Elements().Select(element => (string?)element.Attribute("stroke") == "currentColor" ? "currentColor" : null));
        var use = root.Descendants(Svg + "use").First(element => (string?)element.Attribute("href") == "#top-copper0");
        Assert.Equal(BoardColours.Default.Laminate, use.Attribute("color")!.Value);
        Assert.Equal(BoardColours.Default.Finish, use.Attribute("fill")!.Value);
    }

    [Fact]
    public void A_negative_layer_is_painted_inside_out()
    {
        var plane = Layer(LayerRole.Copper, Side.Top, new Painter().Flash(Disc(2), 5, 5).Image(), 1) with { Negative = true };
        var root = Parse(BoardPicture.Svg(Board(Square(10), [plane]), Side.Top, BoardColours.Default));
        var use = root.Descendants(Svg + "use").First(element => (string?)element.Attribute("href") == "#top-copper0");
        Assert.Equal(BoardColours.Default.Laminate, use.Attribute("fill")!.Value);
        Assert.Equal(BoardColours.Default.Finish, ((XElement)use.PreviousNode!).Attribute("fill")!.Value);
    }

    [Fact]
    public void Holes_and_slots_are_cut_and_blind_holes_are_not()
    {
        var blind = Drill(7, 7, 0.123) with { FromLayer = 2, ToLayer = 3 };
        var board = Board(Square(10), [], Drill(3, 3, 0.8), Drill(6, 3, 0.8), blind) with { CopperLayers = 4 };
        var cut = Parse(BoardPicture.Svg(board, Side.Top, BoardColours.Default)).Descendants(Svg + "mask").Single(mask => (string?)mask.Attribute("id") == "top-made");
        var holes = Assert.Single(cut.Descendants(Svg + "path"));
        Assert.Equal("800", holes.Attribute("stroke-width")!.Value);
        Assert.Equal("M3000 3000h0m3000 0h0", holes.Attribute("d")!.Value);
    }

    [Fact]
    public void Legend_is_kept_off_the_mask_openings()
    {
        var root = Parse(BoardPicture.Svg(SmallBoard.Make(), Side.Bottom, BoardColours.Default));
        var legend = root.Descendants(Svg + "use").Single(use => (string?)use.Attribute("href") == "#bottom-legend0");
        Assert.Equal("url(#bottom-covered)", legend.Parent!.Attribute("mask")!.Value);
    }

    [Fact]
    public void A_board_without_outline_is_drawn_around_its_copper_and_says_so()
    {
        var copper = Layer(LayerRole.Copper, Side.Top, new Painter().Line(Disc(1), 10, 10, 20, 10).Image(), 1);
        var drawing = BoardPicture.Draw(Board(null, [copper]), Side.Top, BoardColours.Default);
        Assert.Contains(drawing.Notes, note => note.Contains("no closed board outline", StringComparison.Ordinal));
        Assert.Equal(12.6, drawing.View.Width.Millimetres, 3);
    }

    [Fact]
    public void A_board_with_nothing_at_all_is_still_a_picture()
    {
        var drawing = BoardPicture.Draw(Board(null, []), Side.Bottom, BoardColours.Default);
        Parse(drawing.Svg);
        Assert.Equal(3, drawing.Notes.Length);
    }

    [Fact]
    public void A_hostile_name_cannot_leave_its_attribute()
    {
        var svg = BoardPicture.Svg(SmallBoard.Make() with { Name = "\"><script>alert(1)</script>\u0001\ud800" }, Side.Top, BoardColours.Default);
        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.Contains("<script>", Parse(svg).Attribute("aria-label")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_beside_the_board_is_not_drawn()
    {
        var copper = new Painter().Flash(Disc(1), 5, 5).Line(Disc(0.2), 50, 50, 90, 50).Flash(Rectangle(1, 2), -20, 5).Image();
        var svg = BoardPicture.Svg(Board(Square(10), [Layer(LayerRole.Copper, Side.Top, copper, 1)]), Side.Top, BoardColours.Default);
        Assert.DoesNotContain("50000", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("-20", svg.Replace("matrix", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_very_many_features_is_kept_small()
    {
        var legend = new Painter();
        var pen = Disc(0.1);
        for (var i = 0; i < 200_000; i++)
        {
            var angle = i * 0.01;
            var radius = 1 + (i / 5000.0);
            legend.Line(pen, 50 + (radius * Math.Cos(angle)), 50 + (radius * Math.Sin(angle)), 50 + (radius * Math.Cos(angle + 0.01)), 50 + (radius * Math.Sin(angle + 0.01)));
        }
        var svg = BoardPicture.Svg(Board(Square(100), [Layer(LayerRole.Legend, Side.Top, legend.Image())]), Side.Top, BoardColours.Default);
        Assert.InRange(svg.Length, 10_000, 400_000);
    }

    [Theory]
    [InlineData("Matte Black", "ENIG (gold)", "#1e1f21", "#d0a94e")]
    [InlineData("blue", "HASL lead-free", "#123a75", "#c2c6ca")]
    [InlineData("Grün", "Immersion Silver", "#1f5c43", "#d7d9db")]
    [InlineData("chartreuse", "unheard of", "#1f5c43", "#d0a94e")]
    public void Colours_come_from_the_words_of_the_specification(string mask, string finish, string maskColour, string finishColour)
    {
        var colours = BoardColours.From(new BuildSpecification(
        [
            new SpecificationField(SpecificationNames.MaskColour, mask, SpecificationState.Given, ""), new SpecificationField(SpecificationNames.Finish, finish, SpecificationState.Given, ""),
        ]));
        Assert.Equal((maskColour, finishColour), (colours.Mask, colours.Finish));
    }

    [Fact]
    public void White_mask_takes_black_legend_where_nothing_else_is_said()
    {
        var white = BoardColours.From(new BuildSpecification([new SpecificationField(SpecificationNames.MaskColour, "white", SpecificationState.Given, "")]));
        Assert.Equal("#17181a", white.Legend);
    }

    [Fact]
    public void A_layer_alone_is_drawn_in_one_colour()
    {
        var layer = SmallBoard.Make().Find(LayerRole.Copper, Side.Top)!;
        var root = Parse(LayerPicture.Svg(layer));
        Assert.Equal("currentColor", root.Descendants(Svg + "rect").Last().Attribute("fill")!.Value);
        Assert.Equal(root.ToString(), Parse(LayerPicture.Svg(layer)).ToString());
    }

    private static XElement Parse(string svg) => XDocument.Parse(svg).Root!;

    private static string Transform(string svg) => Parse(svg).Element(Svg + "g")!.Attribute("transform")!.Value.ToString(CultureInfo.InvariantCulture);
}

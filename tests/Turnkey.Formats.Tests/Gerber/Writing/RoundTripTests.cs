using FsCheck;
using FsCheck.Fluent;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Gerber;
using Turnkey.Formats.Gerber.Writing;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Gerber.Writing;

/// <summary>
/// Write → read is the identity on images: the same objects in the same order, to the nanometre, with the same shapes and attributes. Where the
/// standard has no such object (see <see cref="GerberWriter"/>), another covers the same, and from then on nothing changes.
/// </summary>
public sealed class RoundTripTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20_261_128UL, 2024_05UL).WithMaxTest(200);

    private static readonly Gen<Point> Points = Gen.Choose(-500_000_000, 500_000_000).Two().Select(pair => new Point(pair.Item1, pair.Item2));

    private static readonly PadShape[] Shapes = [.. WritableShapes.Same.Values];

    private static Gen<Edge> Arcs { get; } =
        from centre in Points
        from radius in Gen.Choose(10_000, 100_000_000)
        from angles in Gen.Choose(0, 3599).Two()
        from direction in Gen.Elements(ArcDirection.Clockwise, ArcDirection.CounterClockwise)
        let start = On(centre, radius, angles.Item1 / 10d)
        select Edge.Arc(start, angles.Item1 == angles.Item2 ? start : On(centre, radius, angles.Item2 / 10d), centre, direction);

    private static Gen<Edge> Lines { get; } = Points.Two().Select(pair => Edge.Line(pair.Item1, pair.Item2));

    /// <summary>A polygon whose sides may be bulged to arcs; it may cross itself.</summary>
    private static Gen<Contour> Contours { get; } =
        from corners in Points.ListOf(5)
        from arc in Arcs
        from bulged in Gen.Elements(true, false)
        let points = corners.Distinct().ToArray()
        where points.Length >= 3
        select bulged ? new Contour([arc, Edge.Line(arc.End, points[0]), Edge.Line(points[0], points[1]), Edge.Line(points[1], arc.Start)]) : Contour.Polygon(points);

    private static Gen<FeatureAttributes> Attributes { get; } =
        from function in Gen.Elements(Enum.GetValues<FeatureFunction>())
        from net in Gen.Elements(null, "GND", "a,b*%\\", "/x y")
        from part in Gen.Elements(null, "R1", "U2")
        from pin in Gen.Elements(null, "1", "A7")
        select new FeatureAttributes(function, net, part, part is null ? null : pin);

    private static Gen<LayerImage> Images { get; } =
        from attributes in Attributes.ListOf(4)
        from areas in Contours.ListOf(3)
        from picks in (from kind in Gen.Choose(0, 3)
                       from dark in Gen.Elements(true, true, false)
                       from shape in Gen.Choose(0, Shapes.Length - 1)
                       from attribute in Gen.Choose(0, 4)
                       from line in Lines
                       from arc in Arcs
                       from area in Gen.Choose(0, 2)
                       select (kind, dark, shape, attribute, line, arc, area)).ListOf()
        select new LayerImage(
            [
                .. picks.Select(pick => pick.kind switch
                {
                    0 => Feature.Flash(pick.line.Start, pick.shape, pick.dark, pick.attribute),
                    1 => Feature.Stroke(pick.line, Shapes.Length, pick.dark, pick.attribute),
                    2 => Feature.Stroke(pick.arc, Shapes.Length, pick.dark, pick.attribute),
                    _ => Feature.Area(pick.area, pick.dark, pick.attribute),
                }),
            ],
            [.. Shapes, PadShape.Circle(Length.FromNanometres(152_401))], [.. areas.Select(contour => new Area([contour]))], [FeatureAttributes.None, .. attributes]);

    [Fact]
    public void An_image_of_what_the_standard_has_comes_back_object_by_object() => FsCheck.Check.One(Fixed, Prop.ForAll(Images.ToArbitrary(), image =>
    {
        var read = GerberWriterTests.Read(GerberWriter.Write(image, GerberFileAttributes.None));
        // Two ends of an arc whose radii differ by rounding are one circle; a contour of which nothing is left is no area.
        var (before, after) = (ImageText.Of(image), ImageText.Of(read.Image));
        return (read.Diagnostics.IsEmpty && before.SequenceEqual(after)).Label($"{string.Join('\n', before.Except(after))}\n---\n{string.Join('\n', after.Except(before))}\n{string.Join('\n', read.Diagnostics)}");
    }));

    [Fact]
    public void Every_layer_of_the_real_packages_comes_back()
    {
        Assert.SkipUnless(RealPackages.Folder is not null, "no shared/packages beside the repository");
        var (layers, objects, others) = (0, 0L, 0L);
        foreach (var (name, path) in RealPackages.Files())
        {
            var content = File.ReadAllBytes(path);
            if (!GerberReader.Recognises(content)) continue;
            layers++;
            var image = GerberReader.Read(name, content).Image;
            var read = GerberWriterTests.Read(GerberWriter.Write(image, GerberFileAttributes.None));
            Assert.True(read.Diagnostics.IsEmpty, $"{name}: {read.Diagnostics.FirstOrDefault()}");
            var known = image.Shapes.Zip(Enumerable.Range(0, image.Shapes.Length)).ToDictionary(pair => pair.Second, pair => ImageText.Of(pair.First));
            var written = read.Image.Shapes.Select(ImageText.Of).ToArray();
            if (image.Features.Length == read.Image.Features.Length)
            {
                objects += image.Features.Length;
                for (var i = 0; i < image.Features.Length; i++)
                {
                    var (one, other) = (image.Features[i], read.Image.Features[i]);
                    if (!Same(image, one, known, read.Image, other, written) && !Other(image, one))
                        Assert.Fail($"{name}, line {one.Line}: {one.Kind} {one.Path} became {other.Kind} {other.Path}");
                }
            }
            else
            {
                others += image.Features.Count(feature => Other(image, feature));
                Assert.True(image.Features.Any(feature => Other(image, feature)), $"{name}: {image.Features.Length} objects became {read.Image.Features.Length}");
            }
            // Nothing changes any more: the second file is the first.
            var twice = GerberWriter.Write(read.Image, GerberFileAttributes.None);
            var thrice = GerberWriter.Write(GerberWriterTests.Read(twice).Image, GerberFileAttributes.None);
            Assert.True(twice.Span.SequenceEqual(thrice.Span), name);
        }
        Assert.True(layers >= 200, $"{layers} layers");
        TestContext.Current.TestOutputHelper?.WriteLine($"{layers} layers, {objects} objects in files that came back object by object, {others} objects that became others");
    }

    /// <summary>What the standard has no object for: strokes with anything but a disc, shapes with arcs, shapes without area.</summary>
    private static bool Other(LayerImage image, in Feature feature)
    {
        if (feature.Kind == FeatureKind.Area) return false;
        var shape = image.Shapes[feature.Shape];
        return !shape.IsSolidCircle && (feature.Kind == FeatureKind.Stroke || shape.Kind == PadShapeKind.Freeform || shape.Bounds.Area == 0);
    }

    private static bool Same(LayerImage image, in Feature one, Dictionary<int, string> shapes, LayerImage read, in Feature other, string[] written)
    {
        if (one.Kind != other.Kind || one.Dark != other.Dark || image.Attributes[one.Attributes] != read.Attributes[other.Attributes]) return false;
        if (one.Kind != FeatureKind.Area) return Same(one.Path, other.Path) && string.Equals(shapes[one.Shape], written[other.Shape], StringComparison.Ordinal);
        var (edges, others) = (image.Areas[one.Shape].Contours[0].Edges, read.Areas[other.Shape].Contours[0].Edges);
        if (edges.Length != others.Length) return false;
        for (var i = 0; i < edges.Length; i++)
        {
            if (!Same(edges[i], others[i])) return false;
        }
        return true;
    }

    /// <summary>Equal but for the centre of an arc whose ends a coarse file put on two radii: the written one fits both, and is moved by no more than they differ.</summary>
    private static bool Same(Edge one, Edge other) =>
        one == other || (one.Start == other.Start && one.End == other.End && one.Direction == other.Direction &&
            Point.Distance(one.Middle, other.Middle) <= 2 + 3 * Math.Abs(Point.Distance(one.Start, one.Centre) - Point.Distance(one.End, one.Centre)));

    private static Point On(Point centre, long radius, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new Point(centre.X + (long)Math.Round(radius * cos), centre.Y + (long)Math.Round(radius * sin));
    }
}

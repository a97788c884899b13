using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Drawing.Tests;

/// <summary>Layers and boards put together in code, in millimetres, for tests.</summary>
internal static class Drawn
{
    public static Point At(double x, double y) => new((long)Math.Round(x * 1e6), (long)Math.Round(y * 1e6));

    public static PadShape Disc(double diameter) => PadShape.Circle(Length.FromMillimetres(diameter));

    public static PadShape Rectangle(double width, double height)
    {
        var (w, h) = (Length.FromMillimetres(width), Length.FromMillimetres(height));
        return new PadShape(PadShapeKind.Rectangle, w, h, [new PadShapePart(true, Contour.Rectangle(Box.Around(Point.Origin, w.Nanometres / 2, h.Nanometres / 2)))]);
    }

    public static PadShape Obround(double width, double height)
    {
        var (x, y) = (width / 2, height / 2);
        var contour = new Contour(
        [
            Edge.Line(At(-x + y, -y), At(x - y, -y)), Edge.Arc(At(x - y, -y), At(x - y, y), At(x - y, 0), ArcDirection.CounterClockwise),
            Edge.Line(At(x - y, y), At(-x + y, y)), Edge.Arc(At(-x + y, y), At(-x + y, -y), At(-x + y, 0), ArcDirection.CounterClockwise),
        ]);
        return new PadShape(PadShapeKind.Obround, Length.FromMillimetres(width), Length.FromMillimetres(height), [new PadShapePart(true, contour)]);
    }

    public static Contour Rounded(double left, double bottom, double right, double top, double r) => new(
    [
        Edge.Line(At(left + r, bottom), At(right - r, bottom)), Edge.Arc(At(right - r, bottom), At(right, bottom + r), At(right - r, bottom + r), ArcDirection.CounterClockwise),
        Edge.Line(At(right, bottom + r), At(right, top - r)), Edge.Arc(At(right, top - r), At(right - r, top), At(right - r, top - r), ArcDirection.CounterClockwise),
        Edge.Line(At(right - r, top), At(left + r, top)), Edge.Arc(At(left + r, top), At(left, top - r), At(left + r, top - r), ArcDirection.CounterClockwise),
        Edge.Line(At(left, top - r), At(left, bottom + r)), Edge.Arc(At(left, bottom + r), At(left + r, bottom), At(left + r, bottom + r), ArcDirection.CounterClockwise),
    ]);

    public static PadShape RoundedRectangle(double width, double height, double radius) => new(PadShapeKind.Freeform, Length.FromMillimetres(width),
        Length.FromMillimetres(height), [new PadShapePart(true, Rounded(-width / 2, -height / 2, width / 2, height / 2, radius))]);

    /// <summary>A disc with a hole, as a circle aperture with a hole parameter makes it.</summary>
    public static PadShape Ring(double outer, double inner) => new(PadShapeKind.Circle, Length.FromMillimetres(outer), Length.FromMillimetres(outer),
    [
        new PadShapePart(true, Contour.Circle(Point.Origin, (long)(outer * 5e5))), new PadShapePart(false, Contour.Circle(Point.Origin, (long)(inner * 5e5))),
    ]);

    /// <summary>A disc that a bar reaching over its edge parts in two, as thermal macros do.</summary>
    public static PadShape Split(double diameter, double gap) => new(PadShapeKind.Freeform, Length.FromMillimetres(diameter), Length.FromMillimetres(diameter),
    [
        new PadShapePart(true, Contour.Circle(Point.Origin, (long)(diameter * 5e5))),
        new PadShapePart(false, Contour.Rectangle(Box.Around(Point.Origin, (long)(diameter * 6e5), (long)(gap * 5e5)))),
    ]);

    public static Layer Layer(LayerRole role, Side side, LayerImage image, int? copperLayer = null) => new(role, side, copperLayer, $"{role}-{side}.gbr", image);

    public static Hole Drill(double x, double y, double diameter) =>
        new(HoleKind.Round, Edge.Line(At(x, y), At(x, y)), Length.FromMillimetres(diameter), Plating.Plated, null, null, HoleFunction.Unstated, "drill.drl", 0);

    public static Board Board(Contour? outline, ImmutableArray<Layer> layers, params ImmutableArray<Hole> holes) =>
        new("test", outline is null ? null : new BoardOutline([outline], [], "edge.gbr"), layers, holes, 2);

    public static Contour Square(double size) => Contour.Rectangle(new Box(0, 0, (long)(size * 1e6), (long)(size * 1e6)));
}

/// <summary>Collects features the way a reader does.</summary>
internal sealed class Painter
{
    private readonly List<Feature> features = [];
    private readonly List<PadShape> shapes = [];
    private readonly List<Area> areas = [];
    private bool dark = true;

    public Painter Polarity(bool isDark) { dark = isDark; return this; }

    public Painter Flash(PadShape shape, double x, double y) { features.Add(Feature.Flash(Drawn.At(x, y), Shape(shape), dark)); return this; }

    public Painter Line(PadShape shape, double x1, double y1, double x2, double y2) => Stroke(shape, Edge.Line(Drawn.At(x1, y1), Drawn.At(x2, y2)));

    public Painter Stroke(PadShape shape, Edge path) { features.Add(Feature.Stroke(path, Shape(shape), dark)); return this; }

    public Painter Fill(params ImmutableArray<Contour> contours)
    {
        areas.Add(new Area(contours));
        features.Add(Feature.Area(areas.Count - 1, dark));
        return this;
    }

    public LayerImage Image() => new([.. features], [.. shapes], [.. areas], [FeatureAttributes.None]);

    private int Shape(PadShape shape)
    {
        var known = shapes.FindIndex(other => ReferenceEquals(other, shape));
        if (known >= 0) return known;
        shapes.Add(shape);
        return shapes.Count - 1;
    }
}

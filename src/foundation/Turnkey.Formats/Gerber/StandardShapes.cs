using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>The standard aperture templates C, R, O and P, exact, with the round and the (deprecated) rectangular hole.</summary>
internal static class StandardShapes
{
    /// <summary>Whether it is one of the four names that a file need not define, in either case.</summary>
    public static bool IsTemplate(ReadOnlySpan<byte> name) => name.Length == 1 && (name[0] & 0xDF) is 'C' or 'R' or 'O' or 'P' && name[0] >= 'A';

    /// <summary>Lengths in nanometres, not negative, within the range of coordinates.</summary>
    public static PadShape Circle(long diameter, long holeWidth, long holeHeight) =>
        Holed(PadShape.Circle(Length.FromNanometres(diameter)), holeWidth, holeHeight);

    public static PadShape Rectangle(long width, long height, long holeWidth, long holeHeight) =>
        Holed(Plain(PadShapeKind.Rectangle, width, height, Contour.Rectangle(Centred(width, height))), holeWidth, holeHeight);

    public static PadShape Obround(long width, long height, long holeWidth, long holeHeight)
    {
        if (width == height) return Circle(width, holeWidth, holeHeight);
        if (width == 0 || height == 0) return Rectangle(width, height, holeWidth, holeHeight);
        return Holed(Plain(PadShapeKind.Obround, width, height, ObroundContour(Centred(width, height))), holeWidth, holeHeight);
    }

    /// <param name="diameter">Of the circle through the corners.</param>
    /// <param name="corners">At least 3; the specification allows 12, some writers draw circles with more.</param>
    /// <param name="rotation">Degrees; at 0 the first corner lies on the positive x axis.</param>
    public static PadShape Polygon(long diameter, int corners, double rotation, long holeWidth, long holeHeight)
    {
        var contour = RegularContour(0, 0, diameter / 2d, corners, rotation);
        var box = contour.Bounds;
        return Holed(Plain(PadShapeKind.RegularPolygon, box.Right - box.Left, box.Top - box.Bottom, contour), holeWidth, holeHeight);
    }

    /// <param name="corners">3 to 360.</param>
    public static Contour RegularContour(double x, double y, double radius, int corners, double rotation)
    {
        Span<Point> points = stackalloc Point[corners];
        for (var i = 0; i < corners; i++)
        {
            var (sin, cos) = Turn(rotation + (360d * i / corners));
            points[i] = Within(x + (radius * cos), y + (radius * sin));
        }
        return Contour.Polygon(points);
    }

    /// <summary>Sine and cosine of degrees; quarter turns are exact.</summary>
    public static (double Sin, double Cos) Turn(double degrees) => (((degrees % 360) + 360) % 360) switch
    {
        0 => (0, 1),
        90 => (1, 0),
        180 => (0, -1),
        270 => (-1, 0),
        var other => Math.SinCos(other * Math.PI / 180),
    };

    public static long Round(double nanometres) => (long)Math.Round(nanometres, MidpointRounding.AwayFromZero);

    /// <summary>The point, rounded; just beyond the range of coordinates where it lies further, so that it is refused.</summary>
    public static Point Within(double x, double y) =>
        new(Round(Math.Clamp(x, -Point.Limit - 1, Point.Limit + 1)), Round(Math.Clamp(y, -Point.Limit - 1, Point.Limit + 1)));

    private static PadShape Plain(PadShapeKind kind, long width, long height, Contour contour) =>
        new(kind, Length.FromNanometres(width), Length.FromNanometres(height), [new PadShapePart(true, contour)]);

    private static PadShape Holed(PadShape shape, long holeWidth, long holeHeight)
    {
        if (holeWidth <= 0) return shape;
        var hole = holeHeight > 0 ? Contour.Rectangle(Centred(holeWidth, holeHeight)) : Contour.Circle(Point.Origin, holeWidth / 2);
        return shape with { Parts = shape.Parts.Add(new PadShapePart(false, hole)) };
    }

    /// <summary>An odd length loses nothing: the box is as wide as said, its centre half a nanometre off.</summary>
    private static Box Centred(long width, long height) => new(-(width / 2), -(height / 2), width - (width / 2), height - (height / 2));

    private static Contour ObroundContour(Box box)
    {
        var edges = new ContourBuilder();
        if (box.Right - box.Left > box.Top - box.Bottom)
        {
            var radius = (box.Top - box.Bottom) / 2;
            long left = box.Left + radius, right = box.Right - radius, middle = box.Bottom + radius;
            edges.Add(Edge.Line(new Point(left, box.Bottom), new Point(right, box.Bottom)));
            edges.Add(Edge.Arc(new Point(right, box.Bottom), new Point(right, box.Top), new Point(right, middle), ArcDirection.CounterClockwise));
            edges.Add(Edge.Line(new Point(right, box.Top), new Point(left, box.Top)));
            edges.Add(Edge.Arc(new Point(left, box.Top), new Point(left, box.Bottom), new Point(left, middle), ArcDirection.CounterClockwise));
        }
        else
        {
            var radius = (box.Right - box.Left) / 2;
            long bottom = box.Bottom + radius, top = box.Top - radius, middle = box.Left + radius;
            edges.Add(Edge.Line(new Point(box.Right, bottom), new Point(box.Right, top)));
            edges.Add(Edge.Arc(new Point(box.Right, top), new Point(box.Left, top), new Point(middle, top), ArcDirection.CounterClockwise));
            edges.Add(Edge.Line(new Point(box.Left, top), new Point(box.Left, bottom)));
            edges.Add(Edge.Arc(new Point(box.Left, bottom), new Point(box.Right, bottom), new Point(middle, bottom), ArcDirection.CounterClockwise));
        }
        return edges.ToContour();
    }
}

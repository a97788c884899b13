using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// The primitives of aperture macros as exact contours. All turn about the origin of the macro, not about their own centre. Coordinates come in
/// the file's unit and are rounded to the nanometre once, after the rotation.
/// </summary>
/// <param name="unit">Nanometres per unit of the file.</param>
/// <param name="rotation">Degrees counter-clockwise.</param>
internal readonly struct MacroPrimitives(double unit, double rotation)
{
    private readonly (double Sin, double Cos) turn = StandardShapes.Turn(rotation);

    /// <summary>Code 1.</summary>
    public Contour Circle(double diameter, double x, double y)
    {
        var centre = At(x, y);
        return Contour.Circle(centre, StandardShapes.Round(diameter * unit / 2));
    }

    /// <summary>Code 20 (and 2): a line of a width with square ends that stop at the end points. Null when it has no length.</summary>
    public Contour? VectorLine(double width, double startX, double startY, double endX, double endY)
    {
        var length = double.Hypot(endX - startX, endY - startY);
        if (length == 0) return null;
        double acrossX = -(endY - startY) / length * width / 2, acrossY = (endX - startX) / length * width / 2;
        return Contour.Polygon(
            At(startX - acrossX, startY - acrossY), At(endX - acrossX, endY - acrossY), At(endX + acrossX, endY + acrossY), At(startX + acrossX, startY + acrossY));
    }

    /// <summary>Codes 21 (by its centre) and 22 (by its lower left corner).</summary>
    public Contour Rectangle(double left, double bottom, double width, double height) =>
        Contour.Polygon(At(left, bottom), At(left + width, bottom), At(left + width, bottom + height), At(left, bottom + height));

    /// <summary>Code 4: corners as x and y in turn, the first not repeated. Null when fewer than three of them differ.</summary>
    public Contour? Outline(ReadOnlySpan<double> coordinates)
    {
        var points = new List<Point>(coordinates.Length / 2);
        for (var i = 0; i + 1 < coordinates.Length; i += 2)
        {
            var point = At(coordinates[i], coordinates[i + 1]);
            if (points.Count == 0 || points[^1] != point) points.Add(point);
        }
        while (points.Count > 1 && points[^1] == points[0]) points.RemoveAt(points.Count - 1);
        return points.Count < 3 ? null : Contour.Polygon(CollectionsMarshal.AsSpan(points));
    }

    /// <summary>Code 5.</summary>
    public Contour Polygon(int corners, double x, double y, double diameter)
    {
        var (sin, cos) = turn;
        return StandardShapes.RegularContour(((x * cos) - (y * sin)) * unit, ((x * sin) + (y * cos)) * unit, diameter * unit / 2, corners, rotation);
    }

    /// <summary>Code 6 (deprecated): rings around a point, each a contour with a cut to its inner circle, and a cross.</summary>
    public void Moire(double x, double y, double outer, double thickness, double gap, int rings, double crossThickness, double crossLength, ICollection<Contour> into)
    {
        for (var ring = 0; ring < rings; ring++)
        {
            var diameter = outer - (2 * ring * (thickness + gap));
            if (diameter <= 0) break;
            var inner = diameter - (2 * thickness);
            into.Add(inner > 0 ? Ring(x, y, diameter, inner) : Circle(diameter, x, y));
        }
        if (crossThickness <= 0 || crossLength <= 0) return;
        into.Add(Rectangle(x - (crossLength / 2), y - (crossThickness / 2), crossLength, crossThickness));
        into.Add(Rectangle(x - (crossThickness / 2), y - (crossLength / 2), crossThickness, crossLength));
    }

    /// <summary>Code 7: a ring cut by a cross of gaps, as its four quarters.</summary>
    public void Thermal(double x, double y, double outer, double inner, double gap, ICollection<Contour> into)
    {
        double half = gap / 2, outerRadius = outer / 2, innerRadius = Math.Max(inner / 2, 0);
        if (half * Math.Sqrt(2) >= outerRadius) return;
        var far = Math.Sqrt((outerRadius * outerRadius) - (half * half));
        var near = innerRadius > half * Math.Sqrt(2) ? Math.Sqrt((innerRadius * innerRadius) - (half * half)) : half;
        var centre = At(x, y);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var (sin, cos) = StandardShapes.Turn(90d * quarter);
            Point Corner(double alongX, double alongY, in MacroPrimitives self) => self.At(x + (alongX * cos) - (alongY * sin), y + (alongX * sin) + (alongY * cos));
            Point start = Corner(far, half, this), end = Corner(half, far, this), back = Corner(half, near, this), first = Corner(near, half, this);
            var edges = ImmutableArray.CreateBuilder<Edge>(4);
            edges.Add(Edge.Arc(start, end, centre, ArcDirection.CounterClockwise));
            edges.Add(Edge.Line(end, back));
            if (back != first) edges.Add(Edge.Arc(back, first, centre, ArcDirection.Clockwise));
            edges.Add(Edge.Line(first, start));
            if (start != end) into.Add(new Contour(edges.ToImmutable()));
        }
    }

    private Contour Ring(double x, double y, double outer, double inner)
    {
        var centre = At(x, y);
        Point start = new(centre.X + StandardShapes.Round(outer * unit / 2), centre.Y), cut = new(centre.X + StandardShapes.Round(inner * unit / 2), centre.Y);
        return new Contour([
            Edge.Arc(start, start, centre, ArcDirection.CounterClockwise),
            Edge.Line(start, cut),
            Edge.Arc(cut, cut, centre, ArcDirection.Clockwise),
            Edge.Line(cut, start),
        ]);
    }

    private Point At(double x, double y) =>
        new(StandardShapes.Round(((x * turn.Cos) - (y * turn.Sin)) * unit), StandardShapes.Round(((x * turn.Sin) + (y * turn.Cos)) * unit));
}

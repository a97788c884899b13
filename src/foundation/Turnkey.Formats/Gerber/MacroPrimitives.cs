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
    private static readonly Point Beyond = new(Point.Limit + 1, 0);

    private readonly (double Sin, double Cos) turn = StandardShapes.Turn(rotation);

    /// <summary>Code 1.</summary>
    public Contour Circle(double diameter, double x, double y)
    {
        var centre = At(x, y);
        var radius = StandardShapes.Round(Math.Min(diameter * unit / 2, Point.Limit));
        // Out of range as a whole, so that it is refused.
        return centre.IsInRange && centre.X + radius <= Point.Limit ? Contour.Circle(centre, radius) : Contour.Circle(Beyond, 0);
    }

    /// <summary>Code 20 (and 2): a line of a width with square ends that stop at the end points. Null when it has no length.</summary>
    public Contour? VectorLine(double width, double startX, double startY, double endX, double endY)
    {
        var length = double.Hypot(endX - startX, endY - startY);
        if (length == 0) return null;
        double acrossX = -(endY - startY) / length * width / 2, acrossY = (endX - startX) / length * width / 2;
        return Quadrangle(
            At(startX - acrossX, startY - acrossY), At(endX - acrossX, endY - acrossY), At(endX + acrossX, endY + acrossY), At(startX + acrossX, startY + acrossY));
    }

    /// <summary>Codes 21 (by its centre) and 22 (by its lower left corner).</summary>
    public Contour Rectangle(double left, double bottom, double width, double height) =>
        Quadrangle(At(left, bottom), At(left + width, bottom), At(left + width, bottom + height), At(left, bottom + height));

    /// <summary>Code 4: corners as x and y in turn, the last joined to the first. Null when fewer than three of them differ.</summary>
    public Contour? Outline(NumberList fields, int first, int count)
    {
        var contour = new ContourBuilder();
        Point start = At(fields[first], fields[first + 1]), corner = start;
        for (var i = first + 2; i + 1 < first + count; i += 2)
        {
            var next = At(fields[i], fields[i + 1]);
            if (next == corner) continue;
            contour.Add(Edge.Line(corner, next));
            corner = next;
        }
        if (corner != start) contour.Add(Edge.Line(corner, start));
        return contour.Count < 3 ? null : contour.ToContour();
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
            var edges = new ContourBuilder();
            edges.Add(Edge.Arc(start, end, centre, ArcDirection.CounterClockwise));
            edges.Add(Edge.Line(end, back));
            if (back != first) edges.Add(Edge.Arc(back, first, centre, ArcDirection.Clockwise));
            edges.Add(Edge.Line(first, start));
            if (start != end) into.Add(edges.ToContour());
        }
    }

    private static Contour Quadrangle(Point a, Point b, Point c, Point d)
    {
        var contour = new ContourBuilder();
        contour.Add(Edge.Line(a, b));
        contour.Add(Edge.Line(b, c));
        contour.Add(Edge.Line(c, d));
        contour.Add(Edge.Line(d, a));
        return contour.ToContour();
    }

    private Contour Ring(double x, double y, double outer, double inner)
    {
        var centre = At(x, y);
        Point start = StandardShapes.Within(centre.X + (outer * unit / 2), centre.Y), cut = StandardShapes.Within(centre.X + (inner * unit / 2), centre.Y);
        var ring = new ContourBuilder();
        ring.Add(Edge.Arc(start, start, centre, ArcDirection.CounterClockwise));
        ring.Add(Edge.Line(start, cut));
        ring.Add(Edge.Arc(cut, cut, centre, ArcDirection.Clockwise));
        ring.Add(Edge.Line(cut, start));
        return ring.ToContour();
    }

    private Point At(double x, double y) => StandardShapes.Within(((x * turn.Cos) - (y * turn.Sin)) * unit, ((x * turn.Sin) + (y * turn.Cos)) * unit);
}

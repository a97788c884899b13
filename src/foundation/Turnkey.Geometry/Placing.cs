namespace Turnkey.Geometry;

/// <summary>
/// How a shape is put on a layer: mirrored, then scaled, then rotated, then moved (the order of Gerber's LM, LS and LR and the flash).
/// Quarter turns are exact.
/// </summary>
/// <param name="Offset">Where the shape's origin goes.</param>
/// <param name="Rotation">Degrees counter-clockwise.</param>
/// <param name="MirrorX">Mirrors the x coordinate (about the y axis).</param>
/// <param name="MirrorY">Mirrors the y coordinate.</param>
/// <param name="Scale">Greater than 0.</param>
public readonly record struct Placing(Point Offset, double Rotation = 0, bool MirrorX = false, bool MirrorY = false, double Scale = 1)
{
    public static Placing Identity { get; } = new(Point.Origin);

    public bool Mirrors => MirrorX != MirrorY;

    public Point Apply(Point point)
    {
        double x = MirrorX ? -point.X : point.X, y = MirrorY ? -point.Y : point.Y;
        x *= Scale;
        y *= Scale;
        var turn = Rotation % 360;
        if (turn < 0) turn += 360;
        (x, y) = turn switch
        {
            0 => (x, y),
            90 => (-y, x),
            180 => (-x, -y),
            270 => (y, -x),
            _ => Turned(x, y, turn * Math.PI / 180),
        };
        return new Point(Offset.X + (long)Math.Round(x, MidpointRounding.AwayFromZero), Offset.Y + (long)Math.Round(y, MidpointRounding.AwayFromZero));
    }

    public Edge Apply(Edge edge)
    {
        if (!edge.IsArc) return Edge.Line(Apply(edge.Start), Apply(edge.End));
        var direction = Mirrors ? (ArcDirection)(-(int)edge.Direction) : edge.Direction;
        return Edge.Arc(Apply(edge.Start), Apply(edge.End), Apply(edge.Centre), direction);
    }

    private static (double X, double Y) Turned(double x, double y, double radians)
    {
        var (sin, cos) = Math.SinCos(radians);
        return ((x * cos) - (y * sin), (x * sin) + (y * cos));
    }
}

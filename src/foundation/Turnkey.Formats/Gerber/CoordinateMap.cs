using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// The deprecated image parameters that work on coordinate data only, not on apertures: mirror (MI), then scale (SF), each axis for itself.
/// </summary>
/// <param name="X">Factor of x, negative when mirrored.</param>
/// <param name="Y">Factor of y.</param>
internal readonly record struct CoordinateMap(double X, double Y)
{
    public static CoordinateMap Identity { get; } = new(1, 1);

    public bool IsIdentity => X == 1 && Y == 1;

    /// <summary>False when circles become ellipses, which nothing here can draw.</summary>
    public bool KeepsCircles => Math.Abs(X) == Math.Abs(Y);

    public Point Apply(Point point) => IsIdentity ? point : new Point(StandardShapes.Round(point.X * X), StandardShapes.Round(point.Y * Y));

    public Edge Apply(Edge edge)
    {
        if (IsIdentity) return edge;
        if (!edge.IsArc) return Edge.Line(Apply(edge.Start), Apply(edge.End));
        var direction = X * Y < 0 ? (ArcDirection)(-(int)edge.Direction) : edge.Direction;
        return Edge.Arc(Apply(edge.Start), Apply(edge.End), Apply(edge.Centre), direction);
    }
}

using Turnkey.Kernel;

namespace Turnkey.Geometry;

/// <summary>A place on the board, in integer nanometres; X to the right, Y up, seen from the top side.</summary>
/// <param name="X">Nanometres.</param>
/// <param name="Y">Nanometres.</param>
public readonly record struct Point(long X, long Y)
{
    /// <summary>Coordinates beyond ±2^30 nm (±1.07 m) of the origin are refused by readers: cross products of differences then fit in 2^63.</summary>
    public const long Limit = 1L << 30;

    public static Point Origin => default;

    public bool IsInRange => X is >= -Limit and <= Limit && Y is >= -Limit and <= Limit;

    public static Point At(Length x, Length y) => new(x.Nanometres, y.Nanometres);
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);
    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>Distance in nanometres.</summary>
    public static double Distance(Point a, Point b) => double.Hypot(a.X - b.X, a.Y - b.Y);

    /// <summary>Twice the signed area of the triangle a, b, c; positive when it turns left. Exact.</summary>
    public static Int128 Cross(Point a, Point b, Point c) => ((Int128)(b.X - a.X) * (c.Y - a.Y)) - ((Int128)(b.Y - a.Y) * (c.X - a.X));

    /// <summary>Spelled out, like the hash: the record's own go through a comparer for each field, several times as slow where points are compared by the million.</summary>
    public bool Equals(Point other) => X == other.X && Y == other.Y;

    public override int GetHashCode() => (int)((ulong)((X * -0x61C8864680B583EB) + (Y * -0x3D4D51C2D82B14B1)) >> 32);

    public override string ToString() => $"({Length.FromNanometres(X)}, {Length.FromNanometres(Y)})";
}

using Turnkey.Kernel;

namespace Turnkey.Geometry;

/// <summary>An axis-parallel rectangle in nanometres, edges included; <see cref="Empty"/> holds nothing and joins as the neutral element.</summary>
public readonly record struct Box(long Left, long Bottom, long Right, long Top)
{
    public static Box Empty { get; } = new(long.MaxValue, long.MaxValue, long.MinValue, long.MinValue);

    public bool IsEmpty => Left > Right || Bottom > Top;
    public Length Width => Length.FromNanometres(IsEmpty ? 0 : Right - Left);
    public Length Height => Length.FromNanometres(IsEmpty ? 0 : Top - Bottom);
    public Point Centre => IsEmpty ? Point.Origin : new((Left + Right) / 2, (Bottom + Top) / 2);

    /// <summary>In square nanometres.</summary>
    public Int128 Area => IsEmpty ? 0 : (Int128)(Right - Left) * (Top - Bottom);

    public static Box Around(Point centre, long halfWidth, long halfHeight) =>
        new(centre.X - halfWidth, centre.Y - halfHeight, centre.X + halfWidth, centre.Y + halfHeight);

    public static Box Of(IEnumerable<Point> points)
    {
        var box = Empty;
        foreach (var point in points) box = box.Join(point);
        return box;
    }

    public Box Join(Box other) =>
        new(Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom), Math.Max(Right, other.Right), Math.Max(Top, other.Top));

    public Box Join(Point point) => new(Math.Min(Left, point.X), Math.Min(Bottom, point.Y), Math.Max(Right, point.X), Math.Max(Top, point.Y));
    public Box Grow(long by) => IsEmpty ? this : new(Left - by, Bottom - by, Right + by, Top + by);
    public bool Contains(Point point) => point.X >= Left && point.X <= Right && point.Y >= Bottom && point.Y <= Top;
    public bool Contains(Box other) => !other.IsEmpty && other.Left >= Left && other.Right <= Right && other.Bottom >= Bottom && other.Top <= Top;
    public bool Overlaps(Box other) => !IsEmpty && !other.IsEmpty && Left <= other.Right && other.Left <= Right && Bottom <= other.Top && other.Bottom <= Top;
}

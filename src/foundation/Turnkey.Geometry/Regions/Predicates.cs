using System.Runtime.CompilerServices;

namespace Turnkey.Geometry.Regions;

/// <summary>
/// The three questions the overlay rests on, answered exactly. Coordinates are 32 bits, differences 33, so products need up to 67: where all differences
/// are below 2^30 (a board of a metre) 64 bits hold everything, else 128.
/// </summary>
internal static class Predicates
{
    private const long Small = 1L << 30;

    /// <summary>On which side of the line from <paramref name="a"/> to <paramref name="b"/> the point lies: 1 left, 0 on it, -1 right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Side(GridPoint a, GridPoint b, GridPoint at)
    {
        long dx = (long)b.X - a.X, dy = (long)b.Y - a.Y, ex = (long)at.X - a.X, ey = (long)at.Y - a.Y;
        return AreSmall(dx, dy, ex, ey) ? Math.Sign((dx * ey) - (dy * ex)) : Int128.Sign(((Int128)dx * ey) - ((Int128)dy * ex));
    }

    /// <summary>
    /// True when the segment meets the pixel around a grid point: the square of one nanometre, its left and lower sides included, the others not.
    /// </summary>
    /// <param name="a">The end with the smaller x, of equal ones the lower.</param>
    /// <param name="b">The other end.</param>
    /// <param name="pixel">Its centre.</param>
    public static bool Meets(GridPoint a, GridPoint b, GridPoint pixel)
    {
        // All corners are whole numbers, so a pixel that the segment's box reaches has its centre in the box; and where the line meets such a pixel, the segment does.
        if (pixel.X < a.X || pixel.X > b.X || pixel.Y < Math.Min(a.Y, b.Y) || pixel.Y > Math.Max(a.Y, b.Y)) return false;
        long dx = (long)b.X - a.X, dy = (long)b.Y - a.Y, ex = (long)pixel.X - a.X, ey = (long)pixel.Y - a.Y;
        // The cross product at the pixel's corners is that at its centre, give or take half of |dx| + |dy| at the two outermost.
        // A falling line may touch the lower left corner, which belongs to the pixel; a rising one touches corners that do not.
        var reach = dx + Math.Abs(dy);
        if (AreSmall(dx, dy, ex, ey))
        {
            var twice = 2 * ((dx * ey) - (dy * ex));
            return twice == 0 || (twice > -reach && twice < reach) || (twice == reach && dy < 0);
        }
        var wide = 2 * (((Int128)dx * ey) - ((Int128)dy * ex));
        return wide == 0 || (wide > -reach && wide < reach) || (wide == reach && dy < 0);
    }

    /// <summary>The grid point whose pixel holds the place where two segments cross, each having the other's ends strictly on its two sides.</summary>
    public static GridPoint Crossing(GridPoint a, GridPoint b, GridPoint c, GridPoint d)
    {
        long dx = (long)b.X - a.X, dy = (long)b.Y - a.Y, ex = (long)d.X - c.X, ey = (long)d.Y - c.Y;
        long fx = (long)c.X - a.X, fy = (long)c.Y - a.Y;
        var (along, whole) = AreSmall(dx, dy, ex, ey) && AreSmall(fx, fy, 0, 0)
            ? ((fx * ey) - (fy * ex), (dx * ey) - (dy * ex))
            : (((Int128)fx * ey) - ((Int128)fy * ex), ((Int128)dx * ey) - ((Int128)dy * ex));
        if (whole < 0) (along, whole) = (-along, -whole);
        return new GridPoint((int)(a.X + Part(dx, along, whole)), (int)(a.Y + Part(dy, along, whole)));
    }

    /// <summary>length · along / whole, rounded to the nearest, halves up, as pixels include their lower side.</summary>
    private static long Part(long length, Int128 along, Int128 whole)
    {
        // In double the quotient is off by less than 2^33 · 2^-51; only very near to a half that matters.
        var near = length * ((double)along / (double)whole);
        var floor = Math.Floor(near);
        if (Math.Abs(near - floor - 0.5) > 1e-4) return (long)floor + (near - floor > 0.5 ? 1 : 0);
        var (dividend, divisor) = ((2 * length * along) + whole, 2 * whole);
        var quotient = dividend / divisor;
        return (long)(dividend < 0 && quotient * divisor != dividend ? quotient - 1 : quotient);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSmall(long a, long b, long c, long d) =>
        (((ulong)(a + Small) | (ulong)(b + Small) | (ulong)(c + Small) | (ulong)(d + Small)) >> 31) == 0;
}

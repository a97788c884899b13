using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Dfx.Assembling.Mounted;

/// <summary>Where a part lies: what is measured from its place, seen from its own side and turned back by the angle of its centroid file.</summary>
/// <param name="Origin">Its place in the file.</param>
/// <param name="Degrees">Counter-clockwise, seen from its own side.</param>
/// <param name="IsMirrored">True for parts on the bottom.</param>
internal readonly record struct PartFrame(Point Origin, double Degrees, bool IsMirrored)
{
    /// <param name="side">Of the part.</param>
    /// <param name="degrees">As its file has it.</param>
    /// <param name="origin">Its place.</param>
    /// <param name="sense">1 when the file counts angles of the bottom as seen from there, -1 when as seen from the top.</param>
    public static PartFrame Of(Side side, double degrees, Point origin, int sense) => new(origin, side == Side.Bottom ? sense * degrees : degrees, side == Side.Bottom);

    /// <summary>In nanometres.</summary>
    public Offset ToLocal(Point at)
    {
        double x = at.X - Origin.X, y = at.Y - Origin.Y;
        return new Offset(IsMirrored ? -x : x, y).Turned(-Degrees);
    }

    public Point ToBoard(Offset local)
    {
        var turned = local.Turned(Degrees);
        return new Point(Origin.X + (long)Math.Round(IsMirrored ? -turned.X : turned.X), Origin.Y + (long)Math.Round(turned.Y));
    }
}

/// <summary>From a part's place, in nanometres.</summary>
internal readonly record struct Offset(double X, double Y)
{
    public double Size => double.Hypot(X, Y);

    /// <summary>Counter-clockwise from x, 0 ≤ … &lt; 360.</summary>
    public double Degrees => Angles.Within(Math.Atan2(Y, X) * 180 / Math.PI, 360);

    public static Offset operator +(Offset a, Offset b) => new(a.X + b.X, a.Y + b.Y);
    public static Offset operator -(Offset a, Offset b) => new(a.X - b.X, a.Y - b.Y);

    public Offset Times(double by) => new(X * by, Y * by);

    /// <summary>Quarter turns are exact.</summary>
    public Offset Turned(double degrees)
    {
        switch (Angles.Within(degrees, 360))
        {
            case 0: return this;
            case 90: return new Offset(-Y, X);
            case 180: return new Offset(-X, -Y);
            case 270: return new Offset(Y, -X);
        }
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new Offset((X * cos) - (Y * sin), (X * sin) + (Y * cos));
    }
}

/// <summary>Angles in degrees.</summary>
internal static class Angles
{
    /// <summary>0 ≤ … &lt; <paramref name="period"/>.</summary>
    public static double Within(double degrees, double period)
    {
        var rest = degrees % period;
        return rest < 0 ? rest + period : rest;
    }

    /// <summary>How far apart two directions are that repeat after <paramref name="period"/>.</summary>
    public static double Between(double a, double b, double period)
    {
        var rest = Within(a - b, period);
        return Math.Min(rest, period - rest);
    }
}

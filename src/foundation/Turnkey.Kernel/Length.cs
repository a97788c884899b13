using System.Globalization;

namespace Turnkey.Kernel;

/// <summary>A length, exact to the nanometre. Ranges over ±9.2 million kilometres; arithmetic is checked.</summary>
public readonly record struct Length : IComparable<Length>
{
    private const long NanometresPerInch = 25_400_000;

    private Length(long nanometres) => Nanometres = nanometres;

    public static Length Zero => default;

    public long Nanometres { get; }

    /// <summary>The length in millimetres, for output only: the exact value is <see cref="Nanometres"/>.</summary>
    public double Millimetres => Nanometres / 1e6;

    public static Length FromNanometres(long value) => new(value);

    /// <summary>Rounds half away from zero to the nanometre.</summary>
    /// <exception cref="OverflowException"><paramref name="value"/> is not finite or out of range.</exception>
    public static Length FromMillimetres(double value) => new(Round(value * 1e6));

    /// <summary>Rounds half away from zero to the nanometre.</summary>
    /// <exception cref="OverflowException"><paramref name="value"/> is not finite or out of range.</exception>
    public static Length FromInches(double value) => new(Round(value * NanometresPerInch));

    /// <summary>A mil (thou) is a thousandth of an inch, 25.4 µm. Rounds half away from zero to the nanometre.</summary>
    /// <exception cref="OverflowException"><paramref name="value"/> is not finite or out of range.</exception>
    public static Length FromMils(double value) => new(Round(value * (NanometresPerInch / 1000)));

    public static Length operator +(Length a, Length b) => new(checked(a.Nanometres + b.Nanometres));
    public static Length operator -(Length a, Length b) => new(checked(a.Nanometres - b.Nanometres));
    public static Length operator -(Length a) => new(checked(-a.Nanometres));
    public static Length operator *(Length a, long factor) => new(checked(a.Nanometres * factor));

    /// <summary>Divides towards zero, to the nanometre.</summary>
    public static Length operator /(Length a, long divisor) => new(a.Nanometres / divisor);
    public static bool operator <(Length a, Length b) => a.Nanometres < b.Nanometres;
    public static bool operator >(Length a, Length b) => a.Nanometres > b.Nanometres;
    public static bool operator <=(Length a, Length b) => a.Nanometres <= b.Nanometres;
    public static bool operator >=(Length a, Length b) => a.Nanometres >= b.Nanometres;

    public static Length Min(Length a, Length b) => a <= b ? a : b;
    public static Length Max(Length a, Length b) => a >= b ? a : b;
    public Length Abs() => new(Math.Abs(Nanometres));

    public int CompareTo(Length other) => Nanometres.CompareTo(other.Nanometres);

    /// <summary>Millimetres with up to six decimals, as <c>0.254 mm</c>.</summary>
    public override string ToString() => (Nanometres / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture) + " mm";

    private static long Round(double nanometres)
    {
        var rounded = Math.Round(nanometres, MidpointRounding.AwayFromZero);
        return rounded is >= -9.2e18 and <= 9.2e18 ? (long)rounded : throw new OverflowException($"{nanometres} nm is no length");
    }
}

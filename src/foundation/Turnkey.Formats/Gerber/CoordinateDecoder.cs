namespace Turnkey.Formats.Gerber;

/// <summary>Turns the digits of coordinates into nanometres, rounding once and half away from zero: a 2.6 inch step is 25.4 nm.</summary>
internal sealed class CoordinateDecoder
{
    /// <summary>No coordinate leaves the decoder beyond this (±1 km), so that sums of them cannot overflow.</summary>
    public const long Most = 1_000_000_000_000;

    /// <summary>Up to here a product with 25.4 million is exact in 63 bits.</summary>
    private const long MantissaLimit = 100_000_000_000;

    private readonly long numerator;
    private readonly long denominator;
    private readonly int totalDigits;
    private readonly bool trailing;
    private readonly long unit;

    /// <param name="unit">Nanometres per unit of the file.</param>
    public CoordinateDecoder(int integerDigits, int decimalDigits, bool trailingZerosOmitted, long unit)
    {
        this.unit = unit;
        trailing = trailingZerosOmitted;
        totalDigits = integerDigits + decimalDigits;
        var power = PowerOfTen(decimalDigits);
        var common = Gcd(unit, power);
        numerator = unit / common;
        denominator = power / common;
    }

    /// <summary>The least step the file can say, in nanometres.</summary>
    public double Step => (double)numerator / denominator;

    public long ToNanometres(in GerberNumber number)
    {
        var (mantissa, up, down) = (number.Mantissa, numerator, denominator);
        if (number.Fraction >= 0)
        {
            // An explicit decimal point is against the format, yet leaves no doubt.
            (up, down) = (unit, PowerOfTen(number.Fraction));
        }
        else if (trailing)
        {
            for (var i = number.Digits; i < totalDigits && mantissa < MantissaLimit; i++) mantissa *= 10;
        }
        // Most formats step in whole nanometres, and a division takes as long as reading the number.
        if (down == 1 && mantissa <= MantissaLimit)
        {
            var whole = Math.Min(mantissa * up, Most);
            return number.Negative ? -whole : whole;
        }
        var nanometres = mantissa > MantissaLimit
            ? (long)Math.Min(Math.Round((double)mantissa * up / down, MidpointRounding.AwayFromZero), Most)
            : Math.Min(((mantissa * up) + (down / 2)) / down, Most);
        return number.Negative ? -nanometres : nanometres;
    }

    private static long PowerOfTen(int exponent)
    {
        long power = 1;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }

    private static long Gcd(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace Turnkey.Sourcing.Risk;

/// <summary>
/// Exponential, logarithm and normal distribution by IEEE 754 additions, multiplications, divisions and square roots alone: those give the same bits on every
/// machine, the run-time library's functions do not. Errors are a few units in the last place, far below anything a simulation shows.
/// </summary>
internal static class PortableMath
{
    private const double Log2High = 6.93147180369123816490e-01;
    private const double Log2Low = 1.90821492927058770002e-10;
    private const double PerLog2 = 1.44269504088896338700;

    /// <summary>For arguments within ±700; beyond, the nearest of them.</summary>
    public static double Exp(double x)
    {
        x = Math.Clamp(x, -700.0, 700.0);
        var scaled = (x * PerLog2) + 0.5;
        var k = (int)scaled;
        if (k > scaled) k--;
        var r = x - (k * Log2High) - (k * Log2Low);
        // The series to the 13th power: below 1e-17 of the result for |r| up to log(2)/2. Two halves so that they can be worked on at once.
        var r2 = r * r;
        var r4 = r2 * r2;
        var a = 1.0 + r + (r2 * (0.5 + (r * (1.0 / 6))));
        var b = (1.0 / 24) + (r * (1.0 / 120)) + (r2 * ((1.0 / 720) + (r * (1.0 / 5040))));
        var c = (1.0 / 40320) + (r * (1.0 / 362880)) + (r2 * ((1.0 / 3628800) + (r * (1.0 / 39916800))));
        var d = (1.0 / 479001600) + (r * (1.0 / 6227020800));
        var value = a + (r4 * (b + (r4 * (c + (r4 * d)))));
        return value * BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
    }

    /// <summary>For normal numbers above zero.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var k = (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            k++;
        }
        // log m = 2 atanh s with |s| below 0.172: eleven terms.
        var s = (m - 1.0) / (m + 1.0);
        var s2 = s * s;
        var sum = 1.0 / 21;
        for (var n = 19; n >= 1; n -= 2) sum = (sum * s2) + (1.0 / n);
        return (k * Log2High) + ((2.0 * s * sum) + (k * Log2Low));
    }

    /// <summary>The normal distribution's quantile for 0 &lt; p &lt; 1: M. J. Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988); error about 1e-16.</summary>
    public static double NormalQuantile(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - (q * q);
            return q * (((((((((((((2509.0809287301226727 * r) + 33430.575583588128105) * r) + 67265.770927008700853) * r) + 45921.953931549871457) * r) + 13731.693765509461125) * r)
                    + 1971.5909503065514427) * r + 133.14166789178437745) * r) + 3.387132872796366608)
                / (((((((((((((5226.495278852545925 * r) + 28729.085735721942674) * r) + 39307.89580009271061) * r) + 21213.794301586595867) * r) + 5394.1960214247511077) * r)
                    + 687.1870074920579083) * r + 42.313330701600911252) * r) + 1.0);
        }
        var tail = Math.Sqrt(-Log(q < 0 ? p : 1.0 - p));
        double value;
        if (tail <= 5.0)
        {
            var r = tail - 1.6;
            value = ((((((((((((((7.7454501427834140764e-4 * r) + 0.0227238449892691845833) * r) + 0.24178072517745061177) * r) + 1.27045825245236838258) * r)
                    + 3.64784832476320460504) * r) + 5.7694972214606914055) * r) + 4.6303378461565452959) * r) + 1.42343711074968357734)
                / ((((((((((((((1.05075007164441684324e-9 * r) + 5.475938084995344946e-4) * r) + 0.0151986665636164571966) * r) + 0.14810397642748007459) * r)
                    + 0.68976733498510000455) * r) + 1.6763848301838038494) * r) + 2.05319162663775882187) * r) + 1.0);
        }
        else
        {
            var r = tail - 5.0;
            value = ((((((((((((((2.01033439929228813265e-7 * r) + 2.71155556874348757815e-5) * r) + 0.0012426609473880784386) * r) + 0.026532189526576123093) * r)
                    + 0.29656057182850489123) * r) + 1.7848265399172913358) * r) + 5.4637849111641143699) * r) + 6.6579046435011037772)
                / ((((((((((((((2.04426310338993978564e-15 * r) + 1.4215117583164458887e-7) * r) + 1.8463183175100546818e-5) * r) + 7.868691311456132591e-4) * r)
                    + 0.0148753612908506148525) * r) + 0.13692988092273580531) * r) + 0.59983220655588793769) * r) + 1.0);
        }
        return q < 0 ? -value : value;
    }

    /// <summary>The normal distribution: J. F. Hart's rational approximation as given by G. West, Better approximations to cumulative normal functions (2005); error about 1e-15.</summary>
    public static double NormalCdf(double x)
    {
        var z = Math.Abs(x);
        if (z > 37.0) return x > 0 ? 1.0 : 0.0;
        var e = Exp(-z * z / 2.0);
        double tail;
        if (z < 7.07106781186547)
        {
            var above = (((((((((((3.52624965998911e-2 * z) + 0.700383064443688) * z) + 6.37396220353165) * z) + 33.912866078383) * z) + 112.079291497871) * z) + 221.213596169931) * z) + 220.206867912376;
            var below = (((((((((((((8.83883476483184e-2 * z) + 1.75566716318264) * z) + 16.064177579207) * z) + 86.7807322029461) * z) + 296.564248779674) * z) + 637.333633378831) * z) + 793.826512519948) * z) + 440.413735824752;
            tail = e * above / below;
        }
        else
        {
            tail = e / ((z + (1.0 / (z + (2.0 / (z + (3.0 / (z + (4.0 / (z + 0.65)))))))))) / 2.506628274631;
        }
        return x > 0 ? 1.0 - tail : tail;
    }

    /// <summary><see cref="NormalQuantile"/> of every value, in place and to the same bits: the middle of the distribution in vectors, the tails one by one.</summary>
    public static void NormalQuantiles(Span<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        var (half, middle) = (new Vector<double>(0.5), new Vector<double>(0.425));
        for (var i = 0; i < vectors.Length; i++)
        {
            var q = vectors[i] - half;
            var r = new Vector<double>(0.180625) - (q * q);
            var above = (((((((((((((r * 2509.0809287301226727) + V(33430.575583588128105)) * r) + V(67265.770927008700853)) * r) + V(45921.953931549871457)) * r) + V(13731.693765509461125)) * r)
                + V(1971.5909503065514427)) * r) + V(133.14166789178437745)) * r) + V(3.387132872796366608);
            var below = (((((((((((((r * 5226.495278852545925) + V(28729.085735721942674)) * r) + V(39307.89580009271061)) * r) + V(21213.794301586595867)) * r) + V(5394.1960214247511077)) * r)
                + V(687.1870074920579083)) * r) + V(42.313330701600911252)) * r) + Vector<double>.One;
            var quantile = q * above / below;
            if (Vector.LessThanOrEqualAll(Vector.Abs(q), middle))
            {
                vectors[i] = quantile;
                continue;
            }
            for (var k = i * Vector<double>.Count; k < (i + 1) * Vector<double>.Count; k++)
            {
                values[k] = Math.Abs(values[k] - 0.5) <= 0.425 ? quantile[k - (i * Vector<double>.Count)] : NormalQuantile(values[k]);
            }
        }
        for (var k = vectors.Length * Vector<double>.Count; k < values.Length; k++) values[k] = NormalQuantile(values[k]);
    }

    /// <summary><see cref="Exp"/> of every value, in place and to the same bits.</summary>
    public static void Exps(Span<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        for (var i = 0; i < vectors.Length; i++)
        {
            var x = Vector.Min(Vector.Max(vectors[i], V(-700.0)), V(700.0));
            var k = Vector.Floor((x * PerLog2) + V(0.5));
            var r = x - (k * Log2High) - (k * Log2Low);
            var r2 = r * r;
            var r4 = r2 * r2;
            var a = Vector<double>.One + r + (r2 * (V(0.5) + (r * (1.0 / 6))));
            var b = V(1.0 / 24) + (r * (1.0 / 120)) + (r2 * (V(1.0 / 720) + (r * (1.0 / 5040))));
            var c = V(1.0 / 40320) + (r * (1.0 / 362880)) + (r2 * (V(1.0 / 3628800) + (r * (1.0 / 39916800))));
            var d = V(1.0 / 479001600) + (r * (1.0 / 6227020800));
            // A whole number in the lowest bits of a double beside 2^52 + 2^51 is that number as an integer.
            var exponent = Vector.ShiftLeft(Vector.AsVectorInt64(k + V(6755399441055744.0 + 1023.0)), 52);
            vectors[i] = (a + (r4 * (b + (r4 * (c + (r4 * d)))))) * Vector.AsVectorDouble(exponent);
        }
        for (var k = vectors.Length * Vector<double>.Count; k < values.Length; k++) values[k] = Exp(values[k]);
    }

    private static Vector<double> V(double value) => new(value);
}

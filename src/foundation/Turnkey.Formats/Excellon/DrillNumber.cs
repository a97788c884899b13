namespace Turnkey.Formats.Excellon;

/// <summary>A number as the file has it: its digits, its sign, its point. What length it means depends on the <see cref="DrillFormat"/>.</summary>
/// <param name="Magnitude">All digits read as an integer, the point ignored.</param>
/// <param name="Negative">It has a minus sign.</param>
/// <param name="Digits">How many digits were written, zeros included; 0 when there is no number.</param>
/// <param name="Decimals">How many of them follow the point; -1 without a point.</param>
internal readonly record struct DrillNumber(long Magnitude, bool Negative, byte Digits, sbyte Decimals)
{
    /// <summary>Lengths beyond ±2^36 nm (68 m) are cut there: far out of any board, and sums of them still fit.</summary>
    private const long Most = 1L << 36;

    public static DrillNumber None { get; } = new(0, false, 0, -1);

    public bool IsPresent => Digits > 0;
    public bool HasPoint => Decimals >= 0;
    public int Sign => Negative ? -1 : 1;

    /// <summary>The number with its point, or as an integer without one.</summary>
    public double Value => Sign * Magnitude / Math.Pow(10, Math.Max(0, (int)Decimals));

    /// <summary>As a coordinate in nanometres, rounded once, half away from zero.</summary>
    public long ToNanometres(DrillFormat format, DrillUnit unit)
    {
        int decimals = HasPoint ? Decimals : format.Zeros == ZeroSuppression.Trailing ? Digits - format.IntegerDigits : format.DecimalDigits;
        return Scale(decimals, unit);
    }

    /// <summary>As a tool size in nanometres: sizes without a point are whole units.</summary>
    public long ToNanometres(DrillUnit unit) => Scale(Math.Max(0, (int)Decimals), unit);

    /// <summary>Reads a number at <paramref name="at"/> and moves it behind; <see cref="None"/> when there is none or it has more than 18 digits.</summary>
    public static DrillNumber Read(ReadOnlySpan<char> text, ref int at)
    {
        var i = at;
        while (i < text.Length && text[i] == ' ') i++;
        var negative = false;
        if (i < text.Length && text[i] is ('+' or '-')) negative = text[i++] == '-';
        long magnitude = 0;
        int digits = 0, decimals = -1;
        for (; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '.' && decimals < 0)
            {
                decimals = 0;
                continue;
            }
            if (!char.IsAsciiDigit(letter)) break;
            if (digits < 18)
            {
                magnitude = (magnitude * 10) + (letter - '0');
                if (decimals >= 0) decimals++;
            }
            digits++;
        }
        if (digits == 0) return None;
        at = i;
        return digits > 18 ? None : new DrillNumber(magnitude, negative, (byte)digits, (sbyte)decimals);
    }

    private long Scale(int decimals, DrillUnit unit)
    {
        Int128 scaled = (Int128)Magnitude * PerUnit(unit);
        if (decimals >= 0)
        {
            var divisor = PowerOfTen(decimals);
            scaled = (scaled + (divisor / 2)) / divisor;
        }
        else
        {
            scaled *= PowerOfTen(-decimals);
        }
        return Sign * (long)Int128.Min(scaled, Most);
    }

    private static long PerUnit(DrillUnit unit) => unit switch
    {
        DrillUnit.Millimetre => 1_000_000,
        DrillUnit.Inch => 25_400_000,
        DrillUnit.Mil => 25_400,
        _ => 1_000,
    };

    private static Int128 PowerOfTen(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }
}

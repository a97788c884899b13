namespace Turnkey.Formats.Excellon;

/// <summary>What files say about a drill format, each part perhaps missing; later words win over earlier ones of the same origin.</summary>
internal sealed record FormatStatement
{
    public static FormatStatement Nothing { get; } = new();

    public DrillUnit? Unit { get; init; }
    public FormatOrigin UnitFrom { get; init; }
    public (int Integer, int Decimal)? Digits { get; init; }
    public FormatOrigin DigitsFrom { get; init; }
    public ZeroSuppression? Zeros { get; init; }
    public FormatOrigin ZerosFrom { get; init; }

    /// <summary>Coordinates carry their point; a number without one is whole units.</summary>
    public bool Decimal { get; init; }

    public bool IsEmpty => Unit is null && Digits is null && Zeros is null;

    public FormatStatement WithUnit(DrillUnit unit, FormatOrigin from) => this with { Unit = unit, UnitFrom = from };
    public FormatStatement WithDigits(int integer, int decimals, FormatOrigin from) => this with { Digits = (integer, decimals), DigitsFrom = from };
    public FormatStatement WithZeros(ZeroSuppression zeros, FormatOrigin from) => this with { Zeros = zeros, ZerosFrom = from };

    /// <summary>Keeps what is said here and takes the rest from <paramref name="other"/>.</summary>
    public FormatStatement OrElse(FormatStatement other)
    {
        var joined = this;
        if (joined.Unit is null && other.Unit is { } unit) joined = joined.WithUnit(unit, other.UnitFrom);
        if (joined.Digits is null && other.Digits is { } digits) joined = joined.WithDigits(digits.Integer, digits.Decimal, other.DigitsFrom);
        if (joined.Zeros is null && other.Zeros is { } zeros) joined = joined.WithZeros(zeros, other.ZerosFrom);
        return joined;
    }
}

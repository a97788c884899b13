namespace Turnkey.Formats.Excellon;

/// <summary>How the coordinates of a file are written, counted over all of them: what the digits themselves betray about the format.</summary>
internal sealed class DigitCensus
{
    public int WithPoint { get; private set; }
    public int WithoutPoint { get; private set; }
    public int StartingWithZero { get; private set; }
    public int EndingWithZero { get; private set; }
    public int FewestDigits { get; private set; } = int.MaxValue;
    public int MostDigits { get; private set; }

    /// <summary>Behind the point, of the numbers that have one.</summary>
    public int MostDecimals { get; private set; }

    /// <summary>Coordinates carry their point throughout, or nearly: some tools drop it from whole numbers.</summary>
    public bool IsDecimal => WithPoint > WithoutPoint;

    /// <summary>All numbers have the same length, long enough that no zeros can be missing.</summary>
    public bool IsFullLength => WithoutPoint > 0 && FewestDigits == MostDigits && MostDigits >= 5 && (StartingWithZero > 0 || WithoutPoint > 20);

    public void Count(DrillNumber number)
    {
        if (!number.IsPresent) return;
        if (number.HasPoint)
        {
            WithPoint++;
            MostDecimals = Math.Max(MostDecimals, number.Decimals);
            return;
        }
        WithoutPoint++;
        // A plain 0 says nothing: it is written so whichever zeros are left out.
        if (number.Magnitude == 0 && number.Digits == 1) return;
        FewestDigits = Math.Min(FewestDigits, number.Digits);
        MostDigits = Math.Max(MostDigits, number.Digits);
        if (number.Magnitude < PowerOfTen(number.Digits - 1)) StartingWithZero++;
        if (number.Magnitude % 10 == 0) EndingWithZero++;
    }

    /// <summary>
    /// Fills what nobody stated with what the digits betray and, failing that, with what CAD tools usually write:
    /// 2.4 for inches, 3.3 for millimetres, 3.5 for eight full digits (Allegro, DesignSpark), leading zeros kept (Excellon's default).
    /// </summary>
    public DrillFormat Complete(FormatStatement stated, DrillUnit assumedUnit)
    {
        var unit = stated.Unit ?? assumedUnit;
        var zeros = stated.Zeros ?? AssumedZeros;
        if (IsDecimal && (stated.Digits is null || WithoutPoint == 0))
        {
            return new DrillFormat(unit, 6, 0, ZeroSuppression.Leading) { HasPoints = true, UnitFrom = stated.UnitFrom };
        }
        var (integer, decimals) = stated.Digits ?? AssumedDigits(unit, zeros);
        return new DrillFormat(unit, integer, decimals, zeros) { UnitFrom = stated.UnitFrom, DigitsFrom = stated.DigitsFrom, ZerosFrom = stated.ZerosFrom };
    }

    private ZeroSuppression AssumedZeros => this switch
    {
        { IsFullLength: true } => ZeroSuppression.None,
        { StartingWithZero: > 0, EndingWithZero: 0 } => ZeroSuppression.Trailing,
        { StartingWithZero: 0, EndingWithZero: > 0 } => ZeroSuppression.Leading,
        _ => ZeroSuppression.Trailing,
    };

    private (int Integer, int Decimal) AssumedDigits(DrillUnit unit, ZeroSuppression zeros)
    {
        var usual = unit == DrillUnit.Inch ? (Integer: 2, Decimal: 4) : (Integer: 3, Decimal: 3);
        if (zeros == ZeroSuppression.Leading || MostDigits <= 6) return usual;
        // More digits than usual: 3.5 is what the tools write that use eight; metric keeps its three integer digits or takes four.
        return MostDigits switch
        {
            7 => unit == DrillUnit.Inch ? (2, 5) : (4, 3),
            8 => unit == DrillUnit.Inch ? (3, 5) : (4, 4),
            _ => (usual.Integer, MostDigits - usual.Integer),
        };
    }

    private static long PowerOfTen(int exponent)
    {
        long power = 1;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }
}

namespace Turnkey.Formats.Excellon;

/// <summary>The formats a drill file could be in, seen from how its numbers are written; those nearest to what it states first.</summary>
internal static class DrillFormatCandidates
{
    public static IEnumerable<DrillFormat> Of(ExcellonProgram program)
    {
        var stated = program.StatedFormat;
        DrillUnit[] units = stated.Unit == DrillUnit.Inch ? [DrillUnit.Inch, DrillUnit.Millimetre] : [DrillUnit.Millimetre, DrillUnit.Inch];
        foreach (var unit in units)
        {
            var tools = ToolSizes.Unlike(unit, program.Tools);
            if (program.Census.WithoutPoint == 0 || program.Census.IsDecimal)
            {
                if (unit != stated.Unit) yield return stated with { Unit = unit, ToolUnit = tools, UnitFrom = FormatOrigin.Registration };
                continue;
            }
            foreach (var (integer, decimals, zeros) in Digits(program.Census, stated.Zeros))
            {
                yield return new DrillFormat(unit, integer, decimals, zeros)
                {
                    ToolUnit = tools,
                    UnitFrom = FormatOrigin.Registration,
                    DigitsFrom = FormatOrigin.Registration,
                    ZerosFrom = FormatOrigin.Registration,
                };
            }
        }
    }

    private static IEnumerable<(int Integer, int Decimal, ZeroSuppression Zeros)> Digits(DigitCensus census, ZeroSuppression stated)
    {
        var most = Math.Min(census.MostDigits, 12);
        var oneLength = census.FewestDigits == census.MostDigits;
        // Numbers of one length read the same whichever zeros are missing.
        ZeroSuppression[] kinds = oneLength ? [ZeroSuppression.None]
            : stated == ZeroSuppression.Trailing ? [ZeroSuppression.Trailing, ZeroSuppression.Leading] : [ZeroSuppression.Leading, ZeroSuppression.Trailing];
        foreach (var zeros in kinds)
        {
            if (zeros == ZeroSuppression.Trailing)
            {
                foreach (var integer in new[] { 2, 3, 4, 1 }) yield return (integer, Math.Max(most - integer, 0), zeros);
            }
            else
            {
                foreach (var decimals in new[] { 4, 3, 5, 2, 6, 0, 1 }) yield return (Math.Max(most - decimals, 1), decimals, zeros);
            }
        }
    }
}

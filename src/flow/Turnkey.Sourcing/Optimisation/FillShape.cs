namespace Turnkey.Sourcing.Optimisation;

/// <summary>Quantities of one segment within a <see cref="FillShape"/>.</summary>
/// <param name="Segment">Index among the line's.</param>
/// <param name="Wanted">Place of its supplier among the wanted ones; -1 where it is none.</param>
/// <param name="Low">Least quantity.</param>
/// <param name="High">Largest quantity.</param>
/// <param name="Multiple">Step.</param>
/// <param name="UnitPrice">Counts towards the minimum.</param>
/// <param name="Rate">Cost of a piece after rebates.</param>
internal readonly record struct FillRange(int Segment, int Wanted, long Low, long High, long Multiple, long UnitPrice, double Rate)
{
    public double Count => High < Low ? 0 : ((High - Low) / Multiple) + 1;

    public double Cheapest => Math.Min(Rate * Low, Rate * High);
}

/// <summary>
/// Ways to cover a line that buy from the same segments: every quantity of each that together cover the demand. Suppliers whose minimum could be missed come
/// first; the last one takes what the others leave where its supplier is none of them.
/// </summary>
/// <param name="Ranges">Empty where <paramref name="Fixed"/> is the only way.</param>
/// <param name="Base">What they cost above the line's least beside what the pieces cost.</param>
/// <param name="Fixed">A way that brings no wanted supplier anything.</param>
internal sealed record FillShape(FillRange[] Ranges, double Base, Option? Fixed)
{
    /// <summary>How many ways there are, at most.</summary>
    public double Count => Ranges.Aggregate(1.0, (product, range) => range.Wanted < 0 ? product : product * range.Count);

    /// <summary>Of pieces that the ranges from a place on hold: all of their least quantities, all of their largest, and what the least of them cost.</summary>
    public (long Low, long High, double Cost, double Rate) Rest(int from)
    {
        var (low, high, cost, rate) = (0L, 0L, 0.0, double.PositiveInfinity);
        for (var i = from; i < Ranges.Length; i++)
        {
            low += Ranges[i].Low;
            high += Ranges[i].High;
            cost += Ranges[i].Cheapest;
            rate = Math.Min(rate, Math.Max(0, Ranges[i].Rate));
        }
        return (low, high, cost, double.IsPositiveInfinity(rate) ? 0 : rate);
    }
}

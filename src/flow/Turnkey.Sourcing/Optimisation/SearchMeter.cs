namespace Turnkey.Sourcing.Optimisation;

/// <summary>Counts the steps of a search, so that it ends after the same work on every machine, and says how near a bound must come to end it before.</summary>
/// <param name="effort">What may be spent.</param>
/// <param name="grain">All costs are multiples of this.</param>
internal sealed class SearchMeter(SearchEffort effort, long grain)
{
    public long Spent { get; private set; }

    public bool IsSpent => Spent >= effort.Steps;

    public void Spend(long steps) => Spent += steps;

    /// <summary>Steps that are a part of all that may be spent.</summary>
    public long Share(double part) => (long)(effort.Steps * part);

    /// <summary>What a plan may cost above a bound and yet not be searched on: less than one grain, and after some work a little.</summary>
    /// <param name="cost">Of the plan; <see cref="long.MaxValue"/> when there is none yet.</param>
    /// <param name="part">Of the cost, that is left alone in any case.</param>
    public long Slack(long cost, double part) => cost == long.MaxValue ? 0 : Math.Max(grain - 1, (long)(cost * (Spent < effort.ExactSteps ? part : Math.Max(part, effort.Tolerance))));

    /// <summary>The least cost that is no less than a bound.</summary>
    public long RoundedUp(long bound) => bound > PurchaseProblem.MostMoney ? bound : (bound + grain - 1) / grain * grain;

    /// <summary>What all costs are multiples of, so that a bound can be rounded up.</summary>
    public static long Grain(PurchaseProblem problem, LineChoice[] lines)
    {
        var grain = 0L;
        foreach (var supplier in problem.Suppliers) grain = Common(grain, supplier.FixedFee);
        foreach (var line in lines)
        {
            foreach (ref readonly var segment in line.Segments.AsSpan()) grain = Common(Common(grain, segment.PerPurchase), segment.UnitCost * segment.Multiple);
        }
        return Math.Max(grain, 1);
    }

    private static long Common(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}

namespace Turnkey.Sourcing.Optimisation;

/// <summary>Counts the steps of a search, so that it ends after the same work on every machine, and says how near a bound must come to end it before.</summary>
internal sealed class SearchMeter(SearchEffort effort)
{
    public long Spent { get; private set; }

    public bool IsSpent => Spent >= effort.Steps;

    public void Spend(long steps) => Spent += steps;

    /// <summary>Steps that are a part of all that may be spent.</summary>
    public long Share(double part) => (long)(effort.Steps * part);

    /// <summary>What a plan may cost above a bound and yet not be searched on: next to nothing, and after some work a little.</summary>
    /// <param name="cost">Of the plan; <see cref="long.MaxValue"/> when there is none yet.</param>
    /// <param name="part">Of the cost, that is left alone in any case.</param>
    public long Slack(long cost, double part) => cost == long.MaxValue ? 0 : (long)(cost * Math.Max(part, Spent < effort.ExactSteps ? SearchEffort.Exact : effort.Tolerance));
}

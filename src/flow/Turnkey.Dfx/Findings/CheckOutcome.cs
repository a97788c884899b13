using System.Collections.Immutable;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Findings;

/// <summary>What came of a check.</summary>
public abstract record CheckOutcome
{
    private CheckOutcome()
    {
    }

    /// <param name="LookedAt">What it measured: <c>1,204 tracks on 4 layers</c>.</param>
    /// <param name="Sightings">What is worse than a limit, or near enough to be judged.</param>
    public sealed record Done(string LookedAt, ImmutableArray<Sighting> Sightings) : CheckOutcome;

    /// <param name="Why">What it had nothing of to look at.</param>
    public sealed record Skipped(string Why) : CheckOutcome;
}

/// <summary>A check as it is listed: a rule, and what came of it.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Done">False when it was skipped.</param>
/// <param name="Why">Of a skipped check the reason; else what it looked at.</param>
public sealed record CheckState(DesignRule Rule, bool Done, string Why);

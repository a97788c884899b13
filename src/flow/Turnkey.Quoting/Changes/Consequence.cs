using System.Collections.Immutable;
using Turnkey.Dfx.Findings;

namespace Turnkey.Quoting.Changes;

/// <summary>What findings make of the order: the maker has to do more than was asked for, and it is priced so.</summary>
/// <param name="Findings">The evidence: all that force it, so that it is gone only when all of them are.</param>
/// <param name="Field">Of the build specification that it sets.</param>
/// <param name="Value">As the specification would say it.</param>
/// <param name="Change">What the customer can do to be rid of it, as a heading: <c>move vias out of pads</c>.</param>
/// <param name="WorkingDays">That it adds to its step; the lead time grows by them where the step is waited for.</param>
public sealed record Consequence(ImmutableArray<Finding> Findings, string Field, string Value, string Change, int WorkingDays)
{
    /// <summary>Who says so, as a specification's source.</summary>
    public string Source { get; init; } = "";
}

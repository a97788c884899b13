using System.Collections.Immutable;
using Turnkey.Pipeline.Checking;
using Turnkey.Quoting;

namespace Turnkey.Pipeline;

/// <summary>A package to quote.</summary>
public sealed record QuoteJob(InspectRequest Inspect, ImmutableArray<int> Quantities) : ProductJob(Inspect, Quantities)
{
    public QuoteScope Scope { get; init; } = QuoteScope.All;

    /// <summary>What the design is held against.</summary>
    public ReviewTerms Review { get; init; } = ReviewTerms.Usual;
}

using System.Collections.Immutable;
using Turnkey.Quoting;

namespace Turnkey.Pipeline;

/// <summary>A package to quote.</summary>
public sealed record QuoteJob(InspectRequest Inspect, ImmutableArray<int> Quantities) : ProductJob(Inspect, Quantities)
{
    public QuoteScope Scope { get; init; } = QuoteScope.All;
}

using System.Collections.Immutable;

namespace Turnkey.Pipeline;

/// <summary>A package or a parts list to buy for.</summary>
public sealed record SourceJob(InspectRequest Inspect, ImmutableArray<int> Quantities) : ProductJob(Inspect, Quantities)
{
    /// <summary>Suppliers to write enquiries to, which are filled in and come back into the offers folder.</summary>
    public ImmutableArray<string> Enquiries { get; init; } = [];
}

using System.Collections.Immutable;
using Turnkey.Quoting;

namespace Turnkey.Pipeline;

/// <summary>A package to quote.</summary>
public sealed record QuoteJob(InspectRequest Inspect, ImmutableArray<int> Quantities) : ProductJob(Inspect, Quantities)
{
    public QuoteScope Scope { get; init; } = QuoteScope.All;

    /// <summary>Keys of shipped capabilities, or paths of capability files, that the design is held against; the first is the maker. Empty: the usual one.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>Class of IPC-6012 that the board must be, 2 or 3; null: as the build specification says.</summary>
    public int? IpcClass { get; init; }

    /// <summary>Path of a file of answers to the queries; null when there is none.</summary>
    public string? Answers { get; init; }

    /// <summary>Path of a file of waivers; null when there is none.</summary>
    public string? Waivers { get; init; }
}

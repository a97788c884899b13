using System.Collections.Immutable;

namespace Turnkey.Server.Jobs;

/// <summary>What is asked of a job besides its package.</summary>
public sealed record JobInput
{
    public ImmutableArray<int> Quantities { get; init; } = [];

    public int? Annual { get; init; }

    public string Currency { get; init; } = "";

    /// <summary>The country whose duties the parts pay, in two letters; empty when it is not known.</summary>
    public string Destination { get; init; } = "";

    public int IpcClass { get; init; } = 2;

    /// <summary>Parts of the work, as the command line names them: <c>fabrication,assembly,test,packaging</c>.</summary>
    public ImmutableArray<string> Scope { get; init; } = [];

    public ImmutableArray<string> Consigned { get; init; } = [];

    /// <summary>Blob of the plant's figures; empty for those that are shipped.</summary>
    public string Plant { get; init; } = "";

    /// <summary>Blob of a zip with offers and price lists; empty for none.</summary>
    public string Offers { get; init; } = "";

    /// <summary>Blob of the answers to the queries of the review; empty for none.</summary>
    public string Answers { get; init; } = "";
}

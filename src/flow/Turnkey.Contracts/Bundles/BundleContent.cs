using System.Collections.Immutable;
using Turnkey.Contracts.Parties;

namespace Turnkey.Contracts.Bundles;

/// <summary>What is to be put into a bundle. Made by the functions in <c>Sending</c>, which let in only what the recipient may see.</summary>
/// <param name="Envelope">From whom to whom.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Document">The contract record.</param>
public sealed record BundleContent(BundleEnvelope Envelope, BundleKind Kind, BundleDocument Document)
{
    /// <summary>Beside the document: the design, the papers.</summary>
    public ImmutableArray<BundleFile> Files { get; init; } = [];
}

/// <summary>The outside of a bundle.</summary>
/// <param name="Id">Of this sending.</param>
/// <param name="Created">When it is made.</param>
/// <param name="Sender">Signs it.</param>
/// <param name="Recipient">Gets it.</param>
public sealed record BundleEnvelope(Guid Id, DateTimeOffset Created, Organisation Sender, BundleRecipient Recipient)
{
    /// <summary>The bundle that it answers; null when it answers none.</summary>
    public Guid? Answers { get; init; }
}

/// <summary>A file in a bundle.</summary>
public sealed record BundleFile(string Path, ReadOnlyMemory<byte> Content);

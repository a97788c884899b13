using System.Collections.Immutable;
using Turnkey.Contracts.Parties;

namespace Turnkey.Contracts.Bundles;

/// <summary><c>bundle.json</c>: what is in a bundle, from whom and for whom. The signature is over its bytes, and it holds the hashes of everything else.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="SchemaVersion">Major and minor: <c>1.0</c>. A reader of one major reads every minor of it.</param>
/// <param name="Kind">A word of <see cref="BundleKinds"/>.</param>
/// <param name="Id">Of this sending; who gets it twice acts once.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Sender">As others may know it, with the public key that verifies the signature.</param>
/// <param name="Recipient">For whom it was made.</param>
/// <param name="Files">Everything but <c>bundle.json</c> and <c>bundle.sig</c>, in the order in which it lies in the container.</param>
public sealed record BundleManifest(string Format, string SchemaVersion, string Kind, Guid Id, DateTimeOffset Created, Organisation Sender, BundleRecipient Recipient, ImmutableArray<BundleFileEntry> Files)
{
    public const string FormatName = "turnkey-bundle";
    public const int Major = 1;
    public const int Minor = 0;

    /// <summary>Identifier of the bundle that it answers; null when it answers none.</summary>
    public Guid? Answers { get; init; }
}

/// <summary>For whom a bundle was made.</summary>
public sealed record BundleRecipient(Guid Id, string Name);

/// <summary>One file as the manifest lists it.</summary>
/// <param name="Path">Inside the bundle.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record BundleFileEntry(string Path, long Size, string Sha256);

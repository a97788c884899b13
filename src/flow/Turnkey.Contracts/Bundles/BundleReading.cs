using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Contracts.Bundles;

/// <summary>What came of reading a bundle.</summary>
public abstract record BundleReading
{
    private BundleReading()
    {
    }

    /// <summary>Every byte is as the sender signed it. Whether the sender is who it says it is, is the question of <see cref="Bundle.Verify"/>.</summary>
    public sealed record Whole(SignedBundle Bundle) : BundleReading;

    /// <summary>Nothing of it is to be used; the first diagnostic is the reason.</summary>
    public sealed record Refused(ImmutableArray<Diagnostic> Diagnostics) : BundleReading;
}

/// <summary>A bundle that is whole.</summary>
/// <param name="Manifest">What it says about itself.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Document">The contract record.</param>
/// <param name="Files">Beside the document, as slices of the bundle.</param>
/// <param name="Sha256">Of <c>bundle.json</c>, which stands for all of it.</param>
/// <param name="Diagnostics">What is no reason to refuse it.</param>
public sealed record SignedBundle(BundleManifest Manifest, BundleKind Kind, BundleDocument Document, ImmutableArray<BundleFile> Files, string Sha256, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Of the key that signed it.</summary>
    public string Fingerprint => OrganisationKey.Fingerprint(Manifest.Sender.PublicKey) ?? "";
}

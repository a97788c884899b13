namespace Turnkey.Contracts.Bundles;

/// <summary>How much a bundle may hold. Nothing in it is compressed, so that its own size bounds everything; there is no ratio to watch.</summary>
/// <param name="Bytes">Of the bundle.</param>
/// <param name="Files">Besides <c>bundle.json</c> and <c>bundle.sig</c>.</param>
/// <param name="DocumentBytes">Of <c>bundle.json</c> and of <c>document.json</c>, each.</param>
public sealed record BundleLimits(long Bytes, int Files, int DocumentBytes)
{
    /// <summary>1 GB (2^30 bytes) as for packages, 200 files, and 16 MB for a document, which is some 20,000 questions.</summary>
    public static BundleLimits Default { get; } = new(1L << 30, 200, 16 << 20);
}

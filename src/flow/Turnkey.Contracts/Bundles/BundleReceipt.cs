namespace Turnkey.Contracts.Bundles;

/// <summary>That a bundle was received and acted on.</summary>
/// <param name="Sender">Who sent it.</param>
/// <param name="Id">Of the bundle.</param>
/// <param name="Sha256">Of its <c>bundle.json</c>.</param>
public sealed record BundleReceipt(Guid Sender, Guid Id, string Sha256)
{
    public static BundleReceipt Of(SignedBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return new(bundle.Manifest.Sender.Id, bundle.Manifest.Id, bundle.Sha256);
    }

    /// <summary>
    /// What to do with a bundle: true when it is new and to be acted on, false when the same was received before and nothing is to be done. Another content
    /// under an identifier that was used is refused: nobody replaces what was said.
    /// </summary>
    /// <param name="bundle">That just came.</param>
    /// <param name="received">What was received before, at least from this sender.</param>
    public static Decision<bool> IsNew(SignedBundle bundle, IEnumerable<BundleReceipt> received)
    {
        ArgumentNullException.ThrowIfNull(received);
        var now = Of(bundle);
        var before = received.FirstOrDefault(one => one.Sender == now.Sender && one.Id == now.Id);
        if (before is null) return true;
        return before == now ? false : new Refusal("bundle.reused", $"a bundle {now.Id} with another content was received before; ask the sender for one with an identifier of its own");
    }
}

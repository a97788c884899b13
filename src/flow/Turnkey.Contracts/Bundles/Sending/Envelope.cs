using Turnkey.Contracts.Parties;

namespace Turnkey.Contracts.Bundles.Sending;

/// <summary>What all sendings have in common.</summary>
internal static class Envelope
{
    public static BundleRecipient To(Organisation recipient) => new(recipient.Id, recipient.Name);

    /// <summary>Holds what was composed against the rules that the other side will hold it against.</summary>
    public static Decision<BundleContent> Close(BundleContent content) => BundleRules.Fault(content) is { } fault ? fault : content;

    /// <summary>An answer to a bundle goes to its sender.</summary>
    public static BundleEnvelope Answer(Guid id, DateTimeOffset created, Organisation sender, SignedBundle received) =>
        new(id, created, sender, To(received.Manifest.Sender)) { Answers = received.Manifest.Id };
}

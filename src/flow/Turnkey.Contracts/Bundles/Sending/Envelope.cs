using Turnkey.Contracts.Parties;

namespace Turnkey.Contracts.Bundles.Sending;

/// <summary>What all sendings have in common.</summary>
internal static class Envelope
{
    public static BundleRecipient To(Organisation recipient) => new(recipient.Id, recipient.Name);

    /// <summary>Holds what was composed against the rules that the other side will hold it against.</summary>
    public static Decision<BundleContent> Close(BundleContent content) => BundleRules.Fault(content) is { } fault ? fault : content;

    /// <summary>An answer to a bundle goes to its sender; what one adds to a bundle of one's own goes where that went.</summary>
    public static BundleEnvelope Answer(Guid id, DateTimeOffset created, Organisation sender, SignedBundle before) =>
        new(id, created, sender, before.Manifest.Sender.Id == sender.Id ? before.Manifest.Recipient : To(before.Manifest.Sender)) { Answers = before.Manifest.Id };
}

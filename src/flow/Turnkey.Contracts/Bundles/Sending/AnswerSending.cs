using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Bundles.Sending;

/// <summary>Answers to a bundle that was received: they go to its sender, whoever that is, and carry one record.</summary>
public static class AnswerSending
{
    /// <summary>Gates accepted, or the request declined.</summary>
    public static Decision<BundleContent> Reply(Guid id, DateTimeOffset created, Organisation manufacturer, SignedBundle request, Invitation invitation) =>
        Answer(id, created, manufacturer, request, BundleKind.InvitationReply, new BundleDocument.Reply(invitation));

    public static Decision<BundleContent> CounterOffer(Guid id, DateTimeOffset created, Organisation customer, SignedBundle offer, CounterOffer counter) =>
        Answer(id, created, customer, offer, BundleKind.CounterOffer, new BundleDocument.Countered(counter));

    /// <param name="id">Of the sending.</param>
    /// <param name="created">When.</param>
    /// <param name="sender">Either side; the kind says which.</param>
    /// <param name="received">The offer that is ordered, the order that is answered, or one's own order that is cancelled.</param>
    /// <param name="kind">Of an order or of what becomes of it.</param>
    /// <param name="order">In the state that the kind says.</param>
    public static Decision<BundleContent> Order(Guid id, DateTimeOffset created, Organisation sender, SignedBundle received, BundleKind kind, Order order) =>
        Answer(id, created, sender, received, kind, new BundleDocument.Ordered(order));

    private static Decision<BundleContent> Answer(Guid id, DateTimeOffset created, Organisation sender, SignedBundle received, BundleKind kind, BundleDocument document)
    {
        ArgumentNullException.ThrowIfNull(received);
        if (received.Manifest.Recipient.Id != sender.Id && received.Manifest.Sender.Id != sender.Id) return new Refusal("bundle.parties", $"the bundle that is answered was made for {received.Manifest.Recipient.Name}, not for {sender.Name}");
        return Envelope.Close(new BundleContent(Envelope.Answer(id, created, sender, received), kind, document));
    }
}

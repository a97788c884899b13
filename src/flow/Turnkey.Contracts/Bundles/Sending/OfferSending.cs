using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Parties;

namespace Turnkey.Contracts.Bundles.Sending;

/// <summary>An offer on its way to the customer: the offer and the papers it names, never a draft, never a cost sheet.</summary>
public static class OfferSending
{
    /// <param name="id">Of the sending.</param>
    /// <param name="created">When.</param>
    /// <param name="manufacturer">Sends it.</param>
    /// <param name="customer">Gets it.</param>
    /// <param name="offer">Sent.</param>
    /// <param name="papers">By name; those that the offer names are taken, and all of these are needed.</param>
    /// <param name="answers">The bundle of the request; null when it came another way.</param>
    public static Decision<BundleContent> Compose(
        Guid id, DateTimeOffset created, Organisation manufacturer, Organisation customer, Offer offer, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> papers, Guid? answers)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(papers);
        if (offer.State != OfferState.Sent) return new Refusal("offer.not-open", "only an offer that was sent and is still open goes to the customer");
        foreach (var name in offer.Content.Papers.Keys)
        {
            if (!papers.TryGetValue(name, out var content)) return new Refusal("bundle.missing-file", $"the offer names the paper '{name}', which is not there");
            if (OfferPapers.Fault(name, content) is { } fault) return fault;
        }
        return Envelope.Close(new BundleContent(new BundleEnvelope(id, created, manufacturer, Envelope.To(customer)) { Answers = answers }, BundleKind.Offer, new BundleDocument.Offered(offer))
        {
            Files = [.. offer.Content.Papers.Keys.Select(name => new BundleFile(BundleRules.PaperPath(name), papers[name]))],
        });
    }
}

using System.Collections.Immutable;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Questions;
using Turnkey.Contracts.Requests;
using Turnkey.Kernel;

namespace Turnkey.Contracts.Bundles;

/// <summary>
/// What a bundle may say: who signs an offer is the manufacturer of the offer, its document is in the state that its kind says, and its files are those that its
/// document names. Asked before a bundle is made and after it was read, so that nobody sends what the other side refuses.
/// </summary>
internal static class BundleRules
{
    /// <summary>As in offers: no total of two of them overflows.</summary>
    private const decimal MostMoney = 1_000_000_000_000m;

    /// <summary>What is wrong; null when nothing is.</summary>
    public static Refusal? Fault(BundleContent content)
    {
        var (sender, recipient) = (content.Envelope.Sender.Id, content.Envelope.Recipient.Id);
        if (content.Envelope.Id == Guid.Empty || sender == Guid.Empty || recipient == Guid.Empty) return new Refusal("bundle.parties", "the bundle, its sender or its recipient has no identifier");
        if (content.Document.GetType() != BundleKinds.DocumentOf(content.Kind)) return new Refusal("bundle.document", $"that is not the document of a bundle of kind {content.Kind.Word()}");
        var fault = content.Document switch
        {
            BundleDocument.Request request => Request(request, sender, recipient),
            BundleDocument.Reply reply => Reply(reply.Invitation, sender, recipient),
            BundleDocument.QuestionList list => Questions(list.Questions, sender, recipient),
            BundleDocument.Offered offered => Offer(offered.Offer, sender, recipient),
            BundleDocument.Countered countered => CounterOffer(countered.CounterOffer, sender, recipient),
            BundleDocument.Ordered ordered => Order(content.Kind, ordered.Order, sender, recipient),
            _ => throw new InvalidOperationException($"no document {content.Document}"),
        };
        return fault ?? FilesFault(content);
    }

    private static Refusal? Request(BundleDocument.Request request, Guid sender, Guid recipient)
    {
        var (rfq, invitation) = (request.Rfq, request.Invitation);
        if (rfq.Customer != sender || invitation.Customer != sender || invitation.Manufacturer != recipient || invitation.Rfq != rfq.Id) return Parties("the request is the sender's, and the invitation the recipient's to it");
        if (rfq.State != RfqState.Sent || invitation.State != InvitationState.Sent) return State("a request that is open, with an invitation that holds");
        if (rfq.Revisions.IsEmpty || rfq.SentRevisions != rfq.Revisions.Length || rfq.Revisions[0].Number < 1 || !rfq.Revisions.Zip(rfq.Revisions.Skip(1)).All(pair => pair.First.Number < pair.Second.Number))
            return new Refusal("bundle.revisions", "the request has no revision, one that was not sent, or revisions out of order");
        if (!rfq.Revisions.Select(revision => revision.Number).SequenceEqual(invitation.Revisions.Order())) return new Refusal("bundle.revisions", "the revisions in it are not those that the invitation shows");
        return rfq.Revisions.All(revision => revision.Package.Length == 0 || IsHash(revision.Package)) ? null : new Refusal("bundle.package", "a design package is named by something that is no SHA-256");
    }

    private static Refusal? Reply(Invitation invitation, Guid sender, Guid recipient)
    {
        if (invitation.Manufacturer != sender || invitation.Customer != recipient) return Parties("the invitation is the sender's, and the recipient is the customer");
        return invitation.State is InvitationState.Sent or InvitationState.Declined ? null : State("an invitation that was not taken back");
    }

    private static Refusal? Questions(ImmutableArray<Question> questions, Guid sender, Guid recipient)
    {
        if (questions.IsDefaultOrEmpty) return new Refusal("bundle.questions", "there is no question in the list");
        var first = questions[0];
        if (!questions.All(one => one.Rfq == first.Rfq && one.Customer == first.Customer && one.Manufacturer == first.Manufacturer)) return new Refusal("bundle.questions", "the questions are not all about one request between the same two");
        if (!Between(first.Customer, first.Manufacturer, sender, recipient)) return Parties("the questions are between sender and recipient");
        if (questions.Select(one => one.Id).Distinct().Count() != questions.Length) return new Refusal("bundle.questions", "a question stands twice in the list");
        return questions.SelectMany(one => one.Remarks).All(remark => remark.Organisation == sender || remark.Organisation == recipient) ? null : Parties("nobody but sender and recipient says anything");
    }

    private static Refusal? Offer(Offer offer, Guid sender, Guid recipient)
    {
        if (offer.Manufacturer != sender || offer.Customer != recipient) return Parties("the offer is the sender's, to the recipient");
        if (offer.State != OfferState.Sent || offer.Sent is null || offer.Version < 1) return State("an offer that was sent and is open");
        if (!offer.Content.Papers.Values.All(IsHash)) return new Refusal("bundle.paper", "a paper is named by something that is no SHA-256");
        return offer.Content.Prices.IsEmpty ? new Refusal("bundle.offer", "the offer has no price") : offer.Content.Fault;
    }

    private static Refusal? CounterOffer(CounterOffer counter, Guid sender, Guid recipient)
    {
        if (counter.Customer != sender || counter.Manufacturer != recipient) return Parties("the counter-offer is the sender's, to the recipient");
        return counter.Quantity >= 1 && counter.UnitPrice is null or (> 0 and <= MostMoney) && counter.LeadDays is null or > 0 ? null : new Refusal("bundle.counter-offer", "the counter-offer asks for nothing, or for something below zero");
    }

    private static Refusal? Order(BundleKind kind, Order order, Guid sender, Guid recipient)
    {
        if (!Between(order.Customer, order.Manufacturer, sender, recipient)) return Parties("the order is between sender and recipient");
        if (order.Lots.IsEmpty || order.Lots.Any(lot => lot.Quantity < 1) || order.Quantity > int.MaxValue || order.UnitPrice is < 0 or > MostMoney || order.NonRecurring is < 0 or > MostMoney || order.Total <= 0)
            return new Refusal("bundle.order", "the order has no lot, an empty one, or no price above zero");
        var answered = order.Acknowledgement is { } answer && answer.Days.Length == order.Lots.Length;
        var (right, byCustomer, byManufacturer) = kind switch
        {
            BundleKind.Order => (order is { State: OrderState.Placed, Acknowledgement: null }, true, false),
            BundleKind.OrderAcknowledgement => (order.State is OrderState.Acknowledged or OrderState.Changed && answered, false, true),
            BundleKind.OrderAcceptance => (order.State == OrderState.Acknowledged && answered, true, false),
            BundleKind.OrderRefusal => (order.State == OrderState.Refused && order.Reason.Length > 0, false, true),
            BundleKind.OrderCancellation => (order.State == OrderState.Cancelled && order.Reason.Length > 0, true, true),
            _ => throw new InvalidOperationException($"no kind of order {kind}"),
        };
        if (!right) return State($"an order as a bundle of kind {kind.Word()} has it");
        return (byCustomer && order.Customer == sender) || (byManufacturer && order.Manufacturer == sender) ? null : Parties($"that is said by the {(byCustomer ? "customer" : "manufacturer")}");
    }

    private static Refusal? FilesFault(BundleContent content)
    {
        var (needed, allowed) = Named(content.Document);
        foreach (var file in content.Files)
        {
            if (!allowed.TryGetValue(file.Path, out var hash)) return new Refusal("bundle.foreign-file", $"'{BundlePath.Show(file.Path)}' does not belong into a bundle of kind {content.Kind.Word()}");
            if (hash is not null && hash != ContentHash.Of(file.Content.Span)) return new Refusal("bundle.paper", $"'{BundlePath.Show(file.Path)}' is not the paper that the offer names");
        }
        if (content.Files.Select(file => file.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count() != content.Files.Length) return new Refusal("bundle.duplicate", "a file is in it twice");
        return needed.FirstOrDefault(path => content.Files.All(file => file.Path != path)) is { } missing ? new Refusal("bundle.missing-file", $"'{missing}' is missing, which the document names") : null;
    }

    /// <summary>The files that have to be there, and all that may be, with the hash that the document states for them.</summary>
    private static (ImmutableArray<string> Needed, IReadOnlyDictionary<string, string?> Allowed) Named(BundleDocument document)
    {
        switch (document)
        {
            case BundleDocument.Request request:
                var designs = request.Rfq.Revisions.Where(revision => revision.Package.Length > 0).ToDictionary(revision => DesignPath(revision.Number), _ => (string?)null, StringComparer.Ordinal);
                // Earlier designs were sent before; the one to be quoted has to be there.
                return (request.Rfq.Latest.Package.Length > 0 ? [DesignPath(request.Rfq.Latest.Number)] : [], designs);
            case BundleDocument.Offered offered:
                var papers = offered.Offer.Content.Papers.ToDictionary(paper => PaperPath(paper.Key), paper => (string?)paper.Value, StringComparer.Ordinal);
                return ([.. papers.Keys], papers);
            default:
                return ([], new Dictionary<string, string?>(StringComparer.Ordinal));
        }
    }

    /// <summary>Where the design of a revision lies in a bundle.</summary>
    public static string DesignPath(int revision) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"design/revision-{revision}.zip");

    /// <summary>Where a paper of an offer lies in a bundle.</summary>
    public static string PaperPath(string name) => "papers/" + name;

    private static bool IsHash(string? text) => text is not null && text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static bool Between(Guid customer, Guid manufacturer, Guid sender, Guid recipient) => (customer == sender && manufacturer == recipient) || (customer == recipient && manufacturer == sender);

    private static Refusal Parties(string rule) => new("bundle.parties", $"the document is not between these two: {rule}");

    private static Refusal State(string wanted) => new("bundle.state", $"the document is not {wanted}");
}

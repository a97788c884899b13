using System.Collections.Immutable;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Questions;
using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Bundles;

/// <summary>What <c>document.json</c> holds: the contract records themselves, so that both sides keep the same.</summary>
public abstract record BundleDocument
{
    private BundleDocument()
    {
    }

    /// <param name="Rfq">With the revisions that were shown to the recipient, and no others.</param>
    /// <param name="Invitation">The recipient's own.</param>
    public sealed record Request(Rfq Rfq, Invitation Invitation) : BundleDocument;

    public sealed record Reply(Invitation Invitation) : BundleDocument;

    /// <param name="Questions">Of one request, between sender and recipient; at least one.</param>
    public sealed record QuestionList(ImmutableArray<Question> Questions) : BundleDocument;

    public sealed record Offered(Offer Offer) : BundleDocument;

    public sealed record Countered(CounterOffer CounterOffer) : BundleDocument;

    /// <summary>An order, or what became of it: the kind of the bundle says which.</summary>
    public sealed record Ordered(Order Order) : BundleDocument;
}

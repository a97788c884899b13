namespace Turnkey.Contracts.Bundles;

/// <summary>What a bundle carries from one party to the other.</summary>
public enum BundleKind
{
    /// <summary>Customer to manufacturer: a request, as far as this manufacturer may see it.</summary>
    Rfq,

    /// <summary>Manufacturer to customer: gates accepted, or the request declined.</summary>
    InvitationReply,

    /// <summary>Either way: open points and what was said to them.</summary>
    Questions,

    /// <summary>Manufacturer to customer.</summary>
    Offer,

    /// <summary>Customer to manufacturer: what it would take instead of an offer.</summary>
    CounterOffer,

    /// <summary>Customer to manufacturer.</summary>
    Order,

    /// <summary>Manufacturer to customer: the days of the lots, as asked or others.</summary>
    OrderAcknowledgement,

    /// <summary>Customer to manufacturer: the other days are accepted.</summary>
    OrderAcceptance,

    /// <summary>Manufacturer to customer.</summary>
    OrderRefusal,

    /// <summary>Either way.</summary>
    OrderCancellation,
}

/// <summary>The words for kinds in <c>bundle.json</c>.</summary>
public static class BundleKinds
{
    private static readonly IReadOnlyList<(BundleKind Kind, string Word, Type Document)> Table =
    [
        (BundleKind.Rfq, "rfq", typeof(BundleDocument.Request)),
        (BundleKind.InvitationReply, "invitation-reply", typeof(BundleDocument.Reply)),
        (BundleKind.Questions, "questions", typeof(BundleDocument.QuestionList)),
        (BundleKind.Offer, "offer", typeof(BundleDocument.Offered)),
        (BundleKind.CounterOffer, "counter-offer", typeof(BundleDocument.Countered)),
        (BundleKind.Order, "order", typeof(BundleDocument.Ordered)),
        (BundleKind.OrderAcknowledgement, "order-acknowledgement", typeof(BundleDocument.Ordered)),
        (BundleKind.OrderAcceptance, "order-acceptance", typeof(BundleDocument.Ordered)),
        (BundleKind.OrderRefusal, "order-refusal", typeof(BundleDocument.Ordered)),
        (BundleKind.OrderCancellation, "order-cancellation", typeof(BundleDocument.Ordered)),
    ];

    public static string Word(this BundleKind kind) => Table.Single(row => row.Kind == kind).Word;

    /// <summary>Null for a word of a later version.</summary>
    public static BundleKind? Parse(string word) => Table.Where(row => row.Word == word).Select(row => (BundleKind?)row.Kind).FirstOrDefault();

    /// <summary>What <c>document.json</c> of a kind holds.</summary>
    internal static Type DocumentOf(BundleKind kind) => Table.Single(row => row.Kind == kind).Document;
}

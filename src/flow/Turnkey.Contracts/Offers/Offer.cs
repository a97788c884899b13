namespace Turnkey.Contracts.Offers;

public enum OfferState
{
    /// <summary>The manufacturer writes it; nobody else sees it.</summary>
    Draft,

    /// <summary>Sent: it never changes again.</summary>
    Sent,

    /// <summary>The manufacturer took it back.</summary>
    Withdrawn,

    /// <summary>A later offer of the manufacturer took its place.</summary>
    Superseded,

    /// <summary>The customer took it.</summary>
    Awarded,

    /// <summary>The customer took another one, or none.</summary>
    Declined,
}

/// <summary>
/// What a manufacturer offers for a revision of a request. Once sent its content is fixed and only its state moves; a better price is a new offer that
/// supersedes it, so that both sides can always show what was offered when.
/// </summary>
/// <param name="Id">The same on every installation that holds it.</param>
/// <param name="Rfq">The request it answers.</param>
/// <param name="Version">1, 2, 3 … of this manufacturer for this request.</param>
/// <param name="Content">What is offered.</param>
public sealed record Offer(Guid Id, Guid Rfq, Guid Customer, Guid Manufacturer, int Version, OfferContent Content)
{
    public OfferState State { get; init; }

    /// <summary>The offer it takes the place of.</summary>
    public Guid? Supersedes { get; init; }

    /// <summary>The counter-offer it answers.</summary>
    public Guid? Answers { get; init; }

    public DateTimeOffset? Sent { get; init; }

    public Decision<Offer> Write(OfferContent content) => State == OfferState.Draft ? this with { Content = content } : Fixed;

    public Decision<Offer> Send(DateTimeOffset at, DateOnly today)
    {
        if (State != OfferState.Draft) return Fixed;
        if (Content.Prices.IsEmpty) return new Refusal("offer.no-price", "the offer has no price; price at least one quantity first");
        if (Content.Fault is { } fault) return fault;
        if (Content.ValidUntil < today) return new Refusal("offer.expired", $"the offer is valid until {Content.ValidUntil:yyyy-MM-dd}, which is over; give a later day");
        return this with { State = OfferState.Sent, Sent = at };
    }

    public Decision<Offer> Withdraw() => Leave(OfferState.Withdrawn, "withdrawn");

    public Decision<Offer> Supersede() => Leave(OfferState.Superseded, "superseded");

    public Decision<Offer> Decline() => Leave(OfferState.Declined, "declined");

    public Decision<Offer> Award(DateOnly today) =>
        State == OfferState.Sent && Content.ValidUntil < today ? new Refusal("offer.expired", $"the offer was valid until {Content.ValidUntil:yyyy-MM-dd}; ask for a new one") : Leave(OfferState.Awarded, "awarded");

    private Decision<Offer> Leave(OfferState state, string word) =>
        State == OfferState.Sent ? this with { State = state } : new Refusal("offer.not-open", $"only an offer that was sent and is still open can be {word}; this one is {State.ToString().ToLowerInvariant()}");

    private Refusal Fixed => new("offer.already-sent", "an offer that was sent never changes; make a new version");
}

namespace Turnkey.Contracts.Offers;

/// <summary>What the customer would take instead: an answer to an offer, which the manufacturer meets with a new version or not.</summary>
/// <param name="Id">The same on every installation that holds it.</param>
/// <param name="Offer">The offer it answers.</param>
/// <param name="Quantity">Products.</param>
/// <param name="UnitPrice">Wanted price per product in the offer's currency; null when the price is not the point.</param>
/// <param name="LeadDays">Wanted working days; null when time is not the point.</param>
public sealed record CounterOffer(Guid Id, Guid Offer, Guid Rfq, Guid Customer, Guid Manufacturer, DateTimeOffset At, int Quantity, decimal? UnitPrice, int? LeadDays, string Note)
{
    /// <summary>Puts it to an offer that is still open.</summary>
    public static Decision<CounterOffer> To(Offer offer, Guid id, DateTimeOffset at, int quantity, decimal? unitPrice, int? leadDays, string note)
    {
        ArgumentNullException.ThrowIfNull(offer);
        if (offer.State != OfferState.Sent) return new Refusal("offer.not-open", "only an offer that was sent and is still open can be countered");
        if (quantity < 1) return new Refusal("counter.quantity", "say for how many products");
        if (unitPrice is <= 0) return new Refusal("counter.price", "the price you would pay is above zero");
        if (leadDays is <= 0) return new Refusal("counter.lead-time", "the time you would wait is at least a day");
        if (unitPrice is null && leadDays is null && note.Trim().Length == 0) return new Refusal("counter.empty", "say what you would take: a price, a time, or other terms");
        return new CounterOffer(id, offer.Id, offer.Rfq, offer.Customer, offer.Manufacturer, at, quantity, unitPrice, leadDays, note);
    }
}

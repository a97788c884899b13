using System.Collections.Immutable;
using Turnkey.Contracts.Parties;

namespace Turnkey.Contracts.Offers;

/// <summary>Competing offers side by side at one quantity. The cheapest is not the best by itself: what each price rests on stands beside it.</summary>
public static class OfferComparison
{
    /// <param name="offers">Open and awarded offers of a request, each with who made it.</param>
    /// <param name="quantity">Products.</param>
    /// <param name="today">Certificates and validity are judged on it.</param>
    public static ImmutableArray<ComparedOffer> At(IEnumerable<(Offer Offer, Organisation Manufacturer)> offers, int quantity, DateOnly today)
    {
        var priced = offers.Where(one => one.Offer.State is OfferState.Sent or OfferState.Awarded or OfferState.Declined)
            .Select(one => (one.Offer, one.Manufacturer, Price: one.Offer.Content.At(quantity)))
            .OrderBy(one => one.Price is null).ThenBy(one => one.Offer.Content.Currency, StringComparer.Ordinal)
            .ThenBy(one => one.Price is { } price ? TotalAt(price, quantity) : 0).ThenBy(one => one.Manufacturer.Name, StringComparer.Ordinal)
            .ToArray();
        return [.. priced.Select(one => new ComparedOffer(one.Offer, one.Manufacturer, one.Price, one.Price is { } price ? TotalAt(price, quantity) : null)
        {
            Expired = one.Offer.State == OfferState.Sent && one.Offer.Content.ValidUntil < today,
            Certifications = [.. one.Manufacturer.Certifications.Where(held => held.HoldsOn(today)).Select(held => held.Standard)],
            Cheapest = OneCurrency() && IsBest(one.Offer, one.Price, price => TotalAt(price, quantity)),
            Fastest = IsBest(one.Offer, one.Price, price => price.LeadDaysP50),
        })];

        // Prices of different currencies are not compared: no rate of today is at hand that both sides would accept.
        bool OneCurrency() => priced.Where(one => Counts(one.Offer, one.Price)).Select(one => one.Offer.Content.Currency).Distinct(StringComparer.Ordinal).Take(2).Count() == 1;

        bool IsBest(Offer offer, OfferPrice? price, Func<OfferPrice, decimal> measure) =>
            Counts(offer, price)
            && priced.Count(other => Counts(other.Offer, other.Price)) > 1
            && priced.All(other => !Counts(other.Offer, other.Price) || measure(other.Price!) >= measure(price!));

        // The lowest price of an offer that can no longer be taken is no price.
        bool Counts(Offer offer, OfferPrice? price) => price is not null && !(offer.State == OfferState.Sent && offer.Content.ValidUntil < today);
    }

    private static decimal TotalAt(OfferPrice price, int quantity) => price.UnitPrice * quantity + price.NonRecurring;
}

/// <summary>One line of the comparison.</summary>
/// <param name="Price">That of the largest offered quantity not above the one asked for; null when none is.</param>
/// <param name="Total">At the quantity asked for, with what is paid once.</param>
public sealed record ComparedOffer(Offer Offer, Organisation Manufacturer, OfferPrice? Price, decimal? Total)
{
    public bool Expired { get; init; }

    public ImmutableArray<string> Certifications { get; init; } = [];

    /// <summary>Lowest total of all that have not run out, where those are in one currency and there is more than one.</summary>
    public bool Cheapest { get; init; }

    /// <summary>Fewest days at P50 of all that have not run out, where there is more than one.</summary>
    public bool Fastest { get; init; }
}

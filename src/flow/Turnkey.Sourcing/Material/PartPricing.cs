using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>Finds the ways to buy a part: matching offers and lists first, else the plant's price for its class.</summary>
internal sealed class PartPricing
{
    /// <summary>Where a part has more offers, the dearest are left out and that is said.</summary>
    private const int MostCandidates = 100;

    private readonly SourcingRequest request;
    private readonly LandingTerms landing;
    private readonly OfferMatching matching;
    private readonly RecordedOffers recorded;
    private readonly StatedOrigins origins;
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    public PartPricing(SourcingRequest request, PartIdentities parts, LandingTerms landing)
    {
        this.request = request;
        this.landing = landing;
        origins = StatedOrigins.Of(request.Offers.Offers);
        recorded = parts.Recorded;
        matching = new OfferMatching(recorded.Offers, parts);
    }

    /// <summary>
    /// Offers that the policy allows for a part and whose prices can be converted, in the book's order; those of sellers of the last resort are marked
    /// (<see cref="Candidate.IsReserve"/>).
    /// </summary>
    public ImmutableArray<Candidate> Candidates(PartDemand part, BomLog log)
    {
        var matched = matching.Of(part, log).Distinct().ToArray();
        var (open, others) = (matched.Where(IsOpen).ToArray(), matched.Count(offer => !IsOpen(offer)));
        if (open.Length == 0 && others > 0) log.Info("sourcing.contract", part.Line, $"{part.Name}: {others} offers belong to other customers' contracts and are not used; name the customer if it is this one");
        foreach (var (text, differ) in open.Select(recorded.Told).OfType<(string Text, bool Differ)>())
        {
            if (differ) log.Warning("sourcing.recorded-twice", part.Line, $"{part.Name}: {text}");
            else log.Info("sourcing.recorded-twice", part.Line, $"{part.Name}: {text}");
        }
        var current = Valid(part, open, log);
        var allowed = SellerOrder.Allowed(part, current, request.Policy.Brokers, log);
        var candidates = Feedable(part, [.. allowed.Select(offer => Landed(part, offer, log)).OfType<Candidate>()], log);
        Suspect(part, candidates.Length > MostCandidates ? candidates[..MostCandidates] : candidates, log);
        if (candidates.Length <= MostCandidates) return candidates;
        log.Warning("sourcing.many-offers", part.Line, $"{part.Name}: {candidates.Length} offers; the {MostCandidates} cheapest at their lowest price are looked at");
        return [.. candidates.Index().OrderBy(one => one.Item.Prices[^1].Landed.Likely).ThenBy(one => one.Index).Take(MostCandidates).OrderBy(one => one.Index).Select(one => one.Item)];
    }

    /// <summary>A price that is hundreds of times another one's at the same quantity is one of a thousand pieces taken for one of a piece, or the other way round.</summary>
    private void Suspect(PartDemand part, ImmutableArray<Candidate> candidates, BomLog log)
    {
        var pairs = from low in candidates
                    from high in candidates
                    let at = Math.Max(low.Prices[0].Quantity, high.Prices[0].Quantity)
                    let ratio = low.At(at).Value > 0 ? high.At(at).Value / low.At(at).Value : 0m
                    where ratio >= request.Tables.Rules.SuspectPriceRatio
                    orderby ratio descending
                    select (Low: low, High: high, At: at, Ratio: ratio);
        if (pairs.FirstOrDefault() is not { High: { } dear, Low: { } cheap } found) return;
        log.Warning("sourcing.price-suspect", part.Line, FormattableString.Invariant(
            $"{part.Name}: {dear.Offer.Supplier} asks {dear.At(found.At).Value:0.######} {landing.Currency} a piece and {cheap.Offer.Supplier} {cheap.At(found.At).Value:0.######}, {found.Ratio:0} times less; one of them may be the price of a hundred or a thousand. Check their lists ({dear.Offer.Source}:{dear.Offer.Row}, {cheap.Offer.Source}:{cheap.Offer.Row})"));
    }

    /// <summary>The plant's price for a class, with its volume table; null when the class has none.</summary>
    public ClassPrice? Estimate(string partClass) => ClassPrice.Of(request.Plant, partClass);

    private bool IsOpen(Offer offer) => offer.Customer.Length == 0 || Customers.Same(offer.Customer, request.Policy.Customer);

    /// <summary>Offers that no longer hold are used only where there is no other, and that is said.</summary>
    private Offer[] Valid(PartDemand part, Offer[] offers, BomLog log)
    {
        if (request.Policy.AsOf is not { } day) return offers;
        Offer[] valid = [.. offers.Where(offer => offer.Date?.Until is not { } until || until >= day)];
        if (valid.Length > 0)
        {
            foreach (var offer in offers.Except(valid))
                log.Info("sourcing.offer-expired", part.Line, FormattableString.Invariant($"{part.Name}: the offer of {offer.Supplier}{(offer.QuoteNumber.Length > 0 ? $" ({offer.QuoteNumber})" : "")} held until {offer.Date!.Until:yyyy-MM-dd} and is not used, as others hold; ask for a new one ({offer.Source}:{offer.Row})"));
        }
        if (valid.Length > 0 || offers.Length == 0) return valid;
        log.Warning("sourcing.expired", part.Line, $"{part.Name}: every offer has expired by {day:yyyy-MM-dd} ({offers[0].Supplier}: {offers[0].Date}); they are used all the same, as price lists. Ask for new ones");
        return [.. offers.Select(offer => offer with { Date = null })];
    }

    private Candidate? Landed(PartDemand part, Offer offer, BomLog log)
    {
        var landed = LandedCost.Of(offer, landing, part.Kind.Class, origins.For(offer));
        foreach (var note in landed.Notes) log.Info("sourcing.landing", part.Line, $"{part.Name}, {offer.Supplier}: {note}");
        if (NoRateForFees(landed.Order.Terms) is { } currency && told.Add(landed.Order.Supplier))
            log.Warning("sourcing.no-rate", part.Line, $"{offer.Supplier}: freight and fees are in {currency} and there is no exchange rate to {landing.Currency}; they are not in the cost. Give a rate in the plant file");
        if (landed.IsUsable) return Candidate.Of(landed, Feeds(part, offer, log), request.Tables.Suppliers, SellerOrder.IsReserve(offer, request.Policy.Brokers));
        log.Warning(landed.Rate is null ? "sourcing.no-rate" : "sourcing.not-reckoned", part.Line, $"{part.Name}: the offer of {offer.Supplier} is not used: {landed.Refusal}");
        return null;
    }

    /// <summary>The currency of an order's fees that cannot be converted; null when they can, or are nothing.</summary>
    private Currency? NoRateForFees(OrderTerms terms) =>
        (terms.Freight.Amount > 0 || terms.OrderFee.Amount > 0) && landing.Rates.Find(terms.Freight.Currency, landing.Currency) is null ? terms.Freight.Currency : null;

    /// <summary>Ways to feed it whose cost can be said; where that is none, the material is left out of the cost, which is told.</summary>
    private ImmutableArray<FeedOption> Feeds(PartDemand part, Offer offer, BomLog log)
    {
        var ways = Feeding.Ways(offer, part.Kind.Mounting, part.Kind.Size, request.Tables.Feeding);
        ImmutableArray<FeedOption> priced = [.. ways.Select(way => FeedOption.Of(way, landing, request.Plant)).OfType<FeedOption>()];
        var lacking = ways.FirstOrDefault(way => FeedOption.Of(way, landing, request.Plant) is null)?.Material;
        if (lacking is { } material && told.Add($"feeding {material.Currency}"))
            log.Warning("sourcing.no-rate", part.Line, $"joining leaders and reeling cost {material.Currency} and there is no exchange rate to {landing.Currency}; {(priced.IsEmpty ? "they are not in the cost" : "strips are fed only in other ways")}. Give a rate in the plant file");
        return priced.IsEmpty ? [.. ways.Select(way => FeedOption.Of(way with { Material = null }, landing, request.Plant)).OfType<FeedOption>()] : priced;
    }

    /// <summary>What the line cannot take as it arrives is left out where there is another way.</summary>
    private static ImmutableArray<Candidate> Feedable(PartDemand part, ImmutableArray<Candidate> candidates, BomLog log)
    {
        var fed = candidates.Where(one => one.Feeds[0].Feed.Way != FeedWay.NotAsTheyAre).ToImmutableArray();
        if (fed.Length > 0 || candidates.IsEmpty) return fed;
        log.Warning("sourcing.not-fed", part.Line, $"{part.Name}: {candidates[0].Feeds[0].Feed.Reason(0)}; every offer is so, and it is bought all the same");
        return candidates;
    }
}

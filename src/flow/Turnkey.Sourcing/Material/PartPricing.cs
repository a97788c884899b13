using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub.PartNumbers;

namespace Turnkey.Sourcing.Material;

/// <summary>Finds the ways to buy a part: matching offers and lists first, else the plant's price for its class.</summary>
internal sealed class PartPricing
{
    /// <summary>Where a part has more offers, the dearest are left out and that is said.</summary>
    private const int MostCandidates = 100;

    private readonly SourcingRequest request;
    private readonly LandingTerms landing;
    private readonly PartIdentities parts;
    private readonly ILookup<string, Offer> byMpn;
    private readonly ILookup<string, Offer> byBase;
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private readonly ILookup<string, Offer> byCode;

    public PartPricing(SourcingRequest request, PartIdentities parts, LandingTerms landing)
    {
        this.request = request;
        this.parts = parts;
        this.landing = landing;
        byMpn = request.Offers.Offers.Where(offer => offer.Mpn is not null).ToLookup(offer => offer.Mpn!.Value.Key, StringComparer.Ordinal);
        byBase = request.Offers.Offers.Where(offer => offer.Mpn is not null).ToLookup(offer => PackagingVariants.Of(offer.Mpn!.Value, offer.Manufacturer).Base, StringComparer.Ordinal);
        byCode = request.Offers.Offers.Where(offer => offer.SupplierCode is not null).ToLookup(offer => offer.SupplierCode!.Value.Key, StringComparer.Ordinal);
    }

    /// <summary>Offers that the policy allows for a part and whose prices can be converted, in the book's order.</summary>
    public ImmutableArray<Candidate> Candidates(PartDemand part, BomLog log)
    {
        var matching = Matching(part).Distinct().ToArray();
        var (open, others) = (matching.Where(IsOpen).ToArray(), matching.Count(offer => !IsOpen(offer)));
        if (open.Length == 0 && others > 0) log.Info("sourcing.contract", part.Line, $"{part.Name}: {others} offers belong to other customers' contracts and are not used; name the customer if it is this one");
        var current = Valid(part, open, log);
        var allowed = Allowed(part, current, log);
        var candidates = Feedable(part, [.. allowed.Select(offer => Landed(part, offer, log)).OfType<Candidate>()], log);
        if (candidates.Length <= MostCandidates) return candidates;
        log.Warning("sourcing.many-offers", part.Line, $"{part.Name}: {candidates.Length} offers; the {MostCandidates} cheapest at their lowest price are looked at");
        return [.. candidates.Index().OrderBy(one => one.Item.Prices[^1].Landed.Likely).ThenBy(one => one.Index).Take(MostCandidates).OrderBy(one => one.Index).Select(one => one.Item)];
    }

    /// <summary>The plant's price for a class, with its volume table; null when the class has none.</summary>
    public ClassPrice? Estimate(string partClass) => ClassPrice.Of(request.Plant, partClass);

    /// <summary>Offers of the part's numbers in any packaging, under its codes, and for a generic part of what has all that it asks for.</summary>
    private IEnumerable<Offer> Matching(PartDemand part)
    {
        foreach (var (mpn, manufacturer) in part.Allowed)
        {
            foreach (var offer in byMpn[mpn.Key].Where(offer => Manufacturers.Agree(offer.Manufacturer, manufacturer))) yield return offer;
            foreach (var offer in byBase[PackagingVariants.Of(mpn, manufacturer).Base])
            {
                if (Manufacturers.Agree(offer.Manufacturer, manufacturer) && PackagingVariants.SamePart(offer.Mpn!.Value, mpn, manufacturer ?? offer.Manufacturer)) yield return offer;
            }
        }
        foreach (var code in part.Codes)
        {
            foreach (var offer in byCode[code.Code.Key].Where(offer => Manufacturers.SameSupplier(offer.Supplier, code.Distributor))) yield return offer;
        }
        foreach (var (offer, _) in parts.Proposed(part.Part)) yield return offer;
    }

    private bool IsOpen(Offer offer) => offer.Customer.Length == 0 || Customers.Same(offer.Customer, request.Policy.Customer);

    /// <summary>Offers that no longer hold are used only where there is no other, and that is said.</summary>
    private Offer[] Valid(PartDemand part, Offer[] offers, BomLog log)
    {
        if (request.Policy.AsOf is not { } day) return offers;
        Offer[] valid = [.. offers.Where(offer => offer.Date?.Until is not { } until || until >= day)];
        if (valid.Length > 0 || offers.Length == 0) return valid;
        log.Warning("sourcing.expired", part.Line, $"{part.Name}: every offer has expired by {day:yyyy-MM-dd} ({offers[0].Supplier}: {offers[0].Date}); they are used all the same, as price lists. Ask for new ones");
        return [.. offers.Select(offer => offer with { Date = null })];
    }

    private Offer[] Allowed(PartDemand part, Offer[] offers, BomLog log)
    {
        if (request.Policy.Brokers == BrokerPolicy.Allowed) return offers;
        Offer[] known = [.. offers.Where(offer => offer.Channel != SupplyChannel.Independent)];
        if (known.Length > 0 || offers.Length == 0) return known;
        if (request.Policy.Brokers == BrokerPolicy.Never)
        {
            log.Warning("sourcing.broker-only", part.Line, $"{part.Name}: only independent sellers offer it ({offers[0].Supplier}), and they are not allowed");
            return [];
        }
        log.Warning("sourcing.broker-only", part.Line, $"{part.Name}: only independent sellers offer it ({offers[0].Supplier}); have the parts inspected for counterfeits, or ask the manufacturer's own channel");
        return offers;
    }

    private Candidate? Landed(PartDemand part, Offer offer, BomLog log)
    {
        var landed = LandedCost.Of(offer, landing, part.Kind.Class);
        foreach (var note in landed.Notes) log.Info("sourcing.landing", part.Line, $"{part.Name}, {offer.Supplier}: {note}");
        if (NoRateForFees(landed.Order.Terms) is { } currency && told.Add(landed.Order.Supplier))
            log.Warning("sourcing.no-rate", part.Line, $"{offer.Supplier}: freight and fees are in {currency} and there is no exchange rate to {landing.Currency}; they are not in the cost. Give a rate in the plant file");
        if (landed.IsUsable) return Candidate.Of(landed, Feeding.Of(offer, 1, part.Kind.Mounting, part.Kind.Size, request.Tables.Feeding));
        log.Warning(landed.Rate is null ? "sourcing.no-rate" : "sourcing.not-reckoned", part.Line, $"{part.Name}: the offer of {offer.Supplier} is not used: {landed.Refusal}");
        return null;
    }

    /// <summary>The currency of an order's fees that cannot be converted; null when they can, or are nothing.</summary>
    private Currency? NoRateForFees(OrderTerms terms) =>
        (terms.Freight.Amount > 0 || terms.OrderFee.Amount > 0) && landing.Rates.Find(terms.Freight.Currency, landing.Currency) is null ? terms.Freight.Currency : null;

    /// <summary>What the line cannot take as it arrives is left out where there is another way.</summary>
    private static ImmutableArray<Candidate> Feedable(PartDemand part, ImmutableArray<Candidate> candidates, BomLog log)
    {
        var fed = candidates.Where(one => one.Feed.Way != FeedWay.NotAsTheyAre).ToImmutableArray();
        if (fed.Length > 0 || candidates.IsEmpty) return fed;
        log.Warning("sourcing.not-fed", part.Line, $"{part.Name}: {candidates[0].Feed.Reason}; every offer is so, and it is bought all the same");
        return candidates;
    }
}

using System.Collections.Immutable;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>Finds the ways to buy a part: matching offers and lists first, else the plant's price for its class.</summary>
internal sealed class PartPricing
{
    /// <summary>Where a part has more offers, the dearest are left out and that is said.</summary>
    private const int MostCandidates = 100;

    private readonly SourcingRequest request;
    private readonly ILookup<string, Offer> byMpn;
    private readonly ILookup<string, Offer> byCode;

    public PartPricing(SourcingRequest request)
    {
        this.request = request;
        byMpn = request.Offers.Offers.Where(offer => offer.Mpn is not null).ToLookup(offer => offer.Mpn!.Value.Key, StringComparer.Ordinal);
        byCode = request.Offers.Offers.Where(offer => offer.SupplierCode is not null).ToLookup(offer => offer.SupplierCode!.Value.Key, StringComparer.Ordinal);
    }

    /// <summary>Offers that the policy allows for a part and whose prices can be converted, in the book's order.</summary>
    public ImmutableArray<Candidate> Candidates(PartDemand part, SourcingLog log)
    {
        var matching = Matching(part).Distinct().ToArray();
        var (open, others) = (matching.Where(IsOpen).ToArray(), matching.Count(offer => !IsOpen(offer)));
        if (open.Length == 0 && others > 0) log.Info("sourcing.contract", part.Line, $"{part.Name}: {others} offers belong to other customers' contracts and are not used; name the customer if it is this one");
        var current = Valid(part, open, log);
        var allowed = Allowed(part, current, log);
        var candidates = allowed.Select(offer => Landed(part, offer, log)).OfType<Candidate>().ToImmutableArray();
        if (candidates.Length <= MostCandidates) return candidates;
        log.Warning("sourcing.many-offers", part.Line, $"{part.Name}: {candidates.Length} offers; the {MostCandidates} cheapest at their lowest price are looked at");
        return [.. candidates.Index().OrderBy(one => one.Item.Prices[^1].Landed.Likely).ThenBy(one => one.Index).Take(MostCandidates).OrderBy(one => one.Index).Select(one => one.Item)];
    }

    /// <summary>The plant's price for a class, with its volume table; null when the class has none.</summary>
    public ClassPrice? Estimate(string partClass) => ClassPrice.Of(request.Plant, partClass);

    private IEnumerable<Offer> Matching(PartDemand part)
    {
        foreach (var (mpn, manufacturer) in part.Allowed)
        {
            foreach (var offer in byMpn[mpn.Key].Where(offer => Manufacturers.Agree(offer.Manufacturer, manufacturer))) yield return offer;
        }
        foreach (var (supplier, code) in part.SupplierCodes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var offer in byCode[code.Key].Where(offer => Manufacturers.SameSupplier(offer.Supplier, supplier))) yield return offer;
        }
    }

    private bool IsOpen(Offer offer) => offer.Customer.Length == 0 || (request.Policy.Customer.Length > 0 && Manufacturers.SameSupplier(offer.Customer, request.Policy.Customer));

    /// <summary>Offers that no longer hold are used only where there is no other, and that is said.</summary>
    private Offer[] Valid(PartDemand part, Offer[] offers, SourcingLog log)
    {
        if (request.Policy.AsOf is not { } day) return offers;
        Offer[] valid = [.. offers.Where(offer => offer.Date?.Until is not { } until || until >= day)];
        if (valid.Length > 0 || offers.Length == 0) return valid;
        log.Warning("sourcing.expired", part.Line, $"{part.Name}: every offer has expired by {day:yyyy-MM-dd} ({offers[0].Supplier}: {offers[0].Date}); they are used all the same, as price lists. Ask for new ones");
        return [.. offers.Select(offer => offer with { Date = null })];
    }

    private Offer[] Allowed(PartDemand part, Offer[] offers, SourcingLog log)
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

    private Candidate? Landed(PartDemand part, Offer offer, SourcingLog log)
    {
        if (request.Plant.Rates.Find(offer.Currency, request.Currency) is not { } rate)
        {
            log.Warning("sourcing.no-rate", part.Line, $"{part.Name}: {offer.Supplier} asks {offer.Currency} and there is no exchange rate to {request.Currency} (give one in the plant file); the offer is not used");
            return null;
        }
        var converted = rate.From == rate.To ? "" : $", {offer.Currency} at {Calculation.Text(rate.Rate)} of {rate.Date} ({rate.Source})";
        var place = offer.Row > 0 ? $"{offer.Source}:{Calculation.Text(offer.Row)}" : offer.Source;
        return new Candidate(offer, [.. offer.Breaks.Select(Land)], offer.ReelingFee is { } fee ? Millionths(fee.Amount * rate.Rate) : 0m,
            $"{offer.Supplier}{(offer.Date is { } date ? $" {date}" : "")}{(offer.QuoteNumber.Length > 0 ? $", quotation {offer.QuoteNumber}" : "")}, {place}{converted}");

        LandedPrice Land(PriceBreak one)
        {
            var value = Millionths(one.UnitPrice.Amount * rate.Rate);
            return new(one.Quantity, one.UnitPrice, value, Spread.Exactly(value));
        }
    }

    /// <summary>Rounds half away from zero to a millionth, the unit that plans are reckoned in; never down to nothing.</summary>
    private static decimal Millionths(decimal amount) => amount > 0 ? Math.Max(0.000001m, Math.Round(amount, 6, MidpointRounding.AwayFromZero)) : 0m;
}

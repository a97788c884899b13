using System.Collections.Immutable;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Makers;
using Turnkey.Sourcing.Scrub.PartNumbers;

namespace Turnkey.Sourcing.Material;

/// <summary>Which offers are of a part: by its numbers and makers, its suppliers' codes or its parameters.</summary>
internal sealed class OfferMatching(ImmutableArray<Offer> offers, PartIdentities parts)
{
    private readonly ILookup<string, Offer> byMpn = offers.Where(offer => offer.Mpn is not null).ToLookup(offer => offer.Mpn!.Value.Key, StringComparer.Ordinal);
    private readonly ILookup<string, Offer> byBase =
        offers.Where(offer => offer.Mpn is not null).ToLookup(offer => PackagingVariants.Of(offer.Mpn!.Value, offer.Manufacturer).Base, StringComparer.Ordinal);
    private readonly ILookup<string, Offer> byCode = offers.Where(offer => offer.SupplierCode is not null).ToLookup(offer => offer.SupplierCode!.Value.Key, StringComparer.Ordinal);

    /// <summary>Offers of the part's numbers in any packaging, under its codes, and for a generic part of what has all that it asks for.</summary>
    public IEnumerable<Offer> Of(PartDemand part, BomLog log)
    {
        Offer[] found = [.. All(part, log)];
        if (found.Length == 0) TellOtherMakers(part, log);
        return found;
    }

    /// <summary>Nobody offers the part of the maker that is named, and somebody offers the number: the name may be wrong, or the part another one.</summary>
    private void TellOtherMakers(PartDemand part, BomLog log)
    {
        foreach (var (mpn, manufacturer) in part.Allowed)
        {
            if (manufacturer is null || byMpn[mpn.Key].FirstOrDefault(offer => !string.IsNullOrWhiteSpace(offer.Manufacturer)) is not { } other) continue;
            var known = MakerDirectory.Default.Find(manufacturer) is { Certainty: not Certainty.Unknown };
            log.Warning("sourcing.other-maker", part.Line, $"{part.Name}: {other.Supplier} offers a {other.Mpn} of {other.Manufacturer}, and the line names {manufacturer}{(known ? "" : ", a maker that is not known")}; it is not bought. Say whether it is the part that is meant");
            return;
        }
    }

    private IEnumerable<Offer> All(PartDemand part, BomLog log)
    {
        foreach (var (mpn, manufacturer) in part.Allowed)
        {
            foreach (var offer in OfMaker(part, byMpn[mpn.Key], manufacturer, log)) yield return offer;
            foreach (var offer in OfMaker(part, byBase[PackagingVariants.Of(mpn, manufacturer).Base].Where(offer => offer.Mpn != mpn && PackagingVariants.SamePart(offer.Mpn!.Value, mpn, manufacturer ?? offer.Manufacturer)), manufacturer, log)) yield return offer;
        }
        foreach (var code in part.Codes)
        {
            // A code is one product; where that is another maker's under the same number, the BOM's maker decides.
            foreach (var offer in byCode[code.Code.Key].Where(offer => Manufacturers.SameSupplier(offer.Supplier, code.Distributor) && (offer.Mpn != part.Mpn || Manufacturers.Agree(offer.Manufacturer, part.Manufacturer)))) yield return offer;
        }
        foreach (var (offer, _) in parts.Proposed(part.Part)) yield return offer;
    }

    /// <summary>Offers by the maker; where other makers sell the same number, offers that name no maker are left out while there are some that do.</summary>
    private static IEnumerable<Offer> OfMaker(PartDemand part, IEnumerable<Offer> offers, string? manufacturer, BomLog log)
    {
        var all = offers.ToArray();
        Offer[] own = [.. all.Where(offer => Manufacturers.Agree(offer.Manufacturer, manufacturer))];
        Offer[] named = [.. own.Where(offer => !string.IsNullOrWhiteSpace(offer.Manufacturer))];
        if (own.Length == all.Length || named.Length == own.Length) return own;
        var unnamed = own.First(offer => string.IsNullOrWhiteSpace(offer.Manufacturer));
        log.Info("sourcing.maker-not-said", part.Line, $"{part.Name}: several makers sell this number, and {unnamed.Supplier} does not say whose part it offers{(named.Length > 0 ? "; it is left out" : "; it is taken for " + manufacturer + "'s. Ask")}");
        return named.Length > 0 ? named : own;
    }
}

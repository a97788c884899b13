using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Plants;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Approved;

namespace Turnkey.Pipeline;

/// <summary>The parts of a design, scrubbed: by themselves, or with the offers and the approved list of a request.</summary>
public static class BomExamination
{
    /// <param name="design">With its product and BOMs.</param>
    /// <param name="offers">Resolve suppliers' codes and hold the proposals for generic parts.</param>
    /// <param name="approved">Approved and forbidden parts.</param>
    /// <param name="customer">Whose approvals count beside those for everybody; null where none is named.</param>
    public static ScrubbedBom Of(Design design, OfferBook offers, ImmutableArray<ApprovedPart> approved, string? customer)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(offers);
        return BomScrub.Scrub(ScrubRequest.Of(design.Product, Plant.Default.Parts) with { Catalogue = Catalogue(offers), Approved = approved, Customer = customer });
    }

    /// <summary>What the offers sell, once each.</summary>
    internal static ImmutableArray<CatalogueEntry> Catalogue(OfferBook offers) =>
        [.. offers.Offers.Select(offer => new CatalogueEntry(offer.Supplier, offer.SupplierCode, offer.Manufacturer, offer.Mpn, offer.Description)).Distinct()];
}

using Turnkey.Designs.Parts;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub;

namespace Turnkey.Sourcing.Material;

/// <summary>Which part each BOM line means: the scrubbed parts list, and the way from a line to its part and from a proposal to its offer.</summary>
public sealed class PartIdentities
{
    private readonly Dictionary<BomLine, int> parts;
    private readonly Dictionary<CatalogueEntry, Offer> offers;

    private PartIdentities(ScrubbedBom bom, Dictionary<CatalogueEntry, Offer> offers, RecordedOffers recorded)
    {
        Bom = bom;
        Recorded = recorded;
        this.offers = offers;
        parts = new Dictionary<BomLine, int>(ReferenceEqualityComparer.Instance);
        foreach (var (i, line) in bom.Lines.Index())
        {
            foreach (var use in line.Uses) parts[use.Line] = i;
        }
    }

    public ScrubbedBom Bom { get; }

    /// <summary>The request's offers, each once.</summary>
    internal RecordedOffers Recorded { get; }

    /// <summary>Pure: the same for every quantity, so it can be made once for several.</summary>
    public static PartIdentities Of(SourcingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var recorded = RecordedOffers.Of(request);
        var entries = recorded.Offers.Select(offer => (Offer: offer, Entry: new CatalogueEntry(offer.Supplier, offer.SupplierCode, offer.Manufacturer, offer.Mpn, offer.Description))).ToArray();
        var sellers = new Dictionary<CatalogueEntry, Offer>(ReferenceEqualityComparer.Instance);
        foreach (var (offer, entry) in entries) sellers[entry] = offer;
        var scrub = new ScrubRequest([.. request.Assemblies.Select(one => new ScrubAssembly(one.Assembly, one.PerProduct) { Path = one.Path })], request.Plant.Parts)
        {
            Catalogue = [.. entries.Select(one => one.Entry)],
            Approved = request.Approved,
            Customer = request.Policy.Customer.Length > 0 ? request.Policy.Customer : null,
        };
        return new(BomScrub.Scrub(scrub), sellers, recorded);
    }

    internal (int Index, ScrubbedLine Part) PartOf(BomLine line) => (parts[line], Bom.Lines[parts[line]]);

    /// <summary>Offers of parts that have everything a generic part asks for, with why each fits.</summary>
    internal IEnumerable<(Offer Offer, string Reason)> Proposed(ScrubbedLine part) =>
        part.Proposals.Where(proposal => proposal.IsComplete && offers.ContainsKey(proposal.Entry)).Select(proposal => (offers[proposal.Entry], proposal.Reason));
}

using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Formats.Tables;
using Turnkey.Kernel;
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
        [.. offers.Offers.Select(offer => new CatalogueEntry(offer.Supplier, offer.SupplierCode, offer.Manufacturer, offer.Mpn, "")).Distinct()];

    /// <summary>The approved list of a request; null with the reason where it cannot be used: buying forbidden parts is worse than not starting.</summary>
    internal static (ImmutableArray<ApprovedPart>? Parts, ImmutableArray<Diagnostic> Diagnostics) Approved(string? path)
    {
        if (path is null) return ([], []);
        var file = InputFile.Read(path, "avl");
        if (file.Content is null) return (null, [file.Refusal!]);
        var workbook = TableReader.Read(file.Name, file.Content);
        var lists = workbook.Sheets.Where(sheet => !sheet.Rows.IsEmpty).Select(sheet => AvlReader.Read(file.Name, OffersInput.Rows(sheet), sheet.Rows[0].Line)).ToArray();
        ImmutableArray<Diagnostic> diagnostics = [.. workbook.Diagnostics, .. lists.SelectMany(list => list.Diagnostics)];
        return lists.Any(list => !list.Parts.IsEmpty) ? ([.. lists.SelectMany(list => list.Parts)], diagnostics) : (null, [Diagnostic.Error("scrub.avl-empty", file.Name, 0, "the approved list names no part"), .. diagnostics]);
    }
}

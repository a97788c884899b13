using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub.PartNumbers;

namespace Turnkey.Sourcing.Scrub.Lines;

/// <summary>The catalogue by suppliers' codes.</summary>
internal sealed class CatalogueIndex(IReadOnlyList<CatalogueEntry> entries)
{
    private readonly ILookup<string, CatalogueEntry> byCode = entries.Where(entry => entry.SupplierCode is not null).ToLookup(entry => entry.SupplierCode!.Value.Key, StringComparer.Ordinal);

    /// <summary>What a supplier sells under a code; null when the catalogue does not know, or knows two different parts.</summary>
    public CatalogueEntry? Resolve(string distributor, PartNumber code)
    {
        var found = byCode[code.Key].Where(entry => Distributors.Same(entry.Supplier, distributor) && entry.Mpn is not null).ToArray();
        return found.Length > 0 && found.All(entry => entry.Mpn == found[0].Mpn) ? found[0] : null;
    }
}

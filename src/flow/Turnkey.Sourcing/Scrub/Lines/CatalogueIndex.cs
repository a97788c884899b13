using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub.Makers;
using Turnkey.Sourcing.Scrub.PartNumbers;

namespace Turnkey.Sourcing.Scrub.Lines;

/// <summary>The catalogue by suppliers' codes and makers' numbers.</summary>
internal sealed class CatalogueIndex(IReadOnlyList<CatalogueEntry> entries)
{
    private readonly ILookup<string, CatalogueEntry> byCode = entries.Where(entry => entry.SupplierCode is not null).ToLookup(entry => entry.SupplierCode!.Value.Key, StringComparer.Ordinal);

    private readonly ILookup<PartNumber, CatalogueEntry> byMpn = entries.Where(entry => entry.Mpn is not null).ToLookup(entry => entry.Mpn!.Value);

    /// <summary>Makers whose parts are sold under a number (<see cref="MakerChoice.Of"/>).</summary>
    public ImmutableArray<MakerChoice> Makers(PartNumber mpn) => MakerChoice.Of(byMpn[mpn]);

    /// <summary>What a supplier sells under a code; null when the catalogue does not know, or knows two different parts.</summary>
    public CatalogueEntry? Resolve(string distributor, PartNumber code)
    {
        var found = byCode[code.Key].Where(entry => Distributors.Same(entry.Supplier, distributor) && entry.Mpn is not null).ToArray();
        return found.Length > 0 && found.All(entry => entry.Mpn == found[0].Mpn && MakerDirectory.Default.Agree(entry.Manufacturer, found[0].Manufacturer)) ? found[0] : null;
    }

    /// <summary>Whether anybody sells a part under a maker's number.</summary>
    public bool Sells(PartNumber mpn) => byMpn[mpn].Any();

    /// <summary>What suppliers sell under a code of their own, whoever they are.</summary>
    public IEnumerable<CatalogueEntry> Coded(PartNumber code) => byCode[code.Key];
}

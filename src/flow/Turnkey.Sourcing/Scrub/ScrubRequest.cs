using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Plants.Parts;
using Turnkey.Sourcing.Scrub.Approved;

namespace Turnkey.Sourcing.Scrub;

/// <summary>What is to be scrubbed.</summary>
/// <param name="Assemblies">Every assembly of the product with its number per product.</param>
/// <param name="Parts">The plant's part library.</param>
public sealed record ScrubRequest(ImmutableArray<ScrubAssembly> Assemblies, PartLibrary Parts)
{
    /// <summary>What suppliers are known to sell: resolves their codes, and holds the candidates for generic parts.</summary>
    public IReadOnlyList<CatalogueEntry> Catalogue { get; init; } = [];

    /// <summary>Approved and forbidden parts.</summary>
    public IReadOnlyList<ApprovedPart> Approved { get; init; } = [];

    /// <summary>Customer whose approvals count beside those for everybody; null where none is named.</summary>
    public string? Customer { get; init; }

    /// <summary>
    /// The request for all that is bought for a product: its assemblies with their number per product, and the cables, mechanical parts and packaging of each
    /// level as lines of an assembly of their own, so that they are scrubbed like any other part.
    /// </summary>
    public static ScrubRequest Of(Product product, PartLibrary parts)
    {
        ArgumentNullException.ThrowIfNull(product);
        var flat = ProductParts.Of(product);
        return new ScrubRequest([.. flat.Boards.Concat(flat.ToBuy(product.Name)).Select(board => new ScrubAssembly(board.Assembly, board.PerProduct) { Path = board.Path })], parts);
    }
}

/// <summary>One assembly of the product.</summary>
/// <param name="Assembly">With its BOM.</param>
/// <param name="PerProduct">Whole assemblies in one product.</param>
public sealed record ScrubAssembly(Assembly Assembly, long PerProduct)
{
    /// <summary>Names of the items it stands in, outermost first and itself last.</summary>
    public ImmutableArray<string> Path { get; init; } = [];
}

/// <summary>A part that somebody sells, as the scrub needs to know it.</summary>
/// <param name="Supplier">Who sells it.</param>
/// <param name="SupplierCode">The supplier's own code; null when not said.</param>
/// <param name="Manufacturer">As written; null when not said.</param>
/// <param name="Mpn">Maker's number; null when not said.</param>
/// <param name="Description">As written; empty when not said.</param>
public sealed record CatalogueEntry(string Supplier, PartNumber? SupplierCode, string? Manufacturer, PartNumber? Mpn, string Description);

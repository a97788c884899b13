using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub.Approved;

namespace Turnkey.Sourcing.Material;

/// <summary>What material is wanted for.</summary>
/// <param name="Assemblies">With how many of each go into a product.</param>
/// <param name="Plant">In the currency of <paramref name="Currency"/>.</param>
/// <param name="Products">Products that one purchase is for: the yearly volume, or the release.</param>
/// <param name="Release">Products per release: what has to be on stock at once.</param>
public sealed record SourcingRequest(ImmutableArray<AssemblyDemand> Assemblies, Plant Plant, OfferBook Offers, Currency Currency, Consignment Consignment, long Products, long Release)
{
    public SourcingPolicy Policy { get; init; } = SourcingPolicy.Default;

    /// <summary>Approved and forbidden parts, of this customer and of all.</summary>
    public ImmutableArray<ApprovedPart> Approved { get; init; } = [];

    /// <summary>Made by <see cref="PartIdentities.Of"/> from a request with the same assemblies and offers, where several quantities share it; null: made anew.</summary>
    public PartIdentities? Parts { get; init; }

    /// <summary>Duties, suppliers' terms and what the line can feed.</summary>
    public SourcingTables Tables { get; init; } = SourcingTables.Shipped;
}

/// <param name="PerProduct">Whole assemblies in one product.</param>
public sealed record AssemblyDemand(Assembly Assembly, int PerProduct)
{
    /// <summary>True for cables, boxes and the like: no class price says anything about them, so without an offer they have no price.</summary>
    public bool OffersOnly { get; init; }

    /// <summary>Names of the items it stands in, outermost first and itself last; empty where that is not known.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>All that is bought for a product: the parts of its boards, and cables, boxes and packaging that have a part number and no stated price.</summary>
    /// <param name="product">Laid flat.</param>
    /// <param name="name">Of the product, for what belongs to no board.</param>
    public static ImmutableArray<AssemblyDemand> Of(ProductParts product, string name)
    {
        ArgumentNullException.ThrowIfNull(product);
        return
        [
            .. product.Boards.Select(board => new AssemblyDemand(board.Assembly, board.PerProduct) { Path = board.Path }),
            .. product.ToBuy(name).Select(place => new AssemblyDemand(place.Assembly, place.PerProduct) { OffersOnly = true, Path = place.Path }),
        ];
    }
}

/// <param name="Lines">One per BOM line, in the order of assemblies and rows.</param>
/// <param name="Currency">Of every amount in it.</param>
public sealed record MaterialPlan(ImmutableArray<MaterialLine> Lines, ImmutableArray<Diagnostic> Diagnostics, Currency Currency)
{
    /// <summary>One per part that is bought or drawn from stock, in the order of their first lines.</summary>
    public ImmutableArray<PartPurchase> Purchases { get; init; } = [];

    /// <summary>By supplier's name; suppliers from whom something is ordered.</summary>
    public ImmutableArray<SupplierOrder> Orders { get; init; } = [];

    /// <summary>Null when nothing is bought on offers.</summary>
    public PlanProof? Proof { get; init; }
}

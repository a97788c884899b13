using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;

namespace Turnkey.Designs.Products;

/// <summary>What is quoted: a tree of board assemblies and what goes with them. One board is the simple case.</summary>
public sealed record Product(string Name, ImmutableArray<ProductItem> Items);

public enum ProductItemKind
{
    /// <summary>A board with parts on it.</summary>
    Assembly,
    /// <summary>A bare board.</summary>
    Board,
    Cable,
    Mechanical,
    Firmware,
    Packaging,
}

/// <summary>One item of a product.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As the customer calls it.</param>
/// <param name="Quantity">Per product.</param>
public sealed record ProductItem(ProductItemKind Kind, string Name, Quantity Quantity)
{
    /// <summary>Set for <see cref="ProductItemKind.Assembly"/> and <see cref="ProductItemKind.Board"/>.</summary>
    public Assembly? Assembly { get; init; }

    /// <summary>Part to buy, for cables, mechanical parts and packaging; null when it is made to drawing or not said.</summary>
    public PartNumber? Mpn { get; init; }
    public string? Manufacturer { get; init; }

    /// <summary>Price the product file states per unit of quantity; null when none.</summary>
    public Money? StatedPrice { get; init; }

    /// <summary>Labour to fit it in the product, in seconds per unit, where the product file states it.</summary>
    public double? LabourSeconds { get; init; }

    public ImmutableArray<ProductItem> Items { get; init; } = [];
}

/// <summary>A board with what is mounted on it; for a bare board BOM and placements are empty.</summary>
public sealed record Assembly(string Name, Board? Board, BillOfMaterials Bom, ImmutableArray<Placement> Placements, BuildSpecification Specification);

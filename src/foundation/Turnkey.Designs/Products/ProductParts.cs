using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;

namespace Turnkey.Designs.Products;

/// <summary>An assembly or bare board of the product, with how many go into one.</summary>
/// <param name="Assembly">The board with its parts.</param>
/// <param name="PerProduct">How many, at least 1.</param>
/// <param name="Programmed">Firmware belongs to it.</param>
public sealed record ProductBoard(Assembly Assembly, int PerProduct, bool Programmed)
{
    /// <summary>The product asks for a bare board: nothing is missing when it has no parts.</summary>
    public bool Bare { get; init; }

    /// <summary>Names of the items it stands in, outermost first and itself last.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    public bool HasBoard => Assembly.Board is { CopperLayers: > 0 };

    /// <summary>Parts that only the centroid file knows: they can be placed, and nobody knows what to buy.</summary>
    public int PlacedOnly => Assembly.Bom.IsEmpty && !Assembly.Placements.IsDefaultOrEmpty ? Assembly.Placements.Where(placement => !placement.DoNotPlace).Select(placement => placement.Designator).Distinct().Count() : 0;

    public bool HasParts => !Assembly.Bom.IsEmpty || !Assembly.Placements.IsDefaultOrEmpty;
}

/// <summary>A cable, mechanical part or packaging of the product.</summary>
/// <param name="Item">What it is.</param>
/// <param name="PerProduct">How much of it, above 0.</param>
public sealed record ProductThing(ProductItem Item, decimal PerProduct)
{
    /// <summary>Names of the items it stands in, outermost first; empty at the top.</summary>
    public ImmutableArray<string> Within { get; init; } = [];
}

/// <summary>The product tree laid flat, each item with its number per product.</summary>
/// <param name="Boards">In the tree's order.</param>
/// <param name="Things">In the tree's order.</param>
/// <param name="Firmwares">Number of them.</param>
/// <param name="Diagnostics">What is left out, and why.</param>
public sealed record ProductParts(ImmutableArray<ProductBoard> Boards, ImmutableArray<ProductThing> Things, int Firmwares, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>A cable, a mechanical part or packaging that is bought or fitted.</summary>
    public bool HasThingsToQuote => Things.Any(thing => thing.Item.StatedPrice is not null || thing.Item.Mpn is not null || thing.Item.LabourSeconds > 0);

    private const decimal MostPerProduct = 10_000m;
    private const int DeepestLevel = 16;

    public static ProductParts Of(Product product)
    {
        ArgumentNullException.ThrowIfNull(product);
        var boards = ImmutableArray.CreateBuilder<ProductBoard>();
        var things = ImmutableArray.CreateBuilder<ProductThing>();
        var firmwares = 0;
        var log = new DiagnosticLog("");
        Walk(product.Items, 1m, []);
        var programmed = firmwares > 0;
        return new ProductParts([.. boards.Select(board => board with { Programmed = board.Programmed || (programmed && boards.Count == 1) })], things.ToImmutable(), firmwares, [.. log.ToList()]);

        void Walk(ImmutableArray<ProductItem> items, decimal factor, ImmutableArray<string> within)
        {
            if (items.IsDefaultOrEmpty) return;
            if (within.Length > DeepestLevel) { log.Error("product.too-deep", 0, $"the product tree is deeper than {DeepestLevel} levels; what lies below is not quoted"); return; }
            foreach (var item in items)
            {
                var count = item.Quantity.Value * factor;
                if (count is <= 0 or > MostPerProduct) { log.Error("product.quantity", 0, $"{item.Name}: {count} per product cannot be quoted (up to {MostPerProduct}); it is left out"); continue; }
                var own = within.Add(item.Name);
                if (item.Kind == ProductItemKind.Firmware) firmwares++;
                else if (item.Assembly is { } assembly)
                {
                    if (count != decimal.Truncate(count)) log.Warning("product.quantity", 0, $"{item.Name}: {count} of an assembly is rounded up");
                    boards.Add(new ProductBoard(assembly, (int)decimal.Ceiling(count), !item.Items.IsDefaultOrEmpty && item.Items.Any(child => child.Kind == ProductItemKind.Firmware)) { Bare = item.Kind == ProductItemKind.Board, Path = own });
                }
                else things.Add(new ProductThing(item, count) { Within = within });
                Walk(item.Items, count, own);
            }
        }
    }

    /// <summary>What has a part number or a name but no stated price, as lines to find offers for: an assembly per place in the product.</summary>
    /// <param name="product">Name of the product, for what stands at its top.</param>
    public ImmutableArray<ProductBoard> ToBuy(string product) =>
    [
        .. Things.Where(thing => thing.Item.StatedPrice is null).GroupBy(thing => string.Join('\n', thing.Within), StringComparer.Ordinal).Select(place =>
        {
            var within = place.First().Within;
            var lines = place.Select(thing => new BomLine([], (int)decimal.Ceiling(thing.PerProduct), thing.Item.Manufacturer, thing.Item.Mpn, thing.Item.Name, "", thing.Item.Kind.ToString().ToLowerInvariant(), false, "product.yaml", 0));
            return new ProductBoard(new Assembly(within.IsEmpty ? product : within[^1], null, new BillOfMaterials([.. lines], []), [], BuildSpecification.Empty), 1, false) { Path = within.IsEmpty ? [product] : within };
        }),
    ];
}

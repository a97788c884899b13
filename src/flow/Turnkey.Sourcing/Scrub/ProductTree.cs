using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;

namespace Turnkey.Sourcing.Scrub;

/// <summary>The product tree laid flat: a board in a box with cables, mechanics, firmware and packaging.</summary>
internal static class ProductTree
{
    private const int DeepestLevel = 16;

    private const decimal MostPerProduct = 10_000m;

    /// <summary>
    /// Every assembly with its number per product, depth first; the bought cables, mechanical parts and packaging of each level as lines of an assembly of
    /// their own, so that they are scrubbed like any other part. Firmware is nothing to buy.
    /// </summary>
    public static IEnumerable<ScrubAssembly> Assemblies(Product product) => Walk(product.Name, product.Items, 1m, [], 0);

    private static IEnumerable<ScrubAssembly> Walk(string owner, ImmutableArray<ProductItem> items, decimal factor, ImmutableArray<string> path, int depth)
    {
        if (items.IsDefaultOrEmpty || depth > DeepestLevel) yield break;
        var things = items.Where(item => item.Assembly is null && item.Kind != ProductItemKind.Firmware && item.Mpn is not null && item.Quantity.Value is > 0 and <= MostPerProduct).ToArray();
        if (things.Length > 0)
        {
            // Part of a metre or gram is bought as a whole one: quantities of lines are pieces.
            var lines = things.Select(item => new BomLine([], (int)decimal.Ceiling(item.Quantity.Value), item.Manufacturer, item.Mpn, item.Name, "", item.Kind.ToString().ToLowerInvariant(), false, "product.yaml", 0));
            yield return new ScrubAssembly(new Assembly(owner, null, new BillOfMaterials([.. lines], []), [], BuildSpecification.Empty), (long)decimal.Ceiling(factor)) { Path = path.IsEmpty ? [owner] : path };
        }
        foreach (var item in items)
        {
            var count = item.Quantity.Value * factor;
            if (count is <= 0 or > MostPerProduct) continue;
            var own = path.Add(item.Name);
            if (item.Assembly is { } assembly) yield return new ScrubAssembly(assembly, (long)decimal.Ceiling(count)) { Path = own };
            foreach (var inner in Walk(item.Name, item.Items, count, own, depth + 1)) yield return inner;
        }
    }
}

using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Plants;
using Turnkey.Plants.Figures;

namespace Turnkey.ProcessPlanning.Routing;

/// <summary>What is done once per product: putting its items together (seconds as the product file states them) and packing.</summary>
internal static class ProductOperations
{
    private const decimal LongestLabour = 1_000_000m;

    public static ImmutableArray<Operation> Of(Product product, Plant plant, bool isBare)
    {
        var lot = new Lot(plant, 1, null);
        var operations = ImmutableArray.CreateBuilder<Operation>();
        foreach (var item in Items(product.Items, 0))
        {
            if (item.LabourSeconds is not { } seconds || !double.IsFinite(seconds) || seconds <= 0) continue;
            var each = Calculation.Count(decimal.Round((decimal)Math.Min(seconds, (double)LongestLabour), 3), "s");
            var run = item.Quantity.Value == 1 ? each : Calculation.Count(Math.Min(item.Quantity.Value, LongestLabour), item.Quantity.Unit.ToString().ToLowerInvariant()) * each;
            operations.Add(lot.Operation(OperationKind.BoxBuild, $"Fit {item.Name}", "hand-assembly", Calculation.Zero, run));
        }
        operations.Add(lot.Operation(OperationKind.Packaging, "Pack", "packaging", lot["packaging.set-up"], lot[isBare ? "packaging.bare-board-handling" : "packaging.handling"]));
        return operations.ToImmutable();
    }

    private static IEnumerable<ProductItem> Items(ImmutableArray<ProductItem> items, int depth) =>
        items.IsDefaultOrEmpty || depth > 16 ? [] : items.SelectMany(item => Items(item.Items, depth + 1).Prepend(item));
}

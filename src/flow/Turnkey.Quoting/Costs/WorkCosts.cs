using System.Collections.Immutable;
using Turnkey.Plants.Figures;
using Turnkey.ProcessPlanning;
using Turnkey.Sourcing;

namespace Turnkey.Quoting.Costs;

/// <summary>Labour and machine: set-up shared by the lot, and run time, at the work centre's rate.</summary>
internal static class WorkCosts
{
    private static readonly Calculation SecondsPerHour = Calculation.Count(3600, "s/h");

    /// <param name="operations">Of one assembly, or of the product.</param>
    /// <param name="lot">Assemblies per release.</param>
    /// <param name="perProduct">Assemblies in a product.</param>
    public static IEnumerable<CostLine> Of(IEnumerable<Operation> operations, long lot, int perProduct, string name) => operations
        .Select(operation => Line(operation, lot, perProduct, name)).Where(line => line.Amount != Spread.Zero);

    /// <summary>Hours per product.</summary>
    public static Calculation Hours(IEnumerable<Operation> operations, long lot, int perProduct)
    {
        var seconds = operations.Select(operation => (operation.SetUp.Value / lot) + operation.Run.Value).Aggregate(Spread.Zero, (sum, one) => sum + one) * perProduct;
        return Time(seconds);
    }

    /// <summary>A duration in hours as one number; its operations show what it is made of.</summary>
    public static Calculation Time(Spread seconds) => new(seconds / 3600m, $"{Calculation.Text(Math.Round(seconds.Likely / 3600m, 6))} h", []);

    public static CostCategory Category(OperationKind kind) => kind switch
    {
        OperationKind.Inspection or OperationKind.Programming or OperationKind.ElectricalTest or OperationKind.FunctionalTest => CostCategory.Test,
        OperationKind.Packaging => CostCategory.Packaging,
        _ => CostCategory.Assembly,
    };

    private static CostLine Line(Operation operation, long lot, int perProduct, string name)
    {
        var category = Category(operation.Kind);
        var parts = ImmutableArray.CreateBuilder<CostLine>();
        if (!operation.SetUp.IsZero) parts.Add(Leaf("set-up", operation.SetUp / Calculation.Count(lot, "in the lot")));
        if (!operation.Run.IsZero) parts.Add(Leaf("run", operation.Run));
        return CostLine.Sum(category, name.Length > 0 ? $"{name}: {operation.Name}" : operation.Name, parts) with { Source = operation.WorkCentre };

        CostLine Leaf(string label, Calculation seconds)
        {
            var cost = seconds / SecondsPerHour * operation.Rate;
            if (perProduct != 1) cost *= Calculation.Count(perProduct, "per product");
            return CostLine.Of(category, label, cost, cost.IsUncertain ? PriceBasis.Estimate : PriceBasis.PriceList);
        }
    }
}

using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Parts;
using Turnkey.ProcessPlanning.Panels;
using Turnkey.ProcessPlanning.Parts;
using Turnkey.ProcessPlanning.Routing;

namespace Turnkey.ProcessPlanning;

/// <summary>Says how an assembly would be built in a plant.</summary>
public static class ProcessPlanner
{
    /// <param name="assembly">With or without board, BOM and placements; without any of them the plan is shorter and says why.</param>
    /// <param name="plant">Where.</param>
    /// <param name="lotSize">Assemblies per release, from 1.</param>
    /// <param name="programmed">Firmware is loaded.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lotSize"/> is below 1.</exception>
    public static ProcessPlan Plan(Assembly assembly, Plant plant, int lotSize, bool programmed = false)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(plant);
        ArgumentOutOfRangeException.ThrowIfLessThan(lotSize, 1);
        var log = new DiagnosticLog("");
        var (parts, diagnostics) = PartPlanning.Plan(assembly, plant);
        var panel = assembly.Board is null ? null : Panelisation.Plan(assembly, plant, lotSize, log);
        var lot = new Lot(plant, lotSize, panel) { WithoutFiducials = assembly.Specification[SpecificationNames.Fiducials]?.Value.Equals("none", StringComparison.OrdinalIgnoreCase) == true };
        var test = TestPlanning.Method(assembly.Specification);
        var mounted = parts.Where(part => part.Mounting != Mounting.NotMounted).ToImmutableArray();
        var operations = mounted.IsEmpty ? [] : Routes.Of(assembly, mounted, lot, test, programmed);
        return new ProcessPlan(assembly.Name, lotSize, panel, parts, operations, [.. diagnostics, .. log.ToList()])
        {
            Test = mounted.IsEmpty ? TestMethod.None : test,
            FeedersTop = LineOperations.Feeders(mounted, Side.Top),
            FeedersBottom = LineOperations.Feeders(mounted, Side.Bottom),
        };
    }

    /// <summary>What is done once per product: putting the items together, and packing.</summary>
    /// <param name="product">The whole tree.</param>
    /// <param name="plant">Where.</param>
    /// <param name="isBare">Bare boards only: they are packed in stacks.</param>
    public static ImmutableArray<Operation> PlanProduct(Product product, Plant plant, bool isBare = false)
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(plant);
        return ProductOperations.Of(product, plant, isBare);
    }
}

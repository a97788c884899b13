using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Parts;

namespace Turnkey.ProcessPlanning.Routing;

/// <summary>The order of work on one assembly: the house's table of operations, each only where the assembly needs it.</summary>
internal static class Routes
{
    public static ImmutableArray<Operation> Of(Assembly assembly, ImmutableArray<PlannedPart> parts, Lot lot, TestMethod test, bool programmed)
    {
        var operations = ImmutableArray.CreateBuilder<Operation>();
        operations.AddRange(Preparation(parts, lot));
        // The side with fewer parts goes first: it hangs upside down in the second pass.
        var sides = new[] { Side.Top, Side.Bottom }.OrderBy(side => parts.Count(part => part.Side == side)).ThenByDescending(side => side);
        foreach (var side in sides) operations.AddRange(LineOperations.Of(parts, side, lot));
        operations.AddRange(HandOperations.Of(parts, lot));
        operations.AddRange(Finishing(assembly, lot));
        operations.AddRange(Inspection(parts, lot));
        operations.AddRange(TestPlanning.Of(parts, test, programmed, lot));
        return operations.ToImmutable();
    }

    private static IEnumerable<Operation> Preparation(ImmutableArray<PlannedPart> parts, Lot lot)
    {
        var lines = parts.Select(part => part.Identity).Distinct(StringComparer.Ordinal).Count();
        yield return lot.Operation(OperationKind.Kitting, "Order handling", "office", lot["preparation.order-handling"], Calculation.Zero);
        yield return lot.Operation(OperationKind.Kitting, "Kitting", "hand-assembly", Calculation.Count(lines, "part types") * lot["preparation.kitting"], lot["preparation.loading"]);
    }

    private static IEnumerable<Operation> Finishing(Assembly assembly, Lot lot)
    {
        if (lot.Panel is { Boards: > 1 })
            yield return lot.Operation(OperationKind.Depanel, "Separate the panel", "hand-assembly", lot["finishing.depanel-set-up"], lot["finishing.depanel"]);
        if (assembly.Specification[SpecificationNames.Coating] is not { } coating || !IsWanted(coating.Value)) yield break;
        yield return lot.Operation(OperationKind.Wash, "Wash before coating", "hand-assembly", Calculation.Zero, lot.PanelsPerAssembly * lot["finishing.wash"]);
        yield return lot.Operation(OperationKind.Coating, $"Coating: {coating.Value}", "hand-assembly", lot["finishing.coating-set-up"], lot["finishing.coating"]);
    }

    private static IEnumerable<Operation> Inspection(ImmutableArray<PlannedPart> parts, Lot lot)
    {
        var throughHole = parts.Where(part => part.Mounting == Mounting.ThroughHole).Sum(part => part.Joints * part.Count);
        var surface = parts.Where(part => part.Mounting == Mounting.SurfaceMount).Sum(part => part.Joints * part.Count);
        var hidden = parts.Where(part => part.HiddenJoints && part.Mounting == Mounting.SurfaceMount).Sum(part => part.Count);
        if (throughHole > 0)
            yield return lot.Operation(OperationKind.Inspection, "Look at leaded joints", "inspection", Calculation.Zero, Calculation.Count(throughHole, "joints") * lot["inspection.visual-joint"]);
        if (hidden > 0)
            yield return lot.Operation(OperationKind.Inspection, "X-ray hidden joints", "inspection", Calculation.Zero, Calculation.Count(hidden, "parts") * lot["inspection.x-ray"]);
        yield return lot.Operation(OperationKind.Inspection, "Final inspection", "inspection", Calculation.Zero, lot["inspection.final"]);
        var defects = (Defects(surface, lot["yield.smt-defects"]) + Defects(throughHole, lot["yield.through-hole-defects"])) * lot["yield.repair"];
        if (!defects.IsZero) yield return lot.Operation(OperationKind.Repair, "Repair", "hand-assembly", Calculation.Zero, defects);
    }

    private static Calculation Defects(int joints, Calculation perMillion) =>
        joints == 0 ? Calculation.Zero : Calculation.Count(joints, "joints") * perMillion / Calculation.Count(1_000_000);

    internal static bool IsWanted(string value)
    {
        var word = value.Trim();
        return word.Length > 0 && !word.StartsWith("no", StringComparison.OrdinalIgnoreCase) && !word.Equals("false", StringComparison.OrdinalIgnoreCase)
            && !word.Equals("without", StringComparison.OrdinalIgnoreCase) && word is not ("-" or "–");
    }
}

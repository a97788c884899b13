using System.Collections.Immutable;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Parts;

namespace Turnkey.ProcessPlanning.Routing;

/// <summary>What the line does not place: leaded parts (by hand or by selective soldering, whichever is cheaper for the lot), press-fit and screwed parts.</summary>
internal static class HandOperations
{
    public static IEnumerable<Operation> Of(ImmutableArray<PlannedPart> parts, Lot lot)
    {
        var leaded = parts.Where(part => part.Mounting == Mounting.ThroughHole).ToArray();
        if (leaded.Length > 0)
        {
            yield return lot.Operation(OperationKind.ThroughHole, "Insert leaded parts", "hand-assembly", lot["through-hole.set-up"],
                Calculation.Count(leaded.Sum(part => part.Count), "parts") * lot["through-hole.insertion"]);
            yield return Soldering(leaded.Sum(part => part.Joints * part.Count), lot);
        }
        var pressed = parts.Where(part => part.Mounting == Mounting.PressFit).Sum(part => part.Count);
        if (pressed > 0)
            yield return lot.Operation(OperationKind.PressFit, "Press in", "hand-assembly", Calculation.Zero, Calculation.Count(pressed, "parts") * lot["through-hole.press-fit"]);
        var screwed = parts.Where(part => part.Mounting == Mounting.Mechanical).Sum(part => part.Count);
        if (screwed > 0)
            yield return lot.Operation(OperationKind.MechanicalAssembly, "Fit mechanical parts", "hand-assembly", Calculation.Zero, Calculation.Count(screwed, "parts") * lot["through-hole.mechanical"]);
    }

    private static Operation Soldering(int joints, Lot lot)
    {
        var count = Calculation.Count(joints, "joints");
        var byHand = lot.Operation(OperationKind.ThroughHole, "Solder leaded parts by hand", "hand-assembly", Calculation.Zero, count * lot["through-hole.hand-joint"]);
        var selective = lot.Operation(OperationKind.ThroughHole, "Solder leaded parts selectively", "selective-solder", lot["through-hole.selective-set-up"],
            (count * lot["through-hole.selective-joint"]) + (lot.PanelsPerAssembly * lot["through-hole.selective-handling"]));
        return Cost(byHand, lot) <= Cost(selective, lot) ? byHand : selective;
    }

    private static decimal Cost(Operation operation, Lot lot) => (operation.SetUp.Likely + (operation.Run.Likely * lot.Size)) * operation.Rate.Likely;
}

using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Parts;

namespace Turnkey.ProcessPlanning.Routing;

/// <summary>
/// The surface-mount line, one pass per side. The line gives a panel whenever the slower of printing and placing is done; reflow keeps up (a conveyor oven
/// takes panels one after the other), so both cost set-up but no run time of their own.
/// </summary>
internal static class LineOperations
{
    public static IEnumerable<Operation> Of(ImmutableArray<PlannedPart> parts, Side side, Lot lot)
    {
        var placements = OnLine(parts, side).Sum(part => part.Count);
        if (placements == 0) yield break;
        var face = side == Side.Top ? "top" : "bottom";
        var feeders = Feeders(parts, side);
        var slots = lot.Plant["smt.feeder-slots"];
        var passes = (int)Math.Max(1m, Math.Ceiling(feeders / slots.Value));
        var shadow = Calculation.Zero.Named("0 s: runs while the next panel is being placed");
        yield return lot.Operation(OperationKind.PastePrint, $"Print paste, {face}", "smt-line", lot["smt.stencil-set-up"], shadow, side);
        var changeOver = passes == 1 ? lot["smt.change-over"] : Calculation.Count(passes, $"passes of {slots.Value:0} feeders") * lot["smt.change-over"];
        var setUp = changeOver + (Calculation.Count(feeders, "feeders") * lot["smt.feeder-swap"]) + lot["smt.first-article"];
        yield return lot.Operation(OperationKind.Place, $"Place, {face}", "smt-line",
            lot.WithoutFiducials ? setUp + lot["smt.without-fiducials"] : setUp,
            Calculation.Max(
                Calculation.Count(placements, "placements") / lot["smt.placement-rate"] * Calculation.Count(3600, "s/h"),
                lot.PanelsPerAssembly * lot["smt.print-cycle"]) + (lot.PanelsPerAssembly * lot["smt.board-handling"]),
            side);
        yield return lot.Operation(OperationKind.Reflow, $"Reflow, {face}", "smt-line", lot["smt.oven-profile"], shadow, side);
        yield return lot.Operation(OperationKind.Inspection, $"Optical inspection, {face}", "inspection", lot["inspection.aoi-set-up"],
            (lot.PanelsPerAssembly * lot["inspection.aoi-cycle"]) + lot["inspection.aoi-review"], side);
    }

    /// <summary>One feeder per different part of a side.</summary>
    public static int Feeders(ImmutableArray<PlannedPart> parts, Side side) =>
        OnLine(parts, side).Select(part => part.Identity).Distinct(StringComparer.Ordinal).Count();

    private static IEnumerable<PlannedPart> OnLine(ImmutableArray<PlannedPart> parts, Side side) =>
        parts.Where(part => part.Mounting == Mounting.SurfaceMount && part.Side == side);
}

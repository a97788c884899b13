using System.Collections.Concurrent;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>
/// Copper of other nets beside the wall of a plated hole, on each layer that the hole passes, from the drill tool: layers and drill are registered to each
/// other with a tolerance, and nothing but laminate lies between where the layer has no pad.
/// </summary>
internal static class PlatedHoleToCopper
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: on {worst.Layer} {worst.What}, {worst.Measured} from the wall",
        (_, verdict) => $"keep copper of other nets {verdict.Limit} from the wall of the drill");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        CheckedHole[] plated = [.. design.Holes.Where(hole => hole.IsPlated && hole.Tool.Nanometres > 0 && hole.Hole.Function != HoleFunction.BackDrill)];
        if (plated.Length == 0) return new CheckOutcome.Skipped("the board has no plated holes");
        var reach = demands.Reach(DesignRule.Of("pth-to-copper"))!.Value.Length.Nanometres;
        var sightings = new ConcurrentBag<Sighting>();
        CopperSheet[] sheets = [.. design.Sheets];
        Parallel.ForEach(sheets, sheet =>
        {
            foreach (var hole in plated.Where(hole => hole.Passes(sheet.Number)))
            {
                // Of each other net the nearest place.
                foreach (var (net, (approach, _)) in CopperAround.Nearest(sheet, hole.Wall, reach, piece => piece.Net != hole.Net).OrderBy(pair => pair.Key))
                {
                    sightings.Add(new Sighting($"{HoleSighting.Kind(hole)} near other copper", approach.At, CheckedDesign.Name(sheet), Measure.OfNanometres(approach.Distance))
                    {
                        What = $"{HoleSighting.Describe(design, hole)} comes near {design.NetName(net)}",
                        Bounds = hole.Hole.Bounds.Grow(reach),
                        Case = HoleSighting.Case(design, hole, approach.At, net) with { IsInner = design.IsInner(sheet), Copper = design.CopperOf(sheet.Number), Rounding = FileRounding.Between(hole, sheet) },
                    });
                }
            }
        });
        return new CheckOutcome.Done($"{HoleSighting.Count(plated.Length, "plated holes")} on {sheets.Length} layers", [.. sightings]);
    }
}

using System.Collections.Concurrent;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>
/// Copper beside the wall of holes, slots and milled paths without plating: the tool tears it, and the resist that keeps the hole free while the others are
/// plated needs a rim without copper to hold on. Copper that was drawn where the hole is, is gone; what is left of it around the hole counts. Holes in a cut-out, which begin its milling, are the cut-out's matter.
/// </summary>
internal static class NonPlatedHoleToCopper
{
    /// <summary>
    /// Copper that sticks out of the hole by less than this all round, in nanometres, is a pad drawn about as large as the hole, so that none should be left:
    /// nobody can solder to such a rim, and makers take it out. The figure is an assumption.
    /// </summary>
    private const long Remnant = 50_000;

    private const string Through = "holes without plating drilled through copper";

    public static CheckWording Wording { get; } = new(
        worst => worst.Cause == Through ? $"{worst.Cause}: on {worst.Layer} {worst.What}" : $"{worst.Cause}: on {worst.Layer} {worst.What}, {worst.Measured} from the wall",
        (worst, verdict) => worst.Cause == Through ? $"clear the copper to {verdict.Limit} around the hole, or let the hole be plated" : $"keep copper {verdict.Limit} from the wall");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        CheckedHole[] bare = [.. design.Holes.Where(hole => !hole.IsPlated && hole.Tool.Nanometres > 0 && hole.Hole.Function != HoleFunction.BackDrill && design.Edges?.IsMaterial(hole.Middle) != false)];
        if (bare.Length == 0) return new CheckOutcome.Skipped("the board has no holes without plating");
        var reach = demands.Reach(DesignRule.Of("npth-to-copper"))!.Value.Length.Nanometres;
        var sightings = new ConcurrentBag<Sighting>();
        CopperSheet[] sheets = [.. design.Sheets];
        Parallel.ForEach(sheets, sheet =>
        {
            foreach (var hole in bare.Where(hole => hole.Passes(sheet.Number)))
            {
                var rim = hole.Wall.Bounds.Grow(Remnant);
                foreach (var (net, (approach, _)) in CopperAround.Nearest(sheet, hole.Wall, reach, piece => !rim.Contains(piece.Primitive.Bounds)).OrderBy(pair => pair.Key))
                {
                    // Cut copper lies on the wall, to the chords of its circle.
                    var cut = approach.Distance < Limit.Slack.Nanometres;
                    sightings.Add(new Sighting(cut ? Through : $"{HoleSighting.Kind(hole)} near copper", approach.At, CheckedDesign.Name(sheet), Measure.OfNanometres(cut ? 0 : approach.Distance))
                    {
                        What = $"{HoleSighting.Describe(design, hole)} {(cut ? "goes through" : "comes near")} {design.NetName(net)}",
                        Bounds = hole.Hole.Bounds.Grow(reach),
                        Case = HoleSighting.Case(design, hole, approach.At, net) with { IsInner = design.IsInner(sheet), Copper = design.CopperOf(sheet.Number), Rounding = FileRounding.Between(hole, sheet) },
                    });
                }
            }
        });
        return new CheckOutcome.Done($"{HoleSighting.Count(bare.Length, "holes without plating")} on {sheets.Length} layers", [.. sightings]);
    }
}

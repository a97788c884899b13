using System.Collections.Concurrent;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry.Distances;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>
/// Annular ring: copper left around a plated hole on each layer it joins, measured on the drill tool, not on the finished hole. Too little and the drill's
/// wander breaks out of the pad (IPC-6012 allows 90° in class 2, none in class 3).
/// </summary>
internal static class AnnularRing
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} have {worst.Measured} of copper around the tool on {worst.Layer}",
        (worst, verdict) => worst.Cause.EndsWith("without any pad", StringComparison.Ordinal) ? "add the pads, or have the holes made without plating" : $"enlarge the pads by {Measure.Of((verdict.Limit.Length - worst.Measured.Length) * 2)} in diameter, or use a tool that much smaller");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        CheckedHole[] plated = [.. design.Holes.Where(hole => hole.IsPlated && hole.Tool > Length.Zero && hole.Hole.Kind != HoleKind.Route && hole.Hole.Function is not (HoleFunction.BackDrill or HoleFunction.Castellated or HoleFunction.Breakout))];
        CheckedHole[] bare = [.. plated.Where(hole => IsBare(design, hole))];
        // What is milled away with the rest has no ring: checks of the edge speak of it.
        if (design.Edges is { } edges) plated = [.. plated.Where(hole => edges.IsMaterial(hole.At))];
        if (plated.Length == 0) return new CheckOutcome.Skipped("the board has no plated holes");
        var reach = demands.Reach(DesignRule.Of("annular-ring"))!.Value.Length;
        var sightings = new ConcurrentBag<Sighting>();
        CopperSheet[] sheets = [.. design.Sheets];
        Parallel.ForEach(sheets, sheet =>
        {
            foreach (var hole in plated)
            {
                if (hole.Net < 0 || !hole.Passes(sheet.Number)) continue;
                var isInner = design.IsInner(sheet);
                if (Ring(sheet, hole, reach, isInner) is not { } ring || ring >= reach.Nanometres) continue;
                var net = design.NetName(hole.Net);
                sightings.Add(new Sighting(Cause(hole), hole.At, CheckedDesign.Name(sheet), Measure.OfNanometres(Math.Max(ring, 0)))
                {
                    What = net,
                    Bounds = hole.Hole.Bounds.Grow(reach.Nanometres),
                    Case = new LimitCase(isInner, design.CopperOf(sheet.Number)) { Net = net, At = (Length.FromNanometres(hole.At.X), Length.FromNanometres(hole.At.Y)), Rounding = FileRounding.Between(hole, sheet) },
                });
            }
        });
        foreach (var (hole, sheet) in bare.SelectMany(hole => sheets.Where(sheet => hole.Passes(sheet.Number) && !design.IsInner(sheet)).Select(sheet => (hole, sheet))))
        {
            sightings.Add(new Sighting($"{Cause(hole)} without any pad", hole.At, CheckedDesign.Name(sheet), Measure.OfNanometres(0))
            {
                What = "no copper on any layer",
                Bounds = hole.Hole.Bounds.Grow(reach.Nanometres),
                Case = design.CaseOf(sheet, hole.At, -1),
            });
        }
        return new CheckOutcome.Done($"{plated.Length.ToString("N0", CultureInfo.InvariantCulture)} plated holes on {sheets.Length} layers", [.. sightings]);
    }

    /// <summary>
    /// The file says that it is plated, and no layer has copper at it: its pads are missing, or the plating is. Mounting and tooling holes that say so are meant
    /// as they are; beside the board nobody minds.
    /// </summary>
    private static bool IsBare(CheckedDesign design, CheckedHole hole) =>
        hole.Net < 0 && hole.Hole is { Plating: Plating.Plated, Function: not HoleFunction.Mechanical } && design.Nets.Sheets.Length >= design.Board!.CopperLayers
        && design.Nets.IsComplete && design.Edges?.IsWithin(hole.At) != false;

    private static string Cause(CheckedHole hole)
    {
        var what = hole.Hole.Function switch { HoleFunction.Via => "vias", HoleFunction.PressFit => "press-fit holes", _ => hole.IsRound ? "plated holes" : "plated slots" };
        var tool = hole.Tool == hole.Hole.Diameter ? "" : $" ({hole.Tool} tool)";
        return $"{what} of {hole.Hole.Diameter}{tool}";
    }

    /// <summary>In nanometres, not above what is of interest by more than one piece of copper gives; null where an inner layer has no pad, which is no fault.</summary>
    internal static double? Ring(CopperSheet sheet, CheckedHole hole, Length reach, bool isInner)
    {
        if (!IsOnCopper(sheet, hole)) return isInner ? null : 0;
        var radius = hole.Tool.Nanometres / 2d;
        var wanted = radius + reach.Nanometres;
        // One piece alone mostly gives enough.
        if (hole.IsRound && CopperProbe.Depth(sheet, hole.At) is var depth && depth >= wanted) return depth - radius;
        // Several pieces may make the pad together, and pads may be drawn with the hole left out.
        List<Primitive> pieces = [hole.Wall];
        foreach (var i in sheet.Index.Overlapping(hole.Hole.Path.Bounds.Grow((long)Math.Ceiling(wanted)))) pieces.Add(sheet.Pieces[i].Primitive);
        return JoinedDepth.Around(pieces, hole.Hole.Path, wanted) - radius;
    }

    private static bool IsOnCopper(CopperSheet sheet, CheckedHole hole)
    {
        foreach (var i in sheet.Index.Overlapping(hole.Wall.Bounds))
        {
            if (hole.Wall.Touches(sheet.Pieces[i].Primitive)) return true;
        }
        return false;
    }
}

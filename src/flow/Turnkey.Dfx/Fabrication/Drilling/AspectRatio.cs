using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Specification;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>
/// Depth of plated holes by the diameter of their drill: the board's thickness for through holes, what the stack-up has between their layers for blind and
/// buried ones.
/// </summary>
internal static class AspectRatio
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} are {worst.Measured} times as deep as their drill is wide ({worst.What})",
        (_, verdict) => $"take larger drills or a thinner board, so that depth is at most {verdict.Limit} times the drill");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        CheckedHole[] holes = [.. design.Holes.Where(hole => hole.IsPlated && hole.IsRound && hole.Tool.Nanometres > 0 && hole.Hole.Function != HoleFunction.BackDrill)];
        if (holes.Length == 0) return new CheckOutcome.Skipped("the board has no plated holes");
        var reach = demands.Reach(DesignRule.Of("aspect-ratio"))!.Value;
        var depths = holes.Select(hole => (hole.Hole.FromLayer, hole.Hole.ToLayer)).Distinct().ToDictionary(span => span, span => Depth(design, span.FromLayer, span.ToLayer));
        if (depths.Values.All(depth => depth is null)) return new CheckOutcome.Skipped("neither specification nor stack-up say how deep the holes are");
        var (sightings, measured) = (ImmutableArray.CreateBuilder<Sighting>(), 0);
        foreach (var hole in holes)
        {
            if (depths[(hole.Hole.FromLayer, hole.Hole.ToLayer)] is not { } depth) continue;
            measured++;
            var ratio = Measure.Of((double)depth.Nanometres / hole.Tool.Nanometres, MeasureUnit.Ratio);
            if (ratio.Value > reach.Value) sightings.Add(HoleSighting.Of(design, hole, HoleSighting.Kind(hole), ratio) with { What = $"{depth} deep, {hole.Tool} drill" });
        }
        var unknown = measured == holes.Length ? "" : $"; of {HoleSighting.Count(holes.Length - measured, "blind or buried ones")} the stack-up does not say the depth";
        return new CheckOutcome.Done($"{HoleSighting.Count(measured, "plated holes")} in {Thickness(design)}{unknown}", sightings.ToImmutable());
    }

    private static string Thickness(CheckedDesign design)
    {
        if (LayerThickness.OfBoard(design.Assembly) is not { } thickness) return "the layers they pass";
        var assumed = design.Board!.Stackup is not { } stackup || (stackup.StatedThickness ?? stackup.Thickness) is null
            ? design.Assembly.Specification[SpecificationNames.Thickness]?.State == SpecificationState.Assumed : false;
        return $"a board of {thickness}{(assumed ? " (assumed)" : "")}";
    }

    /// <summary>Null when nobody says.</summary>
    private static Length? Depth(CheckedDesign design, int? from, int? to)
    {
        var last = design.Board!.CopperLayers;
        var (first, end) = (Math.Min(from ?? 1, to ?? last), Math.Max(from ?? 1, to ?? last));
        if (first <= 1 && end >= last) return LayerThickness.OfBoard(design.Assembly);
        if (design.Board.Stackup is not { } stackup) return null;
        var (number, depth) = (0, Length.Zero);
        foreach (var row in stackup.Rows)
        {
            if (row.Kind == StackupKind.Copper) number++;
            // Copper of both its ends, and all between.
            if (number < first || row.Kind is not (StackupKind.Copper or StackupKind.Dielectric)) continue;
            if (number > end || (number == end && row.Kind == StackupKind.Dielectric)) break;
            if (row.Thickness is not { } thickness) return null;
            depth += thickness;
        }
        return number >= end && depth > Length.Zero ? depth : null;
    }
}

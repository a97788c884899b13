using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>
/// Laminate between a hole's wall and the edge of the board or of a cut-out: it breaks out. Castellated holes and perforations are cut through on purpose,
/// and what lies beside the board or in a cut-out is milled away with it.
/// </summary>
internal static class HoleToEdge
{
    public static CheckWording Wording { get; } = new(
        worst => worst.Measured.Value == 0 ? $"{worst.Cause} are cut into by the edge" : $"{worst.Cause} are {worst.Measured} from the edge",
        (_, verdict) => $"move the holes to {verdict.Limit} from the edge, or order castellations where the edge is to cut them in half");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoEdge is { } why) return new CheckOutcome.Skipped(why);
        if (design.Holes.IsEmpty) return new CheckOutcome.Skipped("the package has no holes");
        var edges = design.Edges!;
        var perforation = Perforation.Of(design);
        CheckedHole[] holes =
        [
            .. design.Holes.Where(hole => hole.Hole.Kind != HoleKind.Route && hole.Tool.Nanometres > 0 && !edges.Castellated.Contains(hole.Index)
                && !perforation.Contains(hole.Index) && edges.IsMaterial(hole.Middle)),
        ];
        var reach = demands.Reach(DesignRule.Of("hole-to-edge"))!.Value.Length.Nanometres;
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        foreach (var hole in holes)
        {
            var (outer, inner) = (edges.Outer.To(hole.Wall, reach), edges.Cutouts.To(hole.Wall, reach));
            var nearest = outer.Distance <= inner.Distance ? outer : inner;
            if (nearest.Distance >= reach) continue;
            var sighting = HoleSighting.Of(design, hole, HoleSighting.Kind(hole), Measure.OfNanometres(nearest.Distance));
            sightings.Add(sighting with { At = nearest.At, Case = HoleSighting.Case(design, hole, nearest.At) with { Rounding = FileRounding.Between(hole.Hole.Resolution, FileRounding.OfOutline(design)) } });
        }
        return new CheckOutcome.Done(HoleSighting.Count(holes.Length, "holes within the board"), sightings.ToImmutable());
    }
}

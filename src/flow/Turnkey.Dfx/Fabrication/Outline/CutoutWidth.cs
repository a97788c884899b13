using System.Collections.Immutable;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>Narrowest place of cut-outs, and of notches from the edge: the mill must get through. Round cut-outs are drilled.</summary>
internal static class CutoutWidth
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} are {worst.Measured} wide at their narrowest",
        (_, verdict) => $"widen them to {verdict.Limit}, the width of the mill");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoEdge is { } why) return new CheckOutcome.Skipped(why);
        var edges = design.Edges!;
        var reach = demands.Reach(DesignRule.Of("cutout-width"))!.Value.Length.Nanometres;
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        foreach (var (contours, cause, isCutout) in new[] { (edges.Outer.Contours, "notches", false), (edges.Cutouts.Contours, "cut-outs", true) })
        {
            foreach (var contour in contours)
            {
                if (MillPath.IsRound(contour) || MillPath.Narrowest(edges, contour, reach, isCutout) is not { } narrowest || narrowest.Distance >= reach) continue;
                sightings.Add(new Sighting(cause, narrowest.At, "outline", Measure.OfNanometres(narrowest.Distance)) { What = $"{contour.Bounds.Width} × {contour.Bounds.Height}", Bounds = contour.Bounds });
            }
        }
        return new CheckOutcome.Done($"{edges.Outer.Contours.Length} outline{(edges.Outer.Contours.Length == 1 ? "" : "s")} and {edges.Cutouts.Contours.Length} cut-outs", sightings.ToImmutable());
    }
}

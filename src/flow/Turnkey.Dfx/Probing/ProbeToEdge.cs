using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Probing;

/// <summary>Room between a nail's target and the board's edge, from the middle of the target: the fixture seals and holds the board there.</summary>
internal static class ProbeToEdge
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} on the {worst.Layer} are {worst.Measured} from the edge (net {worst.What})",
        (_, verdict) => $"move the target to {verdict.Limit} from the edge, or test while the board is in its panel");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        if (BoardEdge.Of(design) is not { } edge) return new CheckOutcome.Skipped("the board has no outline");
        var nails = design.Access.Nails().ToArray();
        if (nails.Length == 0) return new CheckOutcome.Skipped("no net has a target for a nail");
        var reach = demands.Reach(DesignRule.Of("probe-to-edge"))!.Value.Length.Nanometres;
        return new CheckOutcome.Done($"{nails.Length.ToString("N0", CultureInfo.InvariantCulture)} nails, one for each net that has a target",
            [.. nails.Select(nail => (Nail: nail, Distance: edge.DistanceTo(nail.At))).Where(one => one.Distance < reach).Select(one => ProbingChecks.Sight(design, one.Nail, one.Nail.KindName, Measure.OfNanometres(one.Distance)))]);
    }
}

using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Probing;

/// <summary>
/// Size of probe targets: the largest circle around a target's middle that is bare copper. Looked at are the best target of each net, of all kinds for a flying
/// probe, of those for nails for a bed of them, and every test point: it was drawn to be hit.
/// </summary>
internal static class ProbeSize
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} are {worst.Measured} across where the net {worst.What} is best reached",
        (_, verdict) => $"enlarge the pad and its mask opening to {verdict.Limit}, or give the net a test point of that size");

    public static CheckOutcome ForNails(CheckedDesign design, Demands demands) => Check(design, demands, "probe-size", target => target.IsForNails);

    public static CheckOutcome ForFlyingProbes(CheckedDesign design, Demands demands) => Check(design, demands, "flying-probe-size", _ => true);

    private static CheckOutcome Check(CheckedDesign design, Demands demands, string rule, Func<ProbeTarget, bool> isFor)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var access = design.Access;
        if (access.Nets.IsEmpty) return new CheckOutcome.Skipped("no net joins two pins");
        var reach = demands.Reach(DesignRule.Of(rule))!.Value.Length;
        var looked = access.Nets.Select(net => access.Of(net).Where(isFor).OrderByDescending(target => target.Size).ThenBy(target => target.Order).FirstOrDefault()).OfType<ProbeTarget>()
            .Concat(access.Targets.Where(target => target.Pad.Kind == PadKind.TestPoint)).Distinct().ToArray();
        if (looked.Length == 0) return new CheckOutcome.Skipped("no net has a target for such a probe");
        return new CheckOutcome.Done($"{looked.Length.ToString("N0", CultureInfo.InvariantCulture)} targets", [.. looked.Where(target => target.Size < reach).Select(target => ProbingChecks.Sight(design, target, target.KindName, Measure.Of(target.Size)))]);
    }
}

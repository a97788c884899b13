using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Probing;

/// <summary>Checks of what probes can reach.</summary>
internal static class ProbingChecks
{
    public static ImmutableArray<DesignCheckEntry> All { get; } =
    [
        new("net-access", NetAccess.Check, NetAccess.Wording),
        new("probe-size", ProbeSize.ForNails, ProbeSize.Wording),
        new("flying-probe-size", ProbeSize.ForFlyingProbes, ProbeSize.Wording),
        new("probe-spacing", ProbeSpacing.Check, ProbeSpacing.Wording),
        new("probe-to-part", ProbeToPart.Check, ProbeToPart.Wording),
        new("probe-to-edge", ProbeToEdge.Check, ProbeToEdge.Wording),
    ];

    public static Sighting Sight(CheckedDesign design, ProbeTarget target, string cause, Measure measured) => new(cause, target.At, target.Side == Side.Top ? "top" : "bottom", measured)
    {
        What = design.NetName(target.Net),
        Bounds = PartBox.Drawn(target.Pad),
        Case = new LimitCase { Net = design.NetName(target.Net), At = (Length.FromNanometres(target.At.X), Length.FromNanometres(target.At.Y)) },
    };
}

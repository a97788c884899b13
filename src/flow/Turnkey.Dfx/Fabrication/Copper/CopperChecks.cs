using System.Collections.Immutable;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>Checks of what the copper layers draw.</summary>
internal static class CopperChecks
{
    public static ImmutableArray<DesignCheckEntry> All { get; } =
    [
        new("trace-width", TraceWidth.Check, TraceWidth.Wording),
        new("spacing", Spacing.Check, Spacing.Wording),
        new("same-net-spacing", SameNetSpacing.Check, SameNetSpacing.Wording),
        new("annular-ring", AnnularRing.Check, AnnularRing.Wording),
        new("copper-sliver", CopperSliver.Check, CopperSliver.Wording),
        new("copper-island", CopperIsland.Check, CopperIsland.Wording),
        new("net-short", NetShorts.Check, NetShorts.Wording),
        new("net-open", NetOpens.Check, NetOpens.Wording),
        new("open-end", OpenEnd.Check, OpenEnd.Wording),
        new("thermal-spokes", ThermalSpokes.Check, ThermalSpokes.Wording),
        new("acid-trap", AcidTrap.Check, AcidTrap.Wording),
        new("copper-share", CopperShare.Check, CopperShare.Wording),
        new("copper-balance", CopperBalance.Check, CopperBalance.Wording),
    ];
}

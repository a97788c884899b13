using System.Collections.Immutable;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>Checks of what the copper layers draw.</summary>
internal static class CopperChecks
{
    public static ImmutableArray<DesignCheckEntry> All { get; } =
    [
        new("trace-width", TraceWidth.Check, TraceWidth.Wording),
        new("spacing", Spacing.Check, Spacing.Wording),
        new("annular-ring", AnnularRing.Check, AnnularRing.Wording),
    ];
}

using System.Collections.Immutable;
using Turnkey.Dfx.Fabrication;

namespace Turnkey.Dfx;

/// <summary>All checks, in the order of the rules.</summary>
internal static class CheckTable
{
    public static ImmutableArray<DesignCheckEntry> All { get; } =
    [
        new("trace-width", TraceWidth.Check, TraceWidth.Wording),
        new("spacing", Spacing.Check, Spacing.Wording),
        new("annular-ring", AnnularRing.Check, AnnularRing.Wording),
    ];
}

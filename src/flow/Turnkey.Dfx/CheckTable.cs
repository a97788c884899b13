using System.Collections.Immutable;
using Turnkey.Dfx.Assembling;
using Turnkey.Dfx.Fabrication.Copper;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx;

/// <summary>All checks, in the order of the rules.</summary>
internal static class CheckTable
{
    private static readonly Dictionary<DesignRule, int> Order = DesignRule.All.Select((rule, i) => (rule, i)).ToDictionary(pair => pair.rule, pair => pair.i);

    public static ImmutableArray<DesignCheckEntry> All { get; } =
    [
        .. new[]
        {
            CopperChecks.All,
            AssemblingChecks.All,
        }.SelectMany(checks => checks).OrderBy(check => Order[check.Rule]),
    ];
}

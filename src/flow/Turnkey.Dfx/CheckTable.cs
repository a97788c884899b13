using System.Collections.Immutable;
using Turnkey.Dfx.Assembling;
using Turnkey.Dfx.Fabrication.Copper;
using Turnkey.Dfx.Fabrication.Drilling;
using Turnkey.Dfx.Fabrication.Layers;
using Turnkey.Dfx.Fabrication.Marking;
using Turnkey.Dfx.Fabrication.Masking;
using Turnkey.Dfx.Fabrication.Outline;
using Turnkey.Dfx.Probing;
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
            MaskChecks.All,
            MarkingChecks.All,
            ProbingChecks.All,
            DrillingChecks.All,
            OutlineChecks.All,
            LayerChecks.All,
            AssemblingChecks.All,
        }.SelectMany(checks => checks).OrderBy(check => Order[check.Rule]),
    ];
}

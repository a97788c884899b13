using System.Collections.Immutable;

namespace Turnkey.Dfx.Fabrication.Marking;

/// <summary>Checks of the legend.</summary>
internal static class MarkingChecks
{
    public static ImmutableArray<DesignCheckEntry> All { get; } =
    [
        new("legend-on-pad", LegendOnPad.Check, LegendOnPad.Wording),
        new("legend-width", LegendWidth.Check, LegendWidth.Wording),
    ];
}

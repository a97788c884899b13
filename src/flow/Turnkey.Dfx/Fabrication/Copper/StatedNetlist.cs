using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>What the copper is held against where somebody says which nets there are to be: the package's netlist, else the names in the copper files.</summary>
internal static class StatedNetlist
{
    /// <summary>More findings of one kind have one cause: a drill file left out, a netlist of another revision. The figure is an assumption.</summary>
    public const int MostCauses = 5;

    /// <summary>Why nothing can be compared; null when it can.</summary>
    public static string? WhyNone(CheckedDesign design)
    {
        if (design.WhyNoCopper is { } why) return why;
        if (design.Nets.Sheets.Length < design.Board!.CopperLayers) return "a copper layer is missing: nets that it joins would show as several";
        if (!design.Nets.IsComplete) return "the copper is too intricate to be traced whole";
        return design.Nets.Comparison is null ? "nothing in the package says which nets there are to be, or its netlist does not fit the board" : null;
    }

    /// <summary>How much was compared, for the list of checks.</summary>
    public static string LookedAt(NetComparison comparison) =>
        $"{comparison.Points.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} places against {(comparison.Netlist == NetComparison.Stated ? "the names in the copper files" : comparison.Netlist)}";

    /// <summary>Those of the same kind under one cause where there are many.</summary>
    public static IEnumerable<Sighting> Gathered(IReadOnlyCollection<Sighting> sightings, string together)
    {
        var many = sightings.Select(sighting => sighting.Cause).Distinct(StringComparer.Ordinal).Count() > MostCauses;
        return many ? sightings.Select(sighting => sighting with { Cause = together }) : sightings;
    }

    public static string End(string net, string pin) => pin.Length > 0 ? $"{net} ({pin})" : net;
}

using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;

namespace Turnkey.Formats.Attributes;

/// <summary>
/// The values of <c>.AperFunction</c> (Gerber layer format specification, 5.6.10) and what they are called here, both ways. Gerber and XNC files use them.
/// </summary>
internal static class FunctionNames
{
    // Records instead of tuples and a walk instead of a frozen dictionary: the framework's code for pairs of our types is compiled at every start.
    private static readonly FeatureName[] FeatureTable =
    [
        new("SMDPad", FeatureFunction.SurfacePad),
        new("BGAPad", FeatureFunction.BallPad),
        new("ComponentPad", FeatureFunction.ThroughHolePad),
        new("ViaPad", FeatureFunction.ViaPad),
        new("HeatsinkPad", FeatureFunction.HeatsinkPad),
        new("ConnectorPad", FeatureFunction.ConnectorPad),
        new("CastellatedPad", FeatureFunction.CastellatedPad),
        new("TestPad", FeatureFunction.TestPad),
        new("FiducialPad", FeatureFunction.FiducialPad),
        new("WasherPad", FeatureFunction.WasherPad),
        new("OtherPad", FeatureFunction.OtherPad),
        new("ThermalReliefPad", FeatureFunction.ThermalRelief),
        new("AntiPad", FeatureFunction.AntiPad),
        new("Conductor", FeatureFunction.Conductor),
        new("EtchedComponent", FeatureFunction.EtchedComponent),
        new("NonConductor", FeatureFunction.NonConductor),
        new("CopperBalancing", FeatureFunction.Thieving),
        new("Border", FeatureFunction.Border),
        new("OtherCopper", FeatureFunction.OtherCopper),
        new("Profile", FeatureFunction.Profile),
        new("Material", FeatureFunction.Material),
        new("NonMaterial", FeatureFunction.NonMaterial),
        new("ComponentMain", FeatureFunction.ComponentCentre),
        new("ComponentOutline", FeatureFunction.ComponentOutline),
        new("ComponentPin", FeatureFunction.ComponentPin),
        new("Other", FeatureFunction.Other),
    ];

    private static readonly HoleName[] HoleTable =
    [
        new("ViaDrill", HoleFunction.Via),
        new("ComponentDrill", HoleFunction.Component),
        new("BackDrill", HoleFunction.BackDrill),
        new("MechanicalDrill", HoleFunction.Mechanical),
        new("CastellatedDrill", HoleFunction.Castellated),
        new("OtherDrill", HoleFunction.Other),
    ];

    /// <summary>Null where the name is not one of the specification's.</summary>
    public static string? Of(FeatureFunction function) => Array.Find(FeatureTable, named => named.Function == function)?.Name;

    public static string? Of(HoleFunction function) =>
        function == HoleFunction.PressFit ? "ComponentDrill" : function == HoleFunction.Breakout ? "MechanicalDrill" : Array.Find(HoleTable, named => named.Function == function)?.Name;

    /// <param name="name">First field of the attribute; null when there is none.</param>
    public static FeatureFunction Feature(string? name)
    {
        if (name is null) return FeatureFunction.Unstated;
        foreach (var known in FeatureTable)
        {
            if (string.Equals(known.Name, name, StringComparison.Ordinal)) return known.Function;
        }
        return FeatureFunction.Other;
    }

    /// <summary>
    /// Whether it is a first field that <c>.AperFunction</c> may have, of this revision or of an earlier one (<c>Slot</c>, <c>CutOut</c>, <c>Cavity</c>, <c>Drawing</c>).
    /// </summary>
    public static bool IsApertureFunction(string name)
    {
        foreach (var known in FeatureTable)
        {
            if (string.Equals(known.Name, name, StringComparison.Ordinal)) return true;
        }
        foreach (var known in HoleTable)
        {
            if (string.Equals(known.Name, name, StringComparison.Ordinal)) return true;
        }
        return name is "Slot" or "CutOut" or "Cavity" or "Drawing";
    }

    /// <summary>As <see cref="Hole"/>, but only for the names that end in Drill: on an image, the others are features.</summary>
    public static HoleFunction DrilledHole(string? name) =>
        name is not null && name.EndsWith("Drill", StringComparison.Ordinal) ? Hole(name) : HoleFunction.Unstated;

    /// <param name="name">First field of the attribute; null when there is none.</param>
    /// <param name="detail">Second field: <c>PressFit</c>, <c>Tooling</c>, <c>BreakOut</c> …</param>
    public static HoleFunction Hole(string? name, string? detail = null)
    {
        if (string.IsNullOrEmpty(name)) return HoleFunction.Unstated;
        foreach (var (known, function) in HoleTable)
        {
            if (!known.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            return (function, detail?.ToUpperInvariant()) switch
            {
                (HoleFunction.Component, "PRESSFIT") => HoleFunction.PressFit,
                (HoleFunction.Mechanical, "BREAKOUT") => HoleFunction.Breakout,
                _ => function,
            };
        }
        return HoleFunction.Other;
    }

    private sealed record FeatureName(string Name, FeatureFunction Function);

    private sealed record HoleName(string Name, HoleFunction Function);
}

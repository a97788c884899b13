using System.Collections.Frozen;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;

namespace Turnkey.Formats.Attributes;

/// <summary>
/// The values of <c>.AperFunction</c> (Gerber layer format specification, 5.6.10) and what they are called here, both ways. Gerber and XNC files use them.
/// </summary>
internal static class FunctionNames
{
    private static readonly (string Name, FeatureFunction Function)[] FeatureTable =
    [
        ("SMDPad", FeatureFunction.SurfacePad),
        ("BGAPad", FeatureFunction.BallPad),
        ("ComponentPad", FeatureFunction.ThroughHolePad),
        ("ViaPad", FeatureFunction.ViaPad),
        ("HeatsinkPad", FeatureFunction.HeatsinkPad),
        ("ConnectorPad", FeatureFunction.ConnectorPad),
        ("CastellatedPad", FeatureFunction.CastellatedPad),
        ("TestPad", FeatureFunction.TestPad),
        ("FiducialPad", FeatureFunction.FiducialPad),
        ("WasherPad", FeatureFunction.WasherPad),
        ("OtherPad", FeatureFunction.OtherPad),
        ("ThermalReliefPad", FeatureFunction.ThermalRelief),
        ("AntiPad", FeatureFunction.AntiPad),
        ("Conductor", FeatureFunction.Conductor),
        ("EtchedComponent", FeatureFunction.EtchedComponent),
        ("NonConductor", FeatureFunction.NonConductor),
        ("CopperBalancing", FeatureFunction.Thieving),
        ("Border", FeatureFunction.Border),
        ("OtherCopper", FeatureFunction.OtherCopper),
        ("Profile", FeatureFunction.Profile),
        ("Material", FeatureFunction.Material),
        ("NonMaterial", FeatureFunction.NonMaterial),
        ("ComponentMain", FeatureFunction.ComponentCentre),
        ("ComponentOutline", FeatureFunction.ComponentOutline),
        ("ComponentPin", FeatureFunction.ComponentPin),
        ("Other", FeatureFunction.Other),
    ];

    private static readonly (string Name, HoleFunction Function)[] HoleTable =
    [
        ("ViaDrill", HoleFunction.Via),
        ("ComponentDrill", HoleFunction.Component),
        ("BackDrill", HoleFunction.BackDrill),
        ("MechanicalDrill", HoleFunction.Mechanical),
        ("CastellatedDrill", HoleFunction.Castellated),
        ("OtherDrill", HoleFunction.Other),
    ];

    private static readonly FrozenDictionary<string, FeatureFunction> Features =
        FeatureTable.ToFrozenDictionary(pair => pair.Name, pair => pair.Function, StringComparer.Ordinal);

    /// <summary>Null where the name is not one of the specification's.</summary>
    public static string? Of(FeatureFunction function) => FeatureTable.FirstOrDefault(pair => pair.Function == function).Name;

    public static string? Of(HoleFunction function) =>
        function == HoleFunction.PressFit ? "ComponentDrill" : function == HoleFunction.Breakout ? "MechanicalDrill" : HoleTable.FirstOrDefault(pair => pair.Function == function).Name;

    /// <param name="name">First field of the attribute; null when there is none.</param>
    public static FeatureFunction Feature(string? name) =>
        name is null ? FeatureFunction.Unstated : Features.TryGetValue(name, out var function) ? function : FeatureFunction.Other;

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
}

using Turnkey.Designs.Boards;

namespace Turnkey.Cli.Text;

/// <summary>Stated rules in one line: <c>outer track 0.2 mm, space 0.15 mm; castellated, impedance controlled</c>. The single gaps are left to the JSON.</summary>
internal static class StatedRulesText
{
    public static string Of(StatedRules rules) => string.Join("; ", rules.Layers.Select(Of).Append(string.Join(", ", Words(rules))).Where(part => part.Length > 0)) + $" ({rules.Source})";

    private static string Of(LayerRules rules)
    {
        var limits = new[] { rules.TrackWidth is { } track ? $"track {track}" : "", rules.Space is { } space ? $"space {space}" : "" }.Where(limit => limit.Length > 0).ToArray();
        if (limits.Length == 0) return "";
        return $"{(rules.Group switch { CopperGroup.Outer => "outer ", CopperGroup.Inner => "inner ", _ => "" })}{string.Join(", ", limits)}";
    }

    private static IEnumerable<string> Words(StatedRules rules)
    {
        if (rules.Finish is { } finish) yield return finish;
        if (rules.BoardType is { } type) yield return $"IPC-2221 type {type}";
        if (rules.IpcClass is { } grade) yield return $"IPC class {grade}";
        if (rules.ViaProtection is { } protection) yield return $"vias {protection}";
        if (Said(rules.ImpedanceControlled, "impedance controlled") is { } impedance) yield return impedance;
        if (Said(rules.Rohs, "RoHS") is { } rohs) yield return rohs;
        if (Said(rules.Castellated, "castellated") is { } castellated) yield return castellated;
        if (Said(rules.EdgePlated, "plated edge") is { } plated) yield return plated;
        if (Said(rules.EdgeConnector, rules.EdgeConnectorBevelled == true ? "bevelled edge connector" : "edge connector") is { } connector) yield return connector;
        if (Said(rules.PressFit, "press-fit") is { } pressFit) yield return pressFit;
    }

    private static string? Said(bool? said, string word) => said switch { true => word, false => "not " + word, null => null };
}

using System.Text.Json;
using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Approved;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Pipeline.Json;

/// <summary>The member <c>scrub</c>: every part once, how it is told, what is known of it and how surely, and where it is used.</summary>
internal static class ScrubJson
{
    public static void Write(Utf8JsonWriter json, ScrubbedBom bom)
    {
        json.WriteStartObject("scrub");
        json.WriteStartArray("lines");
        foreach (var line in bom.Lines) Line(json, line);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, ScrubbedLine line)
    {
        json.WriteStartObject();
        json.WriteStartArray("designators");
        foreach (var designator in line.Designators) json.WriteStringValue(designator.Text);
        json.WriteEndArray();
        json.WriteString("identity", Of(line.State));
        json.WriteString("certainty", Of(line.StateCertainty));
        if (line.Mpn is { } mpn) Fact(json, "mpn", mpn.Value.Text, mpn.Certainty, mpn.Origin);
        else json.WriteNull("mpn");
        json.WriteStringOrNull("packaging", line.Packaging?.Packaging);
        if (line.Manufacturer is { } maker)
        {
            json.WriteStartObject("manufacturer");
            json.WriteString("name", maker.Value.Canonical);
            json.WriteString("group", maker.Value.Group);
            json.WriteString("written", maker.Value.Written);
            json.WriteString("was", maker.Value.Was);
            json.WriteString("certainty", Of(maker.Certainty));
            json.WriteEndObject();
        }
        else json.WriteNull("manufacturer");
        json.WriteStartArray("makers");
        foreach (var choice in line.Makers)
        {
            json.WriteStartObject();
            json.WriteString("name", choice.Maker.Canonical);
            json.WriteNumber("suppliers", choice.Suppliers);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("codes");
        foreach (var code in line.Codes)
        {
            json.WriteStartObject();
            json.WriteString("distributor", code.Distributor);
            json.WriteString("code", code.Code.Text);
            json.WriteString("certainty", Of(code.Certainty));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Fact(json, "kind", Of(line.Parameters.Kind.Value), line.Parameters.Kind.Certainty, line.Parameters.Kind.Origin);
        json.WriteStartArray("parameters");
        foreach (var fact in line.Parameters.Facts) Parameter(json, fact);
        json.WriteEndArray();
        json.WriteStringOrNull("generic", line.Generic?.ToString());
        json.WriteStartArray("assumptions");
        foreach (var assumption in line.Generic?.Assumptions ?? []) json.WriteStringValue($"{Of(assumption.Name)}: {assumption.Source}");
        json.WriteEndArray();
        json.WriteStartArray("proposals");
        foreach (var proposal in line.Proposals)
        {
            json.WriteStartObject();
            json.WriteString("supplier", proposal.Entry.Supplier);
            json.WriteString("mpn", proposal.Entry.Mpn?.Text ?? "");
            json.WriteString("code", proposal.Entry.SupplierCode?.Text ?? "");
            json.WriteString("reason", proposal.Reason);
            json.WriteBoolean("complete", proposal.IsComplete);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Parts(json, "allowed", line.Allowed);
        Parts(json, "forbidden", line.Forbidden);
        json.WriteBoolean("doNotPlace", line.DoNotPlace is not null);
        json.WriteNumber("perProduct", line.PerProduct);
        json.WriteStartArray("uses");
        foreach (var use in line.Uses)
        {
            json.WriteStartObject();
            json.WriteString("assembly", use.Assembly);
            json.WriteStartArray("path");
            foreach (var name in use.Path) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteString("designators", DesignatorList.Format(use.Line.Designators.IsDefault ? [] : use.Line.Designators));
            json.WriteNumber("perAssembly", use.PerAssembly);
            json.WriteNumber("assemblies", use.Assemblies);
            json.WriteString("file", use.Line.Source);
            json.WriteNumber("row", use.Line.Row);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Parameter(Utf8JsonWriter json, ParameterFact fact)
    {
        json.WriteStartObject();
        json.WriteString("name", Of(fact.Name));
        if (fact.Number is { } number) json.WriteNumber("value", Numbers.Trimmed(number));
        else json.WriteNull("value");
        json.WriteString("text", fact.Text);
        json.WriteString("certainty", Of(fact.Certainty));
        json.WriteString("column", fact.Origin.Column);
        json.WriteString("word", fact.Origin.Word);
        json.WriteStartArray("contradictions");
        foreach (var other in fact.Contradictions) json.WriteStringValue($"{other.Text} ({other.Origin.Column}: {other.Origin.Word})");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Parts(Utf8JsonWriter json, string name, IReadOnlyList<AllowedPart> parts)
    {
        json.WriteStartArray(name);
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("manufacturer", part.Manufacturer?.Canonical ?? "");
            json.WriteString("mpn", part.Mpn.Text);
            json.WriteBoolean("preferred", part.Preferred);
            json.WriteString("from", part.Origin.Column);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Fact(Utf8JsonWriter json, string name, string value, Certainty certainty, FactOrigin origin)
    {
        json.WriteStartObject(name);
        json.WriteString("value", value);
        json.WriteString("certainty", Of(certainty));
        json.WriteString("column", origin.Column);
        json.WriteString("word", origin.Word);
        json.WriteEndObject();
    }

    private static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Certain => "certain",
        Certainty.Likely => "likely",
        _ => "unknown",
    };

    private static string Of(IdentityState state) => state switch
    {
        IdentityState.Exact => "exact",
        IdentityState.ByCode => "by-code",
        IdentityState.Generic => "generic",
        _ => "unknown",
    };

    private static string Of(ComponentKind kind) => ComponentKindText.Of(kind);

    private static string Of(ParameterName name) => name switch
    {
        ParameterName.Resistance => "resistance",
        ParameterName.Capacitance => "capacitance",
        ParameterName.Inductance => "inductance",
        ParameterName.Impedance => "impedance",
        ParameterName.Frequency => "frequency",
        ParameterName.Tolerance => "tolerance",
        ParameterName.Voltage => "voltage",
        ParameterName.Power => "power",
        ParameterName.Current => "current",
        ParameterName.LoadCapacitance => "load-capacitance",
        ParameterName.Dielectric => "dielectric",
        ParameterName.Package => "package",
        ParameterName.AcVoltage => "ac-voltage",
        ParameterName.Technology => "technology",
        ParameterName.Mounting => "mounting",
        ParameterName.SafetyClass => "safety-class",
        _ => throw new InvalidOperationException($"no parameter {name}"),
    };
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Turnkey.Plants.Capabilities;

/// <summary>
/// JSON Schema (draft 2020-12) of a capability file, for editors that complete and underline while one is written. <see cref="CapabilityFile"/> reads more
/// strictly and says what to do; the schema says no less than the catalogue of rules.
/// </summary>
public static class CapabilitySchema
{
    private const string Length = "^[0-9.]+( ?(mm|um|µm|mil|in))?$";

    /// <summary>UTF-8, the same bytes for the same rules.</summary>
    public static byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", "Capability file");
            json.WriteString("description", "What a maker, a class of makers or a standard asks of a design, rule by rule");
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            Strings(json, "required", "turnkey-capability", "key");
            json.WriteStartObject("properties");
            Head(json);
            json.WriteStartObject("rules");
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            foreach (var rule in DesignRule.All) Rule(json, rule);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("$defs");
            Row(json, "at-least", "minimum");
            Row(json, "at-most", "maximum");
            Row(json, "never", "minimum", "maximum");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Head(Utf8JsonWriter json)
    {
        json.WriteStartObject("turnkey-capability");
        json.WriteNumber("const", 1);
        json.WriteEndObject();
        Text(json, "key", "As it is asked for with --capability", "^[a-z0-9.-]{1,60}$");
        Text(json, "name", "As it is shown");
        json.WriteStartObject("kind");
        Strings(json, "enum", "manufacturer", "class", "standard", "practice");
        json.WriteEndObject();
        json.WriteStartObject("extends");
        json.WriteString("description", "Shipped capabilities whose limits count where this file has none of a rule");
        Strings(json, "type", "string", "array");
        json.WriteStartObject("items");
        Strings(json, "enum", [.. CapabilityShelf.Keys]);
        json.WriteEndObject();
        json.WriteEndObject();
        Text(json, "source", "Who says so, where a limit names nobody");
        Text(json, "taken", "Day on which the figures were taken", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        json.WriteStartObject("cost-rank");
        json.WriteString("description", "Place by cost, the cheapest first");
        json.WriteString("type", "integer");
        json.WriteNumber("minimum", 0);
        json.WriteEndObject();
        json.WriteStartObject("plated-tool");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        Strings(json, "required", "larger-by", "source");
        json.WriteStartObject("properties");
        Number(json, "larger-by", Length);
        Text(json, "source", "Who says so");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter json, DesignRule rule)
    {
        var row = $"#/$defs/{rule.Sense switch { LimitSense.AtLeast => "at-least", LimitSense.AtMost => "at-most", _ => "never" }}";
        json.WriteStartObject(rule.Id);
        json.WriteString("title", rule.Title);
        json.WriteString("description", $"{rule.Reason}{(Measure.Symbol(rule.Unit) is { Length: > 0 } unit ? $" (in {unit})" : "")}");
        json.WriteStartArray("oneOf");
        json.WriteStartObject();
        json.WriteString("$ref", row);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("$ref", row);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, string name, params ReadOnlySpan<string> hard)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var key in CapabilityFile.LimitKeys)
        {
            if (key is "minimum" or "maximum" && !hard.Contains(key)) continue;
            switch (key)
            {
                case "minimum" or "maximum" or "preferred" or "allowance":
                    Number(json, key, "^[0-9.]+( ?[^0-9 ].*)?$");
                    break;
                case "copper-up-to":
                    Number(json, key, Length);
                    break;
                case "of":
                    Choice(json, key, "design", "finished");
                    break;
                case "layers":
                    json.WriteStartObject(key);
                    json.WriteString("description", "Of the board's copper layers, and how many it has: outer, 2, 4-6, outer 4-6");
                    Strings(json, "type", "integer", "string");
                    json.WriteNumber("minimum", 1);
                    json.WriteString("pattern", "^((all|outer|inner)|((all|outer|inner) )?[0-9]{1,3}(-[0-9]{1,3})?)$");
                    json.WriteEndObject();
                    break;
                case "nets":
                    json.WriteStartObject(key);
                    Strings(json, "type", "string", "array");
                    json.WriteStartObject("items");
                    json.WriteString("type", "string");
                    json.WriteEndObject();
                    json.WriteEndObject();
                    break;
                case "region":
                    json.WriteStartObject(key);
                    json.WriteString("description", "left, bottom, right, top of the board's own coordinates");
                    json.WriteString("type", "array");
                    json.WriteNumber("minItems", 4);
                    json.WriteNumber("maxItems", 4);
                    json.WriteEndObject();
                    break;
                case "assumed":
                    json.WriteStartObject(key);
                    json.WriteString("type", "boolean");
                    json.WriteEndObject();
                    break;
                default:
                    Text(json, key, "Who says so, or 'assumption' and what about");
                    break;
            }
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string key, string description, string? pattern = null)
    {
        json.WriteStartObject(key);
        json.WriteString("description", description);
        json.WriteString("type", "string");
        if (pattern is not null) json.WriteString("pattern", pattern);
        json.WriteEndObject();
    }

    /// <summary>A number alone, or with its unit.</summary>
    private static void Number(Utf8JsonWriter json, string key, string pattern)
    {
        json.WriteStartObject(key);
        Strings(json, "type", "number", "string");
        json.WriteNumber("minimum", 0);
        json.WriteString("pattern", pattern);
        json.WriteEndObject();
    }

    private static void Choice(Utf8JsonWriter json, string key, params ReadOnlySpan<string> values)
    {
        json.WriteStartObject(key);
        Strings(json, "enum", values);
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string key, params ReadOnlySpan<string> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}

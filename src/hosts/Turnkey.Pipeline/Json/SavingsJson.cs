using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Quoting.Changes;

namespace Turnkey.Pipeline.Json;

/// <summary>What changes of the design would save: the difference of prices, so that both views may have it.</summary>
internal static class SavingsJson
{
    /// <summary>What findings added to the order.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<Consequence> consequences)
    {
        json.WriteStartArray("consequences");
        foreach (var one in consequences)
        {
            json.WriteStartObject();
            // The first stands alone as well: it was the only one once.
            if (!one.Findings.IsEmpty) json.WriteString("finding", one.Findings[0].Id);
            json.WriteStartArray("findings");
            foreach (var finding in one.Findings) json.WriteStringValue(finding.Id);
            json.WriteEndArray();
            json.WriteString("field", one.Field);
            json.WriteString("value", one.Value);
            json.WriteString("source", one.Source);
            json.WriteNumber("workingDays", one.WorkingDays);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, ImmutableArray<Saving> savings)
    {
        json.WriteStartArray("savings");
        foreach (var saving in savings)
        {
            json.WriteStartObject();
            json.WriteString("assembly", saving.Assembly);
            json.WriteString("change", saving.Title);
            json.WriteString("evidence", saving.Evidence);
            json.WriteBoolean("atMost", saving.IsAtMost);
            json.WriteStartArray("findings");
            foreach (var finding in saving.Findings) json.WriteStringValue(finding);
            json.WriteEndArray();
            json.WriteStartArray("quantities");
            foreach (var at in saving.AtQuantities)
            {
                json.WriteStartObject();
                json.WriteNumber("quantity", at.Quantity);
                json.WriteAmount("unitPrice", at.UnitPrice);
                json.WriteAmount("nonRecurring", at.NonRecurring);
                json.WriteNumber("workingDays", at.WorkingDays);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

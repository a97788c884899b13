using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Designs;

namespace Turnkey.Pipeline.Json;

/// <summary>
/// Checks and their findings. What intake checked is listed with what it could not check; the manufacturability checks, which make findings with a place and
/// a measure, are not built yet, so none of them is listed and none can be taken for passed.
/// </summary>
internal static class Findings
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<DesignCheck> checks)
    {
        json.WriteStartArray("checks");
        foreach (var check in checks)
        {
            json.WriteStartObject();
            json.WriteString("rule", check.Rule);
            json.WriteString("state", check.Done ? "done" : "skipped");
            json.WriteString("why", check.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("findings");
        json.WriteEndArray();
    }
}

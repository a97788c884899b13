using System.Text.Json;

namespace Turnkey.Pipeline.Json;

/// <summary>Checks and their findings. The design checks are not built yet: no check is listed, so none can be taken for passed.</summary>
internal static class Findings
{
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("checks");
        json.WriteEndArray();
        json.WriteStartArray("findings");
        json.WriteEndArray();
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Turnkey.Pipeline.Json;

/// <summary>Writes one result document.</summary>
internal static class ResultJson
{
    // Not for a page: files hold it, and µ or Ω must stay readable. HTML escapes on its own.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", Engine.SchemaVersion);
            json.WriteString("engineVersion", Engine.Version);
            members(json);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}

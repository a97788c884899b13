using System.Buffers;
using System.Text.Json;

namespace Turnkey.Sourcing.Suppliers.Interfaces;

/// <summary>Writes the part of an answer that belongs to one question, its values as they came.</summary>
internal static class AnswerShare
{
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        // What was read under the limits of depth and form is written back without another look at it.
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    public static void Write(this Utf8JsonWriter json, string name, AnswerNode value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.Raw, skipInputValidation: true);
    }

    public static void Write(this Utf8JsonWriter json, string name, IEnumerable<AnswerNode> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteRawValue(value.Raw, skipInputValidation: true);
        json.WriteEndArray();
    }
}

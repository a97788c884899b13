using System.Buffers;
using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Turnkey.Storage.Upkeep;

/// <summary>A row as a line of a backup: a JSON array of its values, the same text from both databases.</summary>
internal static class RowLine
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the row that a reader stands on, with a line end.</summary>
    public static void Write(IBufferWriter<byte> to, DbDataReader row, ImmutableArray<BackupColumn> columns)
    {
        using (var json = new Utf8JsonWriter(to, Relaxed))
        {
            json.WriteStartArray();
            for (var field = 0; field < columns.Length; field++)
            {
                if (row.IsDBNull(field)) json.WriteNullValue();
                else Write(json, row, field, columns[field].Kind);
            }
            json.WriteEndArray();
        }
        to.Write("\n"u8);
    }

    /// <summary>The values of a line, as a driver takes them.</summary>
    /// <exception cref="StoreException">It is not a row of these columns.</exception>
    public static object?[] Read(string line, ImmutableArray<BackupColumn> columns)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.GetArrayLength() != columns.Length) throw new FormatException();
            return [.. document.RootElement.EnumerateArray().Select((value, field) => Read(value, columns[field].Kind))];
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            throw new StoreException("the backup holds a row that cannot be read; it was not written by this program", wrong);
        }
    }

    private static void Write(Utf8JsonWriter json, DbDataReader row, int field, ColumnKind kind)
    {
        switch (kind)
        {
            case ColumnKind.Guid: json.WriteStringValue(row.GetGuid(field)); break;
            case ColumnKind.Text: json.WriteStringValue(row.GetString(field)); break;
            case ColumnKind.Int or ColumnKind.Long: json.WriteNumberValue(row.GetInt64(field)); break;
            case ColumnKind.Bool: json.WriteBooleanValue(row.GetBoolean(field)); break;
            case ColumnKind.Bytes: json.WriteBase64StringValue(row.GetFieldValue<byte[]>(field)); break;
            case ColumnKind.Json:
                using (var value = JsonDocument.Parse(row.GetString(field))) Sorted(json, value.RootElement);
                break;
            default: throw new InvalidOperationException($"no kind {kind}");
        }
    }

    private static object? Read(JsonElement value, ColumnKind kind)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        return kind switch
        {
            ColumnKind.Guid => value.GetGuid(),
            ColumnKind.Text => value.GetString(),
            ColumnKind.Int => value.GetInt32(),
            ColumnKind.Long => value.GetInt64(),
            ColumnKind.Bool => value.GetBoolean(),
            ColumnKind.Bytes => value.GetBytesFromBase64(),
            ColumnKind.Json => value.GetRawText(),
            _ => throw new InvalidOperationException($"no kind {kind}"),
        };
    }

    private static void Sorted(Utf8JsonWriter json, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            json.WriteStartArray();
            foreach (var item in value.EnumerateArray()) Sorted(json, item);
            json.WriteEndArray();
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            json.WriteStartObject();
            foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                json.WritePropertyName(member.Name);
                Sorted(json, member.Value);
            }
            json.WriteEndObject();
        }
        else value.WriteTo(json);
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Turnkey.Pipeline.Outputs;

/// <summary>
/// The record of files that a run wrote and that only hold together, such as the purchase lists of one plan: it stands beside them, and the next run into the
/// folder takes away what it does not write again. A file that is not in the record, or was changed since, is never touched.
/// </summary>
public static class OutputManifest
{
    private const int Version = 1;
    private const int LargestRecord = 4_000_000;
    private const int MostFiles = 20_000;

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>The record itself, to be written with the files.</summary>
    /// <param name="name">Of the record.</param>
    /// <param name="files">Whose names are plain names in the folder.</param>
    public static OutputFile Of(string name, IReadOnlyList<OutputFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", Version);
            json.WriteStartArray("files");
            foreach (var file in files)
            {
                json.WriteStartObject();
                json.WriteString("name", file.Name);
                json.WriteString("sha256", Hash(file.Content.Span));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return new(name, stream.ToArray());
    }

    /// <summary>What a former run's record names and <paramref name="files"/> do not hold: to be asked before the new record is written.</summary>
    /// <param name="folder">Need not be there.</param>
    /// <param name="name">Of the record.</param>
    /// <param name="files">Of this run.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static StaleFiles Stale(string folder, string name, IReadOnlyList<OutputFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var path = Path.Combine(folder, name);
        if (!File.Exists(path) || new FileInfo(path).Length > LargestRecord) return StaleFiles.None;
        var written = files.Select(file => file.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (own, changed) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        foreach (var (former, hash) in Read(File.ReadAllBytes(path)))
        {
            // A record is a file like another: what it names lies in its own folder, or is not looked at.
            if (written.Contains(former) || former.Length == 0 || Path.GetFileName(former) != former || former is "." or ".." || string.Equals(former, name, StringComparison.OrdinalIgnoreCase)) continue;
            var file = Path.Combine(folder, former);
            if (!File.Exists(file)) continue;
            (string.Equals(Hash(File.ReadAllBytes(file)), hash, StringComparison.OrdinalIgnoreCase) ? own : changed).Add(former);
        }
        return new(own.ToImmutable(), changed.ToImmutable());
    }

    private static IEnumerable<(string Name, string Hash)> Read(byte[] content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("files", out var files) || files.ValueKind != JsonValueKind.Array) return [];
            return [.. files.EnumerateArray().Take(MostFiles).Select(file => (Text(file, "name"), Text(file, "sha256"))).DistinctBy(file => file.Item1, StringComparer.Ordinal)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>Files of a former run.</summary>
/// <param name="Unchanged">As that run wrote them: they can go.</param>
/// <param name="Changed">Somebody has changed them since: they stay.</param>
public sealed record StaleFiles(ImmutableArray<string> Unchanged, ImmutableArray<string> Changed)
{
    public static StaleFiles None { get; } = new([], []);
}

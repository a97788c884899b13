using Turnkey.Kernel;
using Turnkey.Pipeline.Exports;

namespace Turnkey.Pipeline.Json;

/// <summary>What <c>turnkey export --json</c> prints: the files that were written, and what is to be said about them.</summary>
public static class ExportJson
{
    /// <summary>UTF-8, the same bytes for the same design.</summary>
    public static byte[] Write(Export.Done export)
    {
        ArgumentNullException.ThrowIfNull(export);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject("inputs");
            DesignJson.Inputs(json, export.Inputs);
            json.WriteEndObject();
            json.WriteStartArray("files");
            foreach (var file in export.Files)
            {
                json.WriteStartObject();
                json.WriteString("name", file.File.Name);
                json.WriteString("format", file.Format);
                json.WriteString("function", file.Function);
                json.WriteString("source", file.Source);
                json.WriteNumber("bytes", file.File.Content.Length);
                json.WriteString("sha256", ContentHash.Of(file.File.Content.Span));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            DesignJson.Diagnostics(json, [.. export.Design.Diagnostics, .. export.Diagnostics]);
        });
    }
}

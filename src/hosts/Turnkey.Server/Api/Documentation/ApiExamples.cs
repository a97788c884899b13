using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Turnkey.Server.Api.Documentation;

/// <summary>One command for each operation that can be typed as it stands, with a token.</summary>
internal static class ApiExamples
{
    private const string SomeId = "01978a6e-0000-7000-8000-000000000001";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Command(string address, string method, string path, OpenApiOperation operation)
    {
        var command = new StringBuilder("curl ");
        if (method != "GET") command.Append("-X ").Append(method).Append(' ');
        command.Append('\'').Append(address).Append(Filled(path)).Append(Query(operation)).Append("' \\\n  -H \"Authorization: Bearer $TURNKEY_TOKEN\"");
        foreach (var header in (operation.Parameters ?? []).Where(parameter => parameter.In == ParameterLocation.Header))
        {
            if (header.Required) command.Append(" \\\n  -H '").Append(header.Name).Append(": \"7.0123456789abcdef\"'");
            else if (header.Name == "Idempotency-Key") command.Append(" \\\n  -H \"Idempotency-Key: $(uuidgen)\"");
        }
        if (operation.RequestBody?.Content is { Count: > 0 } content)
        {
            if (content.Values.Select(body => body.Example).OfType<JsonNode>().FirstOrDefault() is { } example)
                command.Append(" \\\n  -H 'Content-Type: application/json' \\\n  --data '").Append(example.ToJsonString(Indented).Replace("'", "'\\''", StringComparison.Ordinal)).Append('\'');
            else command.Append(" \\\n  -H 'Content-Type: application/octet-stream' \\\n  --data-binary @design.zip");
        }
        if (operation.Responses?.Values.Any(answer => answer.Content?.ContainsKey("application/octet-stream") == true) == true) command.Append(" \\\n  --remote-name --remote-header-name");
        return command.ToString();
    }

    private static string Filled(string path) => path.Replace("{id}", SomeId, StringComparison.Ordinal).Replace("{user}", SomeId, StringComparison.Ordinal).Replace("{kind}", "plant", StringComparison.Ordinal);

    private static string Query(OpenApiOperation operation)
    {
        var asked = (operation.Parameters ?? []).Where(parameter => parameter.In == ParameterLocation.Query && (parameter.Required || parameter.Name is "name" or "quantity")).ToArray();
        return asked.Length == 0 ? "" : "?" + string.Join('&', asked.Select(parameter => parameter.Name + "=" + parameter.Name switch { "from" => "1", "to" => "2", "quantity" => "100", _ => "design.zip" }));
    }
}

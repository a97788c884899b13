using System.Text.Json;
using Turnkey.Server;

namespace Turnkey.Cli.Commands.Serving;

/// <summary><c>turnkey.json</c> in the data folder.</summary>
internal static class ServerSettingsFile
{
    public const string Name = "turnkey.json";

    private const int Largest = 1 << 20;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 8 };

    /// <summary>The options with what the file says; as they are when there is none. Null, with what is wrong, when it is not understood whole.</summary>
    public static (ServerOptions? Options, string Wrong) Read(ServerOptions options)
    {
        var path = Path.Combine(options.Folder, Name);
        if (!File.Exists(path)) return (options, "");
        try
        {
            if (new FileInfo(path).Length > Largest) return (null, $"{path} is too large for settings");
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return (null, $"{path} holds no object: write {{ \"listen\": \"http://127.0.0.1:5080\" }}");
            foreach (var (name, text) in Flat(json.RootElement, ""))
            {
                if (ServerSettings.All.FirstOrDefault(one => one.Name == name) is not { } setting) return (null, $"{path}: there is no setting '{name}'; settings are {string.Join(", ", ServerSettings.All.Select(one => one.Name))}");
                if (text is null) return (null, $"{path}: {name} is neither a text, a number nor true or false");
                if (setting.Secret && IsOpen(path)) return (null, $"{path} has {name} in it and others can read the file; run 'chmod 600 {path}', or set {setting.Variable} instead");
                var (set, wrong) = setting.Set(options, text);
                if (set is null) return (null, $"{path}: {name}: {wrong}");
                options = set;
            }
            return (options, "");
        }
        catch (JsonException broken)
        {
            return (null, $"{path} is no JSON: {broken.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"{path} cannot be read: {fault.Message}");
        }
    }

    /// <summary>Objects in it are groups: <c>mail.host</c>. The text is null where there is none.</summary>
    private static IEnumerable<(string Name, string? Text)> Flat(JsonElement element, string before)
    {
        foreach (var member in element.EnumerateObject())
        {
            var name = before + member.Name;
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in Flat(member.Value, name + ".")) yield return inner;
            }
            else
            {
                yield return (name, member.Value.ValueKind switch
                {
                    JsonValueKind.String => member.Value.GetString(),
                    JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.Value.GetRawText(),
                    _ => null,
                });
            }
        }
    }

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != UnixFileMode.None;
}

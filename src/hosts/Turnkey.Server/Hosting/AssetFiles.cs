using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Turnkey.Documents.Markup;
using Turnkey.Kernel;

namespace Turnkey.Server.Hosting;

/// <summary>Style sheets and modules that the pages load. Their address holds the hash of their content, so that browsers may keep them for ever.</summary>
internal static class AssetFiles
{
    private static readonly FrozenDictionary<string, (byte[] Content, string Hash)> Files = Read().ToFrozenDictionary(file => file.Name, file => (file.Content, ContentHash.Of(file.Content)[..16]), StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">There is no such file: a mistake in a page.</exception>
    public static string Href(string name) => $"/assets/{Files[name].Hash}/{name}";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{hash}/{*name}", (string hash, string name, HttpContext context) =>
        {
            if (!Files.TryGetValue(name, out var file)) return Results.NotFound();
            context.Response.Headers.CacheControl = hash == file.Hash ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.Bytes(file.Content, name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
        }).AllowAnonymous().ExcludeFromDescription();

    private static IEnumerable<(string Name, byte[] Content)> Read()
    {
        yield return ("turnkey.css", Encoding.UTF8.GetBytes(StyleSheet.Text));
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("assets/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            yield return (resource["assets/".Length..], memory.ToArray());
        }
    }
}

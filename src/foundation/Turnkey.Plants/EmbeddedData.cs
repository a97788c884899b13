namespace Turnkey.Plants;

/// <summary>The data files that ship with the program.</summary>
internal static class EmbeddedData
{
    private const string Prefix = "Turnkey.Plants.Data.";

    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(Prefix + name) ?? throw new InvalidOperationException($"{name} is not embedded");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    /// <summary>The files of a folder of the data, in ordinal order.</summary>
    public static IEnumerable<string> In(string folder) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceNames().Where(name => name.StartsWith($"{Prefix}{folder}.", StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal);
}

using Turnkey.Kernel;

namespace Turnkey.Pipeline;

/// <summary>A data file named on the command line or in a request: read whole, under a limit, with a refusal instead of an exception.</summary>
internal sealed record InputFile(string Name, byte[]? Content, Diagnostic? Refusal)
{
    /// <summary>Data files are written by people; this is far above any.</summary>
    public const int LargestBytes = 64 << 20;

    /// <param name="path">Of the file.</param>
    /// <param name="what">First part of the diagnostic's code: <c>spec</c>, <c>plant</c>, <c>offers</c>.</param>
    public static InputFile Read(string path, string what)
    {
        var name = Path.GetFileName(path);
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists) return Refuse(name, $"{what}.not-found", $"there is no file '{path}'");
            if (info.Length > LargestBytes) return Refuse(name, $"{what}.too-large", $"'{path}' has {info.Length >> 20} MB (limit: {LargestBytes >> 20} MB)");
            return new(name, File.ReadAllBytes(path), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refuse(name, $"{what}.unreadable", $"'{path}' cannot be read: {e.Message}");
        }
    }

    private static InputFile Refuse(string name, string code, string message) => new(name, null, Diagnostic.Error(code, name, 0, message));
}

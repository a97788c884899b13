using System.Security.Cryptography;
using System.Text;

namespace Turnkey.Kernel;

/// <summary>SHA-256 of content, in lower-case hexadecimal: what results name their inputs by.</summary>
public static class ContentHash
{
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>
    /// The canonical hash of a set of named contents: order, time stamps and the container (folder or zip) do not change it.
    /// </summary>
    public static string Of(IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in entries.OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{content.Length}\n"));
            hash.AppendData(SHA256.HashData(content.Span));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

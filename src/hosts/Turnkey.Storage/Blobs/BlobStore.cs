using System.Security.Cryptography;

namespace Turnkey.Storage.Blobs;

/// <summary>Contents by their SHA-256, in a folder: <c>ab/abcd…</c>. The same content is kept once; a name that is there is whole.</summary>
public sealed class BlobStore(string folder)
{
    /// <summary>Keeps a content: written under a temporary name, flushed to the disk, then renamed.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="limit">Most bytes.</param>
    /// <returns>Its hash and size; null when it is longer than the limit.</returns>
    public async Task<(string Hash, long Size)?> PutAsync(Stream content, long limit, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var incoming = Directory.CreateDirectory(Path.Combine(folder, "incoming")).FullName;
        var temporary = Path.Combine(incoming, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        try
        {
            string hash;
            long size = 0;
            using (var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                var buffer = new byte[1 << 16];
                for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
                {
                    if ((size += read) > limit) return null;
                    sha.AppendData(buffer.AsSpan(0, read));
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }
                file.Flush(flushToDisk: true);
                hash = Convert.ToHexStringLower(sha.GetHashAndReset());
            }
            var path = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
            return (hash, size);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Opens a content that was kept; null when there is none of that hash.</summary>
    public Stream? Open(string hash)
    {
        var path = PathOf(hash);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan) : null;
    }

    /// <summary>Where the content of a hash is, or would be.</summary>
    /// <exception cref="ArgumentException">It is not a hash.</exception>
    public string PathOf(string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) throw new ArgumentException("not a SHA-256", nameof(hash));
        return Path.Combine(folder, hash[..2], hash);
    }
}

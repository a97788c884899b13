using System.Security.Cryptography;

namespace Turnkey.Storage.Blobs;

/// <summary>
/// Contents by their SHA-256, in a folder: <c>ab/abcd…</c>. The same content is kept once; a name that is there is whole. Opening does not read it all to
/// check the hash, which would hold up the first byte of a large package: that a disk damaged one is found by <see cref="IsWholeAsync"/> and by each backup.
/// </summary>
public sealed class BlobStore(string folder)
{
    /// <summary>What was thrown away and may yet be wanted back ends in this.</summary>
    private const string Removed = ".removed";

    private string Incoming => Path.Combine(folder, "incoming");

    /// <summary>Keeps a content: written under a temporary name, flushed to the disk, then renamed, and the folder flushed.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="limit">Most bytes.</param>
    /// <returns>Its hash and size; null when it is longer than the limit.</returns>
    public async Task<(string Hash, long Size)?> PutAsync(Stream content, long limit, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        Directory.CreateDirectory(Incoming);
        var temporary = Path.Combine(Incoming, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
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
            var parent = Path.GetDirectoryName(path)!;
            if (!Directory.Exists(parent))
            {
                Directory.CreateDirectory(parent);
                FolderFlush.Flush(folder);
            }
            // Also over the same content, so that its time is now: what is young is not cleaned away before its row is written.
            File.Move(temporary, path, overwrite: true);
            FolderFlush.Flush(parent);
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
        try
        {
            return new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether a content is there and still what its hash says; reads all of it.</summary>
    public async Task<bool> IsWholeAsync(string hash, CancellationToken cancel = default)
    {
        await using var content = Open(hash);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) == hash;
    }

    /// <summary>Where the content of a hash is, or would be.</summary>
    /// <exception cref="ArgumentException">It is not a hash.</exception>
    public string PathOf(string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        if (!IsHash(hash)) throw new ArgumentException("not a SHA-256", nameof(hash));
        return Path.Combine(folder, hash[..2], hash);
    }

    /// <summary>Contents that were put before a time, and not again since.</summary>
    internal IEnumerable<string> PutBefore(DateTimeOffset time) => !Directory.Exists(folder) ? [] :
        from parent in Directory.EnumerateDirectories(folder)
        where Path.GetFileName(parent).Length == 2
        from file in Directory.EnumerateFiles(parent)
        where IsHash(Path.GetFileName(file)) && File.GetLastWriteTimeUtc(file) < time.UtcDateTime
        select Path.GetFileName(file);

    /// <summary>
    /// Throws a content away unless it was put again since <paramref name="time"/>. It is first taken out of reach and looked at there: a put at the same
    /// moment either comes before, and shows by the content's time, or after, and makes the content anew.
    /// </summary>
    /// <returns>Its size; null when it stays.</returns>
    internal long? Remove(string hash, DateTimeOffset time)
    {
        Directory.CreateDirectory(Incoming);
        var (path, aside) = (PathOf(hash), Path.Combine(Incoming, hash + Removed));
        try
        {
            File.Move(path, aside, overwrite: true);
            var file = new FileInfo(aside);
            var size = file.Length;
            if (file.LastWriteTimeUtc < time.UtcDateTime)
            {
                file.Delete();
                return size;
            }
            File.Move(aside, path, overwrite: true);
            return null;
        }
        catch (FileNotFoundException)
        {
            // Another server cleans too.
            return null;
        }
    }

    /// <summary>Removes what uploads that never ended left behind, and brings back what a removal that never ended had taken out of reach.</summary>
    /// <returns>How many were removed.</returns>
    internal int CleanIncoming(DateTimeOffset time)
    {
        if (!Directory.Exists(Incoming)) return 0;
        var removed = 0;
        foreach (var file in Directory.EnumerateFiles(Incoming))
        {
            if (file.EndsWith(Removed, StringComparison.Ordinal) && Path.GetFileName(file)[..^Removed.Length] is var hash && IsHash(hash))
            {
                if (!File.Exists(PathOf(hash))) File.Move(file, PathOf(hash));
                else File.Delete(file);
            }
            else if (File.GetLastWriteTimeUtc(file) < time.UtcDateTime)
            {
                File.Delete(file);
                removed++;
            }
        }
        return removed;
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}

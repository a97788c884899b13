using System.IO.Compression;
using Turnkey.Contracts.Audit;

namespace Turnkey.Storage.Upkeep;

/// <summary>
/// Everything in one file, and back: a zip with the rows of every table as lines of JSON, the contents they refer to, the keys of the host's data
/// protection, and a manifest with the hash of each. It says nothing of the database that it came from, so that one made on SQLite goes into PostgreSQL
/// and the other way round. It holds secrets (password hashes, keys): only its owner may read the file.
/// </summary>
public static class Backup
{
    /// <summary>Folder beside the blobs in which the host keeps the keys of its data protection.</summary>
    public const string KeysFolder = "keys";

    /// <summary>Writes a backup while servers go on working; it holds what was so at one moment.</summary>
    /// <param name="options">Of a store that is at today's schema; a backup changes nothing, so it does not upgrade one.</param>
    /// <param name="file">Where to; must not be there. It has its name only once it is whole.</param>
    /// <exception cref="StoreException">There is nothing to back up, or it is of another schema, or the file is there.</exception>
    public static async Task<BackupReport> WriteAsync(StoreOptions options, string file, TimeProvider clock, CancellationToken cancel = default)
    {
        await using var store = await Store.OpenAsIsAsync(options, clock, cancel);
        return await WriteAsync(store, file, cancel);
    }

    /// <inheritdoc cref="WriteAsync(StoreOptions, string, TimeProvider, CancellationToken)"/>
    public static async Task<BackupReport> WriteAsync(Store store, string file, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (File.Exists(file)) throw new StoreException($"{file} is already there; name another file");
        var partial = file + ".partial";
        try
        {
            BackupReport report;
            await using (var stream = new FileStream(partial, OwnersAlone()))
            {
                await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) report = await new BackupWriting(store, zip).RunAsync(cancel);
                stream.Flush(flushToDisk: true);
            }
            File.Move(partial, file);
            Blobs.FolderFlush.Flush(Path.GetDirectoryName(Path.GetFullPath(file))!);
            return report with { Bytes = new FileInfo(file).Length };
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>
    /// Reads a backup wholly, checks every hash and the audit's chain, and only then writes it into an empty place. What goes wrong leaves the place empty.
    /// </summary>
    /// <exception cref="StoreException">The file is no whole backup, is of a newer program, or something is in the place already.</exception>
    public static async Task<BackupReport> RestoreAsync(string file, StoreOptions options, TimeProvider clock, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(file)) throw new StoreException($"there is no file {file}");
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, cancel);
            var checkedBackup = await BackupReading.CheckAsync(zip, cancel);
            await new BackupRestoring(zip, checkedBackup, options, clock).RunAsync(cancel);
            return checkedBackup.Report with { Bytes = new FileInfo(file).Length };
        }
        catch (InvalidDataException broken)
        {
            throw new StoreException($"{file} is not a whole backup: {broken.Message}", broken);
        }
    }

    /// <summary>Reads a backup wholly and checks it, without writing anything.</summary>
    /// <exception cref="StoreException">The file is no whole backup, or is of a newer program.</exception>
    public static async Task<BackupReport> VerifyAsync(string file, CancellationToken cancel = default)
    {
        if (!File.Exists(file)) throw new StoreException($"there is no file {file}");
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, cancel);
            return (await BackupReading.CheckAsync(zip, cancel)).Report with { Bytes = new FileInfo(file).Length };
        }
        catch (InvalidDataException broken)
        {
            throw new StoreException($"{file} is not a whole backup: {broken.Message}", broken);
        }
    }

    private static FileStreamOptions OwnersAlone()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}

/// <summary>What a backup holds.</summary>
/// <param name="Made">The moment that it shows.</param>
/// <param name="Rows">In all tables.</param>
/// <param name="Contents">Files that rows refer to.</param>
/// <param name="Audit">The audit's chain in it; its head, noted elsewhere, shows later that nothing was cut off.</param>
/// <param name="Missing">Hashes of contents that were already missing or damaged when it was made.</param>
public sealed record BackupReport(DateTimeOffset Made, long Rows, int Contents, ChainVerdict Audit, IReadOnlyList<string> Missing)
{
    /// <summary>Of the file.</summary>
    public long Bytes { get; init; }
}

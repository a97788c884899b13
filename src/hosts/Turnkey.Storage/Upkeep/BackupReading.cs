using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Turnkey.Contracts;
using Turnkey.Contracts.Audit;
using Turnkey.Storage.Schema;

namespace Turnkey.Storage.Upkeep;

/// <summary>A backup of which all was read and found as its manifest says.</summary>
internal sealed record CheckedBackup(BackupManifest Manifest, BackupReport Report);

/// <summary>Reads a backup without writing anything.</summary>
internal static class BackupReading
{
    /// <summary>A manifest is read into memory: 100,000 files are a tenth of this.</summary>
    private const long LargestManifest = 256L << 20;

    /// <exception cref="StoreException">Something in it is not as it was written.</exception>
    public static async Task<CheckedBackup> CheckAsync(ZipArchive zip, CancellationToken cancel)
    {
        var manifest = await ManifestAsync(zip, cancel);
        foreach (var table in manifest.Tables) await HashAsync(zip, table.Entry, table.Hash, cancel);
        foreach (var file in manifest.Files)
        {
            if (!IsSafe(file.Path)) throw new StoreException($"the backup names a file {file.Path}, which belongs to none; it was not written by this program");
            await HashAsync(zip, file.Path, file.Hash, cancel);
            if (file.Path.StartsWith("blobs/", StringComparison.Ordinal) && file.Path != "blobs/" + file.Hash) throw new StoreException($"{file.Path} of the backup does not have the content of its name");
        }
        var verdict = AuditChain.Verify(Audit(zip, manifest));
        if (!verdict.Intact) throw new StoreException($"the audit in the backup is not intact: {verdict.Fault}");
        var contents = manifest.Files.Count(file => file.Path.StartsWith("blobs/", StringComparison.Ordinal));
        return new CheckedBackup(manifest, new BackupReport(manifest.Made, manifest.Tables.Sum(table => table.Rows), contents, verdict, manifest.Missing));
    }

    /// <summary>The rows of a table, one after the other.</summary>
    /// <exception cref="StoreException">There are not as many as there should be.</exception>
    public static IEnumerable<object?[]> Rows(ZipArchive zip, BackupTable table)
    {
        using var reader = new StreamReader(Entry(zip, table.Entry).Open());
        long rows = 0;
        while (reader.ReadLine() is { } line)
        {
            rows++;
            yield return RowLine.Read(line, table.Columns);
        }
        if (rows != table.Rows) throw new StoreException($"the backup has {rows} rows of {table.Name} where it should have {table.Rows}");
    }

    public static ZipArchiveEntry Entry(ZipArchive zip, string name) => zip.GetEntry(name) ?? throw new StoreException($"the backup lacks {name}; it is not whole");

    private static async Task<BackupManifest> ManifestAsync(ZipArchive zip, CancellationToken cancel)
    {
        var entry = Entry(zip, BackupManifest.Entry);
        if (entry.Length > LargestManifest) throw new StoreException("the backup's manifest is too long to be one");
        BackupManifest manifest;
        try
        {
            using var reader = new StreamReader(await entry.OpenAsync(cancel));
            manifest = ContractJson.Read<BackupManifest>(await reader.ReadToEndAsync(cancel));
        }
        catch (JsonException wrong)
        {
            throw new StoreException("the backup's manifest cannot be read; the file was not written by this program", wrong);
        }
        if (manifest.Format != BackupManifest.Name) throw new StoreException("the file is not a backup of this program");
        if (manifest.Version > BackupManifest.Newest || manifest.Schema > Migration.Newest("sqlite"))
            throw new StoreException($"the backup is of a newer program (format {manifest.Version}, schema {manifest.Schema}); restore it with that one");
        if (manifest.Tables.IsDefault || manifest.Files.IsDefault || manifest.Tables.Any(table => table.Columns.IsDefaultOrEmpty || !IsName(table.Name) || table.Columns.Any(column => !IsName(column.Name))))
            throw new StoreException("the backup's manifest cannot be read; the file was not written by this program");
        return manifest;
    }

    private static async Task HashAsync(ZipArchive zip, string name, string hash, CancellationToken cancel)
    {
        await using var content = await Entry(zip, name).OpenAsync(cancel);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) != hash) throw new StoreException($"{name} of the backup was changed or damaged after it was written");
    }

    private static IEnumerable<AuditEntry> Audit(ZipArchive zip, BackupManifest manifest)
    {
        if (manifest.Tables.SingleOrDefault(one => one.Name == "audit") is not { } table) throw new StoreException("the backup lacks the audit; it is not whole");
        var at = table.Columns.Select((column, index) => (column.Name, index)).ToDictionary(column => column.Name, column => column.index, StringComparer.Ordinal);
        return Rows(zip, table).Select(row => new AuditEntry(
            (long)row[at["number"]]!, new DateTimeOffset((long)row[at["at"]]!, TimeSpan.Zero), (Guid)row[at["organisation_id"]]!, (Guid)row[at["actor_id"]]!,
            (string)row[at["action"]]!, (string)row[at["subject"]]!, (string)row[at["detail"]]!, (string)row[at["previous"]]!, (string)row[at["hash"]]!));
    }

    /// <summary>Names go into SQL and paths.</summary>
    private static bool IsName(string name) => name.Length is > 0 and < 64 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');

    private static bool IsSafe(string path) =>
        path.Split('/') is ["blobs" or Backup.KeysFolder, { Length: > 0 } name] && name is not ("." or "..") && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}

using System.Buffers;
using System.Data.Common;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Turnkey.Contracts;
using Turnkey.Contracts.Audit;
using Turnkey.Storage.Schema;

namespace Turnkey.Storage.Upkeep;

/// <summary>Writes one backup: first the rows, all of one moment, then what they refer to, which is only ever added to.</summary>
internal sealed class BackupWriting(Store store, ZipArchive zip)
{
    private readonly List<BackupTable> tables = [];
    private readonly List<BackupFile> files = [];
    private readonly List<string> missing = [];

    public async Task<BackupReport> RunAsync(CancellationToken cancel)
    {
        var made = store.Clock.GetUtcNow();
        var (blobs, audit) = await store.ReadAllAsync(async all =>
        {
            foreach (var table in TableCatalogue.Of(all)) await TableAsync(all.Database.GetDbConnection(), all.Database.CurrentTransaction!.GetDbTransaction(), table, cancel);
            return (await ReferredBlobs.ReadAsync(all, cancel), AuditChain.Verify(all.Audit.OrderBy(row => row.Number).AsEnumerable().Select(row => row.Read())));
        }, cancel);
        foreach (var hash in blobs.Order(StringComparer.Ordinal)) await BlobAsync(hash, cancel);
        var contents = files.Count;
        var keys = Path.Combine(store.Folder, Backup.KeysFolder);
        if (Directory.Exists(keys))
        {
            foreach (var key in Directory.EnumerateFiles(keys).Order(StringComparer.Ordinal)) await FileAsync($"{Backup.KeysFolder}/{Path.GetFileName(key)}", File.OpenRead(key), CompressionLevel.Optimal, cancel);
        }
        var manifest = new BackupManifest(BackupManifest.Name, BackupManifest.Newest, Migration.Newest(store.Database.Dialect), made, [.. tables], [.. files]) { Missing = [.. missing] };
        await using (var entry = await zip.CreateEntry(BackupManifest.Entry).OpenAsync(cancel)) await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(ContractJson.Write(manifest)), cancel);
        return new BackupReport(made, tables.Sum(table => table.Rows), contents, audit, missing);
    }

    private async Task TableAsync(DbConnection connection, DbTransaction transaction, CataloguedTable table, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandTimeout) = (transaction, 0);
        command.CommandText = $"SELECT {Quoted(table.Columns.Select(column => column.Name))} FROM \"{table.Name}\" ORDER BY {string.Join(", ", table.Key.Select(name => KeyOrder(table, name)))}";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var line = new ArrayBufferWriter<byte>();
        long rows = 0;
        await using var entry = await zip.CreateEntry($"tables/{table.Name}.jsonl", CompressionLevel.Fastest).OpenAsync(cancel);
        await using var hashing = new HashingStream(entry);
        while (await reader.ReadAsync(cancel))
        {
            RowLine.Write(line, reader, table.Columns);
            rows++;
            if (line.WrittenCount < 1 << 16) continue;
            await hashing.WriteAsync(line.WrittenMemory, cancel);
            line.ResetWrittenCount();
        }
        await hashing.WriteAsync(line.WrittenMemory, cancel);
        tables.Add(new BackupTable(table.Name, table.Columns, rows, hashing.Hash()));
    }

    /// <summary>A content that is missing or damaged is said and left out: a backup without it is better than none.</summary>
    private async Task BlobAsync(string hash, CancellationToken cancel)
    {
        if (await store.Blobs.IsWholeAsync(hash, cancel) && store.Blobs.Open(hash) is { } content)
            // Nearly all are packed already.
            await FileAsync("blobs/" + hash, content, CompressionLevel.NoCompression, cancel);
        else missing.Add(hash);
    }

    private async Task FileAsync(string path, Stream content, CompressionLevel compression, CancellationToken cancel)
    {
        await using (content)
        {
            await using var entry = await zip.CreateEntry(path, compression).OpenAsync(cancel);
            await using var hashing = new HashingStream(entry);
            await content.CopyToAsync(hashing, cancel);
            files.Add(new BackupFile(path, hashing.Written, hashing.Hash()));
        }
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    /// <summary>Text by its bytes, whatever language the database sorts by.</summary>
    private string KeyOrder(CataloguedTable table, string name) =>
        store.Database.Dialect == "postgres" && table.Columns.Single(column => column.Name == name).Kind == ColumnKind.Text ? $"\"{name}\" COLLATE \"C\"" : $"\"{name}\"";
}

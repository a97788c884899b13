using System.IO.Compression;
using Turnkey.Storage.Blobs;
using Turnkey.Storage.Schema;

namespace Turnkey.Storage.Upkeep;

/// <summary>
/// Writes a checked backup into an empty place: first the files, then all rows in one transaction, which is what makes it real. A note in the folder
/// says that a restore is under way; after a power cut no store opens there, and the next restore begins by throwing away what the first one left.
/// </summary>
internal sealed class BackupRestoring(ZipArchive zip, CheckedBackup backup, StoreOptions options, TimeProvider clock)
{
    private string Folder => options.Folder;

    private string Note => Path.Combine(Folder, RestoreNote.FileName);

    public async Task RunAsync(CancellationToken cancel)
    {
        var folderWasThere = Directory.Exists(Folder);
        Directory.CreateDirectory(Folder);
        if (File.Exists(Note)) Undo();
        RefuseWhatIsThere();
        await File.WriteAllTextAsync(Note, "A restore was begun here and did not end. Run it again.\n", cancel);
        try
        {
            await FilesAsync(cancel);
            await using var database = Store.Choose(options);
            await RowsAsync(database, cancel);
        }
        catch
        {
            Undo();
            if (!folderWasThere) Directory.Delete(Folder, recursive: true);
            throw;
        }
        File.Delete(Note);
        // Only now: an older backup's rows were of its own schema.
        await using var upgraded = await Store.OpenAsync(options, clock, cancel);
    }

    private void RefuseWhatIsThere()
    {
        foreach (var one in new[] { SqliteDatabase.FileName, "blobs", Backup.KeysFolder })
        {
            var path = Path.Combine(Folder, one);
            if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
                throw new StoreException($"{path} is already there; a backup is restored into an empty folder only");
        }
    }

    private async Task FilesAsync(CancellationToken cancel)
    {
        var blobs = new BlobStore(Path.Combine(Folder, "blobs"));
        foreach (var file in backup.Manifest.Files)
        {
            await using var content = await BackupReading.Entry(zip, file.Path).OpenAsync(cancel);
            if (file.Path.StartsWith("blobs/", StringComparison.Ordinal))
            {
                if (await blobs.PutAsync(content, file.Size, cancel) is not { } put || put.Hash != file.Hash) throw new StoreException($"{file.Path} of the backup changed while it was read");
                continue;
            }
            var path = Path.Combine(Folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var key = new FileStream(path, create);
            await content.CopyToAsync(key, cancel);
            key.Flush(flushToDisk: true);
        }
    }

    private async Task RowsAsync(IDatabase database, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var turn = await database.BeginWriteAsync(connection, cancel);
        if (await Migration.AnyTableAsync(database, connection, turn.Transaction, cancel)) throw new StoreException("the database already has tables; a backup is restored into an empty database only");
        await Migration.ApplyAsync(database, connection, turn.Transaction, clock, backup.Manifest.Schema, cancel);
        foreach (var table in backup.Manifest.Tables) await database.InsertAsync(connection, turn.Transaction, table, BackupReading.Rows(zip, table), cancel);
        cancel.ThrowIfCancellationRequested();
        await turn.CommitAsync();
    }

    private void Undo()
    {
        foreach (var file in new[] { "", "-wal", "-shm", "-journal" }) File.Delete(Path.Combine(Folder, SqliteDatabase.FileName + file));
        foreach (var folder in new[] { "blobs", Backup.KeysFolder })
        {
            if (Directory.Exists(Path.Combine(Folder, folder))) Directory.Delete(Path.Combine(Folder, folder), recursive: true);
        }
        File.Delete(Note);
    }
}

using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Storage.Tests.Databases;
using Turnkey.Storage.Tests.Tenants;
using Turnkey.Storage.Upkeep;

namespace Turnkey.Storage.Tests.Upkeep;

public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-backup-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string FileName => Path.Combine(folder, "backup.zip");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("sqlite", "sqlite")]
    [InlineData("sqlite", "postgres")]
    [InlineData("postgres", "sqlite")]
    [InlineData("postgres", "postgres")]
    public async Task A_backup_of_either_database_goes_into_either_and_loses_nothing(string from, string to)
    {
        await using var source = await FilledAsync(from);
        await using var target = await Place.MakeAsync(to);
        var written = await Backup.WriteAsync(source.Options, FileName, source.Clock, Cancel);
        var restored = await Backup.RestoreAsync(FileName, target.Options, target.Clock, Cancel);
        Assert.Equal((written.Rows, written.Contents, written.Audit.Head), (restored.Rows, restored.Contents, restored.Audit.Head));
        Assert.Equal(1, written.Contents);
        Assert.True(written.Rows > 100);

        // The same rows, and the same again when it is backed up from there.
        var again = Path.Combine(folder, "again.zip");
        await Backup.WriteAsync(target.Options, again, target.Clock, Cancel);
        var (first, second) = (Tables(FileName), Tables(again));
        Assert.Equal(first.Keys.Order(StringComparer.Ordinal), second.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in first) Assert.Equal(text, second[name]);
        Assert.All(first, table => Assert.NotEmpty(table.Value));

        var store = await target.OpenAsync();
        Assert.True((await AuditVerification.RunAsync(store, Cancel)).Intact);
        Assert.True(await store.Blobs.IsWholeAsync(BlobHash, Cancel));
        Assert.Equal("<key/>", await File.ReadAllTextAsync(Path.Combine(target.Options.Folder, "keys", "key-1.xml"), Cancel));
        // What the database numbers itself goes on after the highest.
        Assert.IsType<Decision<bool>.Made>(await store.WriteAsync<bool>(Actor.Installation, writing =>
        {
            writing.All.UserClaims.Add(new IdentityUserClaim<Guid> { UserId = World.Id("maker's person"), ClaimType = "new" });
            writing.Audit("goes.on", "x");
            return Task.FromResult<Decision<bool>>(true);
        }, Cancel));
        Assert.True((await AuditVerification.RunAsync(store, Cancel)).Intact);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_place_that_is_not_empty_is_refused_and_stays_as_it_is(string database)
    {
        await using var source = await FilledAsync(database);
        await Backup.WriteAsync(source.Options, FileName, source.Clock, Cancel);
        var before = await source.QueryAsync("SELECT count(*) FROM rfqs");
        await Assert.ThrowsAsync<StoreException>(() => Backup.RestoreAsync(FileName, source.Options, source.Clock, Cancel));
        Assert.Equal(before, await source.QueryAsync("SELECT count(*) FROM rfqs"));
        Assert.True(await (await source.OpenAsync()).Blobs.IsWholeAsync(BlobHash, Cancel));

        await using var files = await Place.MakeAsync(database);
        Directory.CreateDirectory(Path.Combine(files.Options.Folder, "keys"));
        await File.WriteAllTextAsync(Path.Combine(files.Options.Folder, "keys", "mine.xml"), "mine", Cancel);
        await Assert.ThrowsAsync<StoreException>(() => Backup.RestoreAsync(FileName, files.Options, files.Clock, Cancel));
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(files.Options.Folder, "keys", "mine.xml"), Cancel));
    }

    [Theory]
    [InlineData("tables/rfqs.jsonl", "RFQ-2026-0001", "RFQ-2026-0009", "changed or damaged")]
    [InlineData("keys/key-1.xml", "<key/>", "<kex/>", "changed or damaged")]
    [InlineData("blobs/*", "design", "desagn", "changed or damaged")]
    [InlineData("manifest.json", "turnkey-backup", "another-backup", "not a backup")]
    [InlineData("manifest.json", "\"schema\":1", "\"schema\":999", "newer program")]
    [InlineData("manifest.json", "keys/key-1.xml", "../key-1.xml", "belongs to none")]
    [InlineData("manifest.json", "\"name\":\"rfqs\"", "\"name\":\"rf qs\"", "cannot be read")]
    public async Task What_was_changed_in_a_backup_is_found_before_anything_is_written(string entry, string old, string changed, string message)
    {
        await using var source = await FilledAsync(Both.Sqlite);
        await Backup.WriteAsync(source.Options, FileName, source.Clock, Cancel);
        await using (var zip = await ZipFile.OpenAsync(FileName, ZipArchiveMode.Update, Cancel))
        {
            var found = zip.Entries.Single(one => one.FullName == entry || (entry == "blobs/*" && one.FullName.StartsWith("blobs/", StringComparison.Ordinal)));
            string text;
            using (var reader = new StreamReader(await found.OpenAsync(Cancel))) text = await reader.ReadToEndAsync(Cancel);
            Assert.Contains(old, text, StringComparison.Ordinal);
            var name = found.FullName;
            found.Delete();
            await using var writer = await zip.CreateEntry(name).OpenAsync(Cancel);
            await writer.WriteAsync(Encoding.UTF8.GetBytes(text.Replace(old, changed, StringComparison.Ordinal)), Cancel);
        }
        await using var target = await Place.MakeAsync(Both.Sqlite);
        var refused = await Assert.ThrowsAsync<StoreException>(() => Backup.RestoreAsync(FileName, target.Options, target.Clock, Cancel));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(target.Options.Folder));
    }

    [Fact]
    public async Task Half_a_file_is_refused()
    {
        await using var source = await FilledAsync(Both.Sqlite);
        await Backup.WriteAsync(source.Options, FileName, source.Clock, Cancel);
        await using (var stream = File.OpenWrite(FileName)) stream.SetLength(stream.Length / 2);
        var refused = await Assert.ThrowsAsync<StoreException>(() => Backup.VerifyAsync(FileName, Cancel));
        Assert.Contains("not a whole backup", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_that_was_tampered_with_is_not_restored()
    {
        await using var source = await FilledAsync(Both.Sqlite);
        await source.ExecuteAsync("UPDATE audit SET subject = 'rfq/2' WHERE number = 2");
        var written = await Backup.WriteAsync(source.Options, FileName, source.Clock, Cancel);
        Assert.Equal("entry 2 was changed after it was written", written.Audit.Fault);
        await using var target = await Place.MakeAsync(Both.Sqlite);
        Assert.Contains("not intact", (await Assert.ThrowsAsync<StoreException>(() => Backup.RestoreAsync(FileName, target.Options, target.Clock, Cancel))).Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task Rows_that_do_not_go_in_leave_the_place_empty(string database)
    {
        await using var source = await FilledAsync(database);
        // Two requests with one number: only a schema without the key could have had them.
        await source.ExecuteAsync("DROP INDEX ix_rfqs_customer_id_number");
        await source.ExecuteAsync("UPDATE rfqs SET number = 'same'");
        await Backup.WriteAsync(source.Options, FileName, source.Clock, Cancel);
        await using var target = await Place.MakeAsync(database);
        await Assert.ThrowsAnyAsync<Exception>(() => Backup.RestoreAsync(FileName, target.Options, target.Clock, Cancel));
        Assert.Empty(Directory.EnumerateFileSystemEntries(target.Options.Folder));
        Assert.Empty(await target.QueryAsync(target.OnPostgres ? "SELECT tablename FROM pg_tables WHERE schemaname = 'public'" : "SELECT name FROM sqlite_master"));
    }

    [Fact]
    public async Task A_restore_that_was_cut_off_opens_nothing_and_is_run_again()
    {
        await using var source = await FilledAsync(Both.Sqlite);
        await Backup.WriteAsync(source.Options, FileName, source.Clock, Cancel);
        await using var target = await Place.MakeAsync(Both.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(target.Options.Folder, "restore.unfinished"), "", Cancel);
        Directory.CreateDirectory(Path.Combine(target.Options.Folder, "blobs", "ab"));
        await File.WriteAllTextAsync(Path.Combine(target.Options.Folder, "blobs", "ab", "half"), "", Cancel);
        Assert.Contains("run it again", (await Assert.ThrowsAsync<StoreException>(target.OpenAsync)).Message, StringComparison.Ordinal);
        await Backup.RestoreAsync(FileName, target.Options, target.Clock, Cancel);
        Assert.False(Directory.Exists(Path.Combine(target.Options.Folder, "blobs", "ab")));
        Assert.True((await AuditVerification.RunAsync(await target.OpenAsync(), Cancel)).Intact);
    }

    [Fact]
    public async Task A_content_that_is_gone_is_named_and_the_rest_is_kept()
    {
        await using var source = await FilledAsync(Both.Sqlite);
        File.Delete(Directory.EnumerateFiles(Path.Combine(source.Options.Folder, "blobs"), "*", SearchOption.AllDirectories).Single());
        var written = await Backup.WriteAsync(source.Options, FileName, source.Clock, Cancel);
        Assert.Contains(BlobHash, written.Missing);
        Assert.Equal(0, written.Contents);
        await using var target = await Place.MakeAsync(Both.Sqlite);
        Assert.Equal(written.Missing, (await Backup.RestoreAsync(FileName, target.Options, target.Clock, Cancel)).Missing);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_overwritten_and_only_its_owner_reads_a_new_one()
    {
        await using var source = await FilledAsync(Both.Sqlite);
        await Backup.WriteAsync(source.Options, FileName, source.Clock, Cancel);
        await Assert.ThrowsAsync<StoreException>(() => Backup.WriteAsync(source.Options, FileName, source.Clock, Cancel));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FileName));
        Assert.Equal([FileName], Directory.EnumerateFiles(folder));
    }

    [Fact]
    public async Task A_backup_does_not_make_a_database()
    {
        await using var place = await Place.MakeAsync(Both.Sqlite);
        await Assert.ThrowsAsync<StoreException>(() => Backup.WriteAsync(place.Options, FileName, place.Clock, Cancel));
        Assert.Empty(Directory.EnumerateFileSystemEntries(place.Options.Folder));
    }

    [Fact]
    public async Task Every_column_called_blob_is_followed()
    {
        await using var place = await Place.MakeAsync(Both.Sqlite);
        var model = await (await place.OpenAsync()).ReadAllAsync(context => Task.FromResult(context.Model), Cancel);
        Assert.Equal(["ArtifactRow", "BundleRow", "OrganisationFileRow", "PackageRow"], model.GetEntityTypes().Where(entity => entity.FindProperty("Blob") is not null).Select(entity => entity.ClrType.Name).Order(StringComparer.Ordinal));
    }

    // printf 'a design' | sha256sum
    private static string BlobHash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("a design"u8));

    private static async Task<Place> FilledAsync(string database)
    {
        var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        var put = await store.Blobs.PutAsync(new MemoryStream("a design"u8.ToArray()), 100, Cancel);
        await store.WriteAsync<bool>(Actor.Installation, async writing =>
        {
            await foreach (var package in writing.All.Packages.AsAsyncEnumerable()) package.Blob = put!.Value.Hash;
            return true;
        }, Cancel);
        Directory.CreateDirectory(Path.Combine(place.Options.Folder, "keys"));
        await File.WriteAllTextAsync(Path.Combine(place.Options.Folder, "keys", "key-1.xml"), "<key/>", Cancel);
        return place;
    }

    private static Dictionary<string, string> Tables(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        return zip.Entries.Where(entry => entry.FullName.StartsWith("tables/", StringComparison.Ordinal)).ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }, StringComparer.Ordinal);
    }
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Storage.Blobs;
using Turnkey.Storage.Queue;
using Turnkey.Storage.Schema;

namespace Turnkey.Storage;

/// <summary>
/// Everything that is kept, behind one door: <see cref="ReadAsync"/> shows an organisation what it may see, <see cref="WriteAsync"/> changes something
/// in one transaction together with its audit, notices and work to be done. Writers take turns, on both databases alike: then numbers have no gaps, the
/// audit is one chain, and what a decision was based on is still so when it is written.
/// </summary>
public sealed class Store : IAsyncDisposable
{
    private readonly IDatabase database;
    private readonly TimeProvider clock;

    private Store(IDatabase database, BlobStore blobs, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
        Blobs = blobs;
        Jobs = new JobQueue(this, clock);
    }

    /// <summary>Contents by their hash: packages and what was made from them.</summary>
    public BlobStore Blobs { get; }

    /// <summary>Work that takes longer than a page may.</summary>
    public JobQueue Jobs { get; }

    internal IDatabase Database => database;

    /// <summary>Opens it, and brings an older or an empty database to today's schema.</summary>
    /// <exception cref="StoreException">The database cannot be reached, or is of a newer program.</exception>
    public static async Task<Store> OpenAsync(StoreOptions options, TimeProvider clock, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.Folder);
        IDatabase opened = options.Database is null ? new SqliteDatabase(options) : new PostgresDatabase(options);
        await Migration.RunAsync(opened, clock, cancel);
        return new Store(opened, new BlobStore(Path.Combine(options.Folder, "blobs")), clock);
    }

    /// <summary>Reads what an organisation may see, all in one state of the database.</summary>
    public async Task<T> ReadAsync<T>(Guid viewer, Func<ViewerContext, Task<T>> read, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var connection = await database.OpenAsync(cancel);
        await using var context = View(connection, viewer);
        return await read(context);
    }

    /// <summary>Reads without regard to organisations: only for what is done for nobody in particular.</summary>
    public async Task<T> ReadAllAsync<T>(Func<SystemContext, Task<T>> read, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var connection = await database.OpenAsync(cancel);
        await using var context = All(connection);
        return await read(context);
    }

    /// <summary>Changes something, all or nothing. A refusal changes nothing; so does an exception.</summary>
    public async Task<Decision<T>> WriteAsync<T>(Actor actor, Func<Writing, Task<Decision<T>>> write, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(write);
        await using var connection = await database.OpenAsync(cancel);
        await using var transaction = await database.BeginWriteAsync(connection, cancel);
        await using var seen = View(connection, actor.Organisation);
        await using var all = All(connection);
        await seen.Database.UseTransactionAsync(transaction, cancel);
        await all.Database.UseTransactionAsync(transaction, cancel);
        var writing = new Writing(actor, seen, all, clock.GetUtcNow());
        var decision = await write(writing);
        if (decision is Decision<T>.Refused) return decision;
        await writing.FinishAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (writing.WorkAdded) Jobs.Wake();
        return decision;
    }

    /// <summary>A context for the sign-in library, which looks up people before anybody is a viewer. Dispose it.</summary>
    public SystemContext OpenForSignIn() => new(database.UseOwn(new DbContextOptionsBuilder<SystemContext>()).Options);

    public async ValueTask DisposeAsync()
    {
        Jobs.Dispose();
        await database.DisposeAsync();
    }

    private ViewerContext View(DbConnection connection, Guid viewer) =>
        new(database.Use(new DbContextOptionsBuilder<ViewerContext>(), connection).Options, viewer, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    private SystemContext All(DbConnection connection) => new(database.Use(new DbContextOptionsBuilder<SystemContext>(), connection).Options);
}

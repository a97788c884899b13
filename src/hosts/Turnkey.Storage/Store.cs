using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Storage.Blobs;
using Turnkey.Storage.Queue;
using Turnkey.Storage.Schema;
using Turnkey.Storage.Upkeep;

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

    private Store(IDatabase database, string folder, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
        Folder = folder;
        Blobs = new BlobStore(Path.Combine(folder, "blobs"));
        Jobs = new JobQueue(this, clock);
    }

    /// <summary>Contents by their hash: packages and what was made from them.</summary>
    public BlobStore Blobs { get; }

    /// <summary>Work that takes longer than a page may.</summary>
    public JobQueue Jobs { get; }

    internal IDatabase Database => database;

    internal TimeProvider Clock => clock;

    internal string Folder { get; }

    /// <summary>Opens it, and brings an older or an empty database to today's schema.</summary>
    /// <exception cref="StoreException">The database cannot be reached, or is of a newer program.</exception>
    public static async Task<Store> OpenAsync(StoreOptions options, TimeProvider clock, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.Folder);
        RestoreNote.Refuse(options.Folder);
        var opened = Choose(options);
        try
        {
            await Migration.RunAsync(opened, clock, cancel);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
        return new Store(opened, options.Folder, clock);
    }

    /// <summary>Opens one that is at today's schema, and changes nothing.</summary>
    /// <exception cref="StoreException">It is not, or there is none.</exception>
    internal static async Task<Store> OpenAsIsAsync(StoreOptions options, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Database is null && !File.Exists(Path.Combine(options.Folder, SqliteDatabase.FileName))) throw new StoreException($"there is no database in {options.Folder}");
        RestoreNote.Refuse(options.Folder);
        var opened = Choose(options);
        try
        {
            await Migration.RefuseOtherAsync(opened, cancel);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
        return new Store(opened, options.Folder, clock);
    }

    internal static IDatabase Choose(StoreOptions options) => options.Database is null ? new SqliteDatabase(options) : new PostgresDatabase(options);

    /// <summary>Reads what an organisation may see, all in one state of the database. Nothing can be changed in it.</summary>
    public async Task<T> ReadAsync<T>(Guid viewer, Func<ViewerContext, Task<T>> read, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var connection = await database.OpenAsync(cancel);
        await using var transaction = await database.BeginReadAsync(connection, cancel);
        await using var context = View(connection, viewer, QueryTrackingBehavior.NoTracking);
        await context.Database.UseTransactionAsync(transaction, cancel);
        return await read(context);
    }

    /// <summary>Reads without regard to organisations: only for what is done for nobody in particular. Nothing can be changed in it.</summary>
    public async Task<T> ReadAllAsync<T>(Func<SystemContext, Task<T>> read, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var connection = await database.OpenAsync(cancel);
        await using var transaction = await database.BeginReadAsync(connection, cancel);
        await using var context = All(connection, QueryTrackingBehavior.NoTracking);
        await context.Database.UseTransactionAsync(transaction, cancel);
        return await read(context);
    }

    /// <summary>
    /// Changes something, all or nothing. A refusal changes nothing; so does an exception. That somebody else was first (a number that is taken, a row
    /// that was changed since it was shown) is a refusal too.
    /// </summary>
    public async Task<Decision<T>> WriteAsync<T>(Actor actor, Func<Change, Task<Decision<T>>> write, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(write);
        await using var connection = await database.OpenAsync(cancel);
        await using var turn = await database.BeginWriteAsync(connection, cancel);
        await using var seen = View(connection, actor.Organisation, QueryTrackingBehavior.TrackAll);
        await using var all = All(connection, QueryTrackingBehavior.TrackAll);
        await seen.Database.UseTransactionAsync(turn.Transaction, cancel);
        await all.Database.UseTransactionAsync(turn.Transaction, cancel);
        var writing = new Change(actor, seen, all, clock.GetUtcNow());
        Decision<T> decision;
        try
        {
            decision = await write(writing);
            if (decision is Decision<T>.Refused) return decision;
            await writing.FinishAsync(cancel);
        }
        catch (DbUpdateException error) when (Conflict.Explain(error, database) is not null)
        {
            return Conflict.Explain(error, database)!;
        }
        await turn.CommitAsync();
        if (writing.WorkAdded > 0) Jobs.Wake(writing.WorkAdded);
        return decision;
    }

    /// <summary>A context for the sign-in library, which looks up people before anybody is a viewer. Dispose it.</summary>
    public SystemContext OpenForSignIn() => new(database.UseOwn(new DbContextOptionsBuilder<SystemContext>()).Options);

    /// <summary>One statement that holds by itself whatever others do meanwhile, outside the writers' turns.</summary>
    internal async Task<T> TouchAsync<T>(Func<SystemContext, Task<T>> touch, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var context = All(connection, QueryTrackingBehavior.NoTracking);
        return await touch(context);
    }

    public async ValueTask DisposeAsync()
    {
        Jobs.Dispose();
        await database.DisposeAsync();
    }

    private ViewerContext View(DbConnection connection, Guid viewer, QueryTrackingBehavior tracking) =>
        new(database.Use(new DbContextOptionsBuilder<ViewerContext>(), connection).UseQueryTrackingBehavior(tracking).Options, viewer, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    private SystemContext All(DbConnection connection, QueryTrackingBehavior tracking) =>
        new(database.Use(new DbContextOptionsBuilder<SystemContext>(), connection).UseQueryTrackingBehavior(tracking).Options);
}

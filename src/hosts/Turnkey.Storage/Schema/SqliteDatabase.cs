using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Turnkey.Storage.Schema;

/// <summary>SQLite in one file: readers beside one writer (WAL), and what was acknowledged survives a power cut (synchronous FULL).</summary>
internal sealed class SqliteDatabase(StoreOptions options) : IDatabase
{
    private readonly string connection = new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(options.Folder, FileName),
        Pooling = options.Pooling,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    public const string FileName = "turnkey.db";

    public string Dialect => "sqlite";

    public async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        var opened = new SqliteConnection(connection);
        await opened.OpenAsync(cancel);
        await using var command = opened.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;";
        await command.ExecuteNonQueryAsync(cancel);
        return opened;
    }

    /// <summary>BEGIN IMMEDIATE: the lock is taken now, not when the first row is written, so that no one decides on what is about to change.</summary>
    public Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancel) => Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public DbContextOptionsBuilder<T> Use<T>(DbContextOptionsBuilder<T> builder, DbConnection connection)
        where T : DbContext => builder.UseSqlite(connection);

    public DbContextOptionsBuilder<T> UseOwn<T>(DbContextOptionsBuilder<T> builder)
        where T : DbContext => builder.UseSqlite(connection);

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}

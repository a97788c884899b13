using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;
using Turnkey.Storage.Upkeep;

namespace Turnkey.Storage.Schema;

/// <summary>SQLite in one file: readers beside one writer (WAL), and what was acknowledged survives a power cut (synchronous FULL).</summary>
internal sealed class SqliteDatabase(StoreOptions options) : IDatabase
{
    public const string FileName = "turnkey.db";

    /// <summary>All but the journal are of the connection, and a pooled one may have been a reader's before.</summary>
    private const string ForWriting = "PRAGMA busy_timeout = 30000; PRAGMA query_only = OFF; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;";

    private static readonly OpenedForWriting Writable = new();

    private readonly string connection = new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(options.Folder, FileName),
        Pooling = options.Pooling,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>Writers of this process queue here, in the order they came and without holding a thread; SQLite's own lock, which is polled, is only for other processes.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    public string Dialect => "sqlite";

    public string CountTables => "SELECT count(*) FROM sqlite_master WHERE type = 'table'";

    public async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        var opened = new SqliteConnection(connection);
        try
        {
            await opened.OpenAsync(cancel);
            await SetAsync(opened, ForWriting, cancel);
            return opened;
        }
        catch (SqliteException unreachable)
        {
            await opened.DisposeAsync();
            throw new StoreException($"the database cannot be opened: {unreachable.Message}", unreachable);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public async Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancel)
    {
        await SetAsync((SqliteConnection)connection, "PRAGMA query_only = ON;", cancel);
        return ((SqliteConnection)connection).BeginTransaction(deferred: true);
    }

    /// <summary>BEGIN IMMEDIATE: the lock is taken now, not when the first row is written, so that no one decides on what is about to change.</summary>
    public async Task<WritersTurn> BeginWriteAsync(DbConnection connection, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return new WritersTurn(((SqliteConnection)connection).BeginTransaction(deferred: false), () => turn.Release());
        }
        catch (Exception error)
        {
            turn.Release();
            if (error is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY }) throw new StoreException("another program has been writing to the database for 30 seconds; stop it, or try again later", error);
            throw;
        }
    }

    public DbContextOptionsBuilder<T> Use<T>(DbContextOptionsBuilder<T> builder, DbConnection connection)
        where T : DbContext => builder.UseSqlite(connection);

    public DbContextOptionsBuilder<T> UseOwn<T>(DbContextOptionsBuilder<T> builder)
        where T : DbContext => builder.UseSqlite(connection).AddInterceptors(Writable);

    public string? TakenKey(Exception error) =>
        error is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY } taken
            // UNIQUE constraint failed: rfqs.customer_id, rfqs.number
            ? taken.Message.Split("failed: ", 2).ElementAtOrDefault(1)?.Split('.', 2)[0] ?? ""
            : null;

    public async Task InsertAsync(DbConnection connection, DbTransaction transaction, BackupTable table, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        await using var command = ((SqliteConnection)connection).CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", table.Columns.Select((_, index) => $"$v{index}"))})";
        var parameters = table.Columns.Select((_, index) => command.Parameters.Add(new SqliteParameter($"$v{index}", SqliteType.Text))).ToArray();
        foreach (var row in rows)
        {
            for (var field = 0; field < row.Length; field++)
            {
                parameters[field].ResetSqliteType();
                parameters[field].Value = row[field] ?? DBNull.Value;
            }
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    public ValueTask DisposeAsync()
    {
        using var pooled = new SqliteConnection(connection);
        SqliteConnection.ClearPool(pooled);
        turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task SetAsync(SqliteConnection connection, string pragmas, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Sets what <see cref="OpenAsync"/> sets where a context opens its connections by itself.</summary>
    private sealed class OpenedForWriting : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = ForWriting;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
            SetAsync((SqliteConnection)connection, ForWriting, cancellationToken);
    }
}

using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Turnkey.Storage.Upkeep;

namespace Turnkey.Storage.Schema;

/// <summary>PostgreSQL, where one machine is outgrown.</summary>
internal sealed class PostgresDatabase(StoreOptions options) : IDatabase
{
    /// <summary>Names the lock that writers take turns by.</summary>
    private const long TurnLock = 0x7475_726e_6b65_79;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(PostgresAddress.Parse(options.Database!, options.Pooling));

    public string Dialect => "postgres";

    public string CountTables => "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()";

    public async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        try
        {
            return await source.OpenConnectionAsync(cancel);
        }
        catch (NpgsqlException unreachable)
        {
            throw new StoreException($"the database cannot be reached: {unreachable.Message}", unreachable);
        }
    }

    public async Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancel)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await RunAsync(connection, transaction, "SET TRANSACTION READ ONLY", cancel);
        return transaction;
    }

    /// <summary>
    /// The isolation stays READ COMMITTED: what is read after the turn was given is what the writer before left, which a snapshot taken while waiting
    /// for the turn would not show. A server that stops in the middle without closing its connection loses its turn after a minute.
    /// </summary>
    public async Task<WritersTurn> BeginWriteAsync(DbConnection connection, CancellationToken cancel)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        try
        {
            await RunAsync(connection, transaction,
                $"SET LOCAL idle_in_transaction_session_timeout = '60s'; SET LOCAL lock_timeout = '30s'; SELECT pg_advisory_xact_lock({TurnLock}); SET LOCAL lock_timeout = 0", cancel);
            return new WritersTurn(transaction);
        }
        catch (Exception error)
        {
            await transaction.DisposeAsync();
            if (error is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable }) throw new StoreException("another server has been writing to the database for 30 seconds; stop it, or try again later", error);
            throw;
        }
    }

    public DbContextOptionsBuilder<T> Use<T>(DbContextOptionsBuilder<T> builder, DbConnection connection)
        where T : DbContext => builder.UseNpgsql(connection);

    public DbContextOptionsBuilder<T> UseOwn<T>(DbContextOptionsBuilder<T> builder)
        where T : DbContext => builder.UseNpgsql(source);

    public string? TakenKey(Exception error) => error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken ? taken.TableName ?? "" : null;

    public async Task InsertAsync(DbConnection connection, DbTransaction transaction, BackupTable table, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        var names = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
        await using (var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync($"COPY \"{table.Name}\" ({names}) FROM STDIN (FORMAT BINARY)", cancel))
        {
            copy.Timeout = TimeSpan.FromMinutes(10);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancel);
                for (var field = 0; field < row.Length; field++)
                {
                    if (row[field] is { } value) await copy.WriteAsync(value, TypeOf(table.Columns[field].Kind), cancel);
                    else await copy.WriteNullAsync(cancel);
                }
            }
            await copy.CompleteAsync(cancel);
        }
        await CountOnAsync(connection, transaction, table, cancel);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Columns that the database numbers go on after the highest number that was written.</summary>
    private static async Task CountOnAsync(DbConnection connection, DbTransaction transaction, BackupTable table, CancellationToken cancel)
    {
        foreach (var column in table.Columns.Where(column => column.Kind is ColumnKind.Int or ColumnKind.Long))
        {
            await RunAsync(connection, transaction,
                $"SELECT setval(pg_get_serial_sequence('\"{table.Name}\"', '{column.Name}'), (SELECT max(\"{column.Name}\") FROM \"{table.Name}\")) WHERE pg_get_serial_sequence('\"{table.Name}\"', '{column.Name}') IS NOT NULL AND EXISTS (SELECT 1 FROM \"{table.Name}\")", cancel);
        }
    }

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Guid => NpgsqlDbType.Uuid,
        ColumnKind.Text => NpgsqlDbType.Text,
        ColumnKind.Int => NpgsqlDbType.Integer,
        ColumnKind.Long => NpgsqlDbType.Bigint,
        ColumnKind.Bool => NpgsqlDbType.Boolean,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        ColumnKind.Json => NpgsqlDbType.Jsonb,
        _ => throw new InvalidOperationException($"no kind {kind}"),
    };

    private static async Task RunAsync(DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        // Longer than the lock's own limit, so that the lock's clear error comes first.
        (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, sql, 60);
        await command.ExecuteNonQueryAsync(cancel);
    }
}

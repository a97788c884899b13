using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Turnkey.Storage.Schema;

/// <summary>PostgreSQL, where one machine is outgrown.</summary>
internal sealed class PostgresDatabase(StoreOptions options) : IDatabase
{
    /// <summary>Names the lock that writers take turns by.</summary>
    private const long WritersTurn = 0x7475_726e_6b65_79;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(PostgresAddress.Parse(options.Database!, options.Pooling));

    public string Dialect => "postgres";

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

    public async Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancel)
    {
        var transaction = await connection.BeginTransactionAsync(cancel);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT pg_advisory_xact_lock($1)";
        command.Parameters.Add(new NpgsqlParameter { Value = WritersTurn });
        await command.ExecuteNonQueryAsync(cancel);
        return transaction;
    }

    public DbContextOptionsBuilder<T> Use<T>(DbContextOptionsBuilder<T> builder, DbConnection connection)
        where T : DbContext => builder.UseNpgsql(connection);

    public DbContextOptionsBuilder<T> UseOwn<T>(DbContextOptionsBuilder<T> builder)
        where T : DbContext => builder.UseNpgsql(source);

    public ValueTask DisposeAsync() => source.DisposeAsync();
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Turnkey.Storage.Upkeep;

namespace Turnkey.Storage.Schema;

/// <summary>What differs between the two databases.</summary>
internal interface IDatabase : IAsyncDisposable
{
    /// <summary>Folder of its numbered scripts: <c>sqlite</c> or <c>postgres</c>.</summary>
    string Dialect { get; }

    /// <summary>SQL that counts the tables there are.</summary>
    string CountTables { get; }

    /// <summary>Opens a connection that may write.</summary>
    /// <exception cref="StoreException">The database cannot be reached.</exception>
    Task<DbConnection> OpenAsync(CancellationToken cancel);

    /// <summary>Begins a transaction that sees one state of the database to its end, and in which writing fails.</summary>
    Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancel);

    /// <summary>Begins a transaction that is the only writing one until it ends, also of other servers on the same database.</summary>
    /// <exception cref="StoreException">Another one writes for too long.</exception>
    Task<WritersTurn> BeginWriteAsync(DbConnection connection, CancellationToken cancel);

    DbContextOptionsBuilder<T> Use<T>(DbContextOptionsBuilder<T> builder, DbConnection connection)
        where T : DbContext;

    /// <summary>Lets a context open and close connections by itself.</summary>
    DbContextOptionsBuilder<T> UseOwn<T>(DbContextOptionsBuilder<T> builder)
        where T : DbContext;

    /// <summary>The table whose unique key an error of the driver says is taken; null when it says something else.</summary>
    string? TakenKey(Exception error);

    /// <summary>Writes many rows into an empty table.</summary>
    Task InsertAsync(DbConnection connection, DbTransaction transaction, BackupTable table, IEnumerable<object?[]> rows, CancellationToken cancel);
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Turnkey.Storage.Schema;

/// <summary>What differs between the two databases.</summary>
internal interface IDatabase : IAsyncDisposable
{
    /// <summary>Folder of its numbered scripts: <c>sqlite</c> or <c>postgres</c>.</summary>
    string Dialect { get; }

    Task<DbConnection> OpenAsync(CancellationToken cancel);

    /// <summary>Begins a transaction that is the only writing one until it ends, also of other servers on the same database.</summary>
    Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancel);

    DbContextOptionsBuilder<T> Use<T>(DbContextOptionsBuilder<T> builder, DbConnection connection)
        where T : DbContext;

    /// <summary>Lets a context open and close connections by itself.</summary>
    DbContextOptionsBuilder<T> UseOwn<T>(DbContextOptionsBuilder<T> builder)
        where T : DbContext;
}

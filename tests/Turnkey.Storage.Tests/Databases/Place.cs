using Microsoft.Data.Sqlite;
using Npgsql;
using System.Data.Common;

namespace Turnkey.Storage.Tests.Databases;

/// <summary>A folder, and an empty database of a kind, for one test.</summary>
public sealed class Place : IAsyncDisposable
{
    private readonly PostgresCluster? cluster;
    private readonly List<Store> stores = [];

    private Place(StoreOptions options, PostgresCluster? cluster) => (Options, this.cluster) = (options, cluster);

    public StoreOptions Options { get; }

    public bool OnPostgres => cluster is not null;

    public SettableClock Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    public static async Task<Place> MakeAsync(string database)
    {
        var postgres = database == Both.Postgres ? await PostgresCluster.ObtainAsync() : null;
        var folder = Directory.CreateTempSubdirectory("turnkey-store-").FullName;
        return new Place(new StoreOptions(folder) { Database = postgres is null ? null : await postgres.CreateAsync() }, postgres);
    }

    /// <summary>Opens a store here; each call is another server on the same database.</summary>
    public async Task<Store> OpenAsync()
    {
        var store = await Store.OpenAsync(Options, Clock, TestContext.Current.CancellationToken);
        stores.Add(store);
        return store;
    }

    /// <summary>A connection past the store, for what a test plants or looks at.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = OnPostgres
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Options.Database!) { Pooling = false }.ConnectionString)
            : new SqliteConnection($"Data Source={Path.Combine(Options.Folder, "turnkey.db")};Pooling=false;Foreign Keys=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Rows of a query as text, fields joined by a bar.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(field => Convert.ToString(reader.GetValue(field), System.Globalization.CultureInfo.InvariantCulture))));
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores) await store.DisposeAsync();
        if (cluster is not null) await cluster.DropAsync(Options.Database!);
        Directory.Delete(Options.Folder, recursive: true);
    }
}

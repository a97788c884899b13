using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Turnkey.Kernel;

namespace Turnkey.Storage.Schema;

/// <summary>Brings a database to today's schema: numbered scripts, each run once, in order, in a transaction with the note that it ran.</summary>
internal static class Migration
{
    /// <exception cref="StoreException">The database was written by a newer program, or a script that already ran was changed.</exception>
    public static async Task RunAsync(IDatabase database, TimeProvider clock, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var turn = await database.BeginWriteAsync(connection, cancel);
        await ApplyAsync(database, connection, turn.Transaction, clock, int.MaxValue, cancel);
        await turn.CommitAsync();
    }

    /// <summary>Runs what has not run yet, up to a number, in a transaction under way.</summary>
    public static async Task ApplyAsync(IDatabase database, DbConnection connection, DbTransaction transaction, TimeProvider clock, int last, CancellationToken cancel)
    {
        await ExecuteAsync(connection, transaction, "CREATE TABLE IF NOT EXISTS schema_scripts (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, ran_at BIGINT NOT NULL)", cancel);
        var ran = await RanAsync(connection, transaction, cancel);
        var scripts = Scripts(database.Dialect);
        RefuseNewer(ran, scripts);
        foreach (var script in scripts.Where(script => script.Number <= last))
        {
            if (ran.TryGetValue(script.Number, out var hash))
            {
                if (hash != script.Hash) throw new StoreException($"schema script {script.Name} was changed after it ran on this database; restore the script and write a new one");
                continue;
            }
            await ExecuteAsync(connection, transaction, script.Sql, cancel);
            await ExecuteAsync(connection, transaction,
                string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_scripts (number, name, hash, ran_at) VALUES ({script.Number}, '{script.Name}', '{script.Hash}', {clock.GetUtcNow().UtcTicks})"), cancel);
        }
    }

    /// <exception cref="StoreException">The database is not at today's schema.</exception>
    public static async Task RefuseOtherAsync(IDatabase database, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var transaction = await database.BeginReadAsync(connection, cancel);
        if (!await AnyTableAsync(database, connection, transaction, cancel)) throw new StoreException("the database is empty");
        var ran = await RanAsync(connection, transaction, cancel);
        var scripts = Scripts(database.Dialect);
        RefuseNewer(ran, scripts);
        if (ran.Count < scripts.Count) throw new StoreException($"the database has schema {ran.Keys.Max()} and this program {scripts[^1].Number}; start the server once to upgrade it, or use the program of that schema");
    }

    public static async Task<bool> AnyTableAsync(IDatabase database, DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, database.CountTables);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) > 0;
    }

    /// <summary>Number of the last script: today's schema.</summary>
    public static int Newest(string dialect) => Scripts(dialect)[^1].Number;

    /// <summary>The scripts of a dialect in the order of their numbers.</summary>
    internal static IReadOnlyList<(int Number, string Name, string Sql, string Hash)> Scripts(string dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(dialect + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

        (int, string, string, string) Read(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var sql = reader.ReadToEnd();
            var name = resource[(dialect.Length + 1)..];
            return (int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, sql, ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))));
        }
    }

    private static void RefuseNewer(Dictionary<int, string> ran, IReadOnlyList<(int Number, string Name, string Sql, string Hash)> scripts)
    {
        if (ran.Keys.Except(scripts.Select(script => script.Number)).Order().FirstOrDefault() is > 0 and var newer)
            throw new StoreException($"the database has schema {newer}, which this program does not know; use the newer program that wrote it");
    }

    private static async Task<Dictionary<int, string>> RanAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, "SELECT number, hash FROM schema_scripts");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var ran = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancel)) ran.Add(reader.GetInt32(0), reader.GetString(1));
        return ran;
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        // A script may rewrite a large table.
        (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, sql, 0);
        await command.ExecuteNonQueryAsync(cancel);
    }
}

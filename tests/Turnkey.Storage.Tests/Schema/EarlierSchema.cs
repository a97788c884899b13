using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Npgsql;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Storage.Tests.Schema;

/// <summary>
/// Databases as programs with an earlier schema left them, as SQL: <c>Earlier/sqlite/0001.sql</c> and so on, one for each script, rows included. A new
/// script comes with a dump that is made once and never changed: <see cref="MigrationTests.A_dump_of_todays_schema_is_written_on_request"/>.
/// </summary>
internal static class EarlierSchema
{
    public static string Read(string database, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{database}/{number:0000}.sql");
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        Assert.True(stream is not null, $"there is no dump Earlier/{name}: make it with TURNKEY_DUMP_SCHEMA");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static async Task<string> DumpAsync(Place place) => place.OnPostgres ? await PostgresAsync(place) : await SqliteAsync(place);

    private static async Task<string> SqliteAsync(Place place)
    {
        var lines = new List<string>();
        var objects = await place.QueryAsync("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, rowid");
        lines.AddRange(objects.Select(sql => sql + ";"));
        foreach (var table in await place.QueryAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"))
        {
            var columns = await place.QueryAsync($"SELECT name FROM pragma_table_info('{table}')");
            var quoted = string.Join(" || ', ' || ", columns.Select(column => $"quote(\"{column}\")"));
            lines.AddRange((await place.QueryAsync($"SELECT {quoted} FROM \"{table}\"")).Select(values => $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({values});"));
        }
        return string.Join('\n', lines) + "\n";
    }

    private static async Task<string> PostgresAsync(Place place)
    {
        var address = new NpgsqlConnectionStringBuilder(place.Options.Database!);
        var start = new ProcessStartInfo("pg_dump", ["--inserts", "--column-inserts", "--no-owner", "--no-privileges", "-h", address.Host!, "-U", address.Username!, address.Database!]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        // Without comments and psql's own commands.
        return string.Join('\n', text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal) && !line.StartsWith('\\'))) + "\n";
    }
}

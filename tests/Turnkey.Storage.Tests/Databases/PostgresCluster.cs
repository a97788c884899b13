using System.Diagnostics;
using Npgsql;

namespace Turnkey.Storage.Tests.Databases;

/// <summary>
/// PostgreSQL for tests: the server that <c>TURNKEY_TEST_POSTGRES</c> names, else one of our own from Debian's packages, in a temporary folder behind a
/// Unix socket, for as long as the tests run. Each test gets a database of its own.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1, 1);
    private static PostgresCluster? running;
    private static string? absent;
    private static int databases;

    private readonly string address;
    private readonly string? folder;

    private PostgresCluster(string address, string? folder) => (this.address, this.folder) = (address, folder);

    /// <summary>The cluster, started when it is first wanted; skips the test, saying why, where there is none.</summary>
    public static async Task<PostgresCluster> ObtainAsync()
    {
        await Starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (running is null && absent is null) (running, absent) = await StartAsync();
        }
        finally
        {
            Starting.Release();
        }
        Assert.SkipWhen(running is null, absent ?? "");
        return running!;
    }

    /// <summary>Stops the one that runs, if one does.</summary>
    public static async ValueTask StopAsync()
    {
        if (running is not null) await running.DisposeAsync();
        running = null;
    }

    /// <summary>Makes an empty database; its address in Npgsql's form.</summary>
    public async Task<string> CreateAsync()
    {
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"turnkey_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        await RunAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(address) { Database = name }.ConnectionString;
    }

    public async Task DropAsync(string database) => await RunAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");

    public async ValueTask DisposeAsync()
    {
        if (folder is null) return;
        await CommandAsync(Path.Combine(Programs()!, "pg_ctl"), "stop", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(PostgresCluster? Cluster, string? Why)> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("TURNKEY_TEST_POSTGRES") is { Length: > 0 } given) return (new PostgresCluster(given, null), null);
        if (Programs() is not { } programs) return (null, "no PostgreSQL: install Debian's package postgresql, or name a server in TURNKEY_TEST_POSTGRES");
        var place = Directory.CreateTempSubdirectory("turnkey-pg-").FullName;
        if (Environment.IsPrivilegedProcess) await CommandAsync("/bin/chown", "postgres", place);
        var data = Path.Combine(place, "data");
        await CommandAsync(Path.Combine(programs, "initdb"), "-D", data, "-U", "turnkey", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        // What the tests write need not survive a power cut.
        await CommandAsync(Path.Combine(programs, "pg_ctl"), "start", "-D", data, "-w", "-l", Path.Combine(place, "log"),
            "-o", $"-k {place} -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200");
        return (new PostgresCluster($"Host={place};Username=turnkey;Database=postgres;Pooling=false", place), null);
    }

    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    /// <summary>PostgreSQL refuses to run as root: then as the user that Debian's package made.</summary>
    private static async Task CommandAsync(string program, params string[] arguments)
    {
        var root = Environment.IsPrivilegedProcess && !program.EndsWith("/chown", StringComparison.Ordinal);
        // The server inherits the pipes of pg_ctl: nothing is read from them to their end.
        var start = new ProcessStartInfo(root ? "/usr/sbin/runuser" : program, root ? ["-u", "postgres", "--", program, .. arguments] : arguments) { WorkingDirectory = "/", RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

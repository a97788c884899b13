namespace Turnkey.Server;

/// <summary>What an installation is run with. Each can stand in <c>turnkey.json</c> of the data folder, in the environment (<c>TURNKEY_…</c>) or on the command line.</summary>
/// <param name="Folder">Everything that is kept: database, blobs, keys.</param>
public sealed record ServerOptions(string Folder)
{
    /// <summary>Address of a PostgreSQL database; null for SQLite in the folder.</summary>
    public string? Database { get; init; }

    /// <summary>Where it listens; port 0 takes a free one.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:5080";

    /// <summary>How it is reached from outside, for links in mails and bundles; empty for where it listens.</summary>
    public string PublicAddress { get; init; } = "";

    /// <summary>The program that reads packages in a process of its own, and its first arguments: <c>dotnet</c>, <c>turnkey.dll</c>.</summary>
    public IReadOnlyList<string> Worker { get; init; } = [];

    /// <summary>Jobs at a time; 0 for none here.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Most bytes of an uploaded package.</summary>
    public long MostUpload { get; init; } = 200L << 20;

    /// <summary>Most memory of the process that reads a package, bytes of its heap.</summary>
    public long MostWorkerMemory { get; init; } = 4L << 30;

    /// <summary>Most bytes of all papers that one job makes.</summary>
    public long MostResults { get; init; } = 256L << 20;

    /// <summary>Longest time for one job.</summary>
    public TimeSpan LongestJob { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Passwords and invitations that one address may try in a minute.</summary>
    public int TriesPerMinute { get; init; } = 20;

    /// <summary>Requests of one organisation's programs in a minute.</summary>
    public int CallsPerMinute { get; init; } = 1200;

    /// <summary>Webhooks may go to addresses of a private network and without encryption: only where everybody who may set one is trusted with that network.</summary>
    public bool PrivateWebhooks { get; init; }

    /// <summary>How mails are sent; null when they are not.</summary>
    public MailOptions? Mail { get; init; }

    /// <summary>Keeps database connections open between uses; off in tests that delete the folder.</summary>
    public bool Pooling { get; init; } = true;

    /// <summary>Writes what it does to the error stream as JSON lines.</summary>
    public bool Log { get; init; } = true;
}

/// <summary>A server that takes mails.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">587 with encryption, 25 without.</param>
/// <param name="From">Sender's address.</param>
public sealed record MailOptions(string Host, int Port, string From)
{
    public string User { get; init; } = "";

    /// <summary>Only from the environment or a file that others cannot read.</summary>
    public string Password { get; init; } = "";

    public bool Encrypted { get; init; } = true;
}

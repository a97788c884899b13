using System.Collections.Immutable;

namespace Turnkey.Storage.Upkeep;

/// <summary>What is in a backup: <c>manifest.json</c>, its last entry.</summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="Version">Of the format.</param>
/// <param name="Schema">Number of the last schema script that had run: the rows are of that schema.</param>
/// <param name="Made">When the rows were read: one moment for all of them.</param>
internal sealed record BackupManifest(string Format, int Version, int Schema, DateTimeOffset Made, ImmutableArray<BackupTable> Tables, ImmutableArray<BackupFile> Files)
{
    public const string Name = "turnkey-backup";

    public const int Newest = 1;

    public const string Entry = "manifest.json";

    /// <summary>Contents that rows refer to and that were not there, or not whole, when the backup was made.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];
}

/// <summary>The rows of a table, in <c>tables/NAME.jsonl</c>: a JSON array for each, in the order of its key.</summary>
/// <param name="Hash">SHA-256 of the entry.</param>
internal sealed record BackupTable(string Name, ImmutableArray<BackupColumn> Columns, long Rows, string Hash)
{
    public string Entry => $"tables/{Name}.jsonl";
}

internal sealed record BackupColumn(string Name, ColumnKind Kind);

/// <summary>A file: a content (<c>blobs/HASH</c>) or a key (<c>keys/NAME</c>).</summary>
internal sealed record BackupFile(string Path, long Size, string Hash);

/// <summary>How a value is written, the same for both databases.</summary>
internal enum ColumnKind
{
    /// <summary>Lower case, with hyphens.</summary>
    Guid,

    Text,

    /// <summary>32 bits.</summary>
    Int,

    /// <summary>64 bits.</summary>
    Long,

    Bool,

    /// <summary>Base64.</summary>
    Bytes,

    /// <summary>As it is, members in the order of their names: PostgreSQL keeps no other.</summary>
    Json,
}

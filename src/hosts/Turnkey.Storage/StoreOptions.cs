namespace Turnkey.Storage;

/// <summary>Where everything is kept.</summary>
/// <param name="Folder">Folder of blobs and, without <see cref="Database"/>, of the SQLite database. Made when it is not there.</param>
public sealed record StoreOptions(string Folder)
{
    /// <summary>Address of a PostgreSQL database, as <c>postgres://user:password@host/name</c> or in Npgsql's form; null for SQLite in the folder.</summary>
    public string? Database { get; init; }

    /// <summary>Keeps connections open between uses; off in tests that delete the folder.</summary>
    public bool Pooling { get; init; } = true;
}

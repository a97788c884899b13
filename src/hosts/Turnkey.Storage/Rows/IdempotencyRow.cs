namespace Turnkey.Storage.Rows;

/// <summary>The answer that was given to a request with a key, so that the same request sent again does nothing and gets the same answer.</summary>
public sealed class IdempotencyRow
{
    public Guid OrganisationId { get; set; }

    public string Key { get; set; } = "";

    /// <summary>SHA-256 of method, path and body: another request with the same key is refused.</summary>
    public string RequestHash { get; set; } = "";

    public int Status { get; set; }

    public string Body { get; set; } = "";

    public string Location { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}

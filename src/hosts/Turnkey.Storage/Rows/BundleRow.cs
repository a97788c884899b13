namespace Turnkey.Storage.Rows;

/// <summary>A signed bundle that came in or went out: the same one is taken in once.</summary>
public sealed class BundleRow
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    /// <summary>Who signed it.</summary>
    public Guid SenderId { get; set; }

    public string Kind { get; set; } = "";

    public bool Incoming { get; set; }

    /// <summary>SHA-256 of the bundle: the blob.</summary>
    public string Blob { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

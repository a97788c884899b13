namespace Turnkey.Storage.Rows;

public enum Audience
{
    /// <summary>Only the organisation that made it: costings, cost data.</summary>
    Owner,

    /// <summary>The customer too, once the offer it belongs to is sent.</summary>
    Customer,
}

/// <summary>A file that a job made.</summary>
public sealed class ArtifactRow
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    public Guid JobId { get; set; }

    public Guid PackageId { get; set; }

    /// <summary>The offer that it goes with; empty until one is written with it.</summary>
    public Guid? OfferId { get; set; }

    public string Name { get; set; } = "";

    public string MediaType { get; set; } = "";

    /// <summary>SHA-256 of the content: the blob.</summary>
    public string Blob { get; set; } = "";

    public long Size { get; set; }

    public Audience Audience { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

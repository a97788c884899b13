namespace Turnkey.Storage.Rows;

/// <summary>A file that an organisation works with: its plant's figures, its suppliers' offers. One of each kind; a new one takes the old one's place.</summary>
public sealed class OrganisationFileRow
{
    public Guid OrganisationId { get; set; }

    /// <summary><c>plant</c> (YAML) or <c>offers</c> (zip of price lists).</summary>
    public string Kind { get; set; } = "";

    public string Name { get; set; } = "";

    public string Blob { get; set; } = "";

    public long Size { get; set; }

    public DateTimeOffset UploadedAt { get; set; }
}

namespace Turnkey.Storage.Rows;

/// <summary>The private key that a local organisation signs with, protected by the installation's key.</summary>
public sealed class OrganisationKeyRow
{
    public Guid OrganisationId { get; set; }

    /// <summary>PKCS#8, encrypted by the host's data protection, base64.</summary>
    public string Protected { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}

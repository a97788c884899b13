namespace Turnkey.Storage.Rows;

/// <summary>An address of an organisation that is told what happens.</summary>
public sealed class WebhookRow
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    public string Url { get; set; } = "";

    /// <summary>What its deliveries are signed with, encrypted by the host's data protection.</summary>
    public string ProtectedSecret { get; set; } = "";

    public bool Active { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

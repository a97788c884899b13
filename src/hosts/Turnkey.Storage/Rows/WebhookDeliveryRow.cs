namespace Turnkey.Storage.Rows;

/// <summary>One telling of one event to one address.</summary>
public sealed class WebhookDeliveryRow
{
    public Guid Id { get; set; }

    public Guid WebhookId { get; set; }

    public Guid OrganisationId { get; set; }

    public string Event { get; set; } = "";

    public string Body { get; set; } = "";

    public int Attempts { get; set; }

    public DateTimeOffset NextAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public string Error { get; set; } = "";
}

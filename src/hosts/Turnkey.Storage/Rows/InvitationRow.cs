using Turnkey.Contracts;
using Turnkey.Contracts.Requests;

namespace Turnkey.Storage.Rows;

/// <summary>A request sent to one manufacturer.</summary>
public sealed class InvitationRow
{
    public Guid Id { get; set; }

    public Guid RfqId { get; set; }

    public Guid CustomerId { get; set; }

    public Guid ManufacturerId { get; set; }

    public InvitationState State { get; set; }

    public DateTimeOffset SentAt { get; set; }

    public string Body { get; set; } = "";

    public int Version { get; set; }

    public Invitation Read() => ContractJson.Read<Invitation>(Body);

    public void Write(Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        (Id, RfqId, CustomerId, ManufacturerId, State, SentAt) = (invitation.Id, invitation.Rfq, invitation.Customer, invitation.Manufacturer, invitation.State, invitation.At);
        Body = ContractJson.Write(invitation);
        Version++;
    }
}

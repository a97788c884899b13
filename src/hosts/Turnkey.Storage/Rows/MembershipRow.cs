using Turnkey.Contracts.Parties;

namespace Turnkey.Storage.Rows;

/// <summary>That a person belongs to an organisation, and what they may do there.</summary>
public sealed class MembershipRow
{
    public Guid UserId { get; set; }

    public Guid OrganisationId { get; set; }

    public Roles Roles { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public Account? User { get; set; }
}

using Turnkey.Contracts.Parties;

namespace Turnkey.Storage.Rows;

/// <summary>An invitation of a person into an organisation: whoever holds its token may join once.</summary>
public sealed class JoinRow
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    public string Mail { get; set; } = "";

    public Roles Roles { get; set; }

    /// <summary>SHA-256 of the token; the token itself is only in the mail.</summary>
    public string TokenHash { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

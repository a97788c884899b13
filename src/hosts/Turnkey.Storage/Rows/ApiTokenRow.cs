using Turnkey.Contracts.Parties;

namespace Turnkey.Storage.Rows;

/// <summary>A key by which a program acts for an organisation, with at most the roles of who made it.</summary>
public sealed class ApiTokenRow
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    public Guid UserId { get; set; }

    public string Name { get; set; } = "";

    public Roles Roles { get; set; }

    /// <summary>SHA-256 of the token, which is shown once and kept nowhere.</summary>
    public string Hash { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

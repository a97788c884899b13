using Turnkey.Contracts.Audit;

namespace Turnkey.Storage.Rows;

/// <summary>An entry of the audit. Only ever added.</summary>
public sealed class AuditRow
{
    public long Number { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid OrganisationId { get; set; }

    public Guid ActorId { get; set; }

    public string Action { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Detail { get; set; } = "";

    public string Previous { get; set; } = "";

    public string Hash { get; set; } = "";

    public AuditEntry Read() => new(Number, At, OrganisationId, ActorId, Action, Subject, Detail, Previous, Hash);

    public static AuditRow Of(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new()
        {
            Number = entry.Number,
            At = entry.At,
            OrganisationId = entry.Organisation,
            ActorId = entry.Actor,
            Action = entry.Action,
            Subject = entry.Subject,
            Detail = entry.Detail,
            Previous = entry.Previous,
            Hash = entry.Hash,
        };
    }
}

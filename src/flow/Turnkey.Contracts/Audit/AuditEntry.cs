namespace Turnkey.Contracts.Audit;

/// <summary>Something that happened, which nobody can take back unnoticed: it holds the hash of what happened before.</summary>
/// <param name="Number">1, 2, 3 … without a gap.</param>
/// <param name="Organisation">On whose behalf; empty for the installation itself.</param>
/// <param name="Actor">Identifier of the person or token; empty for the installation itself.</param>
/// <param name="Action">What: <c>offer.sent</c>.</param>
/// <param name="Subject">To what: <c>offer/0197…</c>.</param>
/// <param name="Detail">JSON; no secret is ever in it.</param>
/// <param name="Previous">Hash of the entry before; zeros for the first.</param>
/// <param name="Hash">Of this entry with all of the above.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, Guid Organisation, Guid Actor, string Action, string Subject, string Detail, string Previous, string Hash);

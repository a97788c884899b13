using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Audit;
using Turnkey.Storage.Rows;

namespace Turnkey.Storage;

/// <summary>
/// One change under way: what the actor sees, where new rows go, and what is to be said about it. A row is changed through <see cref="Seen"/> or through
/// <see cref="All"/>, never through both; <see cref="Seen"/> is written first.
/// </summary>
public sealed class Change
{
    private readonly List<(string Action, string Subject, string Detail)> audit = [];

    internal Change(Actor actor, ViewerContext seen, SystemContext all, DateTimeOffset at)
    {
        (Actor, Seen, All, At) = (actor, seen, all, at);
    }

    public Actor Actor { get; }

    /// <summary>The rows that the actor's organisation may see; changes to them are saved.</summary>
    public ViewerContext Seen { get; }

    /// <summary>All rows, for what follows from a permitted change in the rows of others (a grant, a notice). Never for looking up what the actor named.</summary>
    public SystemContext All { get; }

    /// <summary>When this happens: one time for everything in it.</summary>
    public DateTimeOffset At { get; }

    public DateOnly Today => DateOnly.FromDateTime(At.UtcDateTime);

    /// <summary>How many jobs were added.</summary>
    internal int WorkAdded { get; private set; }

    /// <summary>A new identifier, which sorts by time.</summary>
    public Guid NewId() => Guid.CreateVersion7(At);

    /// <summary>Writes what happened into the chain.</summary>
    /// <param name="action">Stable and for machines: <c>offer.sent</c>.</param>
    /// <param name="subject">To what: <c>offer/0197…</c>.</param>
    /// <param name="detail">What else is worth knowing in ten years; no secret.</param>
    public void Audit(string action, string subject, object? detail = null) => audit.Add((action, subject, ContractJson.WriteNote(detail ?? new { })));

    /// <summary>Adds work.</summary>
    public void Enqueue(JobRow job)
    {
        All.Jobs.Add(job);
        WorkAdded++;
    }

    /// <summary>Asks for a job to be stopped: one that nobody has begun ends now, a running one when its server next says how far it is. One that ended stays as it is.</summary>
    public void Cancel(JobRow job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job.State is not (JobState.Waiting or JobState.Running)) return;
        job.CancelRequested = true;
        if (job.State == JobState.Waiting) (job.State, job.EndedAt) = (JobState.Cancelled, At);
    }

    /// <summary>Tells an organisation: on its pages, by mail to its people whom it concerns, and to its webhooks.</summary>
    /// <param name="organisation">Whom.</param>
    /// <param name="kind">What happened, as in the audit.</param>
    /// <param name="text">In one sentence.</param>
    /// <param name="link">Path of the page that shows it.</param>
    public async Task NotifyAsync(Guid organisation, string kind, string text, string link)
    {
        if (!await All.Organisations.AnyAsync(row => row.Id == organisation && row.Local)) return;
        All.Notices.Add(new NoticeRow { Id = NewId(), OrganisationId = organisation, At = At, Kind = kind, Text = text, Link = link });
        foreach (var mail in await All.Memberships.Where(member => member.OrganisationId == organisation && member.User!.EmailConfirmed).Select(member => member.User!.Email!).ToListAsync())
            All.OutgoingMails.Add(new OutgoingMailRow { Id = NewId(), To = mail, Subject = text, Text = link, NextAt = At });
        foreach (var hook in await All.Webhooks.Where(hook => hook.OrganisationId == organisation && hook.Active).Select(hook => hook.Id).ToListAsync())
        {
            All.WebhookDeliveries.Add(new WebhookDeliveryRow
            {
                Id = NewId(),
                WebhookId = hook,
                OrganisationId = organisation,
                Event = kind,
                Body = ContractJson.WriteNote(new { id = NewId(), kind, at = At, text, link }),
                NextAt = At,
            });
        }
    }

    /// <summary>The next number of a series of the actor's organisation: <c>RFQ-2026-0142</c>.</summary>
    public async Task<string> NextNumberAsync(string prefix)
    {
        var series = $"{prefix}-{At.Year}";
        var counter = await All.Counters.FindAsync(Actor.Organisation, series);
        if (counter is null) All.Counters.Add(counter = new CounterRow { OrganisationId = Actor.Organisation, Series = series });
        counter.Last++;
        return $"{series}-{counter.Last:0000}";
    }

    /// <summary>A job waits again.</summary>
    internal void WakeFor(JobRow job)
    {
        if (job.State == JobState.Waiting) WorkAdded++;
    }

    internal async Task FinishAsync(CancellationToken cancel)
    {
        // Without an answer yet: that is put beside it afterwards, and what was done is done once even if that never happens.
        if (Actor.Once is { } once) All.Idempotency.Add(new IdempotencyRow { OrganisationId = Actor.Organisation, Key = once.Key, RequestHash = once.Hash, CreatedAt = At });
        RefuseTwofoldChanges();
        await Seen.SaveChangesAsync(cancel);
        if (audit.Count > 0)
        {
            var last = (await All.Audit.OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel))?.Read();
            foreach (var (action, subject, detail) in audit)
            {
                last = AuditChain.Next(last, At, Actor.Organisation, Actor.User, action, subject, detail);
                All.Audit.Add(AuditRow.Of(last));
            }
        }
        await All.SaveChangesAsync(cancel);
    }

    /// <summary>Of a row that both contexts change, one would overwrite the other's change without knowing of it.</summary>
    private void RefuseTwofoldChanges()
    {
        var seen = Changed(Seen).ToHashSet();
        if (Changed(All).FirstOrDefault(seen.Contains) is { } twofold) throw new InvalidOperationException($"{twofold} is changed through Seen and through All: change it through one");

        static IEnumerable<string> Changed(TurnkeyContext context) =>
            context.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Modified or EntityState.Deleted && entry.Metadata.FindPrimaryKey() is not null)
                .Select(entry => entry.Metadata.ShortName() + " " + string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(property => entry.CurrentValues[property])));
    }
}

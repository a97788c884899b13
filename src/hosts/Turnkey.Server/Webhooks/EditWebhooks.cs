using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Webhooks;

/// <summary>Addresses of an organisation that are told what happens.</summary>
internal sealed class EditWebhooks(Store store, WebhookSecrets secrets, WebhookTargets targets)
{
    private const int Most = 20;

    /// <summary>Adds an address; gives the secret that its messages are signed with, this once.</summary>
    public Task<Decision<(WebhookRow Row, string Secret)>> AddAsync(Actor actor, string url, CancellationToken cancel = default) =>
        store.WriteAsync<(WebhookRow, string)>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Administer) is { } refusal) return refusal;
            if (targets.Judge(url) is { } why) return why;
            if (await writing.Seen.Webhooks.CountAsync(row => row.Active, cancel) >= Most) return new Refusal("webhook.many", $"there are already {Most}; remove one first");
            var (secret, kept) = secrets.Create();
            var row = new WebhookRow { Id = writing.NewId(), OrganisationId = actor.Organisation, Url = url, ProtectedSecret = kept, Active = true, CreatedAt = writing.At };
            writing.Seen.Webhooks.Add(row);
            writing.Audit("webhook.added", $"webhook/{row.Id}", new { host = new Uri(url).Host });
            return (row, secret);
        }, cancel);

    /// <summary>Removes one; what was to be sent to it is not sent any more.</summary>
    public Task<Decision<WebhookRow>> RemoveAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        store.WriteAsync<WebhookRow>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Administer) is { } refusal) return refusal;
            if (await writing.Seen.Webhooks.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } row) return Refusal.NotFound("webhook");
            await writing.Seen.WebhookDeliveries.Where(one => one.WebhookId == id && one.DeliveredAt == null).ExecuteDeleteAsync(cancel);
            writing.Seen.Webhooks.Remove(row);
            writing.Audit("webhook.removed", $"webhook/{id}");
            return row;
        }, cancel);

    public Task<ImmutableArray<WebhookRow>> ListAsync(Actor actor, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db => (await db.Webhooks.AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancel)).ToImmutableArray(), cancel);

    /// <summary>What was told or is to be told to one address, newest first.</summary>
    public Task<ImmutableArray<WebhookDeliveryRow>> DeliveriesAsync(Actor actor, Guid id, int count, Guid? before, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            // Their identifiers sort by the time they were made.
            var rows = db.WebhookDeliveries.AsNoTracking().Where(row => row.WebhookId == id);
            if (before is { } last) rows = rows.Where(row => row.Id.CompareTo(last) < 0);
            return (await rows.OrderByDescending(row => row.Id).Take(count).ToListAsync(cancel)).ToImmutableArray();
        }, cancel);
}

/// <summary>What messages are signed with: kept encrypted, because it has to be used again and again.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("webhook-secret");

    public (string Secret, string Kept) Create()
    {
        var secret = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        return (secret, protector.Protect(secret));
    }

    /// <summary>The header that shows where a message comes from and when it was sent: <c>t=1767225600,v1=…</c>, HMAC-SHA256 in hex of <c>t.body</c> with the secret as it was shown.</summary>
    public string Sign(string kept, string body, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return $"t={time},v1={Signature(protector.Unprotect(kept), time, body)}";
    }

    public static string Signature(string secret, string time, string body) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(time + "." + body)));
}

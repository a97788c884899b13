using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Turnkey.Server.Hosting;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Webhooks;

/// <summary>
/// Sends what was written for webhooks: signed, each at least once, until it is taken or was tried for three days. A message is taken on by moving its next
/// try ahead, in the writers' turn, so that several servers on one database do not send it at the same time.
/// </summary>
internal sealed class WebhookSender(Store store, WebhookSecrets secrets, WebhookTargets targets, TimeProvider clock, ILogger<WebhookSender> log) : BackgroundService
{
    /// <summary>Waits between tries: a restart takes seconds, a broken deployment an afternoon, a weekend two days.</summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(28),
    ];

    /// <summary>Until when a message that was taken on is left to who took it.</summary>
    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (connection, cancel) => targets.ConnectAsync(connection.DnsEndPoint, cancel),
    })
    {
        Timeout = Longest,
        // An answer is not read, but the client would buffer it.
        MaxResponseContentBufferSize = 64 << 10,
    };

    public override void Dispose()
    {
        client.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => OutgoingLoop.RunAsync(SendDueAsync, clock, log, stoppingToken);

    /// <summary>Sends one batch of what is due; gives how many that were.</summary>
    internal async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var due = await TakeAsync(cancel);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancel }, async (one, stop) => await EndAsync(one.Delivery, await SendAsync(one.Hook, one.Delivery, stop), CancellationToken.None));
        return due.Count;
    }

    private async Task<IReadOnlyList<(WebhookRow Hook, WebhookDeliveryRow Delivery)>> TakeAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!await store.ReadAllAsync(all => all.WebhookDeliveries.AnyAsync(row => row.DeliveredAt == null && row.NextAt <= now, cancel), cancel)) return [];
        var taken = await store.WriteAsync<List<(WebhookRow, WebhookDeliveryRow)>>(Actor.Installation, async writing =>
        {
            var rows = await writing.All.WebhookDeliveries.Where(row => row.DeliveredAt == null && row.NextAt <= now).OrderBy(row => row.NextAt).Take(32).ToListAsync(cancel);
            var ids = rows.Select(row => row.WebhookId).Distinct().ToList();
            var hooks = await writing.All.Webhooks.Where(row => ids.Contains(row.Id) && row.Active).ToDictionaryAsync(row => row.Id, cancel);
            var found = new List<(WebhookRow, WebhookDeliveryRow)>();
            foreach (var row in rows)
            {
                row.NextAt = now + Taken;
                row.Attempts++;
                if (hooks.TryGetValue(row.WebhookId, out var hook)) found.Add((hook, row));
                else (row.NextAt, row.Error) = (DateTimeOffset.MaxValue, "the webhook was removed");
            }
            return found;
        }, cancel);
        return taken.TryGet(out var list, out _) ? list : [];
    }

    /// <summary>Empty when it was taken; else what went wrong.</summary>
    private async Task<string> SendAsync(WebhookRow hook, WebhookDeliveryRow delivery, CancellationToken cancel)
    {
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, hook.Url) { Content = new StringContent(delivery.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
            message.Headers.Add("Turnkey-Event", delivery.Event);
            message.Headers.Add("Turnkey-Delivery", delivery.Id.ToString());
            message.Headers.Add("Turnkey-Signature", secrets.Sign(hook.ProtectedSecret, delivery.Body, clock.GetUtcNow()));
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
            return answer.IsSuccessStatusCode ? "" : $"answered {(int)answer.StatusCode}";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"no answer within {Longest.TotalSeconds:0} seconds";
        }
        catch (Exception fault) when (fault is HttpRequestException or System.Security.Cryptography.CryptographicException or UriFormatException)
        {
            return fault.Message;
        }
    }

    private Task EndAsync(WebhookDeliveryRow delivery, string error, CancellationToken cancel) =>
        store.WriteAsync<Guid>(Actor.Installation, async writing =>
        {
            if (await writing.All.WebhookDeliveries.SingleOrDefaultAsync(row => row.Id == delivery.Id, cancel) is not { } row) return delivery.Id;
            row.Error = error;
            if (error.Length == 0) row.DeliveredAt = writing.At;
            else row.NextAt = row.Attempts <= Waits.Count ? writing.At + Waits[row.Attempts - 1] : DateTimeOffset.MaxValue;
            return row.Id;
        }, cancel);
}

using Microsoft.EntityFrameworkCore;
using Turnkey.Server.Hosting;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Mails;

/// <summary>
/// Sends the mails that were written beside what they tell. Each is tried for two days; one that its server will never take is given up at once. Without a
/// mail server set, they wait: whoever sets one later sends no old news, see <see cref="Stale"/>.
/// </summary>
internal sealed class MailSender(Store store, ServerOptions options, PublicLinks links, TimeProvider clock, ILogger<MailSender> log) : BackgroundService
{
    public static IReadOnlyList<TimeSpan> Waits { get; } =
        [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24)];

    /// <summary>As long as an invitation holds.</summary>
    public static TimeSpan Stale { get; } = Parties.Membership.InvitationHolds;

    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(5);

    /// <summary>For tests, which have a certificate of their own.</summary>
    internal System.Net.Security.RemoteCertificateValidationCallback? Trust { get; set; }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Mail is null ? Task.CompletedTask : OutgoingLoop.RunAsync(SendDueAsync, clock, log, stoppingToken);

    /// <summary>Sends one batch of what is due over one connection; gives how many that were.</summary>
    internal async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var due = await TakeAsync(cancel);
        if (due.Count == 0) return 0;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Taken / 2);
        var open = new Queue<OutgoingMailRow>(due);
        var fault = "";
        try
        {
            await using var session = await SmtpSession.OpenAsync(options.Mail!, Trust, limit.Token);
            while (open.TryPeek(out var mail))
            {
                var (error, lasting) = await SendAsync(session, mail, limit.Token);
                open.Dequeue();
                await EndAsync(mail, error, lasting);
            }
        }
        catch (Exception broken) when (broken is IOException or SmtpException || (broken is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            fault = broken is OperationCanceledException ? "the mail server is too slow" : broken.Message;
            log.LogWarning("The mail server cannot be used: {Fault}", fault);
        }
        foreach (var mail in open) await EndAsync(mail, fault, lasting: false);
        return due.Count;
    }

    private async Task<(string Error, bool Lasting)> SendAsync(SmtpSession session, OutgoingMailRow mail, CancellationToken cancel)
    {
        if (!MailMessage.CanBeSentTo(mail.To)) return ("this is no address that mails can be sent to", true);
        try
        {
            await session.SendAsync(options.Mail!.From, mail.To, MailMessage.Write(options.Mail!.From, mail.To, mail.Subject, TextOf(mail), mail.Id, clock.GetUtcNow()), cancel);
            return ("", false);
        }
        catch (SmtpException refused)
        {
            return (refused.Message, refused.Lasting);
        }
    }

    private string TextOf(OutgoingMailRow mail) => $"{mail.Subject}.\n\n{links.To(mail.Text)}\n\n-- \nTurnkey sends this because something happened that concerns your organisation.\n";

    private async Task<IReadOnlyList<OutgoingMailRow>> TakeAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!await store.ReadAllAsync(all => all.OutgoingMails.AnyAsync(row => row.SentAt == null && row.NextAt <= now, cancel), cancel)) return [];
        var taken = await store.WriteAsync<List<OutgoingMailRow>>(Actor.Installation, async writing =>
        {
            var rows = await writing.All.OutgoingMails.Where(row => row.SentAt == null && row.NextAt <= now).OrderBy(row => row.NextAt).Take(50).ToListAsync(cancel);
            foreach (var row in rows.Where(row => row.Attempts == 0 && row.NextAt < now - Stale)) (row.NextAt, row.Error) = (DateTimeOffset.MaxValue, "nobody sent this in time");
            rows.RemoveAll(row => row.NextAt == DateTimeOffset.MaxValue);
            foreach (var row in rows)
            {
                row.NextAt = now + Taken;
                row.Attempts++;
            }
            return rows;
        }, cancel);
        return taken.TryGet(out var list, out _) ? list : [];
    }

    private Task EndAsync(OutgoingMailRow mail, string error, bool lasting) =>
        store.WriteAsync<Guid>(Actor.Installation, async writing =>
        {
            if (await writing.All.OutgoingMails.SingleOrDefaultAsync(row => row.Id == mail.Id) is not { } row) return mail.Id;
            row.Error = error;
            if (error.Length == 0)
            {
                row.SentAt = writing.At;
                // The link of an invitation lets in whoever has it: once it is sent it stays nowhere here.
                if (row.Text.StartsWith("/join/", StringComparison.Ordinal)) row.Text = "/join";
            }
            else
            {
                row.NextAt = lasting || row.Attempts > Waits.Count ? DateTimeOffset.MaxValue : writing.At + Waits[row.Attempts - 1];
            }
            return row.Id;
        });
}

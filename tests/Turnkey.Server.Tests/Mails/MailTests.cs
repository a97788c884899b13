using Microsoft.EntityFrameworkCore;
using Turnkey.Server.Mails;
using Turnkey.Server.Tests.Trade;
using Turnkey.Storage;
using Turnkey.Storage.Rows;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Server.Tests.Mails;

/// <summary>Mails that are written beside what they tell, and sent afterwards.</summary>
public sealed class MailTests
{
    [Theory]
    [ClassData(typeof(Both))]
    public async Task A_notice_goes_by_mail_with_a_link_that_works_outside(string database)
    {
        await using var server = new LocalMailServer();
        await using var market = await Market.OpenAsync(database, options => options with { PublicAddress = "https://turnkey.example/", Mail = new MailOptions("localhost", server.Port, "noreply@turnkey.example") { Encrypted = false } });

        await WriteAsync(market, "ann@example.com", "Müller & Söhne fragt an: „Sensor“, Revision 2, mit einem Betreff, der länger als eine Zeile ist", "/rfqs/7");
        var mail = await server.NextAsync();

        Assert.Equal(("<noreply@turnkey.example>", "<ann@example.com>"), (mail.From, mail.To));
        Assert.Contains("Müller & Söhne", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://turnkey.example/rfqs/7", mail.Text, StringComparison.Ordinal);
        Assert.All(mail.Message.Split("\r\n"), line => Assert.True(line.Length <= 78 && line.All(char.IsAscii), line));
        Assert.Equal("Müller & Söhne fragt an: „Sensor“, Revision 2, mit einem Betreff, der länger als eine Zeile ist", Decoded(mail.Header("Subject")));
        await UntilAsync(market, row => row.SentAt is not null);
    }

    [Fact]
    public async Task A_password_goes_only_over_an_encrypted_connection_to_a_server_that_is_trusted()
    {
        using var certificate = LocalMailServer.NewCertificate();
        await using var server = new LocalMailServer { Certificate = certificate };
        var options = new MailOptions("localhost", server.Port, "noreply@turnkey.example") { User = "turnkey", Password = "se cret" };

        await Assert.ThrowsAnyAsync<IOException>(() => SmtpSession.OpenAsync(options, null, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<SmtpException>(() => SmtpSession.OpenAsync(options with { Encrypted = false }, null, TestContext.Current.CancellationToken));
        Assert.Empty(server.SignedIn);
        await using (var session = await SmtpSession.OpenAsync(options, (_, shown, _, _) => shown!.Equals(certificate), TestContext.Current.CancellationToken))
            await session.SendAsync("noreply@turnkey.example", "ann@example.com", MailMessage.Write("noreply@turnkey.example", "ann@example.com", "s", "t", Guid.Empty, default), TestContext.Current.CancellationToken);

        Assert.Equal(["\0turnkey\0se cret"], server.SignedIn);
        Assert.DoesNotContain("ann@example.com", server.InClear.ToString(), StringComparison.Ordinal);
        Assert.Equal("<ann@example.com>", (await server.NextAsync()).To);
    }

    [Fact]
    public async Task A_server_that_does_not_encrypt_gets_nothing_when_encryption_is_wanted()
    {
        await using var server = new LocalMailServer();

        await Assert.ThrowsAsync<SmtpException>(() => SmtpSession.OpenAsync(new MailOptions("localhost", server.Port, "a@b.c"), null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_is_given_up_and_one_that_is_not_now_is_tried_later()
    {
        await using var server = new LocalMailServer();
        server.Refusals.Enqueue("550 no such person");
        await using var market = await Market.OpenAsync(change: options => options with { Mail = new MailOptions("localhost", server.Port, "noreply@turnkey.example") { Encrypted = false } });
        await WriteAsync(market, "gone@example.com", "One", "/");
        await UntilAsync(market, row => row.To == "gone@example.com" && row.Error == "550 no such person" && row.NextAt == DateTimeOffset.MaxValue);

        server.Refusals.Enqueue("450 greylisted");
        await WriteAsync(market, "later@example.com", "Two", "/");
        await UntilAsync(market, row => row.To == "later@example.com" && row.Error == "450 greylisted" && row.NextAt < DateTimeOffset.MaxValue && row.SentAt is null);
        // The next mail goes through beside it.
        await WriteAsync(market, "well@example.com", "Three", "/");
        Assert.Equal("<well@example.com>", (await server.NextAsync()).To);
    }

    [Fact]
    public async Task What_somebody_writes_into_a_name_or_an_address_becomes_no_command_and_no_header()
    {
        await using var server = new LocalMailServer();
        await using var market = await Market.OpenAsync(change: options => options with { Mail = new MailOptions("localhost", server.Port, "noreply@turnkey.example") { Encrypted = false } });

        await WriteAsync(market, "a@example.com>\r\nRCPT TO:<b@example.com", "One", "/");
        await WriteAsync(market, "c@example.com", "Hello\r\nBcc: d@example.com", "/");
        var mail = await server.NextAsync();

        Assert.Equal("<c@example.com>", mail.To);
        Assert.Equal("Hello  Bcc: d@example.com", mail.Header("Subject"));
        await UntilAsync(market, row => row.To.StartsWith("a@", StringComparison.Ordinal) && row.NextAt == DateTimeOffset.MaxValue);
    }

    [Fact]
    public async Task An_invitations_link_stays_nowhere_once_it_was_sent()
    {
        await using var server = new LocalMailServer();
        await using var market = await Market.OpenAsync(change: options => options with { Mail = new MailOptions("localhost", server.Port, "noreply@turnkey.example") { Encrypted = false } });

        var invited = await Market.MadeAsync(await market.PostAsync("/api/v1/member-invitations", market[Market.Customer], new { mail = "ann@customer.example", roles = new[] { "engineer" } }));
        var mail = await server.NextAsync();

        Assert.Contains(invited.GetProperty("link").GetString()!, mail.Text, StringComparison.Ordinal);
        await UntilAsync(market, row => row.SentAt is not null && row.Text == "/join");
    }

    [Fact]
    public void A_line_that_begins_with_a_full_stop_does_not_end_the_mail_early() =>
        Assert.DoesNotContain("\r\n.\r\n", MailMessage.Write("a@b.c", "d@e.f", "s", "one\n.\ntwo", Guid.Empty, default), StringComparison.Ordinal);

    private static async Task WriteAsync(Market market, string to, string subject, string link) => await market.Store.WriteAsync<bool>(Actor.Installation, writing =>
    {
        writing.All.OutgoingMails.Add(new OutgoingMailRow { Id = writing.NewId(), To = to, Subject = subject, Text = link, NextAt = writing.At });
        return Task.FromResult<Contracts.Decision<bool>>(true);
    }, TestContext.Current.CancellationToken);

    private static async Task UntilAsync(Market market, Func<OutgoingMailRow, bool> so)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await market.Store.ReadAllAsync(all => all.OutgoingMails.AsNoTracking().ToListAsync())).Exists(row => so(row))) await Task.Delay(50, patience.Token);
    }

    private static string Decoded(string header) => string.Concat(header.Split(' ').Select(word => word.StartsWith("=?utf-8?B?", StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(word[10..^2])) : word));
}

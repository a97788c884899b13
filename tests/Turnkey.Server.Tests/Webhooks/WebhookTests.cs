using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turnkey.Server.Tests.Trade;
using Turnkey.Server.Webhooks;
using Turnkey.Storage;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Server.Tests.Webhooks;

/// <summary>What programs are told, how they know that it is us, and what happens when they do not listen.</summary>
public sealed class WebhookTests
{
    [Theory]
    [ClassData(typeof(Both))]
    public async Task A_notice_is_told_signed_over_its_time_and_its_body(string database)
    {
        await using var receiver = new Receiver();
        await using var market = await Market.OpenAsync(database, options => options with { PrivateWebhooks = true });
        var added = await Market.MadeAsync(await market.PostAsync("/api/v1/webhooks", market[Market.Maker], new { url = receiver.Address }));

        await NotifyAsync(market, market[Market.Maker], "rfq.received");
        var message = await receiver.NextAsync();

        Assert.Equal("rfq.received", message.Headers["Turnkey-Event"]);
        var body = JsonDocument.Parse(message.Body).RootElement;
        Assert.Equal(("rfq.received", "Something happened", "/rfqs/1"), (body.GetProperty("kind").GetString(), body.GetProperty("text").GetString(), body.GetProperty("link").GetString()));
        var signature = message.Headers["Turnkey-Signature"].Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        Assert.Equal(WebhookSecrets.Signature(added.GetProperty("secret").GetString()!, signature["t"], message.Body), signature["v1"]);
        await UntilAsync(async () => (await DeliveriesAsync(market, added)).GetProperty("items")[0].GetProperty("delivered").ValueKind == JsonValueKind.String);
    }

    /// <summary>HMAC-SHA256 of "1767225600.{}" with the key "whsec_test", as OpenSSL gives it: what a receiver in any language reckons.</summary>
    [Fact]
    public void The_signature_is_the_one_that_others_reckon() =>
        Assert.Equal("4a942ef9477fb7b15b98664cf7ff2c2543984c1fa6bdf3520b48dcb25bcd1fe4", WebhookSecrets.Signature("whsec_test", "1767225600", "{}"));

    [Fact]
    public async Task What_is_not_taken_is_told_again_later_and_given_up_in_the_end()
    {
        await using var receiver = new Receiver { Status = 503 };
        await using var market = await Market.OpenAsync(change: options => options with { PrivateWebhooks = true });
        var added = await Market.MadeAsync(await market.PostAsync("/api/v1/webhooks", market[Market.Maker], new { url = receiver.Address }));
        await NotifyAsync(market, market[Market.Maker], "rfq.received");
        var first = await receiver.NextAsync();
        await UntilAsync(async () => (await DeliveriesAsync(market, added)).GetProperty("items")[0].GetProperty("error").GetString() == "answered 503");
        var next = (await DeliveriesAsync(market, added)).GetProperty("items")[0].GetProperty("next").GetDateTimeOffset();
        Assert.InRange(next - TimeProvider.System.GetUtcNow(), TimeSpan.Zero, WebhookSender.Waits[0]);

        // As if the waits were over.
        for (var i = 0; i < WebhookSender.Waits.Count; i++)
        {
            await DueAsync(market);
            Assert.Equal(first.Headers["Turnkey-Delivery"], (await receiver.NextAsync()).Headers["Turnkey-Delivery"]);
            var attempts = i + 2;
            await UntilAsync(async () => (await DeliveriesAsync(market, added)).GetProperty("items")[0] is var one && one.GetProperty("attempts").GetInt32() == attempts && one.GetProperty("error").GetString() == "answered 503" && !await TakenAsync(market));
        }

        Assert.Equal(JsonValueKind.Null, (await DeliveriesAsync(market, added)).GetProperty("items")[0].GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("https://127.0.0.1/x", "webhook.private")]
    [InlineData("https://10.1.2.3/x", "webhook.private")]
    [InlineData("https://[::1]/x", "webhook.private")]
    [InlineData("https://[::ffff:192.168.0.1]/x", "webhook.private")]
    [InlineData("https://169.254.169.254/latest", "webhook.private")]
    [InlineData("https://2130706433/x", "webhook.private")]
    [InlineData("http://example.com/x", "webhook.url")]
    [InlineData("ftp://example.com/x", "webhook.url")]
    [InlineData("https://user:secret@example.com/x", "webhook.url")]
    [InlineData("/relative", "webhook.url")]
    public async Task An_address_that_only_we_can_reach_is_refused(string url, string code)
    {
        await using var market = await Market.OpenAsync();

        Assert.Equal((422, code), await Market.RefusedAsync(await market.PostAsync("/api/v1/webhooks", market[Market.Maker], new { url })));
    }

    [Fact]
    public async Task A_name_that_leads_to_us_is_not_called()
    {
        await using var receiver = new Receiver();
        await using var market = await Market.OpenAsync();
        // As if the name had led elsewhere when it was added.
        var targets = market.Server.Services.GetRequiredService<WebhookTargets>();

        var fault = await Assert.ThrowsAsync<HttpRequestException>(async () => await targets.ConnectAsync(new DnsEndPoint("localhost", receiver.Port), TestContext.Current.CancellationToken));

        Assert.Contains("not an address that messages may be sent to", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, receiver.Count);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.16.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    public void Only_addresses_of_the_open_internet_are_public(string address, bool expected) => Assert.Equal(expected, WebhookTargets.Public(IPAddress.Parse(address)));

    private static async Task NotifyAsync(Market market, Party party, string kind) => await market.Store.WriteAsync<bool>(Actor.Installation, async writing =>
    {
        await writing.NotifyAsync(party.Id, kind, "Something happened", "/rfqs/1");
        return true;
    }, TestContext.Current.CancellationToken);

    private static async Task<JsonElement> DeliveriesAsync(Market market, JsonElement added) =>
        await Market.MadeAsync(await market.GetAsync($"/api/v1/webhooks/{added.GetProperty("webhook").GetProperty("id").GetGuid()}/deliveries", market[Market.Maker]));

    private static Task DueAsync(Market market) => market.Store.WriteAsync<bool>(Actor.Installation, async writing =>
    {
        foreach (var row in await writing.All.WebhookDeliveries.ToListAsync()) (row.NextAt, row.Error) = (writing.At, "");
        return true;
    }, TestContext.Current.CancellationToken);

    private static Task<bool> TakenAsync(Market market) => market.Store.ReadAllAsync(async all => await all.WebhookDeliveries.AnyAsync(row => row.Error == ""), TestContext.Current.CancellationToken);

    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await so()) await Task.Delay(50, patience.Token);
    }

    /// <summary>A program that is told things.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly HttpListener listener = new();
        private readonly ConcurrentQueue<(Dictionary<string, string> Headers, string Body)> messages = new();
        private readonly SemaphoreSlim arrived = new(0);
        private readonly Task running;
        private int count;

        public Receiver()
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Port = ((IPEndPoint)free.LocalEndpoint).Port;
            }
            listener.Prefixes.Add($"http://localhost:{Port}/");
            listener.Start();
            running = RunAsync();
        }

        public int Port { get; }

        public string Address => $"http://localhost:{Port}/turnkey";

        public int Status { get; init; } = 204;

        public int Count => count;

        public async Task<(Dictionary<string, string> Headers, string Body)> NextAsync()
        {
            Assert.True(await arrived.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken), "nothing was told");
            return messages.TryDequeue(out var message) ? message : throw new InvalidOperationException("nothing was told");
        }

        public async ValueTask DisposeAsync()
        {
            listener.Close();
            await running;
            arrived.Dispose();
        }

        private async Task RunAsync()
        {
            try
            {
                while (true)
                {
                    var context = await listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                    messages.Enqueue((context.Request.Headers.AllKeys.ToDictionary(key => key!, key => context.Request.Headers[key]!), await reader.ReadToEndAsync()));
                    Interlocked.Increment(ref count);
                    context.Response.StatusCode = Status;
                    context.Response.Close();
                    arrived.Release();
                }
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}

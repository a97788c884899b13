using System.Net;
using Turnkey.Server.Tests.Trade;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Server.Tests.Api;

/// <summary>A request that is sent again does nothing again.</summary>
public sealed class IdempotencyTests
{
    private const string Rfqs = "/api/v1/rfqs";

    [Theory]
    [ClassData(typeof(Both))]
    public async Task The_same_request_with_the_same_key_is_done_once_and_answered_the_same(string database)
    {
        await using var market = await Market.OpenAsync(database);
        var customer = market[Market.Customer];

        using var first = await market.PostAsync(Rfqs, customer, new { title = "Once" }, ("Idempotency-Key", "k-1"));
        using var second = await market.PostAsync(Rfqs, customer, new { title = "Once" }, ("Idempotency-Key", "k-1"));

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await TextAsync(first), await TextAsync(second));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("true", Assert.Single(second.Headers.GetValues("Idempotency-Replayed")));
        Assert.Equal(1, await CountAsync(market, customer));
    }

    [Theory]
    [ClassData(typeof(Both))]
    public async Task Many_at_once_do_it_once(string database)
    {
        await using var market = await Market.OpenAsync(database);
        var customer = market[Market.Customer];

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => market.PostAsync(Rfqs, customer, new { title = "Once" }, ("Idempotency-Key", "k-2"))));

        Assert.Single((await Task.WhenAll(answers.Select(TextAsync))).Distinct());
        Assert.Equal(1, await CountAsync(market, customer));
    }

    [Fact]
    public async Task Another_request_with_the_same_key_is_refused()
    {
        await using var market = await Market.OpenAsync();
        var customer = market[Market.Customer];
        await Market.MadeAsync(await market.PostAsync(Rfqs, customer, new { title = "One" }, ("Idempotency-Key", "k")));

        Assert.Equal((422, "idempotency.other-request"), await Market.RefusedAsync(await market.PostAsync(Rfqs, customer, new { title = "Two" }, ("Idempotency-Key", "k"))));
        Assert.Equal((422, "idempotency.other-request"), await Market.RefusedAsync(await market.PostAsync("/api/v1/tokens", customer, new { title = "One" }, ("Idempotency-Key", "k"))));
        Assert.Equal(1, await CountAsync(market, customer));
    }

    [Fact]
    public async Task A_key_is_its_organisations_own()
    {
        await using var market = await Market.OpenAsync();

        await Market.MadeAsync(await market.PostAsync(Rfqs, market[Market.Customer], new { title = "Mine" }, ("Idempotency-Key", "k")));
        var other = await Market.MadeAsync(await market.PostAsync(Rfqs, market[Market.Foreign], new { title = "Mine" }, ("Idempotency-Key", "k")));

        Assert.Equal(market[Market.Foreign].Id, other.GetProperty("customer").GetGuid());
    }

    [Fact]
    public async Task What_was_refused_may_be_tried_again()
    {
        await using var market = await Market.OpenAsync();
        var customer = market[Market.Customer];

        Assert.Equal((422, "rfq.title"), await Market.RefusedAsync(await market.PostAsync(Rfqs, customer, new { title = "" }, ("Idempotency-Key", "k"))));
        await Market.MadeAsync(await market.PostAsync(Rfqs, customer, new { title = "Better" }, ("Idempotency-Key", "k")));
    }

    [Fact]
    public async Task A_secret_that_is_shown_once_is_repeated_to_its_sender_and_kept_nowhere_in_clear()
    {
        await using var market = await Market.OpenAsync();
        var customer = market[Market.Customer];
        var body = new { name = "ERP", roles = new[] { "buyer" } };

        var first = await Market.MadeAsync(await market.PostAsync("/api/v1/tokens", customer, body, ("Idempotency-Key", "k")));
        var second = await Market.MadeAsync(await market.PostAsync("/api/v1/tokens", customer, body, ("Idempotency-Key", "k")));

        var token = first.GetProperty("token").GetString()!;
        Assert.Equal(token, second.GetProperty("token").GetString());
        var kept = await market.Store.ReadAllAsync(all => Task.FromResult(string.Concat(all.Idempotency.Select(row => row.Body).ToList())), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(token, kept, StringComparison.Ordinal);
        Assert.NotEmpty(kept);
    }

    [Fact]
    public async Task What_was_done_by_a_server_that_died_before_it_answered_is_not_done_again()
    {
        await using var market = await Market.OpenAsync();
        var customer = market[Market.Customer];
        await Market.MadeAsync(await market.PostAsync(Rfqs, customer, new { title = "Once" }, ("Idempotency-Key", "k")));
        await market.Store.WriteAsync<int>(Storage.Actor.Installation, writing =>
        {
            foreach (var row in writing.All.Idempotency) (row.Status, row.Body) = (0, "");
            return Task.FromResult<Contracts.Decision<int>>(1);
        }, TestContext.Current.CancellationToken);

        Assert.Equal((409, "idempotency.answer-lost"), await Market.RefusedAsync(await market.PostAsync(Rfqs, customer, new { title = "Once" }, ("Idempotency-Key", "k"))));
        Assert.Equal(1, await CountAsync(market, customer));
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<int> CountAsync(Market market, Party party) => (await Market.MadeAsync(await market.GetAsync(Rfqs, party))).GetProperty("items").GetArrayLength();
}

using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Requests;
using Turnkey.Server.Tests.Trade;
using Turnkey.Storage;
using Turnkey.Storage.Rows;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Server.Tests.Api;

/// <summary>The whole way that two companies go, by programs alone.</summary>
public sealed class FromRequestToOrderTests
{
    [Theory]
    [ClassData(typeof(Both))]
    public async Task Two_programs_go_from_a_request_to_an_order(string database)
    {
        await using var market = await Market.OpenAsync(database);
        var (customer, maker) = (market[Market.Customer], market[Market.Maker]);

        // The customer uploads a design; reading it is another's work.
        var uploaded = await Made(HttpMethod.Post, "/packages?name=node.zip", customer, new ByteArrayContent("zip"u8.ToArray()) { Headers = { ContentType = new("application/zip") } });
        var package = Id(uploaded);
        Assert.Equal("waiting", uploaded.GetProperty("state").GetString());
        await ReadAsync(market, package);
        Assert.Equal(2, (await Made(HttpMethod.Get, $"/packages/{package}", customer)).GetProperty("facts").GetProperty("copperLayers").GetInt32());

        var rfq = Id(await Made(HttpMethod.Post, "/rfqs", customer, new { title = "Sensor node" }));
        var (tag, missing) = await ReadRfqAsync(rfq, customer);
        Assert.Contains("quantities", missing);
        await Made(HttpMethod.Put, $"/rfqs/{rfq}/content", customer, new { upload = package, services = new[] { "fabrication" }, quantities = new[] { 100, 10 }, currency = "EUR", destination = "de" }, ("If-Match", tag));
        (tag, missing) = await ReadRfqAsync(rfq, customer);
        Assert.DoesNotContain("quantities", missing);
        await Made(HttpMethod.Put, $"/rfqs/{rfq}/gates", customer, new { gates = new object[] { new { kind = "nda", title = "NDA", text = "Keep it." } } }, ("If-Match", tag));
        await Made(HttpMethod.Post, $"/rfqs/{rfq}/send", customer, new { manufacturers = new[] { maker.Id } });

        // The maker sees that there is a design, not the design, until it accepts.
        var seen = await Made(HttpMethod.Get, $"/rfqs/{rfq}", maker);
        Assert.False(seen.GetProperty("designOpen").GetBoolean());
        Assert.Equal("", seen.GetProperty("request").GetProperty("revisions")[0].GetProperty("packageName").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await market.GetAsync($"/api/v1/packages/{package}/content", maker)).StatusCode);
        Assert.Equal((409, "gates.closed"), await Market.RefusedAsync(await market.PostAsync($"/api/v1/rfqs/{rfq}/offers", maker, new { })));
        await Made(HttpMethod.Post, $"/rfqs/{rfq}/gates/accept", maker, new { gate = seen.GetProperty("closedGates")[0].GetProperty("gate").GetString() });
        using (var file = await market.GetAsync($"/api/v1/packages/{package}/content", maker))
        {
            Assert.Equal("zip", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        }
        var opened = (await Made(HttpMethod.Get, "/accesses", customer)).GetProperty("items")[0];
        Assert.Equal(("The maker", "package"), (opened.GetProperty("organisationName").GetString(), opened.GetProperty("what").GetString()));

        // They talk.
        var question = Id(await Made(HttpMethod.Post, $"/rfqs/{rfq}/questions", maker, new { revision = 1, subject = "Hard gold?" }));
        await Made(HttpMethod.Post, $"/questions/{question}/remarks", customer, new { text = "Yes, 0.8 µm." });
        Assert.Equal("answered", (await Made(HttpMethod.Get, $"/questions/{question}", maker)).GetProperty("state").GetString());

        // The maker offers.
        var offer = Id(await Made(HttpMethod.Post, $"/rfqs/{rfq}/offers", maker, new { }));
        Assert.Equal(HttpStatusCode.NotFound, (await market.GetAsync($"/api/v1/offers/{offer}", customer)).StatusCode);
        using (var read = await market.GetAsync($"/api/v1/offers/{offer}", maker)) tag = read.Headers.ETag!.Tag;
        await Made(HttpMethod.Put, $"/offers/{offer}/content", maker, new { currency = "EUR", prices = new[] { new { quantity = 10, unitPrice = 20.5m, nonRecurring = 100m, leadDaysP50 = 10, leadDaysP90 = 15 } }, validUntil = "2090-01-01", terms = "FCA" }, ("If-Match", tag));
        await Made(HttpMethod.Post, $"/offers/{offer}/send", maker);
        Assert.Equal((409, "offer.already-sent"), await Market.RefusedAsync(await market.AskAsync(HttpMethod.Put, $"/api/v1/offers/{offer}/content", maker, new { currency = "EUR", validUntil = "2090-01-01" }, headers: ("If-Match", "*"))));

        // The customer compares, counters, takes and orders.
        var compared = (await Made(HttpMethod.Get, $"/rfqs/{rfq}/comparison?quantity=20", customer)).GetProperty("offers")[0];
        Assert.Equal(20 * 20.5m + 100m, compared.GetProperty("total").GetDecimal());
        Assert.Equal(HttpStatusCode.NotFound, (await market.GetAsync($"/api/v1/rfqs/{rfq}/comparison", maker)).StatusCode);
        await Made(HttpMethod.Post, $"/offers/{offer}/counter-offers", customer, new { quantity = 20, unitPrice = 19m });
        Assert.Equal(19m, (await Made(HttpMethod.Get, $"/offers/{offer}", maker)).GetProperty("counterOffers")[0].GetProperty("unitPrice").GetDecimal());
        Assert.Equal((409, "order.not-awarded"), await Market.RefusedAsync(await market.PostAsync($"/api/v1/offers/{offer}/orders", customer, new { lots = new[] { new { quantity = 20, due = "2090-01-01" } } })));
        await Made(HttpMethod.Post, $"/offers/{offer}/award", customer);
        var placed = await Made(HttpMethod.Post, $"/offers/{offer}/orders", customer, new { lots = new[] { new { quantity = 20, due = "2090-01-01" } } });
        var order = Id(placed);

        // The maker acknowledges later days; the customer accepts them.
        Assert.Equal("changed", (await Made(HttpMethod.Post, $"/orders/{order}/acknowledge", maker, new { number = "SO-1", days = new[] { "2090-02-01" } })).GetProperty("state").GetString());
        Assert.Equal("acknowledged", (await Made(HttpMethod.Post, $"/orders/{order}/accept-change", customer)).GetProperty("state").GetString());
        Assert.Equal(510m, (await Made(HttpMethod.Get, $"/orders/{order}", maker)).GetProperty("total").GetDecimal());

        // Both were told, and everything is in the audit.
        Assert.Contains("order.placed", Kinds(await Made(HttpMethod.Get, "/notices?unread=true", maker)));
        Assert.Contains("order.acknowledged", Kinds(await Made(HttpMethod.Get, "/notices", customer)));
        await Made(HttpMethod.Post, "/notices/read", maker);
        Assert.Empty((await Made(HttpMethod.Get, "/notices?unread=true", maker)).GetProperty("items").EnumerateArray());
        Assert.Contains("order.placed", (await Made(HttpMethod.Get, "/audit", customer)).GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));

        async Task<JsonElement> Made(HttpMethod method, string path, Party party, object? body = null, params (string, string)[] headers) =>
            await Market.MadeAsync(await market.AskAsync(method, "/api/v1" + path, party, body, headers: headers));

        async Task<(string Tag, string[] Missing)> ReadRfqAsync(Guid id, Party party)
        {
            using var answer = await market.GetAsync($"/api/v1/rfqs/{id}", party);
            return (answer.Headers.ETag!.Tag, [.. (await Market.MadeAsync(answer)).GetProperty("missing").EnumerateArray().Select(item => item.GetProperty("code").GetString()!)]);
        }
    }

    [Fact]
    public async Task A_form_with_a_file_is_as_good_as_the_file()
    {
        await using var market = await Market.OpenAsync();
        using var form = new MultipartFormDataContent { { new StringContent("a word"), "note" }, { new ByteArrayContent(Encoding.UTF8.GetBytes("bytes")), "package", "../../board.zip" } };

        var made = await Market.MadeAsync(await market.PostAsync("/api/v1/packages", market[Market.Customer], form));

        Assert.Equal("board.zip", made.GetProperty("name").GetString());
        Assert.Equal(5, made.GetProperty("size").GetInt64());
    }

    [Fact]
    public async Task A_package_that_is_too_large_is_refused_before_it_is_kept()
    {
        await using var market = await Market.OpenAsync(change: options => options with { MostUpload = 1000 });

        var refused = await Market.RefusedAsync(await market.PostAsync("/api/v1/packages?name=large.zip", market[Market.Customer], new ByteArrayContent(new byte[1001])));

        Assert.Equal((413, "package.too-large"), refused);
        Assert.Empty((await Market.MadeAsync(await market.GetAsync("/api/v1/packages", market[Market.Customer]))).GetProperty("items").EnumerateArray());
    }

    private static string?[] Kinds(JsonElement notices) => [.. notices.GetProperty("items").EnumerateArray().Select(notice => notice.GetProperty("kind").GetString())];

    private static Guid Id(JsonElement made) => made.GetProperty("id").GetGuid();

    private static Task ReadAsync(Market market, Guid id) => market.Store.WriteAsync<bool>(Actor.Installation, async writing =>
    {
        var package = await writing.All.Packages.SingleAsync(row => row.Id == id);
        (package.State, package.Canonical) = (PackageState.Read, new string('a', 64));
        package.Facts = ContractJson.Write(new PackageFacts { Package = package.Canonical, CopperLayers = 2, HasOutline = true, HasDrills = true });
        return true;
    });
}

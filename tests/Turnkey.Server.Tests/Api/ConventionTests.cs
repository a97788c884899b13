using System.Net;
using System.Text;
using Turnkey.Server.Tests.Trade;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Server.Tests.Api;

/// <summary>What holds for every resource: pages of lists, tags, and words for what went wrong.</summary>
public sealed class ConventionTests
{
    [Theory]
    [ClassData(typeof(Both))]
    public async Task A_list_is_read_page_by_page_without_a_gap_and_without_a_double(string database)
    {
        await using var market = await Market.OpenAsync(database);
        var customer = market[Market.Customer];
        for (var i = 0; i < 7; i++) await Market.MadeAsync(await market.PostAsync("/api/v1/rfqs", customer, new { title = $"Request {i}" }));

        foreach (var (list, count) in new[] { ("rfqs", 7), ("audit", 7), ("organisations", 4) })
        {
            var found = new List<string>();
            string? cursor = null;
            var pages = 0;
            do
            {
                var page = await Market.MadeAsync(await market.GetAsync($"/api/v1/{list}?limit=3{(cursor is null ? "" : "&cursor=" + cursor)}", customer));
                found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(list == "audit" ? "number" : "id").ToString()));
                cursor = page.GetProperty("next").GetString();
                pages++;
            }
            while (cursor is not null);
            Assert.Equal(count, found.Count);
            Assert.Equal(count, found.Distinct().Count());
            Assert.Equal((count + 2) / 3, pages);
        }
    }

    [Theory]
    [InlineData("?limit=0", "page.limit")]
    [InlineData("?limit=201", "page.limit")]
    [InlineData("?limit=many", "request.value")]
    [InlineData("?cursor=abc", "page.cursor")]
    [InlineData("?cursor=%27%3B--", "page.cursor")]
    [InlineData("?state=burnt", "rfq.state")]
    public async Task A_query_that_cannot_be_meant_is_refused(string query, string code)
    {
        await using var market = await Market.OpenAsync();

        Assert.Equal((422, code), await Market.RefusedAsync(await market.GetAsync("/api/v1/rfqs" + query, market[Market.Customer])));
    }

    [Fact]
    public async Task A_change_is_held_against_the_version_that_was_read()
    {
        await using var market = await Market.OpenAsync();
        var customer = market[Market.Customer];
        using var made = await market.PostAsync("/api/v1/rfqs", customer, new { title = "One" });
        var path = made.Headers.Location!.ToString();
        using var read = await market.GetAsync(path, customer);
        var tag = read.Headers.ETag!.Tag;

        using var unchanged = await market.GetAsync(path, customer, headers: ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        var body = new { quantities = new[] { 10 } };
        Assert.Equal((428, "unconditional"), await Market.RefusedAsync(await market.AskAsync(HttpMethod.Put, path + "/content", customer, body)));
        await Market.MadeAsync(await market.AskAsync(HttpMethod.Put, path + "/content", customer, body, headers: ("If-Match", tag)));
        Assert.Equal((412, "changed"), await Market.RefusedAsync(await market.AskAsync(HttpMethod.Put, path + "/content", customer, body, headers: ("If-Match", tag))));
        await Market.MadeAsync(await market.AskAsync(HttpMethod.Put, path + "/content", customer, body, headers: ("If-Match", "*")));
        using var changed = await market.GetAsync(path, customer, headers: ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory]
    [InlineData("{\"titel\":\"x\"}", "titel")]
    [InlineData("{}", "title")]
    [InlineData("{\"title\":7}", "title")]
    [InlineData("{\"title\":null}", "title")]
    [InlineData("{\"title\":", "JSON")]
    [InlineData("", "JSON")]
    public async Task A_body_that_cannot_be_read_is_refused_with_the_member_that_is_wrong(string body, string word)
    {
        await using var market = await Market.OpenAsync();

        using var answer = await market.PostAsync("/api/v1/rfqs", market[Market.Customer], new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(word, text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Turnkey.Server", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_addresses_methods_and_kinds_of_content_are_problems_too()
    {
        await using var market = await Market.OpenAsync();
        var customer = market[Market.Customer];

        Assert.Equal((404, "http-404"), await Market.RefusedAsync(await market.GetAsync("/api/v1/nothing", customer)));
        Assert.Equal((405, "http-405"), await Market.RefusedAsync(await market.AskAsync(HttpMethod.Delete, "/api/v1/rfqs", customer)));
        Assert.Equal(415, (await Market.RefusedAsync(await market.PostAsync("/api/v1/rfqs", customer, new StringContent("title", Encoding.UTF8, "text/plain")))).Status);
        Assert.Equal((404, "not-found"), await Market.RefusedAsync(await market.GetAsync($"/api/v1/rfqs/{Guid.CreateVersion7()}", customer)));
    }

    [Fact]
    public async Task Who_is_not_known_is_told_how_to_sign_in_and_who_may_not_is_told_so()
    {
        await using var market = await Market.OpenAsync();
        var customer = market[Market.Customer];

        using var nobody = await market.GetAsync("/api/v1/rfqs");
        Assert.Equal("Bearer", Assert.Single(nobody.Headers.WwwAuthenticate).Scheme);
        Assert.Equal((401, "not-signed-in"), await Market.RefusedAsync(nobody));
        Assert.Equal((401, "not-signed-in"), await Market.RefusedAsync(await market.GetAsync("/api/v1/rfqs", headers: ("Authorization", "Bearer tk_0000000000000000000000000000"))));
        Assert.Equal((403, "not-allowed"), await Market.RefusedAsync(await market.AskAsync(HttpMethod.Post, "/api/v1/rfqs", customer, new { title = "x" }, Contracts.Parties.Roles.Planner)));
    }

    [Fact]
    public async Task A_token_has_at_most_the_roles_of_its_maker_and_ends_when_revoked()
    {
        await using var market = await Market.OpenAsync();
        var customer = market[Market.Customer];

        Assert.Equal((422, "token.roles"), await Market.RefusedAsync(await market.AskAsync(HttpMethod.Post, "/api/v1/tokens", customer, new { name = "x", roles = new[] { "admin" } }, Contracts.Parties.Roles.Buyer)));
        var made = await Market.MadeAsync(await market.PostAsync("/api/v1/tokens", customer, new { name = "ERP", roles = new[] { "buyer" } }));
        (string, string) bearer = ("Authorization", "Bearer " + made.GetProperty("token").GetString());
        var me = await Market.MadeAsync(await market.GetAsync("/api/v1/me", headers: bearer));
        Assert.Equal("Head of the customer (ERP)", me.GetProperty("name").GetString());
        Assert.Equal("buyer", Assert.Single(me.GetProperty("roles").EnumerateArray()).GetString());
        Assert.NotNull((await Market.MadeAsync(await market.GetAsync("/api/v1/tokens", customer))).GetProperty("items")[0].GetProperty("lastUsed").GetString());

        using var gone = await market.AskAsync(HttpMethod.Delete, $"/api/v1/tokens/{made.GetProperty("info").GetProperty("id").GetGuid()}", customer);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await market.GetAsync("/api/v1/me", headers: bearer)).StatusCode);
    }

    [Fact]
    public async Task People_are_invited_given_roles_and_taken_out()
    {
        await using var market = await Market.OpenAsync();
        var customer = market[Market.Customer];

        var invited = await Market.MadeAsync(await market.PostAsync("/api/v1/member-invitations", customer, new { mail = "ann@customer.example", roles = new[] { "engineer" } }));
        Assert.StartsWith(market.Server.Address + "/join/tk_", invited.GetProperty("link").GetString(), StringComparison.Ordinal);
        var list = await Market.MadeAsync(await market.GetAsync("/api/v1/member-invitations", customer));
        Assert.DoesNotContain("tk_", list.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await market.AskAsync(HttpMethod.Delete, $"/api/v1/member-invitations/{invited.GetProperty("invitation").GetProperty("id").GetGuid()}", customer)).StatusCode);
        Assert.Empty((await Market.MadeAsync(await market.GetAsync("/api/v1/member-invitations", customer))).GetProperty("items").EnumerateArray());

        var planner = (await Market.MadeAsync(await market.GetAsync("/api/v1/members", customer))).GetProperty("items").EnumerateArray().Single(member => member.GetProperty("mail").GetString() == "Planner@customer.example").GetProperty("user").GetGuid();
        await Market.MadeAsync(await market.AskAsync(HttpMethod.Put, $"/api/v1/members/{planner}/roles", customer, new { roles = new[] { "planner", "quality" } }));
        Assert.Equal(HttpStatusCode.NoContent, (await market.AskAsync(HttpMethod.Delete, $"/api/v1/members/{planner}", customer)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await market.GetAsync("/api/v1/me", customer, Contracts.Parties.Roles.Planner)).StatusCode);
    }
}

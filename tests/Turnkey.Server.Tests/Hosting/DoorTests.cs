using System.Net;
using AngleSharp.Html.Parser;
using Turnkey.Server.Access;
using Turnkey.Server.Tests.Isolation;
using Turnkey.Server.Tests.Trade;

namespace Turnkey.Server.Tests.Hosting;

/// <summary>What every answer says to the browser, and what a browser has to bring.</summary>
public sealed class DoorTests
{
    [Fact]
    public async Task Every_answer_of_every_route_carries_the_security_headers()
    {
        await using var market = await Market.OpenAsync();

        foreach (var route in Route.All(market.Server))
        {
            foreach (var party in new[] { null, market[Market.Customer] })
            {
                using var answer = await market.AskAsync(new HttpMethod(route.Method), route.Path(Guid.CreateVersion7()), party, route.Body());
                var name = $"{route} ({(int)answer.StatusCode})";
                Assert.True(answer.StatusCode != HttpStatusCode.InternalServerError, name);
                var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
                Assert.True(policy.Contains("default-src 'none'", StringComparison.Ordinal) && !policy.Contains("unsafe-inline", StringComparison.Ordinal), name + policy);
                Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
                Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
                Assert.False(answer.Headers.Contains("Server"), name);
                if (!route.Template.StartsWith("/assets", StringComparison.Ordinal)) Assert.True(answer.Headers.CacheControl?.NoStore, name);
            }
        }
    }

    [Fact]
    public async Task What_breaks_is_said_without_how_the_program_is_made()
    {
        await using var market = await Market.OpenAsync();

        // A cursor whose time does not exist, and a key of the wrong kind: both are somebody's mistake, not a fault.
        using var answer = await market.GetAsync("/api/v1/offers?cursor=" + new Server.Api.Position("99999999999999999999", Guid.Empty).Write(), market[Market.Customer]);

        Assert.True((int)answer.StatusCode < 500);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        await using var market = await Market.OpenAsync();
        var browser = await Browser.SignInAsync(market, market[Market.Customer]);

        var cookie = browser.Cookies["turnkey"];
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", browser.Cookies["turnkey-form"], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        // A proxy on this machine says that the way to it is encrypted.
        var encrypted = await Browser.SignInAsync(market, market[Market.Customer], ("X-Forwarded-Proto", "https"));
        Assert.Contains("secure", encrypted.Cookies["turnkey"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_session_changes_something_through_the_interface_only_with_the_header_of_its_pages()
    {
        await using var market = await Market.OpenAsync();
        var browser = await Browser.SignInAsync(market, market[Market.Customer]);

        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(HttpMethod.Get, "/api/v1/rfqs")).StatusCode);
        foreach (var route in Route.All(market.Server).Where(route => route.IsApi && !route.Reads))
            Assert.Equal((403, "forgery"), await Market.RefusedAsync(await browser.SendAsync(new HttpMethod(route.Method), route.Path(Guid.CreateVersion7()), route.Body())));
        Assert.Equal((403, "forgery"), await Market.RefusedAsync(await browser.SendAsync(HttpMethod.Post, "/api/v1/rfqs", new { title = "x" }, (ForgeryCheck.Header, "made up"))));
        var made = await browser.SendAsync(HttpMethod.Post, "/api/v1/rfqs", new { title = "x" }, (ForgeryCheck.Header, await browser.FormTokenAsync("/")));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_everywhere()
    {
        await using var market = await Market.OpenAsync();
        var browser = await Browser.SignInAsync(market, market[Market.Customer]);

        var forms = Route.All(market.Server).Where(route => !route.IsApi && route.Template is not ("/api" or "/health" or "/ready") && !route.Template.StartsWith("/assets", StringComparison.Ordinal) && route.Method is "POST").ToArray();
        Assert.NotEmpty(forms);
        foreach (var route in forms)
        {
            using var form = new MultipartFormDataContent { { new StringContent("x"), "_handler" }, { new ByteArrayContent([1]), "file", "x.zip" }, { new ByteArrayContent([1]), "package", "x.zip" } };
            using var answer = await browser.SendAsync(HttpMethod.Post, route.Path(Guid.CreateVersion7()), form);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{route} answers {(int)answer.StatusCode} to a form without its token");
        }
    }

    [Fact]
    public async Task Passwords_are_tried_so_many_times_a_minute_and_no_more()
    {
        await using var market = await Market.OpenAsync(change: options => options with { TriesPerMinute = 3 });
        for (var i = 0; i < 3; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await market.PostAsync("/sign-in", null, new FormUrlEncodedContent([]))).StatusCode);

        using var refused = await market.PostAsync("/sign-in", null, new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await market.GetAsync("/sign-in")).StatusCode);
    }

    [Fact]
    public async Task A_program_that_runs_wild_slows_only_its_own_organisation()
    {
        await using var market = await Market.OpenAsync(change: options => options with { CallsPerMinute = 5 });
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await market.GetAsync("/api/v1/me", market[Market.Customer])).StatusCode);
        HttpStatusCode last = default;
        // One a second comes back: what is asked faster is refused soon.
        for (var i = 0; i < 50 && last != HttpStatusCode.TooManyRequests; i++) last = (await market.GetAsync("/api/v1/me", market[Market.Customer])).StatusCode;

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.OK, (await market.GetAsync("/api/v1/me", market[Market.Maker])).StatusCode);
    }

    /// <summary>As much of a browser as holds cookies and fills forms.</summary>
    private sealed class Browser(Market market)
    {
        public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

        public static async Task<Browser> SignInAsync(Market market, Party party, params (string Name, string Value)[] headers)
        {
            var browser = new Browser(market);
            var token = await browser.FormTokenAsync("/sign-in", headers);
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "sign-in"), new("Form.Mail", party.Mail), new("Form.Password", Party.Password)]);
            using var answer = await browser.SendAsync(HttpMethod.Post, "/sign-in", form, headers);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, $"signing in answers {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            return browser;
        }

        public async Task<string> FormTokenAsync(string path, params (string Name, string Value)[] headers)
        {
            using var answer = await SendAsync(HttpMethod.Get, path, null, headers);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            return page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        }

        public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
        {
            var cookies = string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value.Split(';')[0]}"));
            var answer = await market.AskAsync(method, path, null, body, headers: cookies.Length == 0 ? headers : [.. headers, ("Cookie", cookies)]);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set) Cookies[cookie.Split('=', 2)[0]] = cookie.Split('=', 2)[1];
            }
            return answer;
        }
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Pipeline.Suppliers;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline.Tests.Suppliers;

public sealed class SupplierClientTests : IDisposable
{
    private const string Id = "identity-0815";
    private const string Secret = "passphrase/+4711";
    private static readonly DateTimeOffset Morning = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"turnkey-suppliers-{Environment.ProcessId}-{Interlocked.Increment(ref made)}");
    private readonly TestTime time = new(Morning, TimeSpan.FromSeconds(30));
    private static int made;

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Suppliers_are_asked_side_by_side_and_reported_in_order()
    {
        var progress = new ConcurrentBag<SupplierProgress>();
        var report = await Ask(["X1", "X2"], ["Mouser", "Digi-Key"], Answer, progress: progress);
        Assert.Equal([(0, "Digi-Key"), (0, "Mouser"), (1, "Digi-Key"), (1, "Mouser")], report.Replies.Select(reply => (reply.Inquiry, reply.Answer.Supplier)).OrderBy(one => one));
        Assert.Equal([(0, "Mouser"), (0, "Digi-Key"), (1, "Mouser"), (1, "Digi-Key")], report.Replies.Select(reply => (reply.Inquiry, reply.Answer.Supplier)));
        Assert.All(report.Replies, reply => Assert.Equal((ReplyOrigin.Asked, SupplierOutcome.Answered), (reply.Origin, reply.Answer.Outcome)));
        Assert.Equal(4, report.Offers.Length);
        Assert.Equal([new SupplierProgress("Digi-Key", 2, 2, 0, 0), new SupplierProgress("Mouser", 2, 2, 0, 0)], progress.Where(one => one.Asked == 2).OrderBy(one => one.Supplier));
    }

    [Fact]
    public async Task An_access_token_is_fetched_once_until_it_expires()
    {
        var handler = Handler(Answer);
        using var client = Client(handler);
        await client.AskAsync(Parts("X1", "X2"), Interfaces("Digi-Key"), cancellation: TestContext.Current.CancellationToken);
        await client.AskAsync(Parts("X3"), Interfaces("Digi-Key"), cancellation: TestContext.Current.CancellationToken);
        Assert.Single(handler.Requests, request => request.Address.Contains("oauth2", StringComparison.Ordinal));
        time.Move(TimeSpan.FromMinutes(10));
        await client.AskAsync(Parts("X4"), Interfaces("Digi-Key"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(2, handler.Requests.Count(request => request.Address.Contains("oauth2", StringComparison.Ordinal)));
        Assert.Contains("grant_type=client_credentials", handler.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supplier_that_says_wait_is_waited_for()
    {
        var report = await Ask(["X1"], ["Mouser"], (request, body, count) => count == 1 ? Limited(TimeSpan.FromSeconds(7)) : Answer(request, body, count));
        Assert.Equal(ReplyOrigin.Asked, Assert.Single(report.Replies).Origin);
        Assert.Contains(TimeSpan.FromSeconds(7), time.Waits);
    }

    [Fact]
    public async Task A_wait_of_hours_is_not_waited_for()
    {
        var report = await Ask(["X1"], ["Mouser"], (_, _, _) => Limited(TimeSpan.FromHours(5)));
        Assert.Equal((ReplyOrigin.None, SupplierOutcome.RateLimited), (report.Replies[0].Origin, report.Replies[0].Answer.Outcome));
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task Failures_that_may_pass_are_tried_again_ever_later_and_in_the_same_way_each_time()
    {
        var report = await Ask(["X1"], ["Mouser"], (request, body, count) => count <= 3 ? new HttpResponseMessage(HttpStatusCode.BadGateway) : Answer(request, body, count));
        Assert.Equal(ReplyOrigin.Asked, report.Replies[0].Origin);
        var waits = time.Waits.ToList();
        Assert.Equal(3, waits.Count);
        Assert.True(waits[0].TotalSeconds is >= 0.5 and < 1.5 && waits[1].TotalSeconds is >= 1 and < 3 && waits[2].TotalSeconds is >= 2 and < 6);
        time.Waits.Clear();
        await Ask(["X1"], ["Mouser"], (request, body, count) => count <= 3 ? new HttpResponseMessage(HttpStatusCode.BadGateway) : Answer(request, body, count));
        Assert.Equal(waits, time.Waits);
    }

    [Fact]
    public async Task A_request_without_an_answer_times_out()
    {
        var report = await Ask(["X1"], ["Mouser"], (_, _, _) => null);
        Assert.Equal(ReplyOrigin.None, report.Replies[0].Origin);
        Assert.Contains(report.Diagnostics, one => one.Message.Contains("no answer within 30 seconds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_supplier_that_fails_again_and_again_is_left_alone()
    {
        var handler = Handler((_, _, _) => new HttpResponseMessage(HttpStatusCode.InternalServerError));
        using var client = Client(handler, terms => terms with { Parallel = 1, PartsPerRequest = 1 });
        var report = await client.AskAsync(Parts("X1", "X2", "X3", "X4", "X5", "X6"), Interfaces("Mouser"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(3 * 4, handler.Requests.Count);
        Assert.All(report.Replies, reply => Assert.Equal(ReplyOrigin.None, reply.Origin));
        Assert.Single(report.Diagnostics, one => one.Code == "suppliers.away");
    }

    [Fact]
    public async Task Keys_that_are_refused_are_not_tried_on_every_part()
    {
        var handler = Handler((_, _, _) => ScriptedHandler.Json("""{"Errors":[{"Code":"Invalid","Message":"Invalid unique identifier."}],"SearchResults":null}"""));
        using var client = Client(handler, terms => terms with { Parallel = 1 });
        var report = await client.AskAsync(Parts("X1", "X2", "X3"), Interfaces("Mouser"), cancellation: TestContext.Current.CancellationToken);
        Assert.Single(handler.Requests);
        Assert.Equal(SupplierOutcome.KeyRefused, report.Replies[0].Answer.Outcome);
    }

    [Fact]
    public async Task Without_keys_nothing_is_asked()
    {
        var handler = Handler(Answer);
        using var client = new SupplierClient(new SupplierSettings(SupplierTable.Default, SupplierKeyring.Empty, SupplierMarket.UnitedStates, null), handler, time);
        var report = await client.AskAsync(Parts("X1", "X2"), Interfaces("Mouser"), cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(handler.Requests);
        Assert.Contains("TURNKEY_MOUSER_KEY", Assert.Single(report.Diagnostics, one => one.Code == "suppliers.no-keys").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>gateway</html>")]
    [InlineData("{\"SearchResults\":")]
    [InlineData("")]
    public async Task Garbage_is_told_and_not_kept(string garbage)
    {
        var report = await Ask(["X1"], ["Mouser"], (_, _, _) => ScriptedHandler.Json(garbage));
        Assert.Equal(ReplyOrigin.None, report.Replies[0].Origin);
        Assert.False(Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any());
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        var report = await Ask(["X1"], ["Mouser"], (_, _, _) => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) });
        Assert.Contains(report.Diagnostics, one => one.Message.Contains("more than 16 MB", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_keep_to_what_the_supplier_allows_in_a_minute_and_a_day()
    {
        var handler = Handler(Answer);
        using var client = Client(handler, terms => terms with { Parallel = 1, PerMinute = 5, PerDay = 12, PartsPerRequest = 1 });
        var report = await client.AskAsync(Parts([.. Enumerable.Range(0, 20).Select(i => $"X{i}")]), Interfaces("Mouser"), cancellation: TestContext.Current.CancellationToken);
        var times = handler.Requests.Select(request => request.When).Order().ToList();
        Assert.Equal(12, times.Count);
        for (var i = 5; i < times.Count; i++) Assert.True(times[i] - times[i - 5] >= TimeSpan.FromMinutes(1));
        Assert.Equal(8, report.Replies.Count(reply => reply.Origin == ReplyOrigin.None));
        Assert.Contains(report.Diagnostics, one => one.Message.Contains("used up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fresh_answers_are_not_asked_again_and_old_ones_serve_while_the_interface_is_away()
    {
        await Ask(["X1"], ["Digi-Key"], Answer);
        time.Move(TimeSpan.FromHours(1));
        var kept = await Ask(["X1"], ["Digi-Key"], (_, _, _) => throw new InvalidOperationException("nothing is to be asked"));
        Assert.Equal((ReplyOrigin.Kept, Morning), (kept.Replies[0].Origin, kept.Replies[0].When));
        Assert.DoesNotContain(kept.Diagnostics, one => one.Code == "suppliers.cached");

        time.Move(TimeSpan.FromHours(18));
        var away = await Ask(["X1"], ["Digi-Key"], (_, _, _) => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        Assert.Equal((ReplyOrigin.KeptWhileAway, 1), (away.Replies[0].Origin, away.Offers.Length));
        Assert.Equal(new DateOnly(2026, 11, 27), away.Offers[0].Date!.Made);
        var told = Assert.Single(away.Diagnostics, one => one.Code == "suppliers.cached");
        Assert.Contains("19 hours old", told.Message, StringComparison.Ordinal);

        time.Move(TimeSpan.FromHours(6));
        var late = await Ask(["X1"], ["Digi-Key"], (_, _, _) => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        Assert.Equal(ReplyOrigin.None, late.Replies[0].Origin);
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public async Task What_may_not_be_kept_is_not_kept()
    {
        await Ask(["X1"], ["Mouser"], Answer);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_damaged_entry_is_told_and_asked_for_again()
    {
        await Ask(["X1"], ["Digi-Key"], Answer);
        var path = Assert.Single(Directory.EnumerateFiles(folder));
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, text.Replace("\"sha256\": \"", "\"sha256\": \"0", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var report = await Ask(["X1"], ["Digi-Key"], Answer);
        Assert.Equal(ReplyOrigin.Asked, report.Replies[0].Origin);
        Assert.Contains(report.Diagnostics, one => one.Code == "suppliers.cache-unreadable");
    }

    [Fact]
    public async Task Nothing_found_is_an_answer_and_is_kept()
    {
        var report = await Ask(["X1"], ["Digi-Key"], (request, _, _) => Token(request) ?? ScriptedHandler.Json("""{"ErrorMessage":"Product Not Found","StatusCode":404}""", HttpStatusCode.NotFound));
        Assert.Equal((ReplyOrigin.None, SupplierOutcome.NothingFound), (ReplyOrigin.None, report.Replies[0].Answer.Outcome));
        Assert.Equal(ReplyOrigin.Asked, report.Replies[0].Origin);
    }

    [Fact]
    public async Task A_token_that_is_withdrawn_is_renewed_once()
    {
        var handler = Handler((request, body, count) => Token(request) ?? (count == 2 ? ScriptedHandler.Json("""{"title":"Unauthorized","status":401,"detail":"Bearer token expired"}""", HttpStatusCode.Unauthorized) : Answer(request, body, count)));
        using var client = Client(handler);
        var report = await client.AskAsync(Parts("X1"), Interfaces("Digi-Key"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(SupplierOutcome.Answered, report.Replies[0].Answer.Outcome);
        Assert.Equal(4, handler.Requests.Count);
    }

    /// <summary>The server repeats what it was sent, as error pages do.</summary>
    [Theory]
    [InlineData("Mouser")]
    [InlineData("element14")]
    [InlineData("Digi-Key")]
    [InlineData("TME")]
    [InlineData("Nexar")]
    public async Task No_key_is_told_or_kept(string supplier)
    {
        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.InternalServerError })
        {
            var report = await Ask(["X1", "X2"], [supplier], (request, body, _) => Token(request) ?? Echo(request, body, status));
            var told = string.Join('\n', report.Diagnostics.Select(one => one.ToString()).Concat(report.Replies.SelectMany(reply => reply.Answer.Diagnostics).Select(one => one.ToString())));
            Assert.All(new[] { Id, Secret, Uri.EscapeDataString(Secret), "access-token-1" }, key => Assert.DoesNotContain(key, told, StringComparison.OrdinalIgnoreCase));
            foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
            {
                var kept = KeptAnswer.Parse(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))!;
                Assert.All(kept.Bodies, body => Assert.False(new SupplierKeys(Id, Secret).AreIn(Encoding.UTF8.GetString(body.Span))));
            }
        }
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_keys()
    {
        var handler = Handler((_, _, _) => new HttpResponseMessage(HttpStatusCode.Redirect) { Headers = { Location = new Uri("https://evil.example/") } });
        using var client = Client(handler);
        var report = await client.AskAsync(Parts("X1"), Interfaces("Mouser"), cancellation: TestContext.Current.CancellationToken);
        Assert.Single(handler.Requests);
        Assert.Equal(ReplyOrigin.None, report.Replies[0].Origin);
        Assert.False(((SocketsHttpHandler)SupplierClient.Network()).AllowAutoRedirect);
    }

    [Fact]
    public async Task It_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var handler = Handler((request, body, count) =>
        {
            stop.Cancel();
            return Answer(request, body, count);
        });
        using var client = Client(handler);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AskAsync(Parts("X1", "X2", "X3"), Interfaces("Mouser"), cancellation: stop.Token));
    }

    [Fact]
    public async Task The_supplier_is_asked_for_its_own_code()
    {
        var handler = Handler(Answer);
        using var client = Client(handler);
        var part = new PartInquiry(null, PartNumber.Parse("X1"), ImmutableDictionary<string, PartNumber>.Empty.Add("DigiKey", PartNumber.Parse("900-X1-ND")!.Value).Add("LCSC", PartNumber.Parse("C1")!.Value));
        await client.AskAsync([part, new PartInquiry(null, null, part.SupplierCodes.Remove("DigiKey"))], Interfaces("Digi-Key"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("https://api.digikey.com/products/v4/search/900-X1-ND/productdetails", Assert.Single(handler.Requests, request => !request.Address.Contains("oauth2", StringComparison.Ordinal)).Address);
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request, string body, int count)
    {
        if (Token(request) is { } token) return token;
        var mpn = request.RequestUri!.AbsoluteUri.Contains("productdetails", StringComparison.Ordinal) ? "X1" : body[(body.IndexOf("\"X", StringComparison.Ordinal) + 1)..].Split('"')[0];
        return ScriptedHandler.Json(request.RequestUri.Host.Contains("digikey", StringComparison.Ordinal)
            ? """{"Products":[{"ManufacturerProductNumber":"MPN","ProductVariations":[{"DigiKeyProductNumber":"900-MPN-ND","StandardPricing":[{"BreakQuantity":1,"UnitPrice":0.5}]}]}],"SearchLocaleUsed":{"Currency":"USD"}}""".Replace("MPN", mpn, StringComparison.Ordinal)
            : Mouser(mpn.Split('|')));
    }

    private static string Mouser(IEnumerable<string> mpns)
    {
        var parts = mpns.Select(mpn => """{"ManufacturerPartNumber":"MPN","MouserPartNumber":"1-MPN","PriceBreaks":[{"Quantity":1,"Price":"$0.40","Currency":"USD"}]}""".Replace("MPN", mpn, StringComparison.Ordinal));
        return """{"Errors":[],"SearchResults":{"Parts":[PARTS]}}""".Replace("PARTS", string.Join(',', parts), StringComparison.Ordinal);
    }

    private static HttpResponseMessage? Token(HttpRequestMessage request) =>
        request.RequestUri!.AbsoluteUri.Contains("token", StringComparison.Ordinal) && request.Method == HttpMethod.Post && (request.RequestUri.AbsolutePath.EndsWith("/oauth2/token", StringComparison.Ordinal) || request.RequestUri.Host.StartsWith("identity", StringComparison.Ordinal))
            ? ScriptedHandler.Json("""{"access_token":"access-token-1","expires_in":600,"token_type":"Bearer"}""") : null;

    private static HttpResponseMessage Echo(HttpRequestMessage request, string body, HttpStatusCode status)
    {
        var said = System.Text.Json.JsonSerializer.Serialize($"{request.RequestUri} {request.Headers} {body} {Id} {Secret}");
        return ScriptedHandler.Json($$"""{"Errors":[{"Message":{{said}}}],"errors":[{"message":{{said}}}],"detail":{{said}},"Status":"E_X","ErrorMessage":{{said}},"SearchResults":{"Parts":[]},"keywordSearchReturn":{"numberOfResults":0},"note":{{said}}}""", status);
    }

    private static HttpResponseMessage Limited(TimeSpan wait)
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
        return response;
    }

    private async Task<SupplierReport> Ask(string[] parts, string[] suppliers, Func<HttpRequestMessage, string, int, HttpResponseMessage?> script, ConcurrentBag<SupplierProgress>? progress = null)
    {
        using var client = Client(Handler(script));
        return await client.AskAsync(Parts(parts), Interfaces(suppliers), progress is null ? null : new Collected(progress), TestContext.Current.CancellationToken);
    }

    private ScriptedHandler Handler(Func<HttpRequestMessage, string, int, HttpResponseMessage?> script) => new(script, time);

    private SupplierClient Client(ScriptedHandler handler, Func<SupplierTerms, SupplierTerms>? change = null)
    {
        var table = SupplierTable.Default;
        if (change is not null)
        {
            var mouser = change(table.Find("Mouser")!);
            table = table.With(Encoding.UTF8.GetBytes($"name,parallel,per_minute,per_day,parts_per_request\nMouser,{mouser.Parallel},{mouser.PerMinute},{mouser.PerDay},{mouser.PartsPerRequest}"), "suppliers.csv").Table;
        }
        var keyring = SupplierKeyring.Read(table, name => name.EndsWith("_ID", StringComparison.Ordinal) && !name.EndsWith("CLIENT_ID", StringComparison.Ordinal) ? Id : name.EndsWith("_SECRET", StringComparison.Ordinal) ? Secret : null, null).Keyring;
        return new SupplierClient(new SupplierSettings(table, keyring, SupplierMarket.UnitedStates, folder), handler, time);
    }

    private static ISupplierInterface[] Interfaces(params string[] names) => [.. names.Select(name => SupplierInterfaces.Find(name, SupplierTable.Default)!)];

    private static PartInquiry[] Parts(params string[] mpns) => [.. mpns.Select(mpn => new PartInquiry(null, PartNumber.Parse(mpn), ImmutableDictionary<string, PartNumber>.Empty))];

    private sealed class Collected(ConcurrentBag<SupplierProgress> bag) : IProgress<SupplierProgress>
    {
        public void Report(SupplierProgress value) => bag.Add(value);
    }

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => 0; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)' ', offset, count);
            return count;
        }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

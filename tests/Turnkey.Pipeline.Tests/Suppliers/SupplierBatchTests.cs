using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Turnkey.Kernel;
using Turnkey.Pipeline.Suppliers;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline.Tests.Suppliers;

/// <summary>Several parts in one request, with interfaces that answer as their documentation says.</summary>
public sealed partial class SupplierBatchTests : IDisposable
{
    /// <summary>Requests of all suppliers time out after what the clock of the tests holds.</summary>
    private const string SameTimeOut = "name,time_out_s\nNexar,30";

    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;
    private readonly TestTime time = new(new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(30));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Mouser_is_asked_for_ten_numbers_in_a_request()
    {
        var (report, handler) = await Ask("Mouser", Numbers(23), (_, body, _) => ScriptedHandler.Json(Mouser(Asked(body))));
        Assert.Equal([10, 10, 3], handler.Requests.Select(request => Asked(request.Body).Length).OrderDescending());
        Assert.Equal(Numbers(23), report.Offers.Select(offer => offer.Mpn!.Value.Text));
        Assert.All(report.Replies, reply => Assert.Equal((ReplyOrigin.Asked, SupplierOutcome.Answered, 1), (reply.Origin, reply.Answer.Outcome, reply.Answer.Offers.Length)));
        Assert.Empty(report.Diagnostics);
    }

    [Fact]
    public async Task A_number_that_the_supplier_does_not_know_costs_the_others_nothing()
    {
        var (report, handler) = await Ask("Mouser", ["X1", "X2", "X3"], (_, body, _) => ScriptedHandler.Json(Mouser(Asked(body).Where(mpn => mpn != "X2"))));
        Assert.Single(handler.Requests);
        Assert.Equal([SupplierOutcome.Answered, SupplierOutcome.NothingFound, SupplierOutcome.Answered], report.Replies.Select(reply => reply.Answer.Outcome));
        Assert.Empty(report.Diagnostics);
    }

    [Fact]
    public async Task An_answer_that_was_cut_off_is_asked_for_part_by_part()
    {
        var (report, handler) = await Ask("Mouser", ["X1", "X2"], (_, body, _) => ScriptedHandler.Json(Asked(body) is { Length: 2 } ? Mouser(["X1"], found: 60) : Mouser(Asked(body))));
        Assert.Equal(["X1|X2", "X1", "X2"], handler.Requests.Select(request => string.Join('|', Asked(request.Body))));
        Assert.Equal(2, report.Offers.Length);
    }

    [Fact]
    public async Task A_request_refused_for_one_of_its_numbers_is_asked_part_by_part()
    {
        var (report, handler) = await Ask("Mouser", ["X1", "BAD", "X2"], (_, body, _) => ScriptedHandler.Json(Asked(body).Contains("BAD")
            ? """{"Errors":[{"Code":"InvalidCharacters","Message":"Invalid characters in part number."}],"SearchResults":null}""" : Mouser(Asked(body))));
        Assert.Equal(4, handler.Requests.Count);
        Assert.Equal(["X1", "X2"], report.Offers.Select(offer => offer.Mpn!.Value.Text));
        Assert.Contains("BAD", Assert.Single(report.Diagnostics, one => one.Code == "suppliers.failed").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supplier_that_does_not_answer_is_not_asked_again_part_by_part()
    {
        var (report, handler) = await Ask("Mouser", Numbers(10), (_, _, _) => new HttpResponseMessage(HttpStatusCode.BadGateway));
        Assert.Equal(4, handler.Requests.Count);
        Assert.All(report.Replies, reply => Assert.Equal(ReplyOrigin.None, reply.Origin));
        Assert.StartsWith("X0 and 9 more: Mouser does not answer", Assert.Single(report.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_keys_are_told_once_and_nobody_is_asked_again()
    {
        var (report, handler) = await Ask("Mouser", Numbers(10), (_, _, _) => ScriptedHandler.Json("""{"Errors":[{"Code":"Invalid","Message":"Invalid unique identifier."}],"SearchResults":null}"""));
        Assert.Single(handler.Requests);
        Assert.Single(report.Diagnostics);
        Assert.All(report.Replies, reply => Assert.Equal(SupplierOutcome.KeyRefused, reply.Answer.Outcome));
    }

    [Fact]
    public async Task Nexar_tells_the_numbers_apart_by_a_reference_and_is_asked_for_a_hundred_parts_at_most()
    {
        var (report, handler) = await Ask("Nexar", Numbers(40), (request, body, _) => Token(request) ?? ScriptedHandler.Json(Nexar(body)));
        var asked = handler.Requests.Where(request => request.Body.StartsWith('{')).Select(request => Queries(request.Body)).ToArray();
        Assert.Equal([33, 7], asked.Select(queries => queries.Length).OrderDescending());
        Assert.All(asked, queries => Assert.True(queries.Sum(query => query.GetProperty("limit").GetInt32()) <= 100));
        // The script answers in another order than it was asked in.
        Assert.Equal(Numbers(40), report.Offers.Select(offer => offer.Mpn!.Value.Text));
        Assert.Equal(40, Directory.EnumerateFiles(folder).Count());
    }

    [Fact]
    public async Task What_was_answered_together_is_kept_by_part()
    {
        await Ask("Nexar", ["X1", "X2"], (request, body, _) => Token(request) ?? ScriptedHandler.Json(Nexar(body)));
        time.Move(TimeSpan.FromHours(1));
        var (report, handler) = await Ask("Nexar", ["X2", "X3"], (request, body, _) => Token(request) ?? ScriptedHandler.Json(Nexar(body)));
        Assert.Equal(["X3"], handler.Requests.Where(request => request.Body.StartsWith('{')).SelectMany(request => Queries(request.Body)).Select(query => query.GetProperty("mpn").GetString()));
        Assert.Equal([(ReplyOrigin.Kept, "X2"), (ReplyOrigin.Asked, "X3")], report.Replies.Select(reply => (reply.Origin, Assert.Single(reply.Answer.Offers).Mpn!.Value.Text)));
    }

    [Fact]
    public async Task TME_is_asked_for_fifty_symbols_in_a_request()
    {
        var coded = Enumerable.Range(0, 60).Select(i => new PartInquiry(null, null, ImmutableDictionary<string, PartNumber>.Empty.Add("TME", PartNumber.Parse($"X{i}")!.Value)));
        var (report, handler) = await Ask("TME", [.. coded, .. Parts("N1", "N2")], (request, body, _) => ScriptedHandler.Json(Tme(request, body)));
        Assert.Equal(62, report.Offers.Length);
        Assert.All(report.Replies, reply => Assert.Equal(reply.Inquiry < 60 ? $"X{reply.Inquiry}" : $"N{reply.Inquiry - 59}", Assert.Single(reply.Answer.Offers).Mpn!.Value.Text));
        Assert.All(report.Offers, offer => Assert.Equal((5, 100L), (offer.Minimum!.Value, offer.Stock)));
        // Fifty, then ten and the two that are searched for by name: products, searches, prices.
        Assert.Equal((2, 2, 2), (Count("GetProducts"), Count("Search"), Count("GetPricesAndStocks")));
        Assert.All(handler.Requests, request => Assert.True(Symbol().Count(Uri.UnescapeDataString(request.Body)) <= 50));

        int Count(string action) => handler.Requests.Count(request => request.Address.EndsWith($"/{action}.json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Digi-Key", 1)]
    [InlineData("element14", 1)]
    [InlineData("Mouser", 10)]
    [InlineData("TME", 50)]
    [InlineData("Nexar", 33)]
    public void The_table_says_how_many_parts_a_request_asks_for(string supplier, int parts) => Assert.Equal(parts, SupplierTable.Default.Find(supplier)!.PartsPerRequest);

    [Fact]
    public async Task An_interface_of_one_part_at_a_time_is_asked_for_one_whatever_the_table_says()
    {
        var (report, handler) = await Ask("element14", ["X1", "X2"], (_, _, _) => ScriptedHandler.Json("""{"manufacturerPartNumberSearchReturn":{"numberOfResults":0}}"""), "name,parts_per_request\nelement14,20");
        Assert.Equal((2, 2), (handler.Requests.Count, report.Replies.Length));
    }

    private async Task<(SupplierReport Report, ScriptedHandler Handler)> Ask(string supplier, PartInquiry[] parts, Func<HttpRequestMessage, string, int, HttpResponseMessage?> script, string table = SameTimeOut)
    {
        var suppliers = SupplierTable.Default.With(Encoding.UTF8.GetBytes(table), "suppliers.csv").Table;
        var keyring = SupplierKeyring.Read(suppliers, name => name.EndsWith("_SECRET", StringComparison.Ordinal) ? "passphrase/+4711" : "identity-0815", null).Keyring;
        var handler = new ScriptedHandler(script, time);
        using var client = new SupplierClient(new SupplierSettings(suppliers, keyring, SupplierMarket.UnitedStates, folder), handler, time);
        return (await client.AskAsync(parts, [SupplierInterfaces.Find(supplier, suppliers)!], cancellation: TestContext.Current.CancellationToken), handler);
    }

    private Task<(SupplierReport Report, ScriptedHandler Handler)> Ask(string supplier, string[] mpns, Func<HttpRequestMessage, string, int, HttpResponseMessage?> script, string table = SameTimeOut) => Ask(supplier, Parts(mpns), script, table);

    private static PartInquiry[] Parts(params string[] mpns) => [.. mpns.Select(mpn => new PartInquiry(null, PartNumber.Parse(mpn), ImmutableDictionary<string, PartNumber>.Empty))];

    private static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => $"X{i}")];

    private static string[] Asked(string body) => JsonDocument.Parse(body).RootElement.GetProperty("SearchByPartRequest").GetProperty("mouserPartNumber").GetString()!.Split('|');

    private static string Mouser(IEnumerable<string> mpns, int? found = null)
    {
        string[] parts = [.. mpns.Select(mpn => """{"ManufacturerPartNumber":"MPN","MouserPartNumber":"1-MPN","PriceBreaks":[{"Quantity":1,"Price":"$0.40","Currency":"USD"}]}""".Replace("MPN", mpn, StringComparison.Ordinal))];
        return $$"""{"Errors":[],"SearchResults":{"NumberOfResult":{{found ?? parts.Length}},"Parts":[{{string.Join(',', parts)}}] } }""";
    }

    private static JsonElement[] Queries(string body) => [.. JsonDocument.Parse(body).RootElement.GetProperty("variables").GetProperty("queries").EnumerateArray()];

    private static string Nexar(string body)
    {
        var matches = Queries(body).Reverse().Select(query => $$"""
            {"hits":1,"reference":{{(query.TryGetProperty("reference", out var reference) ? reference.GetRawText() : "null")}},"parts":[{"mpn":{{query.GetProperty("mpn").GetRawText()}},"manufacturer":{"name":"Acme"},
            "sellers":[{"company":{"name":"Shop"},"offers":[{"sku":"S","inventoryLevel":5,"prices":[{"quantity":1,"price":0.5,"currency":"USD"}]}]}]}]}
            """);
        return """{"data":{"supMultiMatch":[""" + string.Join(',', matches) + "]}}";
    }

    private static string Tme(HttpRequestMessage request, string body)
    {
        var fields = Uri.UnescapeDataString(body);
        string[] symbols = request.RequestUri!.AbsolutePath.Contains("Search", StringComparison.Ordinal) ? [Plain().Match(fields).Groups[1].Value] : [.. Symbol().Matches(fields).Select(match => match.Groups[1].Value)];
        var products = symbols.Select(symbol => request.RequestUri.AbsolutePath.Contains("Prices", StringComparison.Ordinal)
            ? $$"""{"Symbol":"{{symbol}}","Amount":100,"Unit":"pcs","PriceList":[{"Amount":5,"PriceValue":0.3}]}"""
            : $$"""{"Symbol":"{{symbol}}","OriginalSymbol":"{{symbol}}","Producer":"Acme","MinAmount":5,"Multiples":5}""");
        return """{"Status":"OK","Data":{"Currency":"USD","PriceType":"NET","ProductList":[""" + string.Join(',', products) + "]}}";
    }

    private static HttpResponseMessage? Token(HttpRequestMessage request) =>
        request.RequestUri!.Host.StartsWith("identity", StringComparison.Ordinal) ? ScriptedHandler.Json("""{"access_token":"access-token-1","expires_in":600,"token_type":"Bearer"}""") : null;

    [GeneratedRegex(@"SymbolList\[\d+\]=([^&]*)", RegexOptions.None, 1000)]
    private static partial Regex Symbol();

    [GeneratedRegex("SearchPlain=([^&]*)", RegexOptions.None, 1000)]
    private static partial Regex Plain();
}

using System.Collections.Immutable;
using System.Net;
using System.Text;
using Turnkey.Pipeline.Json;
using Turnkey.Pipeline.Suppliers;
using Turnkey.Pipeline.Tests.Suppliers;
using Turnkey.Sourcing.Material;

namespace Turnkey.Pipeline.Tests;

/// <summary>Buying with suppliers' interfaces asked, on a network that answers as a script says.</summary>
public sealed class SourceOnlineTests : IDisposable
{
    private const string Key = "identity-0815";
    private const string Secret = "passphrase/+4711";
    private const string Token = "access-token-1";
    private static readonly DateTimeOffset Morning = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;
    private readonly TestTime time = new(Morning, TimeSpan.FromSeconds(30));

    private string Cache => Path.Combine(folder, "answers");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Prices_of_two_suppliers_arrive_in_the_plan()
    {
        var done = Buy(["digi-key", "mouser"], Answer);
        var plan = done.Quantities[0].Plan;
        Assert.Equal(["Digi-Key", "Mouser"], plan.Purchases.SelectMany(one => one.Usable).Select(offer => offer.Supplier).Distinct().Order(StringComparer.Ordinal));
        var order = Assert.Single(Assert.Single(plan.Purchases, one => one.Name == "AU-1").Orders);
        Assert.Equal(("Mouser", 0.40m, "1-AU-1"), (order.Offer.Supplier, order.Price.Amount, order.Offer.SupplierCode?.Text));
        Assert.DoesNotContain(done.Diagnostics, one => one.Code.StartsWith("suppliers.", StringComparison.Ordinal));
    }

    [Fact]
    public void All_asks_everybody_there_are_keys_to() =>
        Assert.Equal(["Digi-Key", "Mouser"], Buy(["all"], Answer).Quantities[0].Plan.Purchases.SelectMany(one => one.Usable).Select(offer => offer.Supplier).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void While_an_interface_is_away_the_kept_answer_is_used_and_its_age_told()
    {
        Buy(["digi-key"], Answer);
        time.Move(TimeSpan.FromHours(18));
        var done = Buy(["digi-key"], (_, _, _) => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        Assert.Equal(0.50m, Assert.Single(done.Quantities[0].Plan.Purchases[0].Orders).Price.Amount);
        var told = done.Diagnostics.Where(one => one.Code == "suppliers.cached").ToArray();
        Assert.Equal(2, told.Length);
        Assert.All(told, one => Assert.Contains("18 hours old", one.Message, StringComparison.Ordinal));

        time.Move(TimeSpan.FromHours(7));
        var late = Buy(["digi-key"], (_, _, _) => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        Assert.Empty(late.Quantities[0].Plan.Purchases);
        Assert.Contains(late.Diagnostics, one => one.Code is "suppliers.failed" or "suppliers.away");
    }

    [Fact]
    public void Without_keys_it_is_told_and_quoted_without()
    {
        foreach (var names in new[] { "mouser", "all" })
        {
            var done = Buy([names], (_, _, _) => throw new InvalidOperationException("nobody is to be asked"), keys: false);
            Assert.Contains(done.Diagnostics, one => one.Code == "suppliers.no-keys");
            Assert.All(done.Quantities[0].Plan.Lines.Where(line => line.State == MaterialState.Bought), line => Assert.Equal(Turnkey.Sourcing.PriceBasis.Estimate, line.Basis));
        }
    }

    [Fact]
    public void An_interface_that_there_is_not_is_told()
    {
        var done = Buy(["nobody", "mouser"], Answer);
        Assert.Contains("digi-key", Assert.Single(done.Diagnostics, one => one.Code == "suppliers.unknown").Message, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(done.Quantities[0].Plan.Purchases);
    }

    [Fact]
    public void Keys_appear_nowhere()
    {
        var good = Buy(["digi-key", "mouser"], Answer);
        var refused = Buy(["digi-key", "mouser"], (request, _, _) => ScriptedHandler.Json($$"""{"error":"{{Key}} {{Secret}} {{Token}} is not known at {{request.RequestUri}}"}""", HttpStatusCode.Unauthorized), Path.Combine(folder, "other"));
        Assert.Contains(refused.Diagnostics, one => one.Code.StartsWith("suppliers.", StringComparison.Ordinal));
        var texts = new[] { good, refused }.SelectMany(done => done.Diagnostics.Select(one => one.ToString()).Append(Encoding.UTF8.GetString(SourceJson.Write(done))).Append(done.Job.Online!.ToString()))
            .Concat(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("keys.yaml", StringComparison.Ordinal)).Select(File.ReadAllText)).ToArray();
        Assert.NotEmpty(Directory.EnumerateFiles(Cache));
        foreach (var secret in new[] { Key, Secret, Uri.EscapeDataString(Secret), Token }) Assert.All(texts, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_is_told_per_supplier()
    {
        var told = new List<string>();
        Buy(["mouser"], Answer, progress: new Listener(told));
        Assert.Contains("asking Mouser 2/2", told);
    }

    [Fact]
    public void The_same_answers_give_the_same_bytes()
    {
        var first = SourceJson.Write(Buy(["digi-key", "mouser"], Answer));
        Directory.Delete(Cache, recursive: true);
        Assert.Equal(first, SourceJson.Write(Buy(["mouser", "digi-key"], Answer)));
    }

    [Fact]
    public void A_quote_asks_as_buying_does()
    {
        var told = new List<string>();
        var done = Assert.IsType<Quotation.Done>(QuotePipeline.Run(Job(new QuoteJob(new InspectRequest(Bom()), [10]), ["digi-key", "mouser"], Answer), new Listener(told)));
        var order = Assert.Single(Assert.Single(done.Quote.Quantities[0].Purchases!.Purchases, one => one.Name == "AU-1").Orders);
        Assert.Equal(("Mouser", 0.40m), (order.Offer.Supplier, order.Price.Amount));
        Assert.Contains("asking Digi-Key 2/2, Mouser 2/2", told);
        Assert.Contains(told, one => one == "pricing");
        Assert.NotNull(done.Quote.Quantities[0].Supply!.Kit);
    }

    [Fact]
    public void A_quote_of_bare_boards_asks_nobody()
    {
        var job = new QuoteJob(new InspectRequest(Bom()), [10]) { Scope = Turnkey.Quoting.QuoteScope.Fabrication };
        QuotePipeline.Run(Job(job, ["mouser"], (_, _, _) => throw new InvalidOperationException("nobody is to be asked")));
    }

    /// <summary>Both read the same files in the same way, and refuse for the same reasons.</summary>
    [Theory]
    [InlineData("plant")]
    [InlineData("offers")]
    [InlineData("avl")]
    public void A_quote_and_a_purchase_refuse_the_same_files(string what)
    {
        var missing = Path.Combine(folder, "missing");
        ProductJob With(ProductJob job) => what switch { "plant" => job with { Plant = missing }, "offers" => job with { Offers = missing }, _ => job with { Approved = missing } };
        var quote = Assert.IsType<Quotation.Refused>(QuotePipeline.Run((QuoteJob)With(new QuoteJob(new InspectRequest(Bom()), [10]))));
        var source = Assert.IsType<Sourced.Refused>(SourcePipeline.Run((SourceJob)With(new SourceJob(new InspectRequest(Bom()), [10]))));
        Assert.Equal(source.Diagnostics, quote.Diagnostics);
        Assert.StartsWith(what, source.Diagnostics[0].Code, StringComparison.Ordinal);
    }

    private Sourced.Done Buy(ImmutableArray<string> suppliers, Func<HttpRequestMessage, string, int, HttpResponseMessage?> script, string? cache = null, bool keys = true, IProgress<Stage>? progress = null)
    {
        var job = Job(new SourceJob(new InspectRequest(Bom()), [10]), suppliers, script, cache, keys);
        return Assert.IsType<Sourced.Done>(SourcePipeline.Run(job, progress));
    }

    private T Job<T>(T job, ImmutableArray<string> suppliers, Func<HttpRequestMessage, string, int, HttpResponseMessage?> script, string? cache = null, bool keys = true) where T : ProductJob
    {
        var path = Path.Combine(folder, "keys.yaml");
        File.WriteAllText(path, $"digi-key: {{ id: {Key}, secret: {Secret} }}\nmouser: {{ key: {Key} }}\n");
        return job with
        {
            Policy = SourcingPolicy.Default with { AsOf = new DateOnly(2026, 11, 27) },
            Online = new OnlineRequest(suppliers, keys ? path : null, cache ?? Cache, _ => null, time) { Handler = () => new ScriptedHandler(script, time) },
        };
    }

    private string Bom()
    {
        var bom = Path.Combine(folder, "bom.csv");
        File.WriteAllText(bom, "Designator,Quantity,MPN,Manufacturer,DNP\nU1,1,AU-1,Acme,\nU2,1,AU-2,Acme,\nU3,1,AU-3,Acme,DNP\n");
        return bom;
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request, string body, int count)
    {
        var address = request.RequestUri!.AbsoluteUri;
        if (address.Contains("oauth2", StringComparison.Ordinal)) return ScriptedHandler.Json($$"""{"access_token":"{{Token}}","expires_in":600,"token_type":"Bearer"}""");
        Assert.DoesNotContain("AU-3", address + body, StringComparison.Ordinal);
        string[] mpns = [.. new[] { "AU-1", "AU-2" }.Where(mpn => (address + body).Contains(mpn, StringComparison.Ordinal))];
        return ScriptedHandler.Json(request.RequestUri.Host.Contains("digikey", StringComparison.Ordinal)
            ? """{"Products":[{"Manufacturer":{"Name":"Acme"},"ManufacturerProductNumber":"MPN","ProductVariations":[{"DigiKeyProductNumber":"900-MPN-ND","MinimumOrderQuantity":1,"QuantityAvailableforPackageType":5000,"StandardPricing":[{"BreakQuantity":1,"UnitPrice":0.5}]}]}],"SearchLocaleUsed":{"Currency":"USD"}}""".Replace("MPN", Assert.Single(mpns), StringComparison.Ordinal)
            : """{"Errors":[],"SearchResults":{"Parts":[PARTS]}}""".Replace("PARTS", string.Join(',', mpns.Select(mpn => """{"Manufacturer":"Acme","ManufacturerPartNumber":"MPN","MouserPartNumber":"1-MPN","AvailabilityInStock":"5000","Min":"1","Mult":"1","PriceBreaks":[{"Quantity":1,"Price":"$0.40","Currency":"USD"}]}""".Replace("MPN", mpn, StringComparison.Ordinal))), StringComparison.Ordinal));
    }

    private sealed class Listener(List<string> told) : IProgress<Stage>
    {
        public void Report(Stage value) => told.Add(value.Name);
    }
}

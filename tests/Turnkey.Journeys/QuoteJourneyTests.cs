using System.IO.Compression;
using System.Text.Json;

namespace Turnkey.Journeys;

public sealed class QuoteJourneyTests : IDisposable
{
    private static readonly string[] Written = ["costing.html", "offer.html", "offer.json", "queries.html", "queries.json", "quote.json"];

    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_package_becomes_two_views_of_a_quote()
    {
        var journey = Quote(Package(), "one");
        Assert.True(journey.Code == 0, journey.Error);
        Assert.Equal(Written, Directory.EnumerateFiles(Path.Combine(folder, "one")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Written, name => Assert.Contains(name, journey.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_facts_of_the_board_are_those_that_were_drawn()
    {
        var board = Journey.Of("inspect", Package(), "--json").Json.GetProperty("board");
        Assert.Equal((20m, 10m, 2, 2, 4), (board.GetProperty("widthMm").GetDecimal(), board.GetProperty("heightMm").GetDecimal(),
            board.GetProperty("copperLayers").GetInt32(), board.GetProperty("platedHoles").GetInt32(), board.GetProperty("surfaceMountPads").GetInt32()));
    }

    [Fact]
    public void Prices_add_up_in_every_quantity()
    {
        Quote(Package(), "one");
        var quantities = Read("one", "quote.json").GetProperty("quantities").EnumerateArray().ToArray();
        Assert.Equal([10, 100, 1000], quantities.Select(quantity => quantity.GetProperty("quantity").GetInt32()));
        Assert.All(quantities, Prices.AssertAddUp);
    }

    [Fact]
    public void The_same_package_gives_the_same_bytes()
    {
        var package = Package();
        Quote(package, "one");
        Quote(package, "two");
        Assert.All(Written, name => Assert.Equal(File.ReadAllBytes(Path.Combine(folder, "one", name)), File.ReadAllBytes(Path.Combine(folder, "two", name))));
    }

    [Fact]
    public void Results_inside_the_package_are_no_part_of_it()
    {
        var package = Package();
        var before = Journey.Of("inspect", package, "--json").Output;
        var output = Path.Combine(package, "out", "small");
        Journey.Of("quote", package, "--qty", "10,100,1000", "--out", output);
        var first = Written.Select(name => File.ReadAllBytes(Path.Combine(output, name))).ToArray();
        File.WriteAllText(Path.Combine(output, "inspect.json"), before);
        Assert.Equal(before, Journey.Of("inspect", package, "--json").Output);
        Journey.Of("quote", package, "--qty", "10,100,1000", "--out", output);
        Assert.Equal(first, Written.Select(name => File.ReadAllBytes(Path.Combine(output, name))));
        var results = Journey.Of("quote", output, "--qty", "10");
        Assert.Equal(1, results.Code);
        Assert.Contains("package.own-results", results.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_of_the_folder_is_the_same_package()
    {
        var package = Package();
        var zip = Path.Combine(folder, "small.zip");
        ZipFile.CreateFromDirectory(package, zip, CompressionLevel.Fastest, includeBaseDirectory: true);
        Assert.Equal(Journey.Of("inspect", package, "--json").Output, Journey.Of("inspect", zip, "--json").Output);
    }

    [Fact]
    public void The_customers_view_has_no_cost_rate_or_margin()
    {
        Quote(Package(), "one");
        Assert.Empty(Prices.Internals(Read("one", "offer.json")));
        Assert.NotEmpty(Prices.Internals(Read("one", "quote.json")));
    }

    [Fact]
    public void What_the_customer_should_know_is_on_both_views()
    {
        Quote(Package(), "one");
        foreach (var view in new[] { "quote.json", "offer.json" })
        {
            var root = Read("one", view);
            Assert.Contains(root.GetProperty("diagnostics").EnumerateArray(), diagnostic => diagnostic.GetProperty("message").GetString()!.Contains("U9", StringComparison.Ordinal));
            Assert.Contains(root.GetProperty("spec").EnumerateArray(), field => field.GetProperty("state").GetString() == "assumed" && field.GetProperty("source").GetString()!.Length > 0);
        }
    }

    [Fact]
    public void A_severity_that_is_reached_exits_3_and_the_results_are_written() =>
        Assert.Equal((3, 6), (Journey.Of("quote", Package(), "--qty", "10", "--out", Path.Combine(folder, "one"), "--fail-on", "warning").Code, Directory.GetFiles(Path.Combine(folder, "one")).Length));

    [Fact]
    public void Json_alone_writes_no_files()
    {
        var journey = Journey.Of("quote", Package(), "--qty", "10", "--json");
        Assert.Equal(JsonValueKind.Array, journey.Json.GetProperty("quantities").ValueKind);
        Assert.Equal(["small"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
    }

    private string Package() => SmallPackage.Write(Path.Combine(folder, "small"));

    private Journey Quote(string package, string output) => Journey.Of("quote", package, "--qty", "10,100,1000", "--out", Path.Combine(folder, output));

    private JsonElement Read(string output, string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, output, name)));
        return document.RootElement.Clone();
    }

    /// <summary>The manufacturer sees risks and dates with everything behind them, the customer what it can decide on; neither page promises sooner than the other.</summary>
    [Fact]
    public void Supply_is_in_both_views_and_in_the_lead_time()
    {
        var output = Directory.CreateTempSubdirectory("turnkey-").FullName;
        try
        {
            var run = Journey.Of("quote", Places.Sample, "--qty", "10,1000", "--offers", Path.Combine(Places.Repository, "samples", "offers"), "--as-of", "2026-01-31", "--out", output);
            Assert.True(run.Code == 0, run.Error);
            var quote = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "quote.json"))).RootElement;
            var offer = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "offer.json"))).RootElement;
            foreach (var (inside, outside) in quote.GetProperty("quantities").EnumerateArray().Zip(offer.GetProperty("quantities").EnumerateArray()))
            {
                var kit = inside.GetProperty("kit");
                Assert.InRange(inside.GetProperty("risk").GetProperty("score").GetInt32(), 1, 100);
                foreach (var percentile in new[] { "p50", "p90" }) Assert.Equal(Purchases.Text(kit, percentile), Purchases.Text(outside.GetProperty("components"), percentile));
                Assert.Equal(kit.GetProperty("missing").GetArrayLength(), outside.GetProperty("components").GetProperty("linesWithoutOffer").GetInt32());
                Assert.False(outside.TryGetProperty("risk", out _) || outside.TryGetProperty("kit", out _) || outside.TryGetProperty("purchases", out _));
            }
            // The lead time of the larger release waits for the kit: 47 working days from a Saturday to the Tuesday that nine of ten kits are complete by.
            var large = quote.GetProperty("quantities")[1];
            var components = large.GetProperty("leadTimeSteps").EnumerateArray().Single(step => Purchases.Text(step, "name") == "Components");
            Assert.Contains($"90 of 100 simulated kits are complete by {Purchases.Text(large.GetProperty("kit"), "p90")} (kit-rules: quoted-percentile)", Purchases.Text(components, "reason"), StringComparison.Ordinal);
            var weekdays = Enumerable.Range(1, 1000).Select(new DateOnly(2026, 1, 31).AddDays).TakeWhile(day => day <= DateOnly.ParseExact(Purchases.Text(large.GetProperty("kit"), "p90"), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                .Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
            Assert.Equal((weekdays, true), (components.GetProperty("days").GetInt32(), components.GetProperty("critical").GetBoolean()));

            string[] told = [.. offer.GetProperty("notes").GetProperty("supply").EnumerateArray().Select(note => Purchases.Text(note, "text"))];
            Assert.Contains(told, text => text.StartsWith("At 1000 products, all components ordered on 2026-01-31 are here by ", StringComparison.Ordinal) && text.Contains("the lead time reckons with 90 of 100", StringComparison.Ordinal));
            Assert.Contains(told, text => text.StartsWith("U2 (RFM95W-868S2) (at 1000 products): what is on stock anywhere is less than this order needs", StringComparison.Ordinal));
            string[] sellers = [.. quote.GetProperty("quantities").EnumerateArray().SelectMany(quantity => quantity.GetProperty("orders").EnumerateArray()).Select(order => Purchases.Text(order, "supplier")).Distinct()];
            Assert.NotEmpty(sellers);
            Assert.All(sellers, seller => Assert.All(told, text => Assert.DoesNotContain(seller, text, StringComparison.OrdinalIgnoreCase)));
            var (costing, page) = (File.ReadAllText(Path.Combine(output, "costing.html")), File.ReadAllText(Path.Combine(output, "offer.html")));
            Assert.Contains("Supply risk", costing, StringComparison.Ordinal);
            Assert.Contains("(P90)", costing, StringComparison.Ordinal);
            Assert.Contains("Supply of components", page, StringComparison.Ordinal);
            Assert.All(sellers, seller => Assert.DoesNotContain(seller, page, StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    [Fact]
    public void Which_percentile_is_quoted_is_the_plants_choice()
    {
        var offers = Directory.CreateTempSubdirectory("turnkey-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Places.Repository, "samples", "offers"))) File.Copy(file, Path.Combine(offers, Path.GetFileName(file)));
            int Days() => Journey.Of("quote", Places.Sample, "--qty", "1000", "--offers", offers, "--as-of", "2026-01-31", "--json").Json.GetProperty("quantities")[0].GetProperty("leadTimeWorkingDays").GetInt32();
            var usual = Days();
            File.WriteAllText(Path.Combine(offers, "kit-rules.csv"), "rule,value\nquoted-percentile,50\n");
            Assert.InRange(Days(), 1, usual - 1);
        }
        finally
        {
            Directory.Delete(offers, recursive: true);
        }
    }

    [Fact]
    public void A_quote_takes_the_options_of_suppliers()
    {
        var run = Journey.Of("quote", Places.Sample, "--qty", "10", "--as-of", "2026-01-31", "--suppliers", "nobody", "--json");
        Assert.Contains(run.Json.GetProperty("diagnostics").EnumerateArray(), one => Purchases.Text(one, "code") == "suppliers.unknown");
    }

}

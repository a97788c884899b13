using System.Text.Json;

namespace Turnkey.Cli.Tests;

public sealed class SourceTests : IDisposable
{
    private const string Bom = "Designator,Quantity,MPN,Manufacturer\n\"R1,R2\",2,AR-10K,Acme\nU1,1,AU-1,Acme\n";
    private const string List = "Supplier,Manufacturer,MPN,Currency,MOQ,Multiple,Stock,Price\nShop One,Acme,AR-10K,USD,1,1,100000,0.01\nShop One,Acme,AU-1,USD,1,1,100000,2.50\n";

    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("--offers", null, "error offers.unreadable: ")]
    [InlineData("--avl", null, "error avl.not-found: ")]
    [InlineData("--plant", null, "error plant.not-found: ")]
    [InlineData("--plant", "- no plant", "error plant.")]
    public void The_buyers_own_files_must_be_right(string option, string? content, string code)
    {
        var file = Path.Combine(folder, "own.yaml");
        if (content is not null) File.WriteAllText(file, content);
        var run = Run.Of("source", Write("bom.csv", Bom), "--qty", "10", "--out", Path.Combine(folder, "out"), option, file);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Fact]
    public void A_file_without_a_parts_list_has_nothing_to_buy()
    {
        var run = Run.Of("source", Write("readme.txt", "hello"), "--qty", "10", "--json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal((1, "sourcing.nothing-to-buy"), (run.Code, json.RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString()));
        Assert.Contains("send a BOM", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_severity_that_is_reached_exits_3_and_the_results_are_written()
    {
        var (bom, offers) = (Write("bom.csv", Bom), Write("prices.csv", List.Replace("AU-1,USD,1,1,100000", "AU-1,USD,1,1,5", StringComparison.Ordinal)));
        string[] asked = ["source", bom, "--qty", "10", "--offers", offers, "--lead-limit", "7", "--as-of", "2026-01-31", "--out", Path.Combine(folder, "out")];
        Assert.Equal(0, Run.Of([.. asked, "--fail-on", "error"]).Code);
        Directory.Delete(Path.Combine(folder, "out"), recursive: true);
        Assert.Equal(3, Run.Of([.. asked, "--fail-on", "warning"]).Code);
        Assert.True(File.Exists(Path.Combine(folder, "out", "source.json")));
    }

    [Fact]
    public void Machines_get_what_is_written_as_source_json_the_same_twice()
    {
        var (bom, offers, output) = (Write("bom.csv", Bom), Write("prices.csv", List), Path.Combine(folder, "out"));
        var first = Run.Of("source", bom, "--qty", "10,100", "--offers", offers, "--as-of", "2026-01-31", "--json", "--out", output);
        var second = Run.Of("source", bom, "--qty", "10,100", "--offers", offers, "--as-of", "2026-01-31", "--json");
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Equal(first.Output, second.Output);
        Assert.Equal(first.Output, File.ReadAllText(Path.Combine(output, "source.json")));
        using var json = JsonDocument.Parse(first.Output);
        var root = json.RootElement;
        Assert.Superset(
            new HashSet<string>(["inputs", "name", "currency", "asOf", "destination", "annual", "diagnostics", "quantities"], StringComparer.Ordinal),
            root.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal));
        Assert.Equal("2026-01-31", root.GetProperty("asOf").GetString());
        var quantity = root.GetProperty("quantities")[1];
        Assert.Superset(
            new HashSet<string>(["quantity", "products", "parts", "fees", "unpricedLines", "proof", "purchases", "orders", "risk", "kit", "lines"], StringComparer.Ordinal),
            quantity.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(["Shop One"], quantity.GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("supplier").GetString()));
    }

    [Fact]
    public void The_text_says_the_same_twice_and_names_suppliers_as_they_do()
    {
        var (bom, offers) = (Write("bom.csv", Bom), Write("prices.csv", List));
        var first = Run.Of("source", bom, "--qty", "10,100", "--offers", offers, "--as-of", "2026-01-31");
        Assert.Equal(first, Run.Of("source", bom, "--qty", "10,100", "--offers", offers, "--as-of", "2026-01-31"));
        Assert.Contains("Shop One", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SHOP ONE", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_of_one_rule_are_one_line_with_the_parts_counted()
    {
        var run = Run.Of("source", Write("bom.csv", Bom), "--qty", "10", "--offers", Write("prices.csv", List), "--as-of", "2026-01-31");
        var line = Assert.Single(run.Output.Split('\n'), line => line.Contains("single-supplier: ", StringComparison.Ordinal));
        Assert.Contains("single-supplier: 2 parts (R1, U1): only Shop One offers it", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Escape_sequences_in_suppliers_names_do_not_reach_the_terminal()
    {
        var run = Run.Of("source", Write("bom.csv", Bom), "--qty", "10", "--offers", Write("prices.csv", List.Replace("Shop", "Sh\u001b[2Jop", StringComparison.Ordinal)), "--as-of", "2026-01-31");
        Assert.Equal(0, run.Code);
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
    }

    [Fact]
    public void A_purchase_list_of_a_former_run_goes_and_nothing_else_does()
    {
        var (bom, output) = (Write("bom.csv", Bom), Path.Combine(folder, "out"));
        string[] Names() => [.. Directory.EnumerateFiles(output).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        var asked = new[] { "source", bom, "--qty", "10", "--as-of", "2026-01-31", "--out", output, "--offers" };
        Assert.Equal(0, Run.Of([.. asked, Write("prices.csv", List)]).Code);
        Assert.Contains("qty-10-purchase-shop-one.csv", Names());
        File.WriteAllText(Path.Combine(output, "qty-10-purchase-mine.csv"), "my own");
        File.AppendAllText(Path.Combine(output, "qty-10-purchase-shop-one.xlsx"), "changed");

        var second = Run.Of([.. asked, Write("prices.csv", List.Replace("Shop One", "Shop Two", StringComparison.Ordinal))]);
        Assert.Equal(["columns.csv", "purchase-lists.json", "qty-10-purchase-mine.csv", "qty-10-purchase-shop-one.xlsx", "qty-10-purchase-shop-two.csv", "qty-10-purchase-shop-two.xlsx", "source.json"], Names());
        Assert.Contains("removed 'qty-10-purchase-shop-one.csv'", second.Error, StringComparison.Ordinal);
        Assert.Contains("'qty-10-purchase-shop-one.xlsx' is of a former run and was changed since, so it stays", second.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("mine", second.Error, StringComparison.Ordinal);
        Assert.Equal("", Run.Of([.. asked, Path.Combine(folder, "prices.csv")]).Error);
    }

    [Theory]
    [InlineData("""{"files":[{"name":"../kept.csv","sha256":"HASH"},{"name":"/kept.csv","sha256":"HASH"},{"name":"..","sha256":""},{"name":7}]}""")]
    [InlineData("""{"files":{"name":"kept.csv"}}""")]
    [InlineData("[1]")]
    [InlineData("no json")]
    public void A_record_that_names_other_folders_or_is_none_removes_nothing(string record)
    {
        var output = Directory.CreateDirectory(Path.Combine(folder, "out")).FullName;
        var kept = Write("kept.csv", "kept");
        File.WriteAllText(Path.Combine(output, "purchase-lists.json"), record.Replace("HASH", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("kept"u8)), StringComparison.Ordinal));
        var run = Run.Of("source", Write("bom.csv", Bom), "--qty", "10", "--offers", Write("prices.csv", List), "--as-of", "2026-01-31", "--out", output);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.True(File.Exists(kept));
    }

    [Fact]
    public void Freight_that_cannot_be_converted_is_named_and_not_zero()
    {
        var (bom, offers) = (Write("bom.csv", Bom), Write("prices.csv", List.Replace("Shop One", "TME", StringComparison.Ordinal)));
        var run = Run.Of("source", bom, "--qty", "10", "--offers", offers, "--as-of", "2026-01-31");
        Assert.Contains("0.00 + freight of 6.00 EUR assumed", run.Output, StringComparison.Ordinal);
        Assert.Contains("without the freight of 6.00 EUR at TME", run.Output.ReplaceLineEndings(" ").Replace("    ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run.Of("source", bom, "--qty", "10", "--offers", offers, "--as-of", "2026-01-31", "--json").Output);
        var text = json.RootElement.GetRawText();
        Assert.Contains("\"freight of 6.00 EUR\"", text, StringComparison.Ordinal);
        Assert.Contains("\"without\": \"without the freight of 6.00 EUR at TME\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("freight of", Run.Of("source", bom, "--qty", "10", "--offers", Write("prices.csv", List.Replace("Shop One", "Mouser", StringComparison.Ordinal)), "--as-of", "2026-01-31").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_distributors_code_in_the_part_numbers_column_is_bought_by_its_offer()
    {
        var bom = Write("bom.csv", "Designator,Quantity,MPN\nR1,1,2447096\nX2,1,710-696101000002\nR3,1,2447097\n");
        var offers = Write("prices.csv", "Supplier;Supplier Part No;Manufacturer;MPN;Currency;MOQ;Multiple;Stock;Price\nFarnell;2447096;Yageo;RC0402FR-0747KL;USD;1;1;50000;0.012\nMouser;710-696101000002;Wurth Elektronik;696101000002;USD;1;1;1000;0.66\n");
        var run = Run.Of("source", bom, "--qty", "10", "--offers", offers, "--as-of", "2026-01-31");
        Assert.Matches(@"R1 +RC0402FR-0747KL +\d+ +\d+ +Farnell", run.Output);
        Assert.Matches(@"X2 +696101000002 +\d+ +\d+ +Mouser", run.Output);
        Assert.Matches("R3 +2447097 .* no offer", run.Output);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Turnkey.Documents.Tables;
using Turnkey.Formats.Tables;

namespace Turnkey.Journeys;

/// <summary>From the sample's parts list and price lists to purchases, lists to order by, and enquiries that come back as offers.</summary>
public sealed class SourceJourneyTests : IDisposable
{
    private const string Day = "2026-01-31";
    private static readonly int[] Asked = [10, 100, 1000];

    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    private static string SampleOffers { get; } = Path.Combine(Places.Repository, "samples", "offers");

    private string Output => Path.Combine(folder, "out");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Totals_add_up_and_are_proven_at_every_quantity()
    {
        var quantities = Sample().EnumerateArray().ToArray();
        Assert.Equal(Asked, quantities.Select(quantity => quantity.GetProperty("quantity").GetInt32()));
        foreach (var quantity in quantities) Purchases.AssertAddUp(quantity);
    }

    [Fact]
    public void Every_placed_line_is_bought_estimated_or_told()
    {
        var root = Source("10,100,1000").Json;
        var told = root.GetProperty("diagnostics").EnumerateArray().Select(one => Purchases.Text(one, "message")).ToArray();
        foreach (var quantity in root.GetProperty("quantities").EnumerateArray()) Purchases.AssertEveryLineIsAccountedFor(quantity, told);
        Assert.Equal(2, root.GetProperty("quantities")[0].GetProperty("lines").EnumerateArray().Count(line => Purchases.Text(line, "state") == "not-placed"));
    }

    [Fact]
    public void Lists_to_order_by_are_the_purchases()
    {
        foreach (var quantity in Sample("--out", Output).EnumerateArray())
        {
            var number = quantity.GetProperty("quantity").GetInt32().ToString(CultureInfo.InvariantCulture);
            var ordered = Purchases.Orders(quantity).Select(order =>
                (Mpn: Purchases.Text(order, "mpn"), Pieces: order.GetProperty("quantity").GetInt64(), Code: Purchases.Text(order, "supplierCode"), Price: order.GetProperty("unitPrice").GetDecimal())).Order().ToArray();
            Assert.NotEmpty(ordered);
            foreach (var ending in new[] { "csv", "xlsx" })
            {
                Assert.Equal(ordered, Directory.EnumerateFiles(Output, $"qty-{number}-purchase-*.{ending}").SelectMany(Rows).Select(row =>
                    (row["Manufacturer Part Number"], long.Parse(row["Quantity"], CultureInfo.InvariantCulture), row["Supplier Part Number"], decimal.Parse(row["Unit Price"], CultureInfo.InvariantCulture))).Order());
            }
        }
    }

    [Fact]
    public void An_enquiry_that_is_filled_in_is_an_offer_in_the_next_run()
    {
        Assert.Equal(0, Source("10", "--rfq", "Acme Parts", "--out", Output).Code);
        var sheet = Assert.Single(Directory.EnumerateFiles(Output, "enquiry-*.xlsx"));
        var offers = CopiedOffers();
        FillIn(sheet, Path.Combine(offers, "reply.xlsx"), "RFM95W-868S2", new(StringComparer.Ordinal)
        {
            ["Currency"] = "USD",
            ["MOQ"] = "25",
            ["Order multiple"] = "25",
            ["Lead time weeks"] = "2",
            ["NCNR"] = "yes",
            ["Quote date"] = "2026-01-30",
            ["Valid until"] = "2026-03-31",
            ["Quote number"] = "Q-77",
        });
        var run = Journey.Of("source", Places.Sample, "--qty", "10", "--offers", offers, "--as-of", Day, "--json");
        Assert.True(run.Code == 0, run.Error);
        var quantity = run.Json.GetProperty("quantities")[0];
        var purchase = Purchases.Of(quantity, "RFM95W-868S2");
        var order = Assert.Single(purchase.GetProperty("orders").EnumerateArray());
        Assert.Equal(("Acme Parts", 25L, 1.25m, 14), (Purchases.Text(order, "supplier"), order.GetProperty("quantity").GetInt64(), order.GetProperty("unitPrice").GetDecimal(), order.GetProperty("leadTimeDays").GetInt32()));
        Assert.Equal(("Q-77", "2026-03-31", true), (Purchases.Text(order, "quoteNumber"), Purchases.Text(order, "validUntil"), order.GetProperty("nonCancellable").GetBoolean()));
        Assert.Contains("quotation Q-77, reply.xlsx:", Purchases.Text(order, "basis"), StringComparison.Ordinal);
        Assert.Equal((25 - purchase.GetProperty("required").GetInt32(), true), (purchase.GetProperty("excess").GetProperty("quantity").GetInt32(), purchase.GetProperty("excess").GetProperty("nonCancellable").GetBoolean()));
        // Only one line was bid for.
        Assert.Single(Purchases.Orders(quantity), one => Purchases.Text(one, "supplier") == "Acme Parts");

        var late = Journey.Of("source", Places.Sample, "--qty", "10", "--offers", offers, "--as-of", "2026-04-01", "--json").Json.GetProperty("quantities")[0];
        Assert.DoesNotContain(Purchases.Orders(late), one => Purchases.Text(one, "supplier") == "Acme Parts");
    }

    /// <summary>The supplier sends the whole workbook back, as spreadsheet programs save it: our record of the question is in it.</summary>
    [Fact]
    public void What_a_supplier_changed_in_an_enquiry_is_told()
    {
        Assert.Equal(0, Source("10", "--annual", "5000", "--rfq", "Acme Parts", "--out", Output).Code);
        var offers = CopiedOffers();
        var sheets = TableReader.Read("enquiry.xlsx", File.ReadAllBytes(Assert.Single(Directory.EnumerateFiles(Output, "enquiry-*.xlsx")))).Sheets;
        Assert.Equal(["Enquiry", "Notes", "Asked"], sheets.Select(sheet => sheet.Name));
        var headings = sheets[0].Rows[0].Cells;
        var rows = sheets[0].Rows.Skip(1).Select(row => headings.Select((_, i) => row[i]).ToArray()).ToList();
        void Fill(string asked, params (string Heading, string Cell)[] cells)
        {
            foreach (var (heading, cell) in cells) rows.Single(row => row[headings.IndexOf("Asked MPN")] == asked)[headings.IndexOf(heading)] = cell;
        }
        var prices = headings.Where(heading => heading.StartsWith("Price ", StringComparison.Ordinal)).ToArray();
        Fill("RFM95W-868S2", [.. prices.Select(heading => (heading, "1.25")), ("Currency", "USD"), ("Valid until", "2026-03-31"), ("Quote number", "Q-77"), ("MPN", "RFM96W-433S2")]);
        Fill("PESD5V0S1BA,115", ("Annual quantity", "400"), (prices[0], "0.05"), ("Currency", "EUR"));
        var last = rows.FindLastIndex(row => row[headings.IndexOf("Asked MPN")] is not ("by description" or "RFM95W-868S2" or "PESD5V0S1BA,115"));
        var dropped = rows[last][headings.IndexOf("Asked MPN")];
        rows.RemoveAt(last);
        File.WriteAllBytes(Path.Combine(offers, "reply.xlsx"), WorkbookWriter.Write(
            new Sheet("Enquiry", [.. headings.Select(heading => new SheetColumn(heading, 16))], [.. rows.Select(row => row.Select(SheetCell.Of).ToImmutableArray())]), Copy(sheets[1]), Copy(sheets[2])));

        var run = Journey.Of("source", Places.Sample, "--qty", "10", "--offers", offers, "--as-of", Day, "--json");
        Assert.True(run.Code == 0, run.Error);
        var told = run.Json.GetProperty("diagnostics").EnumerateArray().Where(one => Purchases.Text(one, "file") == "reply.xlsx").ToLookup(one => Purchases.Text(one, "code"), one => Purchases.Text(one, "message"));
        Assert.Contains($"the reply of Acme Parts to enquiry 20260131-1: 2 of {rows.Count + 1} lines are bid for", Assert.Single(told["enquiry.reply"]), StringComparison.Ordinal);
        Assert.Contains("RFM96W-433S2 is offered for RFM95W-868S2", Assert.Single(told["enquiry.other-part"]), StringComparison.Ordinal);
        Assert.Contains("was 10000, and the sheet now says '400'", Assert.Single(told["enquiry.changed"]), StringComparison.Ordinal);
        Assert.Contains($"({dropped}) is not in the reply any more", Assert.Single(told["enquiry.line-dropped"]), StringComparison.Ordinal);
        Assert.Contains("prices are in EUR, USD was asked", Assert.Single(told["enquiry.currency"]), StringComparison.Ordinal);
        Assert.Empty(told["enquiry.no-record"].Concat(told["offers.no-header"]).Concat(told["offers.no-price"]));
        // Another part than the one asked for is bought for nobody before it is approved.
        Assert.DoesNotContain(Purchases.Orders(run.Json.GetProperty("quantities")[0]), one => Purchases.Text(one, "mpn") == "RFM96W-433S2");
    }

    /// <summary>What the columns were taken for is written, corrected by hand, read back and obeyed.</summary>
    [Fact]
    public void Columns_that_were_not_understood_are_told_once_and_remembered()
    {
        var offers = Directory.CreateDirectory(Path.Combine(folder, "offers")).FullName;
        File.WriteAllText(Path.Combine(offers, "acme.csv"), "MPN;Price;Currency;Staffel B\nRFM95W-868S2;5,10;USD;3,25\n");
        var columns = Path.Combine(Output, "columns.csv");
        Assert.Equal(5.1m, Price("--out", Output));
        Assert.Equal(["file,header,meaning", "acme.csv,MPN,mpn", "acme.csv,Price,price", "acme.csv,Currency,currency", "acme.csv,Staffel B,"], File.ReadAllLines(columns));

        // As it was written it changes nothing; filled in it does.
        File.Copy(columns, Path.Combine(offers, "columns.csv"));
        Assert.Equal(5.1m, Price());
        File.WriteAllText(Path.Combine(offers, "columns.csv"), File.ReadAllText(columns).Replace("Staffel B,", "Staffel B,price-at 10", StringComparison.Ordinal));
        Assert.Equal(3.25m, Price("--out", Output));
        Assert.Contains("acme.csv,Staffel B,price-at 10", File.ReadAllLines(columns));

        decimal Price(params string[] more)
        {
            var run = Journey.Of(["source", Places.Sample, "--qty", "100", "--offers", offers, "--as-of", Day, "--json", .. more]);
            Assert.True(run.Code == 0, run.Error);
            Assert.DoesNotContain(run.Json.GetProperty("diagnostics").EnumerateArray(), one => Purchases.Text(one, "code") == "offers.columns");
            return Assert.Single(Purchases.Of(run.Json.GetProperty("quantities")[0], "RFM95W-868S2").GetProperty("orders").EnumerateArray()).GetProperty("unitPrice").GetDecimal();
        }
    }

    [Fact]
    public void An_enquiry_asks_for_every_part_that_is_placed_and_named()
    {
        Source("10,100", "--annual", "5000", "--rfq", "Acme Parts", "--out", Output);
        var rows = Rows(Assert.Single(Directory.EnumerateFiles(Output, "enquiry-*.xlsx"))).ToArray();
        Assert.Equal(40, rows.Length);
        var diode = Assert.Single(rows, row => row["Asked MPN"] == "PESD5V0S1BA,115");
        Assert.Equal(("10000", "200"), (diode["Annual quantity"], diode["Release quantity"]));
    }

    [Fact]
    public void The_same_bytes_come_twice()
    {
        Source("10,1000", "--rfq", "Acme Parts", "--out", Output);
        var first = Directory.EnumerateFiles(Output).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), Convert.ToHexString(File.ReadAllBytes(path)))).ToArray();
        Directory.Delete(Output, recursive: true);
        Source("10,1000", "--rfq", "Acme Parts", "--out", Output);
        Assert.Equal(first, Directory.EnumerateFiles(Output).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), Convert.ToHexString(File.ReadAllBytes(path)))));
    }

    [Fact]
    public void Lines_of_text_fit_a_wide_terminal()
    {
        var run = Journey.Of("source", Places.Sample, "--qty", "1,1000", "--offers", SampleOffers, "--as-of", Day);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 160));
        Assert.DoesNotContain("1 products", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 product\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parts_list_alone_buys_the_same_as_text_and_as_workbook()
    {
        var csv = Path.Combine(Places.Sample, "sensor-node-bom.csv");
        var xlsx = Path.Combine(folder, "bom.xlsx");
        var table = Assert.Single(TableReader.Read(csv, File.ReadAllBytes(csv)).Sheets);
        File.WriteAllBytes(xlsx, WorkbookWriter.Write(new Sheet("BOM", [.. table.Rows[0].Cells.Select(cell => new SheetColumn(cell, 20))], [.. table.Rows.Skip(1).Select(row => row.Cells.Select(cell => SheetCell.Of(cell)).ToImmutableArray())])));
        var runs = new[] { csv, xlsx }.Select(path => Journey.Of("source", path, "--qty", "10,1000", "--offers", SampleOffers, "--as-of", Day, "--json")).ToArray();
        Assert.All(runs, run => Assert.True(run.Code == 0, run.Error));
        Assert.All(runs[0].Json.GetProperty("quantities").EnumerateArray(), Purchases.AssertAddUp);
        Assert.Equal(runs[0].Json.GetProperty("quantities").EnumerateArray().Select(one => one.GetProperty("purchases").GetRawText()), runs[1].Json.GetProperty("quantities").EnumerateArray().Select(one => one.GetProperty("purchases").GetRawText()));
        Assert.Equal(Sample().EnumerateArray().First().GetProperty("purchases").GetRawText(), runs[0].Json.GetProperty("quantities")[0].GetProperty("purchases").GetRawText());
    }

    [Fact]
    public void A_kit_of_boards_cables_and_packaging_is_bought_with_what_has_no_price_told()
    {
        var run = Journey.Of("source", Path.Combine(Places.Repository, "samples", "sensor-kit"), "--qty", "10,500", "--offers", SampleOffers, "--as-of", Day, "--json");
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains(run.Json.GetProperty("diagnostics").EnumerateArray(), one => Purchases.Text(one, "code") == "sourcing.unpriced" && Purchases.Text(one, "message").Contains("1551HBK", StringComparison.Ordinal));
        foreach (var quantity in run.Json.GetProperty("quantities").EnumerateArray())
        {
            Purchases.AssertAddUp(quantity);
            Assert.Equal(1, quantity.GetProperty("unpricedLines").GetInt32());
            Assert.Equal(quantity.GetProperty("quantity").GetInt64() * 2, Purchases.Of(quantity, "PTS810SJM250SMTRLFS").GetProperty("demand").GetInt64());
        }
    }

    private Journey Source(string quantities, params string[] more) => Journey.Of(["source", Places.Sample, "--qty", quantities, "--offers", SampleOffers, "--as-of", Day, "--json", .. more]);

    private JsonElement Sample(params string[] more)
    {
        var run = Source("10,100,1000", more);
        Assert.True(run.Code == 0, run.Error);
        return run.Json.GetProperty("quantities");
    }

    private string CopiedOffers()
    {
        var offers = Directory.CreateDirectory(Path.Combine(folder, "offers")).FullName;
        foreach (var file in Directory.EnumerateFiles(SampleOffers)) File.Copy(file, Path.Combine(offers, Path.GetFileName(file)));
        return offers;
    }

    /// <summary>The sheet as a supplier sends it back: one line with its words and one price at every quantity, all others as they were.</summary>
    private static void FillIn(string sheet, string reply, string mpn, Dictionary<string, string> words)
    {
        var table = TableReader.Read(sheet, File.ReadAllBytes(sheet)).Sheets[0];
        var headings = table.Rows[0].Cells;
        var rows = table.Rows.Skip(1).Select(row => headings.Select((heading, i) =>
        {
            var cell = i < row.Cells.Length ? row.Cells[i] : "";
            if (row.Cells[headings.IndexOf("MPN")] != mpn) return SheetCell.Of(cell);
            if (heading.StartsWith("Price ", StringComparison.Ordinal)) return SheetCell.Of(1.25m);
            return SheetCell.Of(words.GetValueOrDefault(heading, cell));
        }).ToImmutableArray());
        File.WriteAllBytes(reply, WorkbookWriter.Write(new Sheet("Enquiry", [.. headings.Select(heading => new SheetColumn(heading, 16))], [.. rows])));
    }

    private static Sheet Copy(Table sheet) => new(sheet.Name, [.. sheet.Rows[0].Cells.Select(cell => new SheetColumn(cell, 16))],
        [.. sheet.Rows.Skip(1).Select(row => sheet.Rows[0].Cells.Select((_, i) => SheetCell.Of(row[i])).ToImmutableArray())]);

    /// <summary>Cells by their headings, as the project's own reader finds them.</summary>
    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        var workbook = TableReader.Read(path, File.ReadAllBytes(path));
        Assert.Empty(workbook.Diagnostics);
        var rows = workbook.Sheets[0].Rows;
        return rows.Skip(1).Select(row => rows[0].Cells.Select((heading, i) => (heading, Cell: i < row.Cells.Length ? row.Cells[i] : "")).ToDictionary(one => one.heading, one => one.Cell, StringComparer.Ordinal));
    }
}

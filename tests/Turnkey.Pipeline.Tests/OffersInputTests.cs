using System.Text;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;

namespace Turnkey.Pipeline.Tests;

public sealed class OffersInputTests : IDisposable
{
    private static int made;
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"turnkey-offers-{Environment.ProcessId}-{Interlocked.Increment(ref made)}");

    public OffersInputTests() => Directory.CreateDirectory(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_folder_holds_lists_answers_columns_and_a_table_of_suppliers()
    {
        Write("acme.csv", "Item;Cost each\nX1;0.5\n");
        Write("columns.csv", "file,header,meaning\nacme.csv,Item,mpn\nacme.csv,Cost each,price\nacme.csv,=EUR,currency\n");
        Write("suppliers.csv", "name,retention_hours\nMouser,72\n");
        Write("answers/m_2026-11-20.json", """{"Errors":[],"SearchResults":{"Parts":[{"ManufacturerPartNumber":"X2","MouserPartNumber":"1-X2","PriceBreaks":[{"Quantity":1,"Price":"$0.40","Currency":"USD"}]}]}}""");
        Write("answers/countries.json", """{"elements":[]}""");
        var input = OffersInput.Read(folder, PackageLimits.Default);
        Assert.Equal([("acme", "X1", "EUR"), ("Mouser", "X2", "USD")], input.Book!.Offers.Select(one => (one.Supplier, one.Mpn!.Value.Text, one.Currency.Code)));
        Assert.Equal((new DateOnly(2026, 11, 20), "answers/m_2026-11-20.json"), (input.Book.Offers[1].Date!.Made!.Value, input.Book.Offers[1].Source));
        Assert.Equal(72, input.Suppliers.Find("Mouser")!.Retention.TotalHours);
        Assert.Equal("offers.no-answer", Assert.Single(input.Diagnostics).Code);
    }

    [Fact]
    public void A_broken_answer_is_told_with_its_place_and_what_to_do()
    {
        Write("answer.json", "{\"Errors\":[],\n\"SearchResults\":{\"Parts\":[{]");
        var told = Assert.Single(OffersInput.Read(folder, PackageLimits.Default).Diagnostics);
        Assert.Equal(("offers.json-damaged", Severity.Warning, "answer.json", 2), (told.Code, told.Severity, told.File, told.Line));
        Assert.Contains("line 2, byte 28", told.Message, StringComparison.Ordinal);
        Assert.Contains("save the supplier's answer anew", told.Message, StringComparison.Ordinal);
    }

    /// <summary>Whatever has happened to a workbook, it is not taken for a table without headings.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("<html><body><h1>502 Bad Gateway</h1></body></html>")]
    [InlineData("\0\u0001\u0002\u0003\u0080\u0090")]
    [InlineData("PK\u0003\u0004and nothing that follows")]
    public void A_workbook_that_cannot_be_opened_is_corrupt(string content)
    {
        File.WriteAllBytes(Path.Combine(folder, "list.xlsx"), Encoding.Latin1.GetBytes(content));
        var input = OffersInput.Read(folder, PackageLimits.Default);
        var told = Assert.Single(input.Diagnostics, one => one.Code == "table.corrupt");
        Assert.Equal((Severity.Error, "list.xlsx"), (told.Severity, told.File));
        Assert.StartsWith("the workbook is corrupt", told.Message, StringComparison.Ordinal);
        Assert.Contains("save it anew as XLSX or CSV", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(input.Diagnostics.Concat(input.Book!.Diagnostics), one => one.Code is "offers.no-header" or "table.empty" or "table.no-table");
    }

    [Fact]
    public void Text_under_a_workbooks_name_is_a_table_where_it_has_columns()
    {
        Write("list.xlsx", "MPN,Price,Currency\nX1,0.5,USD\n");
        var input = OffersInput.Read(folder, PackageLimits.Default);
        Assert.Single(input.Book!.Offers);
        Assert.Empty(input.Diagnostics);
    }

    [Fact]
    public void A_sheet_of_ours_that_comes_back_is_a_reply()
    {
        Write("reply.csv", Reply);
        var input = OffersInput.Read(folder, PackageLimits.Default);
        Assert.Equal([("Acme", "X-1", "Q-7"), ("Acme", "B-9", "Q-7")], input.Book!.Offers.Select(one => (one.Supplier, one.Mpn!.Value.Text, one.QuoteNumber)));
        var offer = input.Book.Offers[0];
        Assert.Equal((100L, 50L, 84, true, new DateOnly(2026, 3, 31)), (offer.Minimum, offer.Multiple, offer.LeadTimeDays, offer.NonCancellable, offer.Date!.Until));
        Assert.Equal([(100L, 0.10m), (1000L, 0.08m)], offer.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
        Assert.Equal(["enquiry.reply", "enquiry.no-record", "enquiry.other-part", "enquiry.quantity-dropped", "enquiry.no-bid"], input.Diagnostics.Select(one => one.Code));
        Assert.Contains("2 of 3 lines are bid for, 0 with an approved alternate, 1 with another part", input.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(("reply.csv", 3), (input.Diagnostics[2].File, input.Diagnostics[2].Line));
    }

    [Fact]
    public void A_list_beside_a_reply_stays_a_list()
    {
        Write("reply.csv", Reply);
        Write("list.csv", "MPN,Price,Currency,Line\nX1,0.5,USD,1\n");
        Assert.Equal(["list", "Acme", "Acme"], OffersInput.Read(folder, PackageLimits.Default).Book!.Offers.Select(one => one.Supplier));
    }

    private const string Reply =
        "Line;Our reference;Asked MPN;Approved alternates;Annual quantity;Release quantity;Supplier;MPN;Currency;Price @ 100;Price @ 1000;MOQ;Order multiple;Lead time weeks;NCNR;Valid until;Quote number\n" +
        "1;L1;X-1;Beta B-1;1000;100;Acme;X-1;USD;0.10;0.08;100;50;12;yes;2026-03-31;Q-7\n2;L2;X-2;;500;50;Acme;B-9;USD;0.2;;100;;;no;2026-03-31;Q-7\n3;L3;X-3;;500;50;Acme;X-3;USD;;;;;;;;\n";

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Tests;

public sealed class ColumnMappingsTests
{
    private static readonly string[][] List =
    [
        ["Item", "Ref", "Stk", "K1", "K2", "Frei"],
        ["AC-1", "4711", "500", "1,20", "0,95", "x"],
    ];

    [Fact]
    public void Remembered_meanings_go_before_the_vocabulary()
    {
        var book = Read(List, "acme*.csv,Item,mpn", "acme*.csv,Ref,supplier-code", "acme*.csv,Stk,stock", "acme*.csv,K1,price-at 1", "acme*.csv,K2,price-at 100", "*,=EUR,currency", "*,=Acme GmbH,supplier");
        var offer = Assert.Single(book.Offers);
        Assert.Equal(("Acme GmbH", "AC-1", "4711", 500L, "EUR"), (offer.Supplier, offer.Mpn!.Value.Text, offer.SupplierCode!.Value.Text, offer.Stock, offer.Currency.Code));
        Assert.Equal([(1L, 1.20m), (100L, 0.95m)], offer.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
    }

    [Fact]
    public void Without_them_the_list_is_not_understood() => Assert.Empty(Read(List).Offers);

    [Fact]
    public void They_hold_for_the_files_they_name() => Assert.Empty(Read(List, "other.csv,Item,mpn", "other.csv,K1,price", "*,=EUR,currency").Offers);

    [Fact]
    public void A_column_can_be_ignored() =>
        Assert.Null(Assert.Single(Read([["MPN", "Price", "Stock"], ["X1", "1.5", "99"]], "*,Stock,ignore", "*,=USD,currency").Offers).Stock);

    [Fact]
    public void Columns_in_pairs_can_be_told() => Assert.Equal([(5L, 2m), (50L, 1m)],
        Assert.Single(Read([["MPN", "from a", "at a", "from b", "at b"], ["X1", "5", "2", "50", "1"]], "*,from a,quantity 1", "*,at a,price 1", "*,from b,quantity 2", "*,at b,price 2", "*,=USD,currency").Offers)
            .Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));

    [Fact]
    public void What_was_understood_is_written_out_and_read_back_the_same()
    {
        string[][] list = [["Supplier", "MPN", "Description", "Odd, one", "Currency", "Price @ 10", "Price @ 100", "MOQ"], ["S", "X1", "", "", "USD", "2", "1", "10"]];
        var first = Read(list);
        var table = Assert.Single(first.Understood);
        Assert.Equal(["supplier", "mpn", "description", "", "currency", "price-at 10", "price-at 100", "minimum"], table.Columns.Select(column => column.Meaning));
        var written = ColumnMappings.Write(first.Understood);
        Assert.Contains("acme_2026.csv,\"Odd, one\",\n", written, StringComparison.Ordinal);
        var rows = written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(row => !row.Contains("Odd", StringComparison.Ordinal)).ToArray();
        var again = Read(list, rows);
        Assert.Equal(first.Offers[0].Breaks, again.Offers[0].Breaks);
        Assert.Equal(first.Offers[0] with { Breaks = again.Offers[0].Breaks }, again.Offers[0]);
        Assert.Equal(written, ColumnMappings.Write(again.Understood));
    }

    [Theory]
    [InlineData("Preis/1000", "price", 0.002)]
    [InlineData("Preis/1000", "price/1", 2)]
    [InlineData("Preis/1000", "price/100", 0.02)]
    [InlineData("K1", "price/1000", 0.002)]
    [InlineData("K1", "price", 2)]
    public void A_told_price_is_for_what_the_mapping_says_and_else_for_what_the_heading_says(string heading, string meaning, double each) =>
        Assert.Equal((decimal)each, Assert.Single(Read([["MPN", heading], ["X1", "2"]], $"*,{heading},{meaning}", "*,=USD,currency").Offers).Breaks[0].UnitPrice.Amount);

    [Fact]
    public void A_price_told_to_hold_from_a_thousand_on_is_none_per_thousand() =>
        Assert.Equal((1000L, 2m), Assert.Single(Read([["MPN", "Preis/1000"], ["X1", "2"]], "*,Preis/1000,price-at 1000", "*,=USD,currency").Offers).Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)).Single());

    [Fact]
    public void What_a_price_is_for_is_remembered()
    {
        string[][] list = [["MPN", "Price/1000", "Currency"], ["X1", "2", "USD"]];
        var first = Read(list);
        Assert.Equal(["mpn", "price/1000", "currency"], first.Understood[0].Columns.Select(column => column.Meaning));
        var again = Read(list, ColumnMappings.Write(first.Understood).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]);
        Assert.Equal(first.Offers[0].Breaks, again.Offers[0].Breaks);
    }

    [Theory]
    [InlineData("*,MPN,mpn/1000")]
    [InlineData("*,Price,price/0")]
    [InlineData("*,Price,price/dozen")]
    [InlineData("*,MPN,banana")]
    [InlineData("*,=EUR,price")]
    [InlineData("*,MPN,price-at 0")]
    public void A_meaning_that_is_none_is_told(string row) =>
        Assert.Equal("offers.columns", Assert.Single(ColumnMappings.Read(Table([["file", "header", "meaning"], row.Split(',')])).Diagnostics).Code);

    [Theory]
    [InlineData("acme*.csv", "ACME_2026.csv", true)]
    [InlineData("*", "x", true)]
    [InlineData("a*b*c", "aXXbYYc", true)]
    [InlineData("a*b*c", "aXXbYY", false)]
    [InlineData("acme.csv", "acme.csv.bak", false)]
    public void A_star_stands_for_any_characters(string pattern, string name, bool matches) => Assert.Equal(matches, ColumnMappings.Matches(pattern, name));

    [Fact]
    public void A_hostile_pattern_ends() => Assert.False(ColumnMappings.Matches(string.Concat(Enumerable.Repeat("a*", 2000)) + "b", new string('a', 5000)));

    private static OfferBook Read(string[][] list, params string[] mappings) => OfferBookReader.Read([new OfferTable("lists/acme_2026.csv", "", list)], "",
        mappings.Length == 0 ? ColumnMappings.None : ColumnMappings.Read(Table([["file", "header", "meaning"], .. mappings.Select(row => row.Split(','))])).Mappings);

    private static OfferTable Table(string[][] rows) => new("columns.csv", "", rows);
}

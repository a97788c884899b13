using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Tests.Offers;

/// <summary>What a price cell says beside its number is used, or the offer is refused and the cell named.</summary>
public sealed class PriceCellTests
{
    [Theory]
    [InlineData("$1.10/100", "0.011")]
    [InlineData("1.10 / 1000", "0.0011")]
    [InlineData("1.10 per 100", "0.011")]
    [InlineData("1.10 USD per 100 pcs", "0.011")]
    [InlineData("1.10/50", "0.022")]
    [InlineData("1.10/k", "0.0011")]
    [InlineData("1.10 pro 1.000 Stück", "0.0011")]
    [InlineData("1.10/pc", "1.10")]
    [InlineData("1.10 ea", "1.10")]
    [InlineData("1.10 per piece", "1.10")]
    [InlineData("USD 1.10", "1.10")]
    [InlineData("1.10 (valid until 11/26)", "1.10")]
    public void A_price_is_for_as_many_pieces_as_its_cell_says(string cell, string each)
    {
        var book = Read("MPN|Price|Currency", $"X1|{cell}|USD");
        Assert.Equal(decimal.Parse(each, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(book.Offers).Breaks[0].UnitPrice.Amount);
        Assert.DoesNotContain(book.Diagnostics, one => one.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("1.10 EUR", "USD", "offers.currency-differs")]
    [InlineData("€1.10", "USD", "offers.currency-differs")]
    [InlineData("$1.10", "EUR", "offers.currency-differs")]
    [InlineData("1.10/m", "USD", "offers.price-unit")]
    [InlineData("1.10 per metre", "USD", "offers.price-unit")]
    [InlineData("1.10/0", "USD", "offers.price-unit")]
    public void A_cell_that_contradicts_the_row_or_is_not_understood_refuses_the_offer_and_is_named(string cell, string currency, string code)
    {
        var book = Read("MPN|Price|Currency", $"X1|{cell}|{currency}");
        Assert.Empty(book.Offers);
        var said = Assert.Single(book.Diagnostics, one => one.Severity == Severity.Error);
        Assert.Equal((code, 2), (said.Code, said.Line));
        Assert.Contains($"'{cell}' under 'Price'", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sign_of_dollars_is_that_of_other_dollars_too() => Assert.Equal("CAD", Assert.Single(Read("MPN|Price|Currency", "X1|$1.10|CAD").Offers).Currency.Code);

    [Fact]
    public void A_cell_and_its_column_agree_on_the_number_of_pieces_or_the_offer_is_refused()
    {
        Assert.Equal(0.0011m, Assert.Single(Read("MPN|Price/1000|Currency", "X1|1.10/1000|USD").Offers).Breaks[0].UnitPrice.Amount);
        Assert.Equal("offers.price-unit-differs", Assert.Single(Read("MPN|Price/1000|Currency", "X1|1.10/100|USD").Diagnostics, one => one.Severity == Severity.Error).Code);
        Assert.Equal("offers.price-unit-differs", Assert.Single(Read("MPN|Price|Per|Currency", "X1|1.10/100|10|USD").Diagnostics, one => one.Severity == Severity.Error).Code);
    }

    [Theory]
    [InlineData("1e6", 1_000_000)]
    [InlineData("1.5E+3", 1_500)]
    [InlineData("2,5e4", 25_000)]
    public void A_number_with_an_exponent_is_read_whole(string stock, long pieces) => Assert.Equal(pieces, Assert.Single(Read("MPN|Stock|Price|Currency", $"X1|{stock}|0.5|USD").Offers).Stock);

    [Fact]
    public void A_price_with_an_exponent_is_read_whole() => Assert.Equal(0.001m, Assert.Single(Read("MPN|Price|Currency", "X1|1e-3|USD").Offers).Breaks[0].UnitPrice.Amount);

    [Theory]
    [InlineData("0.0000001")]
    [InlineData("99999999999999999999")]
    public void A_price_that_no_part_has_is_left_out_and_named(string price)
    {
        var book = Read("MPN|1|100|Currency", $"X1|{price}|0.5|USD");
        Assert.Equal([100L], Assert.Single(book.Offers).Breaks.Select(one => one.Quantity));
        Assert.Contains($"'{price}' under '1'", Assert.Single(book.Diagnostics, one => one.Code == "offers.price-out-of-range").Message, StringComparison.Ordinal);
    }

    private static OfferBook Read(params string[] rows) => OfferBookReader.Read([new OfferTable("list.csv", "", [.. rows.Select(row => (IReadOnlyList<string>)row.Split('|'))])], "");
}

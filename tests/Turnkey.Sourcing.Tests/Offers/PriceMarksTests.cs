using System.Globalization;
using FsCheck.Fluent;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Offers.Reading;
using Turnkey.Sourcing.Tests.Scrub;

namespace Turnkey.Sourcing.Tests.Offers;

public sealed class PriceMarksTests
{
    [Theory]
    [InlineData("0,25", "0.25")]
    [InlineData("2.20", "2.20")]
    [InlineData("$ 3.10", "3.10")]
    [InlineData("0.250", "0.250")]
    [InlineData("0,001234", "0.001234")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1'234.50", "1234.50")]
    [InlineData("1 234,50 €", "1234.50")]
    [InlineData("12 345", "12345")]
    [InlineData("1234.567", "1234.567")]
    [InlineData(".25", "0.25")]
    [InlineData("Rs.250", "250")]
    [InlineData("5,-", "5")]
    [InlineData("0.25 100 pcs", "0.25")]
    [InlineData("US-$ 4", "4")]
    public void A_number_that_can_be_read_in_one_way_is_read_so(string cell, string value)
    {
        var number = WrittenAmount.Of(cell);
        Assert.Equal((NumberState.Certain, decimal.Parse(value, CultureInfo.InvariantCulture)), (number.State, number.Value));
    }

    [Theory]
    [InlineData("1,234", 1234, "1.234")]
    [InlineData("1.234", 1234, "1.234")]
    [InlineData("12.345 EUR", 12345, "12.345")]
    public void One_mark_before_three_digits_can_mean_either(string cell, int grouped, string withDecimals)
    {
        var number = WrittenAmount.Of(cell);
        Assert.Equal((NumberState.Ambiguous, (decimal)grouped, decimal.Parse(withDecimals, CultureInfo.InvariantCulture)), (number.State, number.Value, number.WithDecimals));
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1,23,456")]
    [InlineData("1.234,567,890")]
    [InlineData("0,123,456")]
    [InlineData("12345,678.9")]
    public void Marks_that_are_no_grouping_make_no_number(string cell) => Assert.Equal(NumberState.Unreadable, WrittenAmount.Of(cell).State);

    [Theory]
    [InlineData("-2")]
    [InlineData("$-2.00")]
    [InlineData("- USD 2")]
    [InlineData("2.00-")]
    [InlineData("(2.00)")]
    public void Less_than_nothing_is_told_in_every_writing(string cell) => Assert.Equal(NumberState.Negative, WrittenAmount.Of(cell).State);

    [Theory]
    [InlineData("n/a - see note 5")]
    [InlineData("on request")]
    [InlineData("")]
    public void Words_are_no_amount(string cell) => Assert.Equal(NumberState.None, WrittenAmount.Of(cell).State);

    /// <summary>However a value is written, it is never read as another one for certain; and only one mark before three digits is left open.</summary>
    [Fact]
    public void A_written_value_is_never_read_as_another() => Laws.Hold(
        from units in Gen.Choose(0, 9_999_999)
        from places in Gen.Choose(0, 6)
        from scale in Gen.Choose(0, 999_999)
        from mark in Gen.Elements('.', ',')
        from grouping in Gen.Elements("", "'", " ", "\u00a0", ".", ",")
        from around in Gen.Elements("{0}", "$ {0}", "{0} €", "USD {0}", " {0} ")
        select (units, places, scale, mark, grouping, around), written =>
        {
            var (units, places, scale, mark, grouping, around) = written;
            if (grouping == mark.ToString()) return;
            var below = places == 0 ? "" : (scale % (int)Math.Pow(10, places)).ToString(CultureInfo.InvariantCulture).PadLeft(places, '0');
            var value = decimal.Parse(places == 0 ? $"{units}" : $"{units}.{below}", CultureInfo.InvariantCulture);
            var whole = units.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", grouping, StringComparison.Ordinal);
            var number = WrittenAmount.Of(string.Format(CultureInfo.InvariantCulture, around, places == 0 ? whole : $"{whole}{mark}{below}"));
            if (number.State == NumberState.Ambiguous) Assert.True(number.Value == value || number.WithDecimals == value);
            else Assert.Equal((NumberState.Certain, value), (number.State, number.Value));
            Assert.Equal(number.State == NumberState.Ambiguous, units is > 0 and < 1000 && places == 3 || (grouping is "." or "," && places == 0 && units is >= 1000 and < 1_000_000));
        });

    [Fact]
    public void No_text_breaks_the_reading() => Laws.Hold(Laws.CellLikeText, text => Assert.True(WrittenAmount.Of(text).Value >= 0));

    [Theory]
    [InlineData("0,5", "1.234")]
    [InlineData("0.5", "1234")]
    public void A_cell_that_can_mean_two_things_follows_its_column(string other, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), OfferBookReaderTests.Read("MPN;Price;Currency", "X1;1,234;EUR", $"X2;{other};EUR").Offers[0].Breaks[0].UnitPrice.Amount);

    [Fact]
    public void A_column_that_does_not_tell_follows_the_lists_others() =>
        Assert.Equal([1.234m, 0.9m], OfferBookReaderTests.Read("MPN;1;1000;Currency", "X1;1,234;0,9;EUR").Offers[0].Breaks.Select(one => one.UnitPrice.Amount));

    [Fact]
    public void Each_cell_of_a_mixed_list_is_read_as_itself()
    {
        var book = OfferBookReaderTests.Read("MPN;Price;Currency", "X1;0,25;USD", "X2;0,31;USD", "X3;2.20;USD", "X4;$ 3.10;USD");
        Assert.Equal([0.25m, 0.31m, 2.20m, 3.10m], book.Offers.Select(offer => offer.Breaks[0].UnitPrice.Amount));
        Assert.Empty(book.Diagnostics);
    }

    [Theory]
    [InlineData("1,234", "'1,234' under 'Price' can be 1234 and 1.234")]
    [InlineData("1,234;2,345", "no other price of the list tells which")]
    [InlineData("1,234;0,25;2.20", "use both decimal marks")]
    public void What_nothing_decides_is_refused_with_its_cell_and_what_to_do(string prices, string said)
    {
        var book = OfferBookReaderTests.Read(["MPN;Price;Currency", .. prices.Split(';').Select((price, i) => $"X{i};{price};USD")]);
        Assert.DoesNotContain(book.Offers, offer => offer.Mpn!.Value.Text == "X0");
        var told = book.Diagnostics.First(one => one.Code == "offers.ambiguous-price");
        Assert.Equal((Severity.Error, 2), (told.Severity, told.Line));
        Assert.Contains(said, told.Message, StringComparison.Ordinal);
        Assert.Contains("write it without grouping", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_of_a_workbook_is_never_interpreted_and_tells_nothing_of_the_text_beside_it()
    {
        OfferBook Read(params CellRow[] rows) => OfferBookReader.Read([new OfferTable("list.xlsx", "", [["MPN", "Price", "Currency"], .. rows])], "");
        CellRow Number(string mpn, string price) => new([mpn, price, "USD"], [1]);
        CellRow Text(string mpn, string price) => new([mpn, price, "USD"], []);
        Assert.Equal([0.25m, 2.2m, 1.234m, 1234m], Read(Text("X1", "0,25"), Number("X2", "2.2"), Number("X3", "1.234"), Number("X4", "1234")).Offers.Select(offer => offer.Breaks[0].UnitPrice.Amount));
        Assert.Contains(Read(Number("X2", "2.25"), Text("X1", "1,234")).Diagnostics, one => one.Code == "offers.ambiguous-price");
        Assert.Equal("offers.negative-price", Assert.Single(Read(Number("X2", "-2.25")).Diagnostics).Code);
    }

    [Theory]
    [InlineData("1,0.5;100,-2")]
    [InlineData("1,-2;100,0.5")]
    public void An_offer_with_a_price_below_nothing_is_refused_whole(string breaks)
    {
        var book = OfferBookReaderTests.Read(["MPN|Qty|Price|Currency", .. breaks.Split(';').Select(one => $"X1|{one.Split(',')[0]}|{one.Split(',')[1]}|USD"), "X2|1|0.5|USD"]);
        Assert.Equal("X2", Assert.Single(book.Offers).Mpn!.Value.Text);
        var told = Assert.Single(book.Diagnostics);
        Assert.Equal(("offers.negative-price", Severity.Error, Array.FindIndex(breaks.Split(';'), one => one.Contains('-', StringComparison.Ordinal)) + 2), (told.Code, told.Severity, told.Line));
    }

    [Fact]
    public void Of_prices_side_by_side_one_below_nothing_refuses_the_offer() =>
        Assert.Empty(OfferBookReaderTests.Read("MPN;1;100;Currency", "X1;2.00;-1.50;USD").Offers);

    [Theory]
    [InlineData("2.5", null)]
    [InlineData("1.50 weeks", null)]
    [InlineData("3.000", 3000L)]
    [InlineData("3,000", 3000L)]
    [InlineData("3000.00", 3000L)]
    [InlineData("1 234 pcs", 1234L)]
    public void Pieces_are_whole(string cell, long? pieces) => Assert.Equal(pieces, NumberColumn.Whole(cell));
}

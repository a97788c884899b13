using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Tests;

public sealed class OfferBookReaderTests
{
    [Fact]
    public void One_row_per_part_with_breaks_in_columns()
    {
        var offer = Assert.Single(Read("Supplier;Manufacturer;MPN;SKU;Currency;MOQ;Multiple;Stock;Lead time (weeks);Valid until;1;10;100;1000+",
            "Acme;TI;TLV70033DDCR;A-1;USD;5;5;12000;8;2026-12-31;0.50;0.40;0.30;0.20").Offers);
        Assert.Equal(("Acme", "TI", "TLV70033DDCR", "A-1"), (offer.Supplier, offer.Manufacturer, offer.Mpn!.Value.Text, offer.SupplierCode!.Value.Text));
        Assert.Equal((5L, 5L, 12000L, 56), (offer.Minimum, offer.Multiple, offer.Stock, offer.LeadTimeDays));
        Assert.Equal([(1L, 0.50m), (10L, 0.40m), (100L, 0.30m), (1000L, 0.20m)], offer.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
        Assert.Equal(PriceBasis.Offer, offer.Basis);
        Assert.Equal(("list.csv", 2), (offer.Source, offer.Row));
    }

    [Fact]
    public void Breaks_in_rows_are_one_offer_and_without_a_date_a_price_list()
    {
        var offer = Assert.Single(Read("Part number;Qty;Unit price (EUR)", "X1;1;1,50", "X1;100;1,20", "X1;1.000;0,90").Offers);
        Assert.Equal([(1L, 1.50m), (100L, 1.20m), (1000L, 0.90m)], offer.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
        Assert.Equal(Currency.Eur, offer.Currency);
        Assert.Equal(PriceBasis.PriceList, offer.Basis);
        Assert.Equal("list", offer.Supplier);
    }

    [Fact]
    public void Breaks_in_pairs_of_columns()
    {
        var offer = Assert.Single(Read("MPN;Qty 1;Price 1;Qty 2;Price 2", "X1;1;$0.10;250;$0.05").Offers);
        Assert.Equal([(1L, 0.10m), (250L, 0.05m)], offer.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
    }

    [Fact]
    public void Breaks_in_one_cell()
    {
        var offer = Assert.Single(Read("MPN|Price breaks|Currency", "X1|1: 0.10; 10: 0.08; 1000: 0.05|USD").Offers);
        Assert.Equal([(1L, 0.10m), (10L, 0.08m), (1000L, 0.05m)], offer.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
    }

    [Fact]
    public void A_price_per_hundred_is_divided_and_numbered_price_columns_are_breaks()
    {
        Assert.Equal(0.0123m, Read("MPN;Price;Per;Currency", "X1;1.23;100;USD").Offers[0].Breaks[0].UnitPrice.Amount);
        Assert.Equal([(1L, 0.5m), (100L, 0.4m)], Read("MPN;Price 1;Price 100;Currency", "X1;0.5;0.4;USD").Offers[0].Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
    }

    [Theory]
    [InlineData("Price/1000")]
    [InlineData("Price / 1.000 pcs")]
    [InlineData("Price per 1000")]
    [InlineData("Unit Price (per 1k pcs)")]
    [InlineData("Price/k")]
    [InlineData("Price/M")]
    [InlineData("Preis pro 1000")]
    [InlineData("Preis je 1000 Stück")]
    [InlineData("Preis pro Tausend")]
    [InlineData("USD/1000")]
    [InlineData("$/Mpcs")]
    public void A_heading_says_that_a_price_is_for_a_thousand(string heading)
    {
        var one = Assert.Single(Assert.Single(Read($"MPN;{heading};Currency", "X1;2.50;USD").Offers).Breaks);
        Assert.Equal((1L, 0.0025m), (one.Quantity, one.UnitPrice.Amount));
    }

    [Theory]
    [InlineData("Price/100", "0.025")]
    [InlineData("Preis pro 100", "0.025")]
    [InlineData("Price/pc", "2.5")]
    [InlineData("Price per unit", "2.5")]
    [InlineData("EUR/Stück", "2.5")]
    public void A_price_is_for_as_many_pieces_as_its_heading_says(string heading, string each) =>
        Assert.Equal(decimal.Parse(each, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(Read($"MPN;{heading};Currency", "X1;2.50;USD").Offers).Breaks[0].UnitPrice.Amount);

    [Theory]
    [InlineData("Price @ 1000")]
    [InlineData("Price 1000")]
    [InlineData("1000+")]
    [InlineData("1000 pcs")]
    public void A_quantity_in_a_heading_is_a_break_where_no_word_makes_it_a_unit(string heading)
    {
        var one = Assert.Single(Assert.Single(Read($"MPN;{heading};Currency", "X1;2.50;USD").Offers).Breaks);
        Assert.Equal((1000L, 2.50m), (one.Quantity, one.UnitPrice.Amount));
    }

    [Fact]
    public void Prices_for_several_quantities_side_by_side_are_breaks() =>
        Assert.Equal([(1L, 0.5m), (100L, 0.4m)], Read("MPN;Price/1;Price/100;Currency", "X1;0.5;0.4;USD").Offers[0].Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));

    [Fact]
    public void Breaks_can_be_prices_per_thousand() =>
        Assert.Equal([(5000L, 0.002m), (10000L, 0.0015m)], Read("MPN;5000+ (USD/1000);10000+ (USD/1000)", "X1;2;1.5").Offers[0].Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));

    [Fact]
    public void A_price_per_reel_is_divided_by_the_size_of_the_reel_and_left_out_where_nobody_says_it()
    {
        var book = Read("MPN;Price per reel;Qty/reel;Reel size;Currency", "X1;50;;5000;USD", "X2;50;;;USD");
        Assert.Equal(0.01m, Assert.Single(book.Offers).Breaks[0].UnitPrice.Amount);
        Assert.Equal("offers.reel-size", Assert.Single(book.Diagnostics, diagnostic => diagnostic.Severity == Severity.Warning).Code);
    }

    [Fact]
    public void A_price_per_area_is_no_price_per_thousand() =>
        Assert.True(Assert.Single(Read("Layers;Quantity;Price per M2;Currency", "4;10;80;USD").Boards).PerArea);

    [Fact]
    public void The_header_is_found_below_a_title_block() =>
        Assert.Single(Read("Quotation 4711;;", ";;", "MPN;Price;Currency", "X1;0.5;USD").Offers);

    [Fact]
    public void The_decimal_mark_is_that_of_the_whole_table()
    {
        var offers = Read("MPN;Price;Currency", "X1;1,234;EUR", "X2;0,5;EUR").Offers;
        Assert.Equal([1.234m, 0.5m], offers.Select(offer => offer.Breaks[0].UnitPrice.Amount));
        Assert.Equal(1234.50m, Read("MPN;Price;Currency", "X1;1,234.50;USD").Offers[0].Breaks[0].UnitPrice.Amount);
    }

    [Theory]
    [InlineData("MPN;Price", "X1;0.5", "offers.unknown-currency")]
    [InlineData("MPN;Price;Currency", "X1;0.5;XXX", "offers.unknown-currency")]
    [InlineData("MPN;Price;Currency", "X1;0;USD", "offers.no-price")]
    [InlineData("MPN;Price;Currency", ";0.5;USD", "offers.no-part")]
    [InlineData("MPN;Price;Currency;Valid until", "X1;0.5;USD;01/02/2026", "offers.date")]
    [InlineData("Name;Address", "a;b", "offers.no-header")]
    [InlineData("Layers;Qty;Price", "4;10;5", "offers.unknown-currency")]
    public void What_cannot_be_used_is_said_with_its_row(string header, string row, string code) =>
        Assert.Contains(Read(header, row).Diagnostics, diagnostic => diagnostic.Code == code && diagnostic.File == "list.csv" && diagnostic.Line > 0);

    [Fact]
    public void A_table_with_layers_is_a_board_price_matrix()
    {
        var rows = Read("Layers;Max area (cm2);Finish;Currency;Set-up;Lead time days;10;100", "4;50;ENIG;USD;120;7;9.80;3.10").Boards;
        Assert.Equal([(10L, 9.80m), (100L, 3.10m)], rows.Select(row => (row.Quantity, row.UnitPrice.Amount)));
        Assert.All(rows, row => Assert.Equal((4, 5000m, "ENIG", 120m, 7), (row.Layers, row.LargestArea, row.Finish, row.SetUp.Amount, row.LeadTimeDays)));
    }

    [Fact]
    public void What_else_a_quotation_says_is_kept()
    {
        var offer = Assert.Single(Read("MPN|Price|Currency|Packaging|Reeling fee|Country of origin|HTS|NCNR|Lifecycle|LTB date|Channel|Quote number|Customer|Date|Valid until|Description",
            "X1|0.5|USD|Cut Tape (CT)|7.00|China mainland|8532.24.00|Yes|Last Time Buy|2027-03-31|Authorized|Q-77|Acme|2026-10-01|2026-12-31|CAP 100NF").Offers);
        Assert.Equal((Packaging.CutTape, 7m, "CN", "8532.24.00", true), (offer.Packaging, offer.ReelingFee!.Value.Amount, offer.Origin, offer.TariffCode, offer.NonCancellable));
        Assert.Equal((Lifecycle.EndOfLife, new DateOnly(2027, 3, 31), SupplyChannel.Franchised), (offer.Lifecycle, offer.LastBuy, offer.Channel));
        Assert.Equal(("Q-77", "Acme", "CAP 100NF"), (offer.QuoteNumber, offer.Customer, offer.Description));
        Assert.Equal(new OfferDate(new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), offer.Date);
    }

    [Fact]
    public void What_is_not_said_is_unknown_and_not_one_or_nothing()
    {
        var offer = Assert.Single(Read("MPN;Currency;10;100", "X1;USD;0.5;0.4").Offers);
        Assert.Equal(((long?)null, (long?)null, (long?)null, (string?)null, (bool?)null), (offer.Minimum, offer.Multiple, offer.Stock, offer.Origin, offer.NonCancellable));
        Assert.Equal((Packaging.Unknown, Lifecycle.Unknown, SupplyChannel.Unknown), (offer.Packaging, offer.Lifecycle, offer.Channel));
        Assert.Equal(10, offer.LeastOrder);
    }

    [Fact]
    public void A_table_with_owners_is_a_stock_list()
    {
        var book = Read("Owner;MPN;Stock;Unit value;Currency", "ours;X1;500;0,02;EUR", "Acme;X2;40;;", "customer;X3;0;;", ";X4;10;;");
        Assert.Equal([(StockOwner.Ours, "", "X1", 500L), (StockOwner.Customers, "Acme", "X2", 40L)], book.Stock.Select(one => (one.Owner, one.Customer, one.Mpn.Text, one.Quantity)));
        Assert.Equal(0.02m, book.Stock[0].UnitValue!.Value.Amount);
        Assert.Equal(["offers.no-stock", "offers.no-owner"], book.Diagnostics.Select(one => one.Code));
        Assert.Empty(book.Offers);
    }

    [Theory]
    [InlineData("12 wks", 84)]
    [InlineData("16-20 weeks", 140)]
    [InlineData("3 months", 90)]
    [InlineData("10", 10)]
    [InlineData("178 Days", 178)]
    [InlineData("soon", null)]
    public void Lead_times_are_read_with_their_unit_and_ranges_at_their_end(string written, int? days) =>
        Assert.Equal(days, Read("MPN|Price|Currency|Lead time", $"X1|1|USD|{written}").Offers[0].LeadTimeDays);

    [Theory]
    [InlineData("1.5K", 1500L)]
    [InlineData("Out of stock", 0L)]
    [InlineData("-5", 0L)]
    [InlineData("on request", null)]
    public void Stock_is_read_in_thousands_and_words(string written, long? pieces) =>
        Assert.Equal(pieces, Read("MPN|Price|Currency|Stock", $"X1|1|USD|{written}").Offers[0].Stock);

    [Fact]
    public void Rows_of_a_part_with_other_stock_or_origin_are_offers_of_their_own()
    {
        var offers = Read("Supplier;MPN;Qty;Price;Currency;Stock;Origin;Lead time days", "A;X1;1;0.20;USD;2000;TW;", "A;X1;100;0.18;USD;2000;TW;", "A;X1;1;0.10;USD;5;CN;90").Offers;
        Assert.Equal([(2000L, "TW", 2), (5L, "CN", 1)], offers.Select(offer => (offer.Stock!.Value, offer.Origin!, offer.Breaks.Length)));
    }

    [Theory]
    [InlineData("Taiwan, China", "TW")]
    [InlineData("usa", "US")]
    [InlineData("DE", "DE")]
    [InlineData("Viet Nam", "VN")]
    [InlineData("Atlantis", null)]
    public void Countries_are_known_by_code_and_name(string written, string? code) =>
        Assert.Equal(code, Read("MPN|Price|Currency|Origin", $"X1|1|USD|{written}").Offers[0].Origin);

    [Fact]
    public void No_table_breaks_it()
    {
        var random = new Random(11);
        string[] words = ["MPN", "Price", "Qty 1", "Price 1", "1", "10", "USD", "-5", "1e9", "99999999999999999999", "", "€", "Layers", "2026-13-45", ",,,", "0,5", "Currency", "MOQ", "per"];
        for (var i = 0; i < 3000; i++)
        {
            string[][] rows = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, random.Next(7)).Select(_ => words[random.Next(words.Length)]).ToArray())];
            var book = OfferBookReader.Read([new OfferTable("x.csv", "", rows)], "");
            Assert.All(book.Offers, offer => Assert.True(offer.Breaks.Length > 0 && offer.Breaks.All(one => one.UnitPrice.Amount > 0)));
        }
    }

    internal static OfferBook Read(params string[] lines) => OfferBookReader.Read(
        [new OfferTable("list.csv", "", [.. lines.Select(line => (IReadOnlyList<string>)line.Split(line.Contains('|', StringComparison.Ordinal) ? '|' : ';'))])], "hash");
}

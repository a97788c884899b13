using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Sourcing.Tests.Suppliers;

public sealed class InterfaceTests
{
    [Fact]
    public void Each_packaging_of_Digi_Key_is_an_offer()
    {
        var answer = Answers.Read("Digi-Key", "AC-0603X105", "digikey-keyword.json");
        Assert.Equal(SupplierOutcome.Answered, answer.Outcome);
        Assert.Equal([("900-AC0603X105TR-ND", Packaging.Reel), ("900-AC0603X105CT-ND", Packaging.CutTape), ("900-AC0603X105DKR-ND", Packaging.CustomReel)],
            answer.Offers.Select(one => (one.SupplierCode!.Value.Text, one.Packaging)));
        var reel = answer.Offers[0];
        Assert.Equal((4000, 4000, 36_000, 112), (reel.Minimum, reel.Multiple, reel.Stock, reel.LeadTimeDays));
        Assert.Equal([(4000L, 0.0125m), (8000L, 0.0119m)], reel.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
        Assert.All(answer.Offers, one => Assert.Equal(("Digi-Key", "Acme Passives", "EUR", "8532.24.0020", true), (one.Supplier, one.Manufacturer, one.Currency.Code, one.TariffCode, one.NonCancellable)));
        Assert.All(answer.Offers, one => Assert.Equal((Lifecycle.EndOfLife, new DateOnly(2027, 3, 31)), (one.Lifecycle, one.LastBuy)));
        Assert.All(answer.Offers, one => Assert.Equal(new OfferDate(Answers.Today, null), one.Date));
        Assert.Null(reel.Origin);
    }

    [Fact]
    public void Prices_of_the_own_account_go_before_the_standard_ones() =>
        Assert.Equal(0.08m, Assert.Single(Answers.Read("Digi-Key", "AC-0603X105", "digikey-keyword.json").Offers[1].Breaks).UnitPrice.Amount);

    [Fact]
    public void A_reeling_fee_belongs_to_the_reel_that_is_wound_and_a_market_place_is_no_franchise()
    {
        var offers = Answers.Read("Digi-Key", "AC-0603X105", "digikey-keyword.json").Offers;
        Assert.Equal([null, null, 7m], offers.Select(one => one.ReelingFee?.Amount));
        Assert.Equal([SupplyChannel.Franchised, SupplyChannel.Franchised, SupplyChannel.Independent], offers.Select(one => one.Channel));
    }

    [Fact]
    public void Parts_that_were_not_asked_for_are_left_out_and_told()
    {
        var answer = Answers.Read("Digi-Key", "ac0603x105", "digikey-keyword.json");
        Assert.DoesNotContain(answer.Offers, one => one.Mpn!.Value.Text == "AC-0603X105-B");
        Assert.Contains(answer.Diagnostics, one => one.Code == "suppliers.other-part" && one.Message.StartsWith("1 other part", StringComparison.Ordinal));
    }

    [Fact]
    public void Facts_of_a_part_are_kept_in_the_suppliers_words()
    {
        var facts = Answers.Read("Digi-Key", "AC-0603X105", "digikey-keyword.json").Facts;
        Assert.Contains(new PartFact(PartNumber.Parse("AC-0603X105")!.Value, PartFactKind.MoistureLevel, "1  (Unlimited)"), facts);
        Assert.Contains(facts, fact => fact.Kind == PartFactKind.TariffCharged);
        Assert.Contains(facts, fact => fact is { Kind: PartFactKind.StandardPack, Value: "4000" });
    }

    [Theory]
    [InlineData("""{"type":"x","title":"Unauthorized","status":401,"detail":"The Bearer token is invalid"}""", SupplierOutcome.KeyRefused, "suppliers.key-refused")]
    [InlineData("""{"ErrorMessage":"Product Not Found","StatusCode":404}""", SupplierOutcome.NothingFound, "suppliers.not-found")]
    [InlineData("""{"ErrorMessage":"Bad Request","ErrorDetails":"Daily Ratelimit exceeded.","StatusCode":429}""", SupplierOutcome.RateLimited, "suppliers.rate-limited")]
    [InlineData("""{"title":"Internal","status":500,"detail":"something broke"}""", SupplierOutcome.Failed, "suppliers.refused")]
    public void An_error_of_Digi_Key_says_what_to_do(string text, SupplierOutcome outcome, string code)
    {
        var answer = Answers.ReadText("Digi-Key", text);
        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal(code, Assert.Single(answer.Diagnostics).Code);
    }

    [Fact]
    public void Mouser_writes_numbers_as_texts_in_the_way_of_the_market()
    {
        var answer = Answers.Read("Mouser", "AP-3300", "mouser.json");
        var offer = Assert.Single(answer.Offers);
        Assert.Equal([(5L, 1.02m), (100L, 0.795m), (3000L, 0.56m)], offer.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
        Assert.Equal(("EUR", 5, 5, 1250, 84), (offer.Currency.Code, offer.Minimum, offer.Multiple, offer.Stock, offer.LeadTimeDays));
        Assert.Equal((Lifecycle.NotRecommended, true, "8542390090", Packaging.CutTape), (offer.Lifecycle, offer.NonCancellable, offer.TariffCode, offer.Packaging));
        Assert.Contains(answer.Facts, fact => fact is { Kind: PartFactKind.Replacement, Value: "AP-3301" });
        Assert.Contains(answer.Facts, fact => fact is { Kind: PartFactKind.AlternatePackaging, Value: "AP-3300-T" });
        Assert.Contains(answer.Diagnostics, one => one.Code == "suppliers.no-price" && one.Message.StartsWith("998-AP-3300", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("500 In Stock", 500L)]
    [InlineData("6,809 In Stock", 6809L)]
    [InlineData("None", 0L)]
    [InlineData("500 On Order", null)]
    [InlineData("In Stock", null)]
    public void What_is_on_order_is_not_in_stock(string availability, long? stock)
    {
        var text = """{"SearchResults":{"Parts":[{"Availability":"AVAILABILITY","ManufacturerPartNumber":"X1","PriceBreaks":[{"Quantity":1,"Price":"$1","Currency":"USD"}]}]}}""".Replace("AVAILABILITY", availability, StringComparison.Ordinal);
        Assert.Equal(stock, Assert.Single(Answers.ReadText("Mouser", text).Offers).Stock);
    }

    [Theory]
    [InlineData("mouser-key.json", SupplierOutcome.KeyRefused)]
    [InlineData("mouser-limit.json", SupplierOutcome.RateLimited)]
    public void Errors_inside_an_answer_of_Mouser_are_told_apart(string fixture, SupplierOutcome outcome) =>
        Assert.Equal(outcome, Answers.Read("Mouser", "X1", fixture).Outcome);

    [Fact]
    public void Element14_says_where_a_part_is_made_and_its_store_says_the_currency()
    {
        var question = Answers.Question("AR0402-10K");
        var market = new SupplierMarket("GB", Currency.Eur);
        var element14 = Answers.Interface("Farnell");
        var answer = element14.Read([Answers.Fixture("element14.json")], question, AnswerContext.Of(element14, question, market, Answers.Today));
        Assert.Equal(["TW", null, null], answer.Offers.Select(one => one.Origin));
        Assert.All(answer.Offers, one => Assert.Equal(("Farnell", "GBP", "element14 uk.farnell.com: AR0402-10K"), (one.Supplier, one.Currency.Code, one.Source)));
        Assert.Equal([(Packaging.Reel, 10_000L, 10_000L), (Packaging.CustomReel, 150L, null), (Packaging.Bulk, 100L, (long?)50L)], answer.Offers.Select(one => (one.Packaging, one.Minimum!.Value, one.Multiple)));
        Assert.Equal([42, null, null], answer.Offers.Select(one => one.LeadTimeDays));
        Assert.Equal([Lifecycle.Obsolete, Lifecycle.Unknown, Lifecycle.Unknown], answer.Offers.Select(one => one.Lifecycle));
    }

    [Fact]
    public void A_price_for_a_pack_is_divided_by_its_pieces()
    {
        var pack = Answers.Read("element14", "AR0402-10K", "element14.json").Offers[2];
        Assert.Equal([(50L, 0.01m), (500L, 0.008m)], pack.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
        Assert.Equal(350, pack.Stock);
    }

    [Fact]
    public void TME_is_searched_first_and_asked_for_prices_then()
    {
        var tme = Answers.Interface("TME");
        var access = new SupplierAccess(SupplierTable.Default.Find("TME")!, new SupplierKeys("t0ken-of-test", "application-secret"), new SupplierMarket("PL", Currency.Parse("PLN")!));
        var question = Answers.Question("AC-DIODE");
        var first = tme.Ask(question, access, [])!;
        Assert.Equal("https://api.tme.eu/Products/Search.json", first.Address.AbsoluteUri);
        Assert.Contains("SearchPlain=AC-DIODE", first.Body, StringComparison.Ordinal);
        var second = tme.Ask(question, access, [Answers.Fixture("tme-search.json")])!;
        Assert.Equal("https://api.tme.eu/Products/GetPricesAndStocks.json", second.Address.AbsoluteUri);
        Assert.Contains("SymbolList%5B0%5D=AC-DIODE%2FC", second.Body, StringComparison.Ordinal);
        Assert.Contains("SymbolList%5B1%5D=AC-DIODE-TR", second.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("KIT", second.Body, StringComparison.Ordinal);
        Assert.Null(tme.Ask(question, access, [Answers.Fixture("tme-search.json"), Answers.Fixture("tme-prices.json")]));
        Assert.Null(tme.Ask(Answers.Question("NOBODYS"), access, [Answers.Fixture("tme-search.json")]));
    }

    /// <summary>The expected value was computed apart from this project, by Python's hmac and urllib.</summary>
    [Fact]
    public void TME_checks_the_signature_of_a_form() => Assert.Equal("3srJu6QyUwcY78e8/zYX/67SoA4=", Sourcing.Suppliers.Interfaces.TmeSignature.Of("https://api.tme.eu/Products/GetPricesAndStocks.json",
        [("SymbolList[0]", "AC-DIODE/C"), ("SymbolList[1]", "A B"), ("Country", "PL"), ("Currency", "PLN"), ("Language", "EN"), ("Token", "t0ken-of-test")], "application-secret"));

    [Fact]
    public void Two_pages_of_TME_are_one_offer()
    {
        var answer = Answers.Read("TME", "AC-DIODE", "tme-search.json", "tme-prices.json");
        Assert.Equal([("AC-DIODE/C", 5L, 5L, 815L, Packaging.Unknown), ("AC-DIODE-TR", 3000L, 3000L, 0L, Packaging.Reel)],
            answer.Offers.Select(one => (one.SupplierCode!.Value.Text, one.Minimum!.Value, one.Multiple!.Value, one.Stock!.Value, one.Packaging)));
        Assert.All(answer.Offers, one => Assert.Equal(("AC-DIODE", "PLN", "ACME"), (one.Mpn!.Value.Text, one.Currency.Code, one.Manufacturer)));
        Assert.Contains(answer.Facts, fact => fact is { Kind: PartFactKind.SupplierStatus, Value: "AVAILABLE_WHILE_STOCKS_LAST" });
    }

    [Fact]
    public void A_price_by_the_metre_is_no_price_by_the_piece()
    {
        var answer = Answers.Read("TME", "CABLE-1", "tme-second.json");
        Assert.Empty(answer.Offers);
        Assert.Contains(answer.Diagnostics, one => one.Code == "suppliers.unit");
    }

    [Theory]
    [InlineData("""{"Status":"E_AUTHORIZATION_FAILED","ErrorMessage":"Invalid token"}""", SupplierOutcome.KeyRefused)]
    [InlineData("""{"Status":"E_REQUEST_LIMIT_EXCEEDED","ErrorMessage":"Slow down"}""", SupplierOutcome.RateLimited)]
    public void Errors_of_TME_are_told_apart(string text, SupplierOutcome outcome) => Assert.Equal(outcome, Answers.ReadText("TME", text).Outcome);

    [Fact]
    public void Sellers_of_Nexar_are_franchised_or_not_and_what_is_unknown_stays_unknown()
    {
        var answer = Answers.Read("Nexar", "AC-MCU32", "nexar.json");
        Assert.Equal([("Mouser", SupplyChannel.Franchised), ("Quick Chips", SupplyChannel.Independent)], answer.Offers.Select(one => (one.Supplier, one.Channel)));
        Assert.Equal([(1L, 1L, 1200L), ((long?)null, (long?)null, (long?)null)], answer.Offers.Select(one => (one.Minimum, one.Multiple, one.Stock)));
        Assert.Equal((182, Packaging.Tray, new OfferDate(new DateOnly(2026, 11, 20), null)), (answer.Offers[0].LeadTimeDays, answer.Offers[0].Packaging, answer.Offers[0].Date));
        Assert.All(answer.Offers, one => Assert.Equal(Lifecycle.EndOfLife, one.Lifecycle));
        Assert.Contains(answer.Facts, fact => fact is { Kind: PartFactKind.Similar, Value: "AC-MCU33" });
        Assert.Contains(answer.Diagnostics, one => one.Code == "suppliers.unknown-currency");
    }

    [Theory]
    [InlineData("USD", 1, 4.5)]
    [InlineData("EUR", 2, 4.2)]
    [InlineData("JPY", 2, 4.2)]
    public void An_offer_in_several_currencies_is_read_once_in_the_one_asked_for(string currency, int breaks, double price)
    {
        var answer = Answers.Interface("Nexar").Read([Answers.Fixture("nexar.json")], null, new AnswerContext("x", Answers.Today, Currency.Parse(currency)));
        Assert.Equal((breaks, (decimal)price), (answer.Offers[0].Breaks.Length, answer.Offers[0].Breaks[0].UnitPrice.Amount));
    }

    [Fact]
    public void A_quota_that_is_used_up_is_told() => Assert.Equal(SupplierOutcome.RateLimited, Answers.Read("Nexar", "X", "nexar-limit.json").Outcome);

    [Theory]
    [InlineData("Digi-Key", "https://api.digikey.com/products/v4/search/keyword")]
    [InlineData("Mouser", "https://api.mouser.com/api/v1/search/partnumber?apiKey=identity")]
    [InlineData("element14", "https://api.element14.com/catalog/products?term=manuPartNum%3AA%2FB%20C&storeInfo.id=www.newark.com&resultsSettings.offset=0&resultsSettings.numberOfResults=25&resultsSettings.responseGroup=large&callInfo.responseDataFormat=JSON&callInfo.apiKey=identity")]
    [InlineData("TME", "https://api.tme.eu/Products/Search.json")]
    [InlineData("Nexar", "https://api.nexar.com/graphql")]
    public void A_question_goes_to_the_address_of_the_table_and_prints_no_key(string supplier, string address)
    {
        var access = new SupplierAccess(SupplierTable.Default.Find(supplier)!, new SupplierKeys("identity", "passphrase"), SupplierMarket.UnitedStates, "bearer-token");
        var request = Answers.Interface(supplier).Ask(Answers.Question("A/B C"), access, [])!;
        Assert.Equal(address, request.Address.AbsoluteUri);
        Assert.All(new[] { request.ToString(), access.ToString(), access.Keys.ToString() }, text => Assert.DoesNotMatch("identity|passphrase|bearer-token", text));
    }

    [Fact]
    public void Digi_Keys_own_code_is_asked_for_by_itself()
    {
        var access = new SupplierAccess(SupplierTable.Default.Find("Digi-Key")!, new SupplierKeys("id", "secret"), SupplierMarket.UnitedStates, "t");
        var request = Answers.Interface("Digi-Key").Ask(new PartQuestion(null, null, PartNumber.Parse("900-A/B-ND")), access, [])!;
        Assert.Equal(("GET", "https://api.digikey.com/products/v4/search/900-A%2FB-ND/productdetails"), (request.Method, request.Address.AbsoluteUri));
    }
}

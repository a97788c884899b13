using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Sourcing.Tests.Suppliers;

public sealed class RecordedAnswersTests
{
    [Theory]
    [InlineData("digikey-keyword.json", "Digi-Key", 4)]
    [InlineData("mouser.json", "Mouser", 1)]
    [InlineData("mouser-limit.json", "Mouser", 0)]
    [InlineData("element14.json", "element14", 0)]
    [InlineData("tme-prices.json", "TME", 2)]
    [InlineData("tme-second.json", "TME", 0)]
    [InlineData("nexar.json", "Nexar", 2)]
    public void An_answer_is_known_by_its_shape(string fixture, string supplier, int offers)
    {
        var answer = RecordedAnswers.Read("any/folder/x.json", Answers.Fixture(fixture))!;
        Assert.Equal((supplier, offers), (answer.Supplier, answer.Offers.Length));
        Assert.All(answer.Offers, one => Assert.Equal("any/folder/x.json", one.Source));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"currencies":["USD"]}""")]
    [InlineData("""{"elements":[{"id":"AD","name":"Andorra"}]}""")]
    [InlineData("no json")]
    public void Other_files_are_no_answers(string text) => Assert.Null(RecordedAnswers.Read("x.json", System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Day_and_currency_come_from_the_name_where_the_answer_says_neither()
    {
        var named = RecordedAnswers.Read("mpn_AR0402-10K_uk.farnell.com_2026-11-20.json", Answers.Fixture("element14.json"))!;
        Assert.All(named.Offers, one => Assert.Equal(("GBP", new DateOnly(2026, 11, 20), PriceBasis.Offer), (one.Currency.Code, one.Date!.Made!.Value, one.Basis)));
        var undated = RecordedAnswers.Read("AR0402-10K_USD.json", Answers.Fixture("element14.json"))!;
        Assert.All(undated.Offers, one => Assert.Equal(("USD", PriceBasis.PriceList), (one.Currency.Code, one.Basis)));
    }

    [Fact]
    public void A_kept_answer_is_read_with_the_day_it_was_asked()
    {
        var kept = new KeptAnswer("TME", Answers.Question("AC-DIODE"), "PL PLN", Currency.Parse("PLN"), new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero), [Answers.Fixture("tme-search.json"), Answers.Fixture("tme-prices.json")]);
        var answer = RecordedAnswers.Read("cache/x.json", kept.Write())!;
        Assert.Equal([("AC-DIODE/C", 5L), ("AC-DIODE-TR", 3000L)], answer.Offers.Select(one => (one.SupplierCode!.Value.Text, one.Minimum!.Value)));
        Assert.All(answer.Offers, one => Assert.Equal(new DateOnly(2026, 11, 26), one.Date!.Made));
    }

    [Fact]
    public void A_damaged_kept_answer_is_none()
    {
        var content = new KeptAnswer("TME", Answers.Question("AC-DIODE"), "PL PLN", null, new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero), [Answers.Fixture("tme-prices.json")]).Write();
        Assert.NotNull(KeptAnswer.Parse(content));
        for (var i = 0; i < content.Length; i += 7)
        {
            var damaged = content.ToArray();
            damaged[i] ^= 1;
            if (KeptAnswer.Parse(damaged) is { } still) Assert.Single(still.Bodies);
        }
        Assert.Null(KeptAnswer.Parse(content.AsMemory(0, content.Length - 10)));
    }

    /// <summary>Counted in the files apart from this project: of 384 offers of Nexar 165 have no price.</summary>
    [Fact]
    public void Recorded_answers_are_read_whole()
    {
        Assert.SkipUnless(Answers.Recorded is not null, "no shared/offers beside the repository");
        var answers = Directory.EnumerateFiles(Answers.Recorded, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path: Path.GetRelativePath(Answers.Recorded, path).Replace('\\', '/'), Answer: RecordedAnswers.Read(Path.GetRelativePath(Answers.Recorded, path).Replace('\\', '/'), File.ReadAllBytes(path)))).ToList();
        Assert.Equal(["digikey_v4/dpn_08-50-0114_US_en_USD_US_v4.json", "tme/US_currencies.json", "tme/all_countries_en.json", "tme/all_countries_es.json", "tme/all_languages.json"],
            answers.Where(one => one.Answer is null).Select(one => one.Path));
        Assert.DoesNotContain(answers, one => one.Answer?.Outcome is SupplierOutcome.Failed or SupplierOutcome.KeyRefused or SupplierOutcome.RateLimited);
        var counts = answers.Where(one => one.Answer is not null).GroupBy(one => one.Answer!.Supplier).ToDictionary(group => group.Key, group => group.Sum(one => one.Answer!.Offers.Length));
        Assert.Equal(new Dictionary<string, int> { ["Digi-Key"] = 11, ["element14"] = 3, ["Mouser"] = 2, ["Nexar"] = 219, ["TME"] = 7 }, counts);

        Offer Of(string path, string code) => answers.Single(one => one.Path.EndsWith(path, StringComparison.Ordinal)).Answer!.Offers.Single(one => one.SupplierCode?.Text == code);
        var header = Of("dpn_0022232061_US_en_USD_US_v4.json", "WM4204-ND");
        Assert.Equal(("Molex", "0022232061", "USD", 10_924L, 147, "8536.69.4040", false), (header.Manufacturer, header.Mpn!.Value.Text, header.Currency.Code, header.Stock, header.LeadTimeDays, header.TariffCode, header.NonCancellable));
        Assert.Equal([(1L, 0.39m), (10L, 0.328m), (100L, 0.2784m), (950L, 0.23744m), (1900L, 0.22609m), (5700L, 0.20923m), (10_450L, 0.20047m)], header.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
        Assert.Equal(Lifecycle.Obsolete, Of("dpn_296-29298-ND_US_en_USD_US_v4.json", "296-29298-ND").Lifecycle);

        var fuse = Of("mou_530-5MF6-R.json", "530-5MF6-R");
        Assert.Equal(("5MF 6-R", 6809L, 178, 1L, 1L, 0.189m, "8536100020", Packaging.Bulk), (fuse.Mpn!.Value.Text, fuse.Stock, fuse.LeadTimeDays, fuse.Minimum, fuse.Multiple, fuse.Breaks[^1].UnitPrice.Amount, fuse.TariffCode, fuse.Packaging));

        var reel = Of("mpn_0603B104K500CT_uk.farnell.com.json", "2495333");
        Assert.Equal(("Farnell", "GBP", 4000L, 4000L, 0L, 176, "CN", Packaging.Reel), (reel.Supplier, reel.Currency.Code, reel.Minimum, reel.Multiple, reel.Stock, reel.LeadTimeDays, reel.Origin, reel.Packaging));
        Assert.Equal([(4000L, 0.0107m), (20_000L, 0.0068m)], reel.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
        Assert.Equal((Packaging.CustomReel, 500L), (Of("mpn_0603B104K500CT_uk.farnell.com.json", "2496834RL").Packaging, Of("mpn_0603B104K500CT_uk.farnell.com.json", "2496834RL").Minimum));

        var first = Of("data_0603B104K500CT_US_en_USD.json", "0603B104K500CT");
        Assert.Equal(("USD", 100L, 100L, 4_677_700L, 0.01503m), (first.Currency.Code, first.Minimum, first.Multiple, first.Stock, first.Breaks[0].UnitPrice.Amount));
        var jack = Of("data_20411261-TEC-0_US_en_USD_v2.json", "20411261-TEC-0");
        Assert.Equal(("2041126-1", "TE Connectivity", 230L, 230L, 230L, 2.06m), (jack.Mpn!.Value.Text, jack.Manufacturer, jack.Minimum, jack.Multiple, jack.Stock, jack.Breaks[0].UnitPrice.Amount));

        var feather = answers.Single(one => one.Path.EndsWith("mpn_Adafruit_Industries_4062.json", StringComparison.Ordinal)).Answer!.Offers;
        Assert.Equal(["Mouser", "Digi-Key", "Newark", "Allied Electronics & Automation", "Distrelec", "Adafruit Industries"], feather.Select(one => one.Supplier));
        Assert.Equal([1L, 1L, 1L, 1L, 1L, null], feather.Select(one => one.Minimum));
        Assert.Equal(("EUR", 23.47m, 19.96m), (feather[4].Currency.Code, feather[4].Breaks[0].UnitPrice.Amount, feather[5].Breaks[^1].UnitPrice.Amount));
        var nexar = answers.Where(one => one.Answer?.Supplier == "Nexar").SelectMany(one => one.Answer!.Offers).ToList();
        Assert.DoesNotContain(nexar, one => one.Minimum == 0 || one.Stock < 0);
    }
}

using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Risk;
using Turnkey.Sourcing.Tests.Landing;

namespace Turnkey.Sourcing.Tests.Risk;

public sealed class SupplyRiskTests
{
    private static readonly DateOnly Today = LandingFixtures.Day;

    /// <summary>Nothing to find fault with: two sellers, two makers, stock, dates, origin, everything said.</summary>
    private static readonly Offer Good = LandingFixtures.Offer("Alpha") with
    {
        Stock = 100_000,
        LeadTimeDays = 30,
        Lifecycle = Lifecycle.Active,
        Channel = SupplyChannel.Franchised,
        Origin = "JP",
        Date = new OfferDate(Today.AddDays(-1), null),
        NonCancellable = false,
    };

    private static readonly Offer Other = Good with { Supplier = "Beta", Manufacturer = "Another", Mpn = PartNumber.Parse("Y2"), Origin = "DE" };

    [Fact]
    public void A_line_without_fault_has_no_finding_and_no_score()
    {
        var risk = Assess(Line([Good, Other], Buy(Good, 60), Buy(Other, 40)));
        Assert.Empty(risk.Findings);
        Assert.Equal((0, ""), (risk.Score, risk.ScoreText));
    }

    [Fact]
    public void Nobody_offers_it() => Assert.Equal(["no-source"], Rules(Line([])));

    [Fact]
    public void One_seller_under_two_spellings_is_one_seller()
    {
        var finding = Find("single-supplier", Line([Good with { Supplier = "Digi-Key" }, Other with { Supplier = "DIGIKEY ELECTRONICS" }]));
        Assert.Equal((1m, 2m, "suppliers"), (finding.Measured, finding.Threshold, finding.Unit));
        Assert.Equal(RiskAction.SecondSource, finding.Proposals[0].Action);
    }

    [Fact]
    public void One_maker_under_two_spellings_is_one_maker() =>
        Assert.Contains("single-manufacturer", Rules(Line([Good with { Manufacturer = "TI" }, Other with { Manufacturer = "Texas Instruments" }])));

    [Fact]
    public void Stock_offered_in_two_packagings_counts_once()
    {
        var reel = Good with { Stock = 60, Packaging = Packaging.Reel };
        var finding = Find("stock-below-order", Line([reel, reel with { Packaging = Packaging.CutTape }, Other with { Stock = 20 }]));
        Assert.Equal((0.8m, RiskLevel.Serious, 20L), (finding.Measured, finding.Level, finding.Proposals[0].Pieces));
    }

    [Fact]
    public void Unknown_stock_is_not_none()
    {
        var rules = Rules(Line([Good with { Stock = null }, Other with { Stock = 20 }]));
        Assert.Contains("stock-unknown", rules);
        Assert.DoesNotContain("stock-below-order", rules);
    }

    [Fact]
    public void Stock_is_held_against_the_forecast_in_months()
    {
        var finding = Find("stock-below-forecast", Line([Good with { Stock = 500 }, Other with { Stock = 500 }]) with { Forecast = 12_000 });
        Assert.Equal((1.0m, 3_000L), (finding.Measured, finding.Proposals[0].Pieces));
    }

    [Fact]
    public void A_lead_time_counts_where_stock_does_not_cover_the_purchase()
    {
        var slow = Good with { Stock = 50, LeadTimeDays = 120 };
        Assert.Empty(Assess(Line([slow, Other], Buy(slow, 50), Buy(Other, 50))).Findings);
        var finding = Find("lead-time", Line([slow, Other], Buy(slow, 100)) with { Forecast = 3_650 });
        Assert.Equal((120m, 84m), (finding.Measured, finding.Threshold));
        Assert.Equal(1_200, finding.Proposals.Single(one => one.Action == RiskAction.BufferStock).Pieces);
    }

    [Fact]
    public void The_requests_own_limit_overrules_the_table() =>
        Assert.Equal(14m, SupplyRisk.Assess(Request(Line([Good with { Stock = 0 }, Other], Buy(Good with { Stock = 0 }, 100))) with { LeadTimeLimit = 14 }).Lines[0].Findings.Single(one => one.Rule == "lead-time").Threshold);

    [Fact]
    public void A_lead_time_that_nobody_says_is_named() => Assert.Contains("lead-time-unknown", Rules(Line([Good with { Stock = 5, LeadTimeDays = null }, Other], Buy(Good with { Stock = 5, LeadTimeDays = null }, 100))));

    [Theory]
    [InlineData(Lifecycle.NotRecommended, "not-recommended")]
    [InlineData(Lifecycle.EndOfLife, "end-of-life")]
    [InlineData(Lifecycle.Obsolete, "obsolete")]
    [InlineData(Lifecycle.Unknown, "lifecycle-unknown")]
    public void What_the_manufacturer_says_of_the_part_is_said(Lifecycle state, string rule) =>
        Assert.Contains(rule, Rules(Line([Good with { Lifecycle = state }, Other], Buy(Good with { Lifecycle = state }, 100))));

    [Fact]
    public void What_one_seller_knows_of_a_part_holds_for_all_who_sell_it()
    {
        var knows = Good with { Supplier = "Gamma", Lifecycle = Lifecycle.EndOfLife };
        Assert.Contains("end-of-life", Rules(Line([Good, knows, Other], Buy(Good, 100))));
        Assert.DoesNotContain("end-of-life", Rules(Line([Good, knows, Other], Buy(Other, 100))));
    }

    [Theory]
    [InlineData(-1, "last-buy-past")]
    [InlineData(0, "last-buy-near")]
    [InlineData(179, "last-buy-near")]
    [InlineData(180, null)]
    public void The_last_day_to_order_is_counted_from_the_day_asked(int days, string? rule)
    {
        var found = Assess(Line([Good with { LastBuy = Today.AddDays(days) }, Other], Buy(Good with { LastBuy = Today.AddDays(days) }, 100)) with { Forecast = 900 }).Findings.SingleOrDefault();
        Assert.Equal(rule, found?.Rule);
        if (days is 0) Assert.Equal((0m, 900L), (found!.Measured, found.Proposals[0].Pieces));
    }

    [Fact]
    public void What_cannot_be_returned_is_weighed_by_what_is_left_over()
    {
        var bound = Good with { NonCancellable = true };
        Assert.Contains("non-cancellable", Rules(Line([bound, Other], Buy(bound, 100))));
        var finding = Find("non-cancellable-excess", Line([bound, Other], Buy(bound, 4_000)));
        Assert.Equal((3_900m, RiskAction.AgreeOwner), (finding.Measured, finding.Proposals[0].Action));
    }

    [Fact]
    public void Sellers_outside_the_manufacturers_channel_are_named()
    {
        var broker = Good with { Channel = SupplyChannel.Independent };
        Assert.Contains("broker-only", Rules(Line([broker, Other with { Channel = SupplyChannel.Independent }])));
        Assert.Contains("broker-chosen", Rules(Line([broker, Other], Buy(broker, 100))));
        Assert.Contains("channel-unknown", Rules(Line([Good with { Channel = SupplyChannel.Unknown }, Other], Buy(Good with { Channel = SupplyChannel.Unknown }, 100))));
    }

    [Fact]
    public void Old_expired_and_undated_prices_are_told_apart()
    {
        string[] Of(OfferDate? date) => Rules(Line([Good with { Date = date }, Other], Buy(Good with { Date = date }, 100)));
        Assert.Equal(["offer-old"], Of(new(Today.AddDays(-31), null)));
        Assert.Empty(Of(new(Today.AddDays(-30), null)));
        Assert.Empty(Of(new(Today.AddDays(-90), Today)));
        Assert.Equal(["offer-expired"], Of(new(Today.AddDays(-5), Today.AddDays(-1))));
        Assert.Equal(["offer-undated"], Of(null));
    }

    [Fact]
    public void Unknown_origin_and_minimum_are_states_of_their_own()
    {
        var silent = Good with { Origin = null, Minimum = null };
        Assert.Equal(["minimum-unknown", "origin-unknown"], Rules(Line([silent, Other], Buy(silent, 100))).Order());
    }

    [Fact]
    public void What_is_on_the_shelf_already_has_no_supply_risk() => Assert.Empty(Assess(Line([]) with { OnHand = 100 }).Findings);

    [Fact]
    public void The_value_that_hangs_on_one_country_or_seller_is_measured()
    {
        var risk = SupplyRisk.Assess(Request(
            Line([Good, Other], Buy(Good with { Origin = "CN" }, 100, 70m)), Line([Good, Other], Buy(Other, 100, 30m)) with { Key = "2" }));
        Assert.Equal([("origin-concentration", 70m), ("supplier-concentration", 70m)], risk.Findings.Select(one => (one.Rule, one.Measured!.Value)));

        var silent = SupplyRisk.Assess(Request(Line([Good, Other], Buy(Good with { Origin = null }, 100, 51m)), Line([Good, Other], Buy(Other, 100, 49m)) with { Key = "2" }));
        Assert.Equal(["origin-mostly-unknown"], silent.Findings.Select(one => one.Rule));
    }

    [Fact]
    public void Every_part_of_a_score_can_be_pointed_at()
    {
        var bound = Good with { NonCancellable = true, Lifecycle = Lifecycle.NotRecommended };
        var risk = SupplyRisk.Assess(Request(Line([bound], Buy(bound, 100))));
        Assert.Equal(risk.Lines[0].Findings.Sum(one => one.Points), risk.Lines[0].Score);
        Assert.Equal("not-recommended 10 + single-supplier 10 + single-manufacturer 5 + non-cancellable 3", risk.Lines[0].ScoreText);
        Assert.Equal((43, "X1 28 + origin-concentration 10 + supplier-concentration 5"), (risk.Score, risk.ScoreText));
    }

    [Fact]
    public void A_plant_sets_its_own_thresholds()
    {
        var own = SourcingTables.Read([LandingFixtures.Table("risk-thresholds.csv", "rule;threshold;level;points;source", "offer-old;365;;;us", "single-supplier;1;serious;0;us", "unheard-of;1;;;us", "offer-undated;;very;1;us")]);
        Assert.Equal((365m, RiskLevel.Warning, 5), (own.Tables.Thresholds["offer-old"].Threshold, own.Tables.Thresholds["offer-old"].Level, own.Tables.Thresholds["offer-old"].Points));
        Assert.Equal((1m, RiskLevel.Serious, 0), (own.Tables.Thresholds["single-supplier"].Threshold, own.Tables.Thresholds["single-supplier"].Level, own.Tables.Thresholds["single-supplier"].Points));
        Assert.Equal(["sourcing.table-row", "sourcing.table-row"], own.Diagnostics.Select(one => one.Code));
    }

    [Fact]
    public void Nothing_that_offers_can_say_breaks_it_or_leaves_the_scale()
    {
        var random = new Random(17);
        T Any<T>(params T[] values) => values[random.Next(values.Length)];
        for (var i = 0; i < 2000; i++)
        {
            ImmutableArray<Offer> offers = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Good with
            {
                Supplier = Any("Alpha", "Beta", "", "mouser"), Manufacturer = Any("TI", null, "", "Maker"), Mpn = Any(PartNumber.Parse("X1"), null), Minimum = Any<long?>(null, 1, long.MaxValue / 4),
                Stock = Any<long?>(null, 0, 10, 1_000_000_000_000), LeadTimeDays = Any<int?>(null, 0, 2000), Lifecycle = Any(Enum.GetValues<Lifecycle>()), Channel = Any(Enum.GetValues<SupplyChannel>()),
                LastBuy = Any<DateOnly?>(null, DateOnly.MinValue, DateOnly.MaxValue, Today), Date = Any(null, new OfferDate(DateOnly.MinValue, null), new OfferDate(null, DateOnly.MaxValue), new OfferDate(Today, Today)),
                Origin = Any(null, "CN", "JP"), NonCancellable = Any<bool?>(null, true, false),
            })];
            ImmutableArray<RiskPurchase> purchases = [.. offers.Where(_ => random.Next(2) == 0).Select(offer => new RiskPurchase(offer, random.Next(1, 1000), random.Next(0, 1000)))];
            var risk = SupplyRisk.Assess(Request(Line(offers) with { Purchases = purchases, Forecast = Any<long?>(null, 0, 1, 1_000_000_000) }));
            Assert.InRange(risk.Score, 0, 100);
            Assert.All(risk.Lines[0].Findings.Concat(risk.Findings), finding => Assert.True(finding.Reason.Length > 0));
        }
    }

    private static RiskRequest Request(params RiskLine[] lines) => new(Today, [.. lines], RiskThresholds.Shipped, OrderTermsTable.Shipped, null);

    private static RiskLine Line(ImmutableArray<Offer> offers, params ImmutableArray<RiskPurchase> purchases) => new("1", "X1", 100, null, offers, purchases);

    private static RiskPurchase Buy(Offer offer, long quantity, decimal value = 1m) => new(offer, quantity, value);

    private static LineRisk Assess(RiskLine line) => SupplyRisk.Assess(Request(line)).Lines[0];

    private static string[] Rules(RiskLine line) => [.. Assess(line).Findings.Select(one => one.Rule)];

    private static RiskFinding Find(string rule, RiskLine line) => Assert.Single(Assess(line).Findings, one => one.Rule == rule);
}

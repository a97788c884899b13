using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Risk;
using Turnkey.Sourcing.Tests.Landing;

namespace Turnkey.Sourcing.Tests.Risk;

public sealed class KitCompletionTests
{
    private const int Many = 50_000;

    // Bounds are five standard errors: of a mean σ/√n, of a variance σ²·√((κ − 1)/n) with κ the kurtosis.
    [Theory]
    [InlineData("exponential;0;10;", 10, 100, 9)]
    [InlineData("exponential;5;10;", 15, 100, 9)]
    [InlineData("uniform;10;;22", 16, 12, 1.8)]
    [InlineData("triangular;1;4;10", 5, 3.5, 2.4)]
    [InlineData("constant;;7;", 7, 0, 0)]
    public void One_line_has_the_moments_of_its_distribution(string shape, double mean, double variance, double kurtosis) => Moments(Run([Line("a", "x")], Class("x", shape)), mean, variance, kurtosis);

    [Fact]
    public void A_lognormal_line_has_its_closed_moments()
    {
        const double Median = 42, Sigma = 0.5, Low = 3;
        var w = Math.Exp(Sigma * Sigma);
        Moments(Run([Line("a", "x")], Class("x", "lognormal;3;42;;0.5")), Low + (Median * Math.Sqrt(w)), Median * Median * w * (w - 1), Math.Pow(w, 4) + (2 * Math.Pow(w, 3)) + (3 * w * w) - 3);
    }

    /// <summary>The largest of n exponentials of mean m has mean m·Σ1/k and variance m²·Σ1/k².</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public void The_kit_of_many_exponential_lines_has_the_closed_moments_of_their_maximum(int lines)
    {
        var terms = Enumerable.Range(1, lines).ToArray();
        Moments(Run(Lines(lines), Class("x", "exponential;0;10;")), 10 * terms.Sum(k => 1.0 / k), 100 * terms.Sum(k => 1.0 / ((double)k * k)), 9);
    }

    /// <summary>The largest of n uniforms on 0 to 1 has mean n/(n+1) and variance n/((n+1)²(n+2)).</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(50)]
    public void The_kit_of_many_uniform_lines_has_the_closed_moments_of_their_maximum(int n)
    {
        var kit = Run(Lines(n), Class("x", "uniform;0;;100"));
        Moments(kit, 100.0 * n / (n + 1), 10_000.0 * n / ((n + 1.0) * (n + 1) * (n + 2)), 9);
        // Its quantiles are the n-th root.
        Assert.Equal(100 * Math.Pow(0.9, 1.0 / n), kit.P90, 1.0);
        Assert.Equal(100 * Math.Pow(0.5, 1.0 / n), kit.P50, 1.0);
    }

    [Fact]
    public void Lines_of_one_distribution_are_last_equally_often()
    {
        var kit = Run(Lines(4), Class("x", "exponential;0;10;"));
        Assert.All(kit.Lines, line => Assert.Equal(0.25, line.LastProbability, 0.01));
        Assert.Equal(1.0, kit.Lines.Sum(line => line.LastProbability), 12);
    }

    [Fact]
    public void A_stated_lead_time_scales_a_ratio()
    {
        var kit = Run([Line("a", "x", 100)], Class("x", "triangular;0.9;1;1.4", basis: "ratio"));
        Moments(kit, 110, 10_000 * ((0.81 + 1 + 1.96) - (0.9 + 1.26 + 1.4)) / 18, 2.4);
        Assert.InRange(kit.Percentiles[0], 90, 91);
        Assert.InRange(kit.Percentiles[100], 138, 140);
    }

    [Fact]
    public void What_comes_in_one_shipment_comes_at_one_time()
    {
        var together = Run(Lines(50), Class("x", "exponential;0;10;", shared: 100));
        Moments(together, 10, 100, 9);
        var driver = Assert.Single(together.Drivers);
        Assert.Equal((50, 1.0), (driver.Lines.Length, driver.LastProbability));
        Assert.All(together.Lines, line => Assert.Equal(1.0, line.LastProbability));
    }

    /// <summary>
    /// The larger of two normals of correlation ρ has mean σ√((1 − ρ)/π) above theirs: a lognormal of small sigma is close to normal, and its logarithm is exactly so.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(36)]
    [InlineData(90)]
    public void Lead_times_of_one_supplier_have_as_much_in_common_as_the_table_says(int shared)
    {
        var kit = Run(Lines(2), Class("x", "lognormal;0;1000;;0.01", shared: shared));
        var log = kit.Sorted.Average(days => Math.Log(days / 1000));
        Assert.Equal(0.01 * Math.Sqrt((1 - (shared / 100.0)) / Math.PI), log, 0.01 * 5 / Math.Sqrt(Many));

        // Another supplier has nothing in common with the first.
        var apart = Run([Line("a", "x"), Line("b", "x") with { Arrivals = [new("Other", "x", null)] }], Class("x", "lognormal;0;1000;;0.01", shared: shared));
        Assert.Equal(0.01 * Math.Sqrt(1 / Math.PI), apart.Sorted.Average(days => Math.Log(days / 1000)), 0.01 * 5 / Math.Sqrt(Many));
    }

    [Fact]
    public void A_line_waits_for_the_last_of_its_purchases()
    {
        var twice = Run([Line("a", "x") with { Arrivals = [new("S", "x", null), new("T", "x", null)] }], Class("x", "exponential;0;10;"));
        Moments(twice, 15, 125, 9);
        Assert.Equal(15, twice.Lines[0].Mean, 0.2);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_one_others()
    {
        var model = Class("x", "lognormal;0;42;;0.93");
        Assert.Equal(Simulate(Lines(20), model, 1).Percentiles, Simulate(Lines(20), model, 1).Percentiles);
        Assert.NotEqual(Simulate(Lines(20), model, 1).Mean, Simulate(Lines(20), model, 2).Mean);
    }

    /// <summary>Computed once with these numbers: they are the same on every machine, since nothing but IEEE operations is in them.</summary>
    [Fact]
    public void The_bits_are_the_same_on_every_machine()
    {
        var kit = KitCompletion.Simulate(new(LandingFixtures.Day, Mixed(), LeadTimeModel.Shipped, 1));
        Assert.Equal(ReferenceMean, BitConverter.DoubleToInt64Bits(kit.Mean));
        Assert.Equal(ReferenceP90, BitConverter.DoubleToInt64Bits(kit.P90));
    }

    [Fact]
    public void The_order_of_lines_changes_nothing()
    {
        var lines = Mixed();
        var kit = KitCompletion.Simulate(new(LandingFixtures.Day, lines, LeadTimeModel.Shipped, 5));
        var turned = KitCompletion.Simulate(new(LandingFixtures.Day, [.. lines.Reverse()], LeadTimeModel.Shipped, 5));
        Assert.Equal(kit.Percentiles, turned.Percentiles);
        Assert.Equal(kit.Drivers.Select(one => (one.Name, one.LastProbability, one.AddsToP90)), turned.Drivers.Select(one => (one.Name, one.LastProbability, one.AddsToP90)));
        Assert.Equal(kit.Lines.OrderBy(line => line.Key, StringComparer.Ordinal), turned.Lines.OrderBy(line => line.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_line_draws_does_not_depend_on_the_others()
    {
        var alone = Simulate([Line("7", "x")], Class("x", "exponential;0;10;"), 3);
        var among = Simulate(Lines(20), Class("x", "exponential;0;10;"), 3);
        Assert.Equal(alone.Mean, among.Lines.Single(line => line.Key == "7").Mean, 9);
    }

    [Fact]
    public void One_line_more_never_makes_the_kit_sooner()
    {
        var model = Class("x", "exponential;0;10;");
        var before = Simulate(Lines(1), model, 1);
        for (var n = 2; n < 12; n++)
        {
            var after = Simulate(Lines(n), model, 1);
            Assert.True(after.Percentiles.Zip(before.Percentiles).All(pair => pair.First >= pair.Second));
            before = after;
        }
    }

    [Fact]
    public void What_a_line_adds_is_what_the_kit_without_it_is_sooner()
    {
        var model = Class("x", "exponential;0;10;");
        ImmutableArray<KitLine> lines = [.. Lines(10), Line("late", "x") with { Arrivals = [new("S", "unstated", null)] }];
        var kit = Simulate(lines, model, 1);
        Assert.Equal("late", kit.Drivers[0].Lines[0]);
        Assert.Equal(kit.P90 - Simulate(lines[..10], model, 1).P90, kit.Drivers[0].AddsToP90, 9);
        Assert.Equal(RiskAction.Enquire, kit.Drivers[0].Proposals[0].Action);
        Assert.All(kit.Drivers, one => Assert.True(one.AddsToP90 >= one.DelayAddsToP90 && one.DelayAddsToP90 >= 0));
        Assert.Contains("unstated", kit.AssumedClasses);
    }

    [Fact]
    public void A_long_lead_time_that_is_kept_adds_days_but_none_by_delay()
    {
        var model = Class("x", "constant;;1;", basis: "ratio");
        var driver = Assert.Single(Simulate([Line("a", "x", 100), Line("b", "x", 20)], model, 1).Drivers);
        Assert.Equal((80.0, 0.0), (driver.AddsToP90, driver.DelayAddsToP90));
    }

    [Fact]
    public void A_line_without_a_purchase_is_missing_and_not_here()
    {
        var kit = Simulate([Line("a", "x"), new("b", "nothing", [])], Class("x", "constant;;5;"), 1);
        Assert.Equal("b", Assert.Single(kit.Missing));
        Assert.Equal(5, kit.P90);
    }

    [Fact]
    public void Nothing_to_wait_for_is_no_time()
    {
        var kit = Simulate([], LeadTimeModel.Shipped, 1);
        Assert.Equal((0.0, 0.0), (kit.P90, kit.StandardDeviation));
        Assert.Empty(kit.Drivers);
    }

    [Fact]
    public void A_ratio_of_a_lead_time_that_nobody_states_is_unstated() =>
        Assert.True(Simulate([new("a", "a", [new("S", "franchised-stated", null)])], LeadTimeModel.Shipped, 1).P50 > 30);

    [Theory]
    [InlineData(0, 2026, 11, 27)]
    [InlineData(0.2, 2026, 11, 30)]
    [InlineData(2, 2026, 11, 30)]
    [InlineData(4, 2026, 12, 1)]
    public void Days_become_dates_on_working_days(double days, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Simulate([], LeadTimeModel.Shipped, 1).Day(days));

    /// <summary>From Friday, 27 November 2026.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.2, 1)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(7, 5)]
    [InlineData(28, 20)]
    public void Working_days_leave_weekends_out(double days, int working) => Assert.Equal(working, Simulate([], LeadTimeModel.Shipped, 1).WorkingDays(days));

    [Theory]
    [InlineData("80", 80)]
    [InlineData("0", 1)]
    [InlineData("1000", 99)]
    public void The_percentile_of_a_quotation_is_a_rule_within_bounds(string value, int percentile) =>
        Assert.Equal(percentile, SourcingTables.Read([new OfferTable("kit-rules.csv", "", [["rule", "value"], ["quoted-percentile", value]])]).Tables.LeadTimes.QuotedPercentile);

    [Fact]
    public void The_histogram_counts_every_run()
    {
        var kit = Simulate(Lines(5), Class("x", "exponential;0;10;"), 1);
        var bins = kit.Histogram(7);
        Assert.Equal(10_000, bins.Sum(bin => bin.Runs));
        Assert.True(bins[0].From <= kit.Percentiles[0] && kit.Percentiles[0] < bins[0].To);
        Assert.Equal(kit.Sorted.Count(days => days >= bins[2].From && days < bins[2].To), bins[2].Runs);
        Assert.Equal(1000, kit.Histogram(1e-9).Length);
    }

    [Theory]
    [InlineData(SupplyChannel.Franchised, 500L, null, "franchised-stock")]
    [InlineData(SupplyChannel.Franchised, 50L, 30, "franchised-stated")]
    [InlineData(SupplyChannel.Independent, 500L, 30, "independent-stock")]
    [InlineData(SupplyChannel.Unknown, null, 30, "unknown-stated")]
    [InlineData(SupplyChannel.Unknown, null, null, "unstated")]
    [InlineData(SupplyChannel.Franchised, 50L, null, "unstated")]
    public void A_purchase_is_classed_by_channel_stock_and_lead_time(SupplyChannel channel, long? stock, int? days, string lead) =>
        Assert.Equal(lead, LeadTimeModel.ClassOf(new(LandingFixtures.Offer() with { Channel = channel, Stock = stock, LeadTimeDays = days }, 100, 1m)));

    [Fact]
    public void A_line_of_the_risk_request_waits_for_what_was_bought()
    {
        var offer = LandingFixtures.Offer("DIGIKEY Electronics") with { Stock = 5, LeadTimeDays = 60, Channel = SupplyChannel.Franchised };
        var line = new RiskLine("1", "X1", 100, null, [offer], [new(offer, 100, 1m)]);
        Assert.Equal(new KitArrival("Digi-Key", "franchised-stated", 60) { Spelt = "DIGIKEY Electronics" }, Assert.Single(KitLine.Of(line, OrderTermsTable.Shipped).Arrivals));
        Assert.Equal(0, Simulate([KitLine.Of(line with { OnHand = 100 }, OrderTermsTable.Shipped)], LeadTimeModel.Shipped, 1).P90);
        Assert.InRange(Simulate([KitLine.Consigned("1", "X1")], LeadTimeModel.Shipped, 1).P50, 4, 6);
    }

    [Fact]
    public void A_suppliers_own_deliveries_replace_the_assumption()
    {
        string[] rows = ["supplier;promised-days;actual-days", .. Enumerable.Range(0, 11).Select(i => $"Digikey;10;{10 + i}"), "Mouser;10;99"];
        var read = SourcingTables.Read([LandingFixtures.Table("lead-time-history.csv", rows)]);
        Assert.Equal("sourcing.few-deliveries", Assert.Single(read.Diagnostics).Code);

        var kit = KitCompletion.Simulate(new(LandingFixtures.Day, [new("a", "a", [new("Digi-Key", "franchised-stated", 100)])], read.Tables.LeadTimes, 1, Many));
        // Ratios 1.0, 1.1 … 2.0 in straight lines are a uniform distribution.
        Moments(kit, 150, 100.0 * 100 / 12, 1.8);
        Assert.Empty(kit.AssumedClasses);
    }

    [Theory]
    [InlineData("x;days;triangular;9;5;1;;;s")]
    [InlineData("x;days;lognormal;;;;0.5;;s")]
    [InlineData("x;hours;constant;;1;;;;s")]
    [InlineData("x;days;cauchy;;1;;;;s")]
    [InlineData(";days;constant;;1;;;;s")]
    public void A_distribution_that_cannot_be_is_left_out_and_said(string row)
    {
        var read = SourcingTables.Read([LandingFixtures.Table("lead-time-distributions.csv", "class;basis;shape;low;likely;high;sigma;shared;source", row)]);
        Assert.Contains(read.Diagnostics, one => one.Code == "sourcing.table-row");
        Assert.False(read.Tables.LeadTimes.ByClass.ContainsKey("x"));
    }

    [Fact]
    public void No_table_of_distributions_or_deliveries_breaks_the_simulation()
    {
        var random = new Random(9);
        string[] words = ["x", "days", "ratio", "lognormal", "triangular", "exponential", "uniform", "constant", "0", "5", "99999", "-1", "1e300", "NaN", "", "100", "0,5", "Digikey", "∞"];
        for (var i = 0; i < 1000; i++)
        {
            string Row(int cells) => string.Join(';', Enumerable.Range(0, cells).Select(_ => words[random.Next(words.Length)]));
            var read = SourcingTables.Read(
            [
                LandingFixtures.Table("lead-time-distributions.csv", "class;basis;shape;low;likely;high;sigma;shared", "x;days;" + Row(6), "x;ratio;" + Row(6), Row(8)),
                LandingFixtures.Table("kit-rules.csv", "rule;value", "least-deliveries;" + Row(1)),
                LandingFixtures.Table("lead-time-history.csv", "supplier;promised-days;actual-days", "Digikey;" + Row(2), "Digikey;" + Row(2), Row(3)),
            ]);
            var kit = KitCompletion.Simulate(new(LandingFixtures.Day, [Line("a", "x", 50), new("b", "b", [new("Digi-Key", "franchised-stated", 2000)])], read.Tables.LeadTimes, 1, 50));
            Assert.True(double.IsFinite(kit.Mean) && kit.Percentiles[0] >= 0, $"number {i}");
            Assert.NotEmpty(kit.Histogram(10));
            Assert.True(kit.Day(kit.P90) >= kit.Start);
        }
    }

    private const long ReferenceMean = 4639304297775050016;
    private const long ReferenceP90 = 4643036931990853260;

    private static void Moments(KitResult kit, double mean, double variance, double kurtosis)
    {
        Assert.Equal(mean, kit.Mean, Math.Max(1e-9, 5 * Math.Sqrt(variance / kit.Runs)));
        Assert.Equal(variance, kit.StandardDeviation * kit.StandardDeviation, Math.Max(1e-9, 5 * variance * Math.Sqrt(Math.Max(0, kurtosis - 1) / kit.Runs)));
    }

    private static KitResult Run(ImmutableArray<KitLine> lines, LeadTimeModel model) => KitCompletion.Simulate(new(LandingFixtures.Day, lines, model, 20261127, Many));

    private static KitResult Simulate(ImmutableArray<KitLine> lines, LeadTimeModel model, ulong seed) => KitCompletion.Simulate(new(LandingFixtures.Day, lines, model, seed));

    private static ImmutableArray<KitLine> Lines(int count) => [.. Enumerable.Range(0, count).Select(i => Line($"{i}", "x"))];

    private static KitLine Line(string key, string lead, int? days = null) => new(key, key, [new("S", lead, days)]);

    /// <summary>All that ships, and a class of the test's own, read as a user's table is.</summary>
    private static LeadTimeModel Class(string name, string shape, string basis = "days", int shared = 0)
    {
        var cells = shape.Split(';');
        var read = SourcingTables.Read([LandingFixtures.Table("lead-time-distributions.csv", "class;basis;shape;low;likely;high;sigma;shared;source",
            $"{name};{basis};{cells[0]};{cells[1]};{cells[2]};{cells[3]};{(cells.Length > 4 ? cells[4] : "")};{shared};test")]);
        Assert.Empty(read.Diagnostics);
        return read.Tables.LeadTimes;
    }

    /// <summary>Forty lines of every class.</summary>
    private static ImmutableArray<KitLine> Mixed()
    {
        string[] classes = [.. LeadTimeModel.Shipped.ByClass.Keys];
        return [.. Enumerable.Range(0, 40).Select(i => new KitLine($"line {i}", $"part {i}", [new($"S{i % 4}", classes[i % classes.Length], classes[i % classes.Length].EndsWith("-stated", StringComparison.Ordinal) ? 10 + i : null)]))];
    }
}

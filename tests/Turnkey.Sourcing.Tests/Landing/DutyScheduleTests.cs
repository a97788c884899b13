using Turnkey.Sourcing.Landing;
using static Turnkey.Sourcing.Tests.Landing.LandingFixtures;

namespace Turnkey.Sourcing.Tests.Landing;

public sealed class DutyScheduleTests
{
    [Theory]
    [InlineData("854110", "JP", 2)]
    [InlineData("854110", "CN", 52)]
    [InlineData("8541109000", "CN", 52)]
    [InlineData("854121", "CN", 27)]
    [InlineData("854231", "US", 0)]
    [InlineData("854231", "FR", 5)]
    [InlineData("854231", "DE", 10)]
    public void The_longest_code_and_the_nearest_origin_hold_and_labels_add_up(string code, string origin, int percent)
    {
        var duty = Schedule().Of(code, origin);
        Assert.Equal((DutyState.Known, (decimal)percent), (duty.State, duty.Percent.Likely));
    }

    [Fact]
    public void A_rate_holds_from_its_first_day_to_its_last()
    {
        decimal On(DateOnly day) => Schedule(day).Of("8542", "DE").Percent.Likely;
        Assert.Equal([5m, 10m, 10m, 5m], new[] { On(new(2025, 12, 31)), On(new(2026, 1, 1)), On(new(2026, 12, 31)), On(new(2027, 1, 1)) });
    }

    [Fact]
    public void An_unknown_origin_is_a_range_over_the_origins_of_the_table()
    {
        var duty = Schedule().Of("854110", null);
        Assert.Equal((DutyState.Range, 2m, 27m, 52m), (duty.State, duty.Percent.Low, duty.Percent.Likely, duty.Percent.High));
        Assert.Equal("the origin is not known: from base 2 % (8541) to base 2 % (8541) + extra 50 % (854110, CN)", duty.Reason);
    }

    [Fact]
    public void A_code_that_says_too_little_is_a_range_over_the_finer_ones()
    {
        var duty = Schedule().Of("8541", "CN");
        Assert.Equal((DutyState.Range, 27m, 27m, 52m), (duty.State, duty.Percent.Low, duty.Percent.Likely, duty.Percent.High));
    }

    [Theory]
    [InlineData("")]
    [InlineData("9999")]
    public void A_code_without_a_rate_is_a_range_over_the_table_and_never_free(string code)
    {
        var duty = Schedule().Of(code, "CN");
        Assert.Equal((DutyState.Range, 0m, 26m, 52m), (duty.State, duty.Percent.Low, duty.Percent.Likely, duty.Percent.High));
        Assert.True(duty.Assumed);
    }

    [Fact]
    public void Goods_of_the_destination_bear_no_duty() => Assert.Equal(DutyState.Domestic, Schedule().Of("854110", "BR").State);

    [Fact]
    public void A_country_of_a_customs_union_has_the_rates_of_the_union()
    {
        var germany = DutySchedule.Of(TariffTable.Shipped, "DE", Day, 0.5m);
        Assert.Equal((DutyState.Domestic, DutyState.Known), (germany.Of("853224", "FR").State, germany.Of("853224", "CN").State));
        Assert.True(germany.Destination!.FreightInValue);
        // The digits of the United States beyond six say nothing in the Union: what 8536.69 can be is left open.
        Assert.Equal(DutyState.Range, germany.Of("8536694040", "CN").State);
    }

    [Theory]
    [InlineData("us", "US")]
    [InlineData("Germany", "EU")]
    [InlineData(" eu ", "EU")]
    [InlineData("Atlantis", "Atlantis")]
    public void A_destination_is_known_by_code_and_name(string written, string territory)
    {
        var schedule = DutySchedule.Of(TariffTable.Shipped, written, Day, 0.5m);
        Assert.Equal((territory, territory.Length == 2), (schedule.Destination!.Code, schedule.IsReckoned));
    }

    [Fact]
    public void A_destination_without_a_table_is_not_free_but_unknown()
    {
        var duty = DutySchedule.Of(TariffTable.Shipped, "NG", Day, 0.5m).Of("854110", "CN");
        Assert.Equal(DutyState.NotReckoned, duty.State);
        Assert.Contains("tariffs.csv", duty.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Shipped_rates_are_those_of_their_sources()
    {
        decimal Into(string destination, string code, string origin, DateOnly day) => DutySchedule.Of(TariffTable.Shipped, destination, day, 0.5m).Of(code, origin).Percent.Likely;

        // 89 FR 76581: semiconductors from China 25 % until 2024, 50 % from 2025 on; the Section 122 surcharge of 2026 spares them.
        Assert.Equal(25m, Into("US", "8542390090", "CN", new(2024, 12, 31)));
        Assert.Equal(50m, Into("US", "8542390090", "CN", new(2026, 3, 1)));
        Assert.Equal(0m, Into("US", "8542390090", "TW", new(2026, 3, 1)));
        Assert.Equal(10m, Into("US", "8532240020", "TW", new(2026, 3, 1)));
        Assert.Equal(0m, Into("US", "8532240020", "TW", Day));
        Assert.Equal(25m, Into("US", "8532240020", "CN", Day));
        Assert.Equal(0m, Into("EU", "854239", "CN", Day));
        Assert.Equal(0m, Into("CH", "853650", "CN", Day));
    }

    [Fact]
    public void Every_shipped_row_has_a_source_and_the_day_it_was_taken()
    {
        Assert.All(TariffTable.Shipped.Rows, row => Assert.True(row.Source.Length > 10 && row.Taken is not null && row.Percent <= 100, row.ToString()));
        Assert.All(TariffTable.Shipped.Rows.GroupBy(row => (row.Destination, row.Code, row.Origin, row.Label, row.From)), group => Assert.Single(group));
    }

    [Fact]
    public void Every_class_of_the_plants_library_has_a_classification_or_is_nothing_that_is_bought()
    {
        var classes = File.ReadLines(Path.Combine(Repository(), "src/foundation/Turnkey.Plants/Data/part-classes.csv"))
            .Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split(',')[0]).Distinct();
        Assert.Equal(["not-a-part", "other"], classes.Where(name => ClassCodes.Shipped.Of(name).Length == 0).Order(StringComparer.Ordinal));
    }

    /// <summary>Whatever is asked, the likely rate lies in the range, and knowing more never widens it.</summary>
    [Fact]
    public void Knowing_the_origin_never_widens_the_range()
    {
        string[] codes = ["", "85", "8532", "853224", "8536", "853669", "8541", "854110", "854231", "9030", "1234", .. TariffTable.Shipped.Rows.Where((_, i) => i % 5 == 0).Select(row => row.Code)];
        foreach (var destination in new[] { "US", "DE", "GB", "CH" })
        {
            var schedule = DutySchedule.Of(TariffTable.Shipped, destination, Day, 0.5m);
            foreach (var code in codes.Distinct())
            {
                var open = schedule.Of(code, null);
                Assert.True(open.Percent.Low <= open.Percent.Likely && open.Percent.Likely <= open.Percent.High);
                foreach (var origin in new[] { "CN", "TW", "MX", "DE", "JP" })
                {
                    var known = schedule.Of(code, origin);
                    if (known.State == DutyState.Domestic) continue;
                    Assert.True(known.Percent.Low >= open.Percent.Low && known.Percent.High <= open.Percent.High, $"{destination} {code} {origin}");
                }
            }
        }
    }

    private static DutySchedule Schedule(DateOnly? day = null) => DutySchedule.Of(Tables().Tables.Tariffs, "BR", day ?? Day, 0.5m);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Turnkey.slnx"))) folder = folder.Parent;
        return folder!.FullName;
    }
}

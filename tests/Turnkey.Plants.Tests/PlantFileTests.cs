using System.Text;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;

namespace Turnkey.Plants.Tests;

public sealed class PlantFileTests
{
    [Fact]
    public void Every_default_figure_has_a_source_and_a_unit_and_none_is_the_plants_own()
    {
        Assert.True(Plant.Default.Figures.Count() > 150);
        Assert.All(Plant.Default.Figures, figure =>
        {
            Assert.NotEqual("", figure.Source);
            Assert.NotEqual("", figure.Unit);
            Assert.True(figure.IsUncertain);
            Assert.InRange(figure.Value, figure.Low ?? figure.Value, figure.High ?? figure.Value);
        });
    }

    [Fact]
    public void A_number_that_nobody_published_says_that_the_plant_must_set_it()
    {
        Assert.StartsWith("assumption: plant must set", Plant.Default["work-centres.hand-assembly.rate"].Source, StringComparison.Ordinal);
        Assert.True(Plant.Default["work-centres.hand-assembly.rate"].Assumed);
        Assert.False(Plant.Default["smt.placement-rate"].Assumed);
    }

    [Fact]
    public void A_plants_own_figure_replaces_the_default_and_is_no_longer_uncertain()
    {
        var (plant, diagnostics) = Read("""
            name: Our plant
            work-centres:
              smt-line: { rate: { value: 62.5, unit: USD/h, source: "controlling 2026" } }
            """);
        Assert.Empty(diagnostics);
        Assert.Equal("Our plant", plant.Name);
        Assert.Equal(62.5m, plant.HourlyRate("smt-line").Value);
        Assert.False(plant.HourlyRate("smt-line").IsUncertain);
        Assert.True(plant.HourlyRate("inspection").IsUncertain);
        Assert.NotEqual(Plant.Default.Sha256, plant.Sha256);
    }

    [Theory]
    [InlineData("work-centres:\n  smt-lyne: { rate: { value: 1, unit: USD/h, source: x } }", "plant.unknown-key", 2)]
    [InlineData("smt:\n  placement-rate: { value: 1, unit: placements/min, source: x }", "plant.wrong-unit", 2)]
    [InlineData("smt:\n  placement-rate: { value: 0, unit: placements/h, source: x }", "plant.out-of-range", 2)]
    [InlineData("smt:\n  placement-rate: { value: fast, unit: placements/h, source: x }", "plant.not-a-number", 2)]
    [InlineData("smt:\n\n  placement-rate: { value: 4000, unit: placements/h }", "plant.no-source", 3)]
    [InlineData("smt:\n  placement-rate: { value: 4000, speed: 3, unit: placements/h, source: x }", "plant.unknown-key", 2)]
    [InlineData("smt:\n  placement-rate: 4000", "plant.not-a-figure", 2)]
    [InlineData("smt: { placement-rate: [ }", "plant.not-yaml", 1)]
    [InlineData("a: &x [1]\nb: *x", "plant.not-yaml", 2)]
    [InlineData("- 1", "plant.not-yaml", 1)]
    [InlineData("currency: EUR", "plant.currency", 1)]
    [InlineData("exchange-rates:\n- { from: EUR, to: USD, rate: 0, date: 2026-01-31 }", "plant.exchange-rate", 2)]
    [InlineData("lead-time:\n  fabrication:\n    50: { value: 4, unit: days, source: x }", "plant.open-table", 2)]
    public void What_is_not_understood_is_named_with_its_line(string text, string code, int line)
    {
        var (plant, diagnostics) = Read(text);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == code && diagnostic.Line == line && diagnostic.File == "plant.yaml");
        Assert.Equal(text.Contains("value: 4000", StringComparison.Ordinal) ? 4000m : 5000m, plant["smt.placement-rate"].Value);
    }

    [Fact]
    public void Deep_nesting_and_binary_rubbish_are_diagnostics()
    {
        Assert.NotEmpty(Read(new string('[', 100_000)).Diagnostics);
        Assert.NotEmpty(PlantFile.Read([0, 255, 1, 2, 3, 200, 10, 0, 0, 7], "plant.yaml").Diagnostics);
        Assert.Empty(Read("").Diagnostics);
    }

    [Theory]
    [InlineData("... !")]
    [InlineData("!!]")]
    [InlineData("%TAG ! ")]
    [InlineData("a: [\u0085@\"")]
    [InlineData("\"\\uD800\\U00110000\"")]
    public void Damage_that_the_library_does_not_name_is_a_diagnostic(string text) => Assert.Equal("plant.not-yaml", Assert.Single(Read(text).Diagnostics).Code);

    [Fact]
    public void A_band_table_gives_the_first_row_whose_bound_is_not_below()
    {
        var bands = Plant.Default.Bands("attrition.by-build-size");
        Assert.Equal(25m, bands.At(1).Value);
        Assert.Equal(17.5m, bands.At(5).Value);
        Assert.Equal(13.5m, bands.At(6).Value);
        Assert.Equal(2m, bands.At(31).Value);
    }

    [Fact]
    public void Another_currency_needs_a_rate_and_names_it_in_every_source()
    {
        Assert.Null(Plant.Default.In(Currency.Eur));
        var (plant, _) = Read("exchange-rates:\n- { from: EUR, to: USD, rate: 1.25, date: 2026-01-31, source: ECB }");
        var euros = plant.In(Currency.Eur)!;
        Assert.Equal(60m, euros.HourlyRate("smt-line").Value);
        Assert.Equal("EUR/h", euros.HourlyRate("smt-line").Unit);
        Assert.Contains("2026-01-31", euros.HourlyRate("smt-line").Source, StringComparison.Ordinal);
        Assert.Equal(5000m, euros["smt.placement-rate"].Value);
    }

    private static (Plant Plant, IReadOnlyList<Diagnostic> Diagnostics) Read(string text)
    {
        var (plant, diagnostics) = PlantFile.Read(Encoding.UTF8.GetBytes(text), "plant.yaml");
        return (plant, diagnostics);
    }
}

public sealed class CalculationTests
{
    [Fact]
    public void Value_and_formula_grow_together()
    {
        var rate = new Figure(50m, "USD/h", "test", false) { Low = 30m, High = 100m };
        var cost = (Calculation.Count(7, "parts") + Calculation.Count(2, "parts")) * Calculation.Of(rate) / Calculation.Count(3600, "s/h");
        Assert.Equal("(7 parts + 2 parts) × 50 USD/h ÷ 3600 s/h", cost.Formula);
        Assert.Equal(new Spread(270m / 3600, 450m / 3600, 900m / 3600), cost.Value);
        Assert.Same(rate, Assert.Single(cost.Figures));
    }

    [Fact]
    public void A_divisor_swaps_low_and_high()
    {
        Assert.Equal(new Spread(2m, 4m, 8m), new Spread(8m, 8m, 8m) / new Spread(1m, 2m, 4m));
    }
}

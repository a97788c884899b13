using Turnkey.Sourcing.Scrub;

namespace Turnkey.Sourcing.Tests.Scrub;

/// <summary>Voltage, tolerance, dielectric and power in columns of their own are asked of the part like those in its value.</summary>
public sealed class StatedParametersTests
{
    [Theory]
    [InlineData("C", "voltage", "100V", "!100V")]
    [InlineData("C", "voltage", "35", "?35V")]
    [InlineData("C", "voltage", "6,3V", "!6.3V")]
    [InlineData("C", "voltage", "6V3", "!6.3V")]
    [InlineData("C", "voltage", "250VAC", "!250VAC")]
    [InlineData("C", "tolerance", "10%", "!±10%")]
    [InlineData("C", "tolerance", "±10 %", "!±10%")]
    [InlineData("C", "tolerance", "10", "?±10%")]
    [InlineData("R", "tolerance", "F", "?±1%")]
    [InlineData("C", "tolerance", "K", "?±10%")]
    [InlineData("C", "tolerance", "+80/-20%", "!+80/-20%")]
    [InlineData("C", "tolerance", "±0.25pF", "!±0.25pF")]
    [InlineData("C", "dielectric", "X7R", "!X7R")]
    [InlineData("C", "dielectric", "NP0", "!C0G")]
    [InlineData("C", "temperature-coefficient", "X5R", "!X5R")]
    [InlineData("R", "power", "1/4W", "!0.25W")]
    [InlineData("R", "power", "1/4", "?0.25W")]
    [InlineData("R", "power", "0.1", "?100mW")]
    [InlineData("R", "power", "125mW", "!0.125W")]
    [InlineData("R", "rating", "0.1W", "!100mW")]
    [InlineData("C", "rating", "50V", "!50V")]
    [InlineData("L", "current", "1.2A", "?1.2A")]
    public void A_cell_is_read_with_the_unit_of_its_heading(string prefix, string column, string cell, string expected)
    {
        var line = Boms.One(Boms.Line(prefix + "1", prefix switch { "C" => "100nF", "L" => "10uH", _ => "10k" }, "0603") with { Stated = Boms.Stated((column, cell)) });
        var fact = Assert.Single(line.Parameters.Facts, fact => fact.Origin.Column == column);
        Assert.Equal(expected.Replace("0.125W", "125mW", StringComparison.Ordinal).Replace("0.25W", "250mW", StringComparison.Ordinal), (fact.Certainty == Certainty.Certain ? "!" : "?") + fact.Text);
        Assert.Empty(line.Generic!.Open);
    }

    [Fact]
    public void A_line_with_a_voltage_of_its_own_is_another_part_than_one_without()
    {
        var bom = Boms.Scrub(Boms.Line("C1", "100nF", "0603") with { Stated = Boms.Stated(("voltage", "100V")) }, Boms.Line("C2", "100nF", "0603", row: 3) with { Stated = Boms.Stated(("voltage", "50V")) }, Boms.Line("C3", "100nF", "0603", row: 4));
        Assert.Equal(3, bom.Lines.Length);
    }

    [Fact]
    public void A_part_below_what_the_columns_ask_is_not_proposed()
    {
        var line = Boms.Line("C1", "100nF", "0603") with { Stated = Boms.Stated(("voltage", "100V"), ("tolerance", "10%"), ("dielectric", "X7R")) };
        Assert.Equal("CL10B104KC8NNNC", Boms.Proposed(line, ("CL10F104ZA8NNNC", "CAP CER 0.1UF 25V Y5V 0603"), ("CL10B104KB8NNNC", "CAP CER 0.1UF 50V X7R 0603"), ("CL10B104KC8NNNC", "CAP CER 0.1UF 100V X7R 0603")));
        Assert.Equal("RC0603FR-0710KL", Boms.Proposed(Boms.Line("R1", "10k", "0603") with { Stated = Boms.Stated(("tolerance", "1%")) }, ("RC0603JR-0710KL", "RES 10K OHM 5% 1/10W 0603"), ("RC0603FR-0710KL", "RES 10K OHM 1% 1/10W 0603")));
        Assert.Equal("", Boms.Proposed(Boms.Line("R1", "10k", "0603") with { Stated = Boms.Stated(("power", "1/4W")) }, ("RC0603JR-0710KL", "RES 10K OHM 5% 1/10W 0603")));
    }

    [Fact]
    public void A_column_that_contradicts_the_value_is_said() =>
        Assert.Contains(Boms.Scrub(Boms.Line("C1", "100nF 50V", "0603") with { Stated = Boms.Stated(("voltage", "16V")) }).Diagnostics, one => one.Code == "scrub.conflict" && one.Message.Contains("voltage", StringComparison.Ordinal));

    [Fact]
    public void A_cell_that_is_not_understood_is_said_and_no_part_is_as_asked()
    {
        var line = Boms.Line("R1", "10k", "0603") with { Stated = Boms.Stated(("temperature-coefficient", "100ppm")) };
        Assert.Contains(Boms.Scrub(line).Diagnostics, one => one.Code == "scrub.demand-open" && one.Message.StartsWith("R1: \"100ppm\" (temperature-coefficient) is not understood", StringComparison.Ordinal));
        Assert.Equal("?RC0603FR-0710KL", Boms.Proposed(line, ("RC0603FR-0710KL", "RES 10K OHM 1% 1/10W 0603")));
    }
}

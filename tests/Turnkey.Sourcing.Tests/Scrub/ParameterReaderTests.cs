using System.Globalization;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Sourcing.Tests.Scrub;

public sealed class ParameterReaderTests
{
    /// <summary>Cells as KiCad, Altium, Eagle, OrCAD, EasyEDA and house databases write them. "!" certain, "?" likely, "~" not to be relied on.</summary>
    [Theory]
    // KiCad
    [InlineData("R", "4k7", "Resistor_SMD:R_0402_1005Metric", "", "!4.7kΩ !0402")]
    [InlineData("R", "4K7", "R_0603_1608Metric_Pad0.98x0.95mm_HandSolder", "", "!4.7kΩ !0603")]
    [InlineData("R", "0R", "R_0402", "", "!0Ω !0402")]
    [InlineData("R", "0R047", "R_2512_6332Metric", "", "!47mΩ !2512")]
    [InlineData("R", "1M5", "R_0805_2012Metric", "", "!1.5MΩ !0805")]
    [InlineData("R", "8k25", "R_0402_1005Metric", "", "!8.25kΩ !0402")]
    [InlineData("R", "R100", "R_2512_6332Metric", "", "?100mΩ !2512")]
    [InlineData("C", "100n", "C_0603_1608Metric", "", "!100nF !0603")]
    [InlineData("C", "2u2", "C_0805_2012Metric", "", "!2.2uF !0805")]
    [InlineData("C", "4p7", "C_0402_1005Metric", "", "!4.7pF !0402")]
    [InlineData("C", "0.1µ", "C_0402_1005Metric", "", "!100nF !0402")]
    [InlineData("C", "1μF", "C_0402_1005Metric", "", "!1uF !0402")]
    [InlineData("C", "1u/16V/X7R", "C_0603_1608Metric", "", "!1uF !16V !X7R !0603")]
    [InlineData("L", "4u7", "L_1210_3225Metric", "", "!4.7uH !1210")]
    [InlineData("L", "2.2uH", "L_0805_2012Metric", "", "!2.2uH !0805")]
    [InlineData("Y", "16MHz", "Crystal_SMD_3225-4Pin_3.2x2.5mm", "", "!16MHz !surface mount")]
    [InlineData("Y", "32.768kHz", "Crystal_SMD_3215-2Pin_3.2x1.5mm", "", "!32.768kHz !surface mount")]
    [InlineData("FB", "600R@100MHz", "L_0603_1608Metric", "", "!600Ω !0603")]
    [InlineData("FB", "120 Ohm @ 100MHz 2A", "L_0402_1005Metric", "Ferrite bead", "!120Ω ?2A !0402")]
    // Altium
    [InlineData("R", "10k", "RESC1005X40N", "Resistor 10k 1% 0402 1/16W", "!10kΩ !±1% !0.0625W ?0402")]
    [InlineData("C", "22pF±5%", "CAPC0402", "", "!22pF !±5% !0402")]
    [InlineData("C", "10uF", "1210", "CAP CER 10UF 50V 10% X7R 1210", "!10uF !±10% !50V !X7R !1210 !ceramic")]
    [InlineData("C", "", "C0402", "CAP 0.1uF 16V +80/-20% Y5V", "!100nF !+80/-20% !16V !Y5V !0402")]
    [InlineData("R", "49R9", "0603", "RES SMD 49.9 OHM 0.1% 1/10W 0603", "!49.9Ω !±0.1% !100mW ?0603")]
    [InlineData("R", "", "0402", "RES 4.7K OHM 1% 1/16W 0402", "!4.7kΩ !±1% !0.0625W ?0402")]
    [InlineData("C", "", "", "CAP CER 4.7UF 6.3V X5R 0402", "!4.7uF !6.3V !X5R ?0402 !ceramic")]
    // Eagle
    [InlineData("R", "10K", "R0402", "RESISTOR, American symbol", "!10kΩ !0402")]
    [InlineData("R", "220", "R0603", "RESISTOR", "?220Ω !0603")]
    [InlineData("R", "0", "R0603", "RESISTOR", "!0Ω !0603")]
    [InlineData("C", ".1uF", "C0805", "CAPACITOR", "!100nF !0805")]
    [InlineData("C", "0.1", "C0805", "CAPACITOR", "?100nF !0805")]
    [InlineData("C", "100uF/16V", "SMC_B", "POLARIZED CAPACITOR", "!100uF !16V")]
    // OrCAD and house databases
    [InlineData("C", "104", "0603", "", "?100nF ?0603")]
    [InlineData("C", "104K", "0603", "", "?100nF ?0603")]
    [InlineData("C", "100", "0603", "", "?0603")]
    [InlineData("C", "220uF_6V3_20%", "7343", "", "!220uF !±20% !6.3V")]
    [InlineData("C", "1uF, 25V, X5R, 10%, 0402", "", "", "!1uF !±10% !25V !X5R ?0402")]
    [InlineData("R", "10k_1%_0402", "", "", "!10kΩ !±1% ?0402")]
    [InlineData("R", "3,3k", "0805", "", "!3.3kΩ !0805")]
    [InlineData("R", "0,47", "1206", "", "?470mΩ !1206")]
    [InlineData("R", "100E", "0805", "", "?100Ω !0805")]
    [InlineData("R", "1m", "2512", "Shunt resistor", "?1mΩ !2512")]
    [InlineData("R", "1mΩ", "2512", "Shunt resistor", "!1mΩ !2512")]
    [InlineData("R", "5mohm", "2512", "Shunt resistor", "?5mΩ !2512")]
    [InlineData("R", "1MOHM", "0805", "Resistor", "?1MΩ !0805")]
    [InlineData("R", "1Meg", "0805", "Resistor", "!1MΩ !0805")]
    [InlineData("R", "2,2 kΩ", "0805", "", "!2.2kΩ !0805")]
    [InlineData("R", "103J", "0805", "", "?10kΩ !0805")]
    [InlineData("C", "10MF", "0805", "", "~10uF !0805")]
    [InlineData("C", "2.2pF ±0.25pF 50V C0G", "0402", "", "!2.2pF !±0.25pF !50V !C0G ?0402")]
    [InlineData("C", "10nF COG", "0603", "", "!10nF !C0G ?0603")]
    [InlineData("C", "1nF NPO 50V", "0603", "", "!1nF !50V !C0G ?0603")]
    [InlineData("C", "100nF X5R or X7R", "0402", "", "!100nF !X5R or X7R ?0402")]
    // EasyEDA and LCSC
    [InlineData("R", "10kΩ", "R0603", "", "!10kΩ !0603")]
    [InlineData("C", "100nF", "C0402", "贴片电容 100nF 16V", "!100nF !16V !0402")]
    [InlineData("C", "10uF", "CAP-SMD_BD6.3-L6.6-W6.6-FD", "", "!10uF !surface mount")]
    [InlineData("R", "5.1kΩ ±1%", "R0402", "", "!5.1kΩ !±1% !0402")]
    [InlineData("X", "8MHz", "CRYSTAL-SMD_4P-L3.2-W2.5-BL", "", "!8MHz !surface mount")]
    [InlineData("X", "12MHz 20pF 10ppm", "SMD3225-4P", "Crystal", "!12MHz ?±10ppm !20pF")]
    [InlineData("R", "１０ｋ", "R0402", "", "!10kΩ !0402")]
    [InlineData("R", "10 k", "R0402", "", "!10kΩ !0402")]
    [InlineData("R", "1206", "", "", "?1.206kΩ")]
    [InlineData("C", "0603", "", "", "?0603")]
    [InlineData("C", "470nF", "1608", "", "!470nF ?0603")]
    [InlineData("C", "470nF", "1608Metric", "", "!470nF !0603")]
    [InlineData("C", "100n", "603", "", "!100nF ?0603")]
    // Quantities that are of something else
    [InlineData("U", "3.3V 1.8-5.5V 100mA 16MHz", "SOT-23-5", "LDO", "!SOT23-5")]
    [InlineData("D", "ESD 0.05pF", "0402", "TVS diode", "?0402")]
    [InlineData("J", "2.54mm 1x04", "", "Header 3A 250V", "")]
    [InlineData("FB", "330R 0.080R 1700mA", "L0603", "Ferrite Bead", "?330Ω ?1.7A !0603")]
    [InlineData("C", "330uF 0.018R 6.3V", "D case", "Tantalum", "!330uF !6.3V !tantalum")]
    public void Cells_of_every_tool_are_read_and_their_certainty_is_honest(string prefix, string value, string footprint, string description, string expected)
    {
        var parameters = Boms.Read(prefix, value, footprint, description);
        Assert.Equal(expected, string.Join(' ', parameters.Facts.Select(fact => (fact.Certainty switch { Certainty.Certain => "!", Certainty.Likely => "?", _ => "~" }) + fact.Text)));
    }

    [Theory]
    [InlineData("C", "10uF", "", "CAP 100nF 0402")]
    [InlineData("R", "10k", "", "RES 1k 1%")]
    [InlineData("R", "10k", "R_0402_1005Metric", "RES 10k R0603")]
    [InlineData("C", "100nF X7R", "", "CAP 100nF Y5V")]
    public void What_columns_say_differently_is_not_certain_and_both_are_shown(string prefix, string value, string footprint, string description)
    {
        var fact = Assert.Single(Boms.Read(prefix, value, footprint, description).Facts, fact => !fact.Contradictions.IsEmpty);
        Assert.NotEqual(Certainty.Certain, fact.Certainty);
        Assert.NotEmpty(fact.Contradictions);
    }

    [Fact]
    public void A_part_better_than_the_demand_is_no_contradiction_and_the_demand_is_shown()
    {
        var parameters = Boms.Read("C", "100nF 16V 20%", "C0402", "", "GRM155R71H104KE14D");
        Assert.Equal("16V", parameters[ParameterName.Voltage]!.Text);
        Assert.Equal("±20%", parameters[ParameterName.Tolerance]!.Text);
        Assert.All(parameters.Facts, fact => Assert.Empty(fact.Contradictions));
    }

    [Fact]
    public void A_part_below_the_demand_is_a_contradiction() =>
        Assert.NotEmpty(Boms.Read("C", "100nF 50V", "C0402", "", "GRM155R71C104KA88D")[ParameterName.Voltage]!.Contradictions);

    [Theory]
    [InlineData("RC0402FR-0710KL", "10kΩ ±1% 0402")]
    [InlineData("RC0603FR-103K3L", "3.3kΩ ±1% 0603")]
    [InlineData("RT0402FRE071KL", "1kΩ ±1% 0402")]
    [InlineData("CC0402KRX7R7BB104", "100nF ±10% 16V X7R 0402")]
    [InlineData("GRM155R71E472KA01D", "4.7nF ±10% 25V X7R 0402")]
    [InlineData("GRM1555C1H1R5CA01D", "1.5pF ±0.25pF 50V C0G 0402")]
    [InlineData("CL05A104KO5NNNC", "100nF ±10% 16V X5R 0402")]
    [InlineData("C1608X5R1C225M", "2.2uF ±20% 16V X5R 0603")]
    [InlineData("C0402C104K4RACTU", "100nF ±10% 16V X7R 0402")]
    [InlineData("C0603C479C5GACTU", "4.7pF ±0.25pF 50V C0G 0603")]
    [InlineData("0603B104K500CT", "100nF ±10% 50V X7R 0603")]
    [InlineData("06035C104JAT2A", "100nF ±5% 50V X7R 0603")]
    [InlineData("TMK107B7224KA-T", "220nF ±10% 25V X7R 0603")]
    [InlineData("CRCW04022K20JNED", "2.2kΩ ±5% 0402")]
    [InlineData("CRCW04020000Z0ED", "0Ω 0402")]
    [InlineData("ERJ-3EKF3902V", "39kΩ ±1% 0603")]
    [InlineData("ERJ-2GEJ103X", "10kΩ ±5% 0402")]
    [InlineData("RK73H1JTTD4R70F", "4.7Ω ±1% 0603")]
    [InlineData("0402WGF1002TCE", "10kΩ ±1% 0.0625W 0402")]
    [InlineData("0603WAF220JT5E", "22Ω ±1% 100mW 0603")]
    [InlineData("WSLP27261L000FEA", "1mΩ ±1% 2726")]
    [InlineData("BLM18KG331SN1D", "330Ω 0603")]
    [InlineData("SLC1175-301MEC", "300nH ±20%")]
    [InlineData("LQH32CN100K23L", "10uH ±10%")]
    [InlineData("ABMM2-8.000MHZ-E2-T", "8MHz")]
    public void Part_numbers_of_the_big_series_say_what_the_part_is(string mpn, string expected) =>
        Assert.Equal(expected, string.Join(' ', Boms.Read("", "", "", "", mpn).Facts.Select(fact => fact.Text)));

    [Theory]
    [InlineData("RC0402FR-07")]
    [InlineData("GRM39X472J50D")]
    [InlineData("STM32F407VGT6")]
    [InlineData("C0402")]
    [InlineData("CL-505S-X-SD-T")]
    [InlineData("0402")]
    public void Other_numbers_say_nothing(string mpn) => Assert.Null(SeriesDecoding.Decode(mpn, "mpn"));

    [Fact]
    public void Any_text_is_read_without_an_exception_and_twice_the_same() => Laws.Hold(Laws.AnyText, Same);

    [Fact]
    public void Any_pile_of_pieces_is_read_without_an_exception_and_twice_the_same() => Laws.Hold(Laws.CellLikeText, Same);

    private static void Same(string text)
    {
        foreach (var prefix in new[] { "R", "C" })
        {
            var first = Boms.Read(prefix, text, text, text, text);
            var again = Boms.Read(prefix, text, text, text, text);
            Assert.Equal(first.Facts.Select(fact => (fact.Name, fact.Text, fact.Certainty)), again.Facts.Select(fact => (fact.Name, fact.Text, fact.Certainty)));
        }
    }

    [Fact]
    public void A_printed_parameter_is_read_as_the_same_number()
    {
        var numbers = FsCheck.Fluent.Gen.Zip(FsCheck.Fluent.Gen.Choose(1, 999_999), FsCheck.Fluent.Gen.Choose(-12, 6));
        Laws.Hold(numbers, pair =>
        {
            var factor = decimal.Parse("1e" + pair.Item2.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
            foreach (var (prefix, name) in new[] { ("R", ParameterName.Resistance), ("C", ParameterName.Capacitance), ("L", ParameterName.Inductance), ("Y", ParameterName.Frequency) })
            {
                var number = pair.Item1 * factor / 1000;
                if (name == ParameterName.Resistance && number >= 1e9m || name == ParameterName.Resistance && number < 1e-3m) continue;
                if (name is ParameterName.Capacitance or ParameterName.Inductance && number >= 1) continue;
                if (name == ParameterName.Frequency && number < 1) continue;
                var printed = ParameterText.Of(name, number);
                if (printed.Length > 24) continue;
                var fact = Boms.Read(prefix, printed)[name];
                Assert.Equal(number, fact?.Number);
                // Millifarads are written by nobody and read with care.
                if (name != ParameterName.Capacitance || number < 1e-3m) Assert.Equal(Certainty.Certain, fact?.Certainty);
            }
        });
    }

    [Fact]
    public void A_hostile_cell_is_cut()
    {
        var parameters = Boms.Read("R", string.Concat(Enumerable.Repeat("10k,", 200_000)));
        Assert.Equal(10_000m, parameters[ParameterName.Resistance]?.Number);
    }

    [Theory]
    [InlineData("SMDSW", "TS-1088R-02026", "TS-1088R-02026")]
    [InlineData("SW", "TS-1088R", "")]
    [InlineData("", "TS-1088R-02026", "")]
    [InlineData("R", "WSL-1088R-02026", "")]
    [InlineData("C", "ABC-104K-25X9", "")]
    [InlineData("L", "SRN-4R7M-6045", "")]
    public void Letters_within_a_part_number_are_no_value(string prefix, string value, string description) =>
        Assert.DoesNotContain(Boms.Read(prefix, value, "", description).Facts, fact => fact.Number is not null && fact.Name is ParameterName.Resistance or ParameterName.Capacitance or ParameterName.Inductance);

    [Theory]
    [InlineData("SMDSW")]
    [InlineData("EXSW")]
    [InlineData("SW")]
    public void A_switch_is_no_resistor_whatever_it_is_called(string prefix) => Assert.Equal(ComponentKind.Switch, Boms.Read(prefix, "1088R").Kind.Value);

    [Theory]
    [InlineData("R", "RES-10K-0402-1%", "10kΩ")]
    [InlineData("R", "10K-1%", "10kΩ")]
    [InlineData("C", "CAP-CER-100nF-50V", "100nF")]
    [InlineData("C", "0.1uF-X7R-50V-0603", "100nF")]
    [InlineData("R", "4R7", "4.7Ω")]
    public void Words_that_dashes_join_are_read_where_each_says_something(string prefix, string value, string said)
    {
        var part = Boms.Read(prefix, value);
        var fact = Assert.Single(part.Facts, fact => fact.Name == PartParameters.PrincipalOf(part.Kind.Value));
        Assert.Equal((said, Certainty.Certain), (fact.Text, fact.Certainty));
    }

    [Fact]
    public void A_letter_for_ohms_is_certain_only_on_a_part_that_is_a_resistor() => Assert.DoesNotContain(Boms.Read("", "4R7").Facts, fact => fact.Certainty == Certainty.Certain);

    [Theory]
    [InlineData("R", "150R@100MHz", "Ferrite Bead", "150Ω")]
    [InlineData("R", "150R@100MHz", "", "150Ω")]
    [InlineData("R", "600R", "FERRITE BEAD 600 OHM 0603", "600Ω")]
    public void A_ferrite_under_R_has_an_impedance(string prefix, string value, string description, string impedance)
    {
        var part = Boms.Read(prefix, value, "", description);
        Assert.Equal((ComponentKind.Ferrite, impedance), (part.Kind.Value, part[ParameterName.Impedance]!.Text));
        Assert.Null(part[ParameterName.Resistance]);
    }

    [Fact]
    public void A_resistor_that_only_mentions_ferrite_stays_one() =>
        Assert.Equal(ComponentKind.Resistor, Boms.Read("R", "0R", "", "Resistor 0R 0603 (in place of ferrite)").Kind.Value);

    [Theory]
    [InlineData("Q", "D2PAK-7", Certainty.Likely)]
    [InlineData("Q", "D2PAK", Certainty.Certain)]
    [InlineData("D", "DO-214AC-SMA_Unidir", Certainty.Likely)]
    [InlineData("U", "SOIC-8 150mil", Certainty.Certain)]
    [InlineData("U", "LQFP100-14X14MM", Certainty.Certain)]
    public void A_footprint_that_says_more_than_the_package_makes_it_likely_only(string prefix, string footprint, Certainty certainty) =>
        Assert.Equal(certainty, Boms.Read(prefix, "", footprint, "", "X")[ParameterName.Package]!.Certainty);
}

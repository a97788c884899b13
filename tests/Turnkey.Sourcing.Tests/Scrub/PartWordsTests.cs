using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Sourcing.Tests.Scrub;

/// <summary>Kind, making and mounting are asked of a part like its value; what is not understood keeps a part from being as asked.</summary>
public sealed class PartWordsTests
{
    private static readonly (string, string)[] Catalogue =
    [
        ("RC0805FR-072KL", "RES 2K OHM 1% 1/8W 0805"), ("CFR-12JB-52-2K", "RES 2K OHM 5% 1/6W AXIAL"), ("RC1206FR-0710KL", "RES 10K OHM 1% 1/4W 1206"), ("MFR-25FBF52-10K", "RES 10K OHM 1% 1/4W AXIAL"),
        ("RC0603FR-0710KL", "RES 10K OHM 1% 1/10W 0603"), ("3296W-1-103LF", "TRIMMER 10K OHM 0.5W PC PIN TOP"), ("NCP18XH103F03RB", "THERMISTOR NTC 10KOHM 3380K 0603"),
        ("TAJA106K016RNJ", "CAP TANT 10UF 10% 16V 1206"), ("CL31B106KOHNNNE", "CAP CER 10UF 16V X7R 1206"), ("GRM31CR61E106KA12L", "CAP CER 10UF 25V X5R 1206"), ("ECA-1EM100", "CAP ALUM 10UF 20% 25V RADIAL"),
        ("EEE-1EA100SR", "CAP ALUM 10UF 20% 25V SMD"), ("GRM188R72E332KW07D", "CAP CER 3300PF 250V X7R 0603"), ("DE2E3KY332MN3AM02F", "CAP CER 3300PF 250VAC X1/Y2 RADIAL"), ("ECP-U1C105MA5", "CAP FILM 1UF 20% 16VDC 0805"), ("CL21B105KBFNNNE", "CAP CER 1UF 50V X7R 0805"),
    ];

    /// <summary>What a line says, and what is proposed for it; "?" where not all that is asked is known.</summary>
    [Theory]
    [InlineData("R1", "2k/1/8W", "R_0.125W_PTH", "", "CFR-12JB-52-2K")]
    [InlineData("R1", "10k", "R_Axial_DIN0207_L6.3mm_D2.5mm_P10.16mm_Horizontal", "", "MFR-25FBF52-10K")]
    [InlineData("R1", "10k", "", "RES 10K OHM 1% 1/4W AXIAL through hole", "MFR-25FBF52-10K")]
    [InlineData("R1", "10k THT", "", "", "MFR-25FBF52-10K")]
    [InlineData("R1", "10k", "0603", "", "RC0603FR-0710KL")]
    [InlineData("R1", "10k", "0603", "Current sense wirewound", "?RC0603FR-0710KL")]
    [InlineData("R1", "10k trimmer", "3296W", "", "?3296W-1-103LF")]
    [InlineData("R1", "10k", "0805", "Potentiometer", "")]
    [InlineData("RV1", "10k", "3296W", "", "?3296W-1-103LF")]
    [InlineData("TH1", "10k", "0603", "", "?NCP18XH103F03RB")]
    [InlineData("RT1", "10k", "0603", "NTC thermistor", "?NCP18XH103F03RB")]
    [InlineData("C1", "10uF 25V", "CP_Radial_D5.0mm_P2.50mm", "", "ECA-1EM100")]
    [InlineData("C1", "10uF 25V electrolytic", "", "", "ECA-1EM100 EEE-1EA100SR")]
    [InlineData("C1", "10uF", "C_Elec_4x5.4", "", "EEE-1EA100SR")]
    [InlineData("C1", "10uF 16V TANT", "1206", "", "TAJA106K016RNJ")]
    [InlineData("C1", "10uF 16V", "1206", "", "CL31B106KOHNNNE GRM31CR61E106KA12L")]
    [InlineData("C1", "3.3nF Y2 250VAC", "", "", "DE2E3KY332MN3AM02F")]
    [InlineData("C1", "3.3nF 250VAC X1/Y2", "", "", "DE2E3KY332MN3AM02F")]
    [InlineData("C1", "3.3nF Y1", "", "", "")]
    [InlineData("C1", "1uF", "0805", "Film PPS", "ECP-U1C105MA5")]
    [InlineData("C1", "10uF lowESR", "1206", "", "?CL31B106KOHNNNE ?GRM31CR61E106KA12L")]
    [InlineData("C1", "10uF", "MYLIB-CAP7", "", "?CL31B106KOHNNNE ?GRM31CR61E106KA12L ?ECA-1EM100 ?EEE-1EA100SR ?TAJA106K016RNJ")]
    public void Only_parts_of_the_kind_making_and_mounting_are_proposed(string designator, string value, string footprint, string description, string expected) =>
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), Boms.Proposed(Boms.Line(designator, value, footprint, description), Catalogue).Split(' ').Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("CP_EIA-3216-18_Kemet-A", "", "electrolytic or polymer or tantalum")]
    [InlineData("CP_EIA-3216-18_Kemet-A", "Tantalum capacitor", "tantalum")]
    [InlineData("Tantal_A", "", "tantalum")]
    [InlineData("1210", "Al polymer 25V", "polymer")]
    [InlineData("", "CAP ALUM POLY 100UF", "polymer")]
    public void Footprint_and_words_together_say_how_it_is_made(string footprint, string description, string expected) =>
        Assert.Equal(expected, Boms.Read("C", "10uF", footprint, description)[ParameterName.Technology]!.Text);

    [Fact]
    public void What_a_mounting_column_says_is_asked() =>
        Assert.Equal("MFR-25FBF52-10K", Boms.Proposed(Boms.Line("R1", "10k") with { Stated = Boms.Stated(("mounting", "THT")) }, Catalogue));

    [Fact]
    public void Parts_of_different_kind_or_mounting_are_not_bought_together()
    {
        var bom = Boms.Scrub(Boms.Line("R1", "10k"), Boms.Line("R2", "10k THT", row: 3), Boms.Line("TH1", "10k", row: 4), Boms.Line("R4", "10k", "", "wirewound", row: 5));
        Assert.Equal(4, bom.Lines.Length);
    }

    [Fact]
    public void What_is_not_understood_is_said()
    {
        var said = Boms.Scrub(Boms.Line("C1", "10uF lowESR", "1206")).Diagnostics.Single(one => one.Code == "scrub.demand-open");
        Assert.Equal("C1: \"lowESR\" (value) is not understood, so no part is said to have what is asked; name the part number", said.Message);
    }

    [Theory]
    [InlineData("C", "100n/X7R/0402", "C_0402_1005Metric", "")]
    [InlineData("R", "10k 1% 0402", "R_0402_1005Metric", "Resistor for the divider")]
    [InlineData("C", "1uF, 25V, X5R, 10%, 0402", "", "CAP CER")]
    [InlineData("R", "120 Ohm", "R_0603_1608Metric_Pad0.98x0.95mm_HandSolder", "")]
    [InlineData("C", "10uF", "CAP-SMD_BD6.3-L6.6-W6.6-FD", "")]
    public void Usual_cells_leave_nothing_open(string prefix, string value, string footprint, string description) => Assert.Empty(Boms.Read(prefix, value, footprint, description).Open);
}

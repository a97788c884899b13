using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.PartNumbers;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Tests.Scrub;

public sealed class PartNumberTests
{
    [Theory]
    [InlineData("MPN: RC0402FR-0710KL", "RC0402FR-0710KL")]
    [InlineData("P/N RC0402FR-0710KL", "RC0402FR-0710KL")]
    [InlineData("'RC0402FR-0710KL'", "RC0402FR-0710KL")]
    [InlineData("“LM358–N”", "LM358-N")]
    [InlineData(" 150 060 VS7 5000 ", "150 060 VS7 5000")]
    [InlineData("YAGEO RC0402FR-0710KL", "RC0402FR-0710KL")]
    [InlineData("Texas Instruments SN74LVC1G07DCKR", "SN74LVC1G07DCKR")]
    [InlineData("RC0402FR-0710KL (Yageo)", "RC0402FR-0710KL")]
    [InlineData("PN2222A", "PN2222A")]
    [InlineData("19-217/R6C-AL1M2VY/3T", "19-217/R6C-AL1M2VY/3T")]
    [InlineData("MCP1754T-3302E/OT", "MCP1754T-3302E/OT")]
    [InlineData("74LVC1G07GV,125", "74LVC1G07GV,125")]
    [InlineData("LM2664M6/NOPB", "LM2664M6/NOPB")]
    [InlineData("ME6211C33M5G-N or RT9080-33GJ5", "ME6211C33M5G-N|RT9080-33GJ5")]
    [InlineData("GRM155R71H104KE14D; CL05B104KB54PNC", "GRM155R71H104KE14D|CL05B104KB54PNC")]
    [InlineData("GRM155R71H104KE14D,CL05B104KB54PNC", "GRM155R71H104KE14D|CL05B104KB54PNC")]
    [InlineData("GRM155R71H104KE14D / CL05B104KB54PNC", "GRM155R71H104KE14D|CL05B104KB54PNC")]
    [InlineData("LM358D/LM358DT", "LM358D|LM358DT")]
    [InlineData("LM358DR/LM358DT", "LM358DR|LM358DT")]
    [InlineData("BC847B/BC847C", "BC847B|BC847C")]
    [InlineData("LM358D/DR", "LM358D/DR")]
    [InlineData("BC847/2N390", "BC847/2N390")]
    [InlineData("GRM155R71H104KE14D/CL05B104KB54PNC", "GRM155R71H104KE14D|CL05B104KB54PNC")]
    [InlineData("GRM155R71H104KE14D\nCL05B104KB54PNC", "GRM155R71H104KE14D|CL05B104KB54PNC")]
    public void Cells_are_cleaned_and_cut_into_their_numbers(string cell, string numbers) =>
        Assert.Equal(numbers, string.Join('|', PartNumberText.Read(cell, "mpn").Numbers.Select(number => number.Number.Text)));

    [Theory]
    [InlineData("ANY", "any")]
    [InlineData("n/a", "unsaid")]
    [InlineData("TBD", "unsaid")]
    [InlineData("???", "unsaid")]
    [InlineData("Generic", "generic")]
    [InlineData("<TBD>", "unsaid")]
    [InlineData("~", "unsaid")]
    public void Placeholders_are_no_numbers(string cell, string meaning)
    {
        var read = PartNumberText.Read(cell, "mpn");
        Assert.Empty(read.Numbers);
        Assert.Equal(meaning, read.Placeholder);
    }

    [Theory]
    [InlineData("100nF")]
    [InlineData("10k 1%")]
    [InlineData("4k7")]
    [InlineData("0.1uF/50V/X7R")]
    [InlineData("22pF 50V 0402")]
    public void A_value_in_the_number_column_is_told_as_one(string cell)
    {
        var read = PartNumberText.Read(cell, "mpn");
        Assert.Empty(read.Numbers);
        Assert.Equal(cell, read.Value);
    }

    [Theory]
    [InlineData("C14663", "LCSC", Certainty.Certain)]
    [InlineData("296-1234-ND", "Digi-Key", Certainty.Certain)]
    [InlineData("311-10.0KLRCT-ND", "Digi-Key", Certainty.Certain)]
    [InlineData("296-39066-1-ND", "Digi-Key", Certainty.Certain)]
    [InlineData("512-FDN340P", "Mouser", Certainty.Likely)]
    [InlineData("81-GRM155R71H104KE14", "Mouser", Certainty.Likely)]
    [InlineData("38K2345", "Newark", Certainty.Certain)]
    public void Distributors_codes_in_the_number_column_are_recognised(string cell, string distributor, Certainty certainty)
    {
        var read = PartNumberText.Read(cell, "mpn");
        Assert.Empty(read.Numbers);
        var code = Assert.Single(read.Codes);
        Assert.Equal((distributor, certainty), (code.Distributor, code.Certainty));
    }

    [Theory]
    [InlineData("C0402")]
    [InlineData("C1206")]
    [InlineData("C12")]
    [InlineData("54-00164")]
    [InlineData("1757242")]
    [InlineData("745-1234")]
    [InlineData("10118192-0001LF")]
    public void What_only_looks_like_a_code_is_none_without_the_distributors_name(string cell) => Assert.Null(DistributorCodes.Alone(cell, "mpn"));

    [Theory]
    [InlineData("Farnell", "1757242")]
    [InlineData("RS", "745-1234")]
    [InlineData("LCSC", "C123")]
    [InlineData("Mouser", "581-06035C104JAT2A")]
    [InlineData("DigiKey", "732-7431-1-ND")]
    public void With_the_distributors_name_it_is_certain(string distributor, string code) =>
        Assert.Equal(Certainty.Certain, DistributorCodes.Of(distributor, code, "supplier-code")?.Certainty);

    [Theory]
    [InlineData("LM2664M6/NOPB", "LM2664M6", "Texas Instruments")]
    [InlineData("LTC3780EG#TRPBF", "LTC3780EG#PBF", "Linear Technology")]
    [InlineData("74LVC1G07GV,125", "74LVC1G07GV,115", "Nexperia")]
    [InlineData("AD8605ARTZ-REEL7", "AD8605ARTZ-REEL", "Analog Devices")]
    [InlineData("C0402C104K4RACTU", "C0402C104K4RAC", "KEMET")]
    [InlineData("D5V0L1B2LP3-7", "D5V0L1B2LP3-13", "Diodes")]
    [InlineData("MMBT3904T1G", "MMBT3904T3G", "onsemi")]
    [InlineData("SP3232EEA-L/TR", "SP3232EEA-L", null)]
    [InlineData("GRM155R71E472KA01D", "GRM155R71E472KA01J", "Murata")]
    public void Numbers_that_differ_in_packaging_are_one_part(string a, string b, string? maker) => Assert.True(PackagingVariants.SamePart(Boms.Number(a), Boms.Number(b), maker));

    [Theory]
    [InlineData("LM358-N", "LM358", "Texas Instruments")]
    [InlineData("MCP1824T-1202E/OT", "MCP1824T-0802E/OT", "Microchip")]
    [InlineData("RC0402FR-0710KL", "RC0402JR-0710KL", "Yageo")]
    [InlineData("D5V0L1B2LP3-7", "D5V0L1B2LP3-13", "Vishay")]
    public void Other_differences_make_another_part(string a, string b, string? maker) => Assert.False(PackagingVariants.SamePart(Boms.Number(a), Boms.Number(b), maker));

    [Fact]
    public void Any_text_is_read_without_an_exception() => Laws.Hold(Laws.AnyText, Read);

    [Fact]
    public void Any_pile_of_pieces_is_read_without_an_exception() => Laws.Hold(Laws.CellLikeText, Read);

    [Fact]
    public void One_spelling_is_reached_in_one_step() => Laws.Hold(Laws.CellLikeText, text => Assert.Equal(CellText.Plain(text), CellText.Plain(CellText.Plain(text))));

    [Fact]
    public void A_cleaned_number_is_clean() => Laws.Hold(Laws.CellLikeText, text =>
    {
        foreach (var number in PartNumberText.Read(text, "mpn").Numbers.Where(number => PartNumberText.Read(number.Number.Text, "mpn").Numbers.Length == 1))
            Assert.Equal(number.Number.Key, PartNumberText.Read(number.Number.Text, "mpn").Numbers[0].Number.Key);
    });

    private static void Read(string text)
    {
        var cell = PartNumberText.Read(text, "mpn");
        Assert.True(cell.Numbers.Length + cell.Codes.Length <= 20);
    }
}

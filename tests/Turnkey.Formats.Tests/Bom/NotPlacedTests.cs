using Turnkey.Formats.Bom;
using Turnkey.Formats.Tests.Tables;

namespace Turnkey.Formats.Tests.Bom;

public sealed class NotPlacedTests
{
    private static bool[] Marks(string text) => [.. BomReader.Read("bom.csv", TableFixtures.Sheet(text))!.Lines.Select(line => line.DoNotPlace)];

    [Theory]
    [InlineData("DNP", "", false)]
    [InlineData("DNP", "x", true)]
    [InlineData("DNP", "DNP", true)]
    [InlineData("DNF", "yes", true)]
    [InlineData("Do not populate", "0", false)]
    [InlineData("Do not populate", "TRUE", true)]
    [InlineData("Exclude from board", "Excluded", true)]
    [InlineData("Nicht bestücken", "ja", true)]
    [InlineData("Populate", "no", true)]
    [InlineData("Populate", "Yes", false)]
    [InlineData("Fitted", "Not Fitted", true)]
    [InlineData("Fitted", "Fitted", false)]
    [InlineData("Place (YES/NO)", "NO", true)]
    [InlineData("Mount", "1", false)]
    [InlineData("Mount", "0", true)]
    [InlineData("Bestückt", "nein", true)]
    [InlineData("Config", "DNP", true)]
    [InlineData("Config", "+DEBUG", false)]
    [InlineData("Notes", "do not fit", true)]
    [InlineData("Notes", "nicht bestückt", true)]
    [InlineData("Notes", "Ne pas monter !", true)]
    [InlineData("Remarks", "no montar", true)]
    [InlineData("备注", "不贴", true)]
    [InlineData("Comment", "Voltage important", false)]
    [InlineData("Description", "Relay, NC contact", false)]
    [InlineData("Description", "Resistor - do not populate", true)]
    [InlineData("Description", "Do not exceed 260 C", false)]
    public void Columns_and_words_say_it(string heading, string cell, bool notPlaced) =>
        Assert.Equal([notPlaced, false], Marks($"Ref,Qty,Value,MPN,{heading}\nR1,1,10k,RC0402FR-0710KL,{cell}\nC1,1,1u,GRM155R71C104KA88D,\n"));

    [Theory]
    [InlineData("DNP", true)]
    [InlineData("DNI", true)]
    [InlineData("10k DNP", true)]
    [InlineData("10k/DNF", true)]
    [InlineData("10k (NC)", true)]
    [InlineData("NC", true)]
    [InlineData("N.C.", true)]
    [InlineData("n/m", true)]
    [InlineData("no-stuff", true)]
    [InlineData("NC7SZ125", false)]
    [InlineData("DNP12345A", false)]
    [InlineData("NP0 100p", false)]
    [InlineData("Not", false)]
    public void Values_say_it(string value, bool notPlaced) => Assert.Equal([notPlaced, false], Marks($"Ref,Qty,Value\nR1,1,{value}\nC1,1,1u\n"));

    [Fact]
    public void Quantity_zero_says_it_and_the_places_stay()
    {
        var lines = BomReader.Read("bom.csv", TableFixtures.Sheet("Ref,Qty,Value\n\"R1,R2\",0,10k\nC1,1,1u\nC2,DNP,1u\n"))!.Lines;
        Assert.Equal([true, false, true], lines.Select(line => line.DoNotPlace));
        Assert.Equal([2, 1, 1], lines.Select(line => line.Quantity));
    }

    [Fact]
    public void A_part_number_that_says_it_is_none()
    {
        var line = BomReader.Read("bom.csv", TableFixtures.Sheet("Ref,Qty,Manufacturer,MPN\nR1,1,DNP,DNP\nC1,1,Murata,GRM155R71C104KA88D\n"))!.Lines[0];
        Assert.Equal((true, null, null), (line.DoNotPlace, line.Mpn?.Text, line.Manufacturer));
    }
}

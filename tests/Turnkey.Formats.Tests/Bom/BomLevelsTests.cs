using Turnkey.Designs.Parts;
using Turnkey.Formats.Bom;
using Turnkey.Formats.Tests.Tables;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Bom;

public sealed class BomLevelsTests
{
    private static BomReading Read(string text) => BomReader.Read("bom.csv", TableFixtures.Sheet(text, "bom.csv")) ?? throw new InvalidOperationException("no parts list");

    private static string Shown(BomLine line) => $"{string.Join('/', line.Within)}: {line.Quantity} {line.Mpn}";

    [Theory]
    [InlineData("1", "2", "3")]
    [InlineData("0", "1", "2")]
    [InlineData("1.0", "2.0", "3.0")]
    [InlineData(".1", "..2", "...3")]
    [InlineData("L1", "L2", "L3")]
    [InlineData("1", "1.1", "1.1.1")]
    public void Quantities_are_multiplied_along_the_levels(string first, string second, string third)
    {
        var reading = Read($"""
            Level,Part Number,Description,Manufacturer,Qty
            {first},ASSY-100,Gateway,,1
            {second},PCBA-200,Main board,,2
            {third},RC0402FR-0710KL,Resistor,Yageo,5
            {third},GRM155R71H104KE14D,Capacitor,Murata,3
            {second},M3X8-ISO7380,Screw,Bossard,4
            """);
        Assert.Equal(["Gateway/Main board: 10 RC0402FR-0710KL", "Gateway/Main board: 6 GRM155R71H104KE14D", "Gateway: 4 M3X8-ISO7380"], reading.Lines.Select(Shown));
        Assert.Equal([2, 2, 1], reading.Lines.Select(line => line.Times));
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "bom.levels");
    }

    [Fact]
    public void Designators_are_those_of_one_sub_assembly_and_the_quantity_counts_all()
    {
        var line = Assert.Single(Read("""
            Level,Part Number,Description,Designator,Qty
            1,PCBA-200,Main board,,2
            2,RC0402FR-0710KL,Resistor,"R1,R2",2
            """).Lines);
        Assert.Equal((2, 4, 2), (line.Designators.Length, line.Quantity, line.Times));
    }

    [Fact]
    public void Parents_and_children_are_followed_wherever_the_rows_stand()
    {
        var reading = Read("""
            Parent,Item Code,MPN,Description,Qty
            PCBA-200,P-1,RC0402FR-0710KL,Resistor,5
            ASSY-100,PCBA-200,,Main board,2
            ASSY-100,P-2,M3X8-ISO7380,Screw,4
            ,ASSY-100,,Gateway,1
            """);
        Assert.Equal(["Gateway/Main board: 10 RC0402FR-0710KL", "Gateway: 4 M3X8-ISO7380"], reading.Lines.Select(Shown));
    }

    [Fact]
    public void An_assembly_that_is_part_of_itself_is_told_and_ends()
    {
        var reading = Read("""
            Parent,Item Code,MPN,Description,Qty
            A-1,A-1,,Board,2
            A-1,P-1,RC0402FR-0710KL,Resistor,5
            A-1,P-2,RC0402FR-0720KL,Resistor,5
            """);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic is { Code: "bom.level-loop", Severity: Severity.Error });
    }

    [Fact]
    public void One_level_alone_changes_nothing()
    {
        var reading = Read("""
            Level,Designator,MPN,Qty
            1,"R1,R2",RC0402FR-0710KL,2
            1,C1,GRM155R71H104KE14D,1
            """);
        Assert.Equal([": 2 RC0402FR-0710KL", ": 1 GRM155R71H104KE14D"], reading.Lines.Select(Shown));
        Assert.DoesNotContain(reading.Diagnostics, diagnostic => diagnostic.Code == "bom.levels");
    }

    [Fact]
    public void Quantities_beyond_reason_are_told()
    {
        var reading = Read("""
            Level,Part Number,Description,Qty
            1,ASSY-100,Gateway,90000
            2,PCBA-200,Main board,90000
            3,RC0402FR-0710KL,Resistor,90000
            """);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic is { Code: "bom.level-quantity", Severity: Severity.Error });
    }
}

using Turnkey.Designs.Parts;
using Turnkey.Formats.Bom;
using Turnkey.Formats.Tables;
using Turnkey.Formats.Tests.Tables;

namespace Turnkey.Formats.Tests.Bom;

public sealed class HeadlessBomTests
{
    /// <summary>The sample board's list, of our own making.</summary>
    private static string Sample()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "samples", "sensor-node", "sensor-node-bom.csv");
            if (File.Exists(path)) return File.ReadAllText(path);
        }
        throw new InvalidOperationException("no sample board");
    }

    private static BomReading Read(string text) => TableClassifier.Classify("list-bom.csv", TableFixtures.Sheet(text)).Bom ?? throw new InvalidOperationException("no parts list");

    [Fact]
    public void A_list_without_heading_says_the_same_as_with_it()
    {
        var text = Sample();
        var whole = Read(text);
        var headless = Read(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Assert.Equal(0, headless.HeaderLine);
        Assert.Contains(headless.Diagnostics, diagnostic => diagnostic.Code == "bom.no-header");
        Assert.Equal(42, headless.Lines.Length);
        Assert.Equal(whole.Lines.Select(Told), headless.Lines.Select(Told));
        Assert.Equal(2, headless.Lines.Count(line => line.DoNotPlace));
    }

    private static string Told(BomLine line) =>
        string.Join('|', [string.Join(' ', line.Designators), $"{line.Quantity}", line.Manufacturer, $"{line.Mpn}", line.Value, line.Footprint, line.Description, $"{line.DoNotPlace}"]);

    [Fact]
    public void A_row_of_parts_whose_words_are_headings_elsewhere_is_no_heading()
    {
        var reading = Read("""
            R1,1,RC0402FR-071KL,Resistor value 1k,0402
            J1,1,Header,Component,Package
            C1,1,GRM155R71C104KA88D,Capacitor value 100n,0402
            """);
        Assert.Equal(["R1", "J1", "C1"], reading.Lines.Select(line => line.Designators[0].Text));
    }

    [Fact]
    public void Names_of_classes_are_not_taken_for_makers()
    {
        var reading = Read("""
            "R1,R2",2,Resistor,RC0402FR-071KL
            R3,1,Resistor,RC0402FR-0710KL
            "C1,C2,C3",3,Capacitor,GRM155R71C104KA88D
            C4,1,Capacitor,GRM155R61A105KE15D
            """);
        Assert.DoesNotContain(reading.Columns, column => column.Field == BomField.Manufacturer);
        Assert.Equal("GRM155R61A105KE15D", reading.Lines[3].Mpn?.Text);
    }

    [Fact]
    public void Headings_that_look_a_little_like_data_stay_headings()
    {
        var reading = Read("""
            Designator,Quantity,V1,V2,MPN,Value
            "R1,R2",2,x,x,RC0402FR-071KL,1k
            C1,1,x,,GRM155R71C104KA88D,100n
            """);
        Assert.Equal((1, 2), (reading.HeaderLine, reading.Lines.Length));
    }
}

using Turnkey.Plants;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Generics;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Sourcing.Tests.Scrub;

/// <summary>A comma before three digits: decided from all values of the column, and said; open where they do not say.</summary>
public sealed class NumberStyleTests
{
    [Theory]
    [InlineData("1,000|4.7k", "Thousands")]
    [InlineData("1,000|1,000,000", "Thousands")]
    [InlineData("1,000|1,234.5", "Thousands")]
    [InlineData("1,000|0.125", "Thousands")]
    [InlineData("1,000|4,7k", "Decimal")]
    [InlineData("1,000|0,125", "Decimal")]
    [InlineData("1,000|1.234,5", "Decimal")]
    [InlineData("1,000|10,000", "Open")]
    [InlineData("1,000|16.000MHz", "Open")]
    [InlineData("1,000|4,7k|4.7k", "Open")]
    [InlineData("1,000|22,10%|0402,1", "Open")]
    [InlineData("1,000|100nF,50V|R1,5", "Open")]
    public void A_column_says_what_its_commas_are(string cells, string comma) => Assert.Equal(comma, NumberStyle.Of(cells.Split('|')).Comma.ToString());

    [Theory]
    [InlineData("C", "1,000pF", "4.7nF", "?1nF")]
    [InlineData("C", "1,000 pF 50V", "4.7nF", "?1nF !50V")]
    [InlineData("C", "1,000pF", "4,7nF", "?1pF")]
    [InlineData("C", "2,200uF", "2.2uF", "?2.2mF")]
    [InlineData("R", "1,000", "4.7k", "?1kΩ")]
    [InlineData("R", "1,000R", "4.7k", "?1kΩ")]
    [InlineData("R", "10,000", "4.7k", "?10kΩ")]
    [InlineData("R", "1,000,000", "", "?1MΩ")]
    [InlineData("C", "1,000,000pF", "", "!1uF")]
    [InlineData("R", "1,234.5R", "", "!1.2345kΩ")]
    [InlineData("R", "1.234,5R", "", "!1.2345kΩ")]
    [InlineData("R", "10'000", "", "?10kΩ")]
    [InlineData("R", "10 000", "", "?10kΩ")]
    [InlineData("R", "3,3k", "4.7k", "!3.3kΩ")]
    [InlineData("R", "0,470", "4.7k", "?470mΩ")]
    public void A_number_with_a_comma_is_read_as_its_column_writes_numbers(string prefix, string value, string other, string expected)
    {
        var line = Boms.Scrub(Boms.Line(prefix + "1", value), Boms.Line("X1", other, row: 3)).Lines.First(one => one.First.Value == value);
        Assert.Equal(expected, string.Join(' ', line.Parameters.Facts.Select(fact => (fact.Certainty switch { Certainty.Certain => "!", Certainty.Likely => "?", _ => "~" }) + fact.Text)));
    }

    [Fact]
    public void A_comma_that_the_column_decides_is_said()
    {
        var bom = Boms.Scrub(Boms.Line("C1", "1,000pF", "0603"), Boms.Line("C2", "4.7nF", "0603", row: 3));
        var said = Assert.Single(bom.Diagnostics, one => one.Code == "scrub.comma-decided");
        Assert.Equal((2, "C1: \"1,000pF\" is read as 1nF, because its column writes \"4.7\""), (said.Line, said.Message));
    }

    /// <summary>Also three lines of which each would be one ohm by its comma are no line of three.</summary>
    [Fact]
    public void A_comma_that_nothing_decides_leaves_the_value_open_and_both_readings_are_said()
    {
        var bom = Boms.Scrub(Boms.Line("C1", "1,000pF", "0603"), Boms.Line("C2", "10,000pF", "0603", row: 3), Boms.Line("R1", "1,000", "0603", row: 4), Boms.Line("R2", "1,000R", "0603", row: 5));
        Assert.Equal(4, bom.Lines.Length);
        Assert.All(bom.Lines, line => Assert.Equal((Certainty.Unknown, null), (line.Parameters.Principal!.Certainty, line.Generic)));
        Assert.Equal(4, bom.Diagnostics.Count(one => one.Code == "scrub.value-ambiguous"));
        Assert.Contains(bom.Diagnostics, one => one.Code == "scrub.value-ambiguous" && one.Line == 2 && one.Message.StartsWith("C1: \"1,000pF\" can be 1nF or 1pF", StringComparison.Ordinal));
    }

    /// <summary>A supplier's list writes its descriptions in its own way.</summary>
    [Fact]
    public void A_part_that_is_sold_as_a_million_picofarads_is_one_microfarad()
    {
        var read = GenericMatch.Read([new CatalogueEntry("acme", null, null, Boms.Number("CAP-1"), "CAP CER 1,000,000PF 50V X5R 0603")], Plant.Default.Parts);
        Assert.Equal("capacitor 1uF", $"{ComponentKindText.Of(read[0].Parameters.Kind.Value)} {read[0].Parameters[ParameterName.Capacitance]?.Text}");
        Assert.Equal("CAP-1", Boms.Proposed(Boms.Line("C1", "1uF", "0603"), ("CAP-1", "CAP CER 1,000,000PF 50V X5R 0603"), ("CAP-2", "CAP CER 1,000PF 50V C0G 0603")));
    }
}

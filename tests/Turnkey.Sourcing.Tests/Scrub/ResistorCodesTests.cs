using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Sourcing.Tests.Scrub;

/// <summary>Bare digits on a resistor: ohms or a code of IEC 60062.</summary>
public sealed class ResistorCodesTests
{
    /// <summary>A value, what else its column holds, and what it is: "?" likely, "~" open with all its readings.</summary>
    [Theory]
    [InlineData("103", "10k|4.7k", "~103Ω 10kΩ")]
    [InlineData("472", "10k", "~4.7kΩ 472Ω")]
    [InlineData("1002", "10k", "~1.002kΩ 10kΩ")]
    [InlineData("4702", "47k", "~4.702kΩ 47kΩ")]
    [InlineData("102", "10k", "~102Ω 1kΩ")]
    [InlineData("103", "472|1002", "?10kΩ")]
    [InlineData("102", "472|103", "?1kΩ")]
    [InlineData("220", "472|103", "~220Ω 22Ω")]
    [InlineData("102", "47|10", "?102Ω")]
    [InlineData("103", "47|472", "~103Ω 10kΩ")]
    [InlineData("220", "10k", "?220Ω")]
    [InlineData("1500", "10k", "?1.5kΩ")]
    [InlineData("47", "472|103", "?47Ω")]
    [InlineData("1206", "10k", "?1.206kΩ")]
    [InlineData("0", "472|103", "!0Ω")]
    public void Digits_are_read_by_preferred_values_and_by_their_column(string value, string others, string expected)
    {
        var lines = others.Split('|').Select((other, i) => Boms.Line($"R{i + 2}", other, "R_0603_1608Metric", row: i + 3)).Prepend(Boms.Line("R1", value, "R_0603_1608Metric")).ToArray();
        var fact = Boms.Scrub(lines).Lines.First(line => line.Uses.Any(use => use.Line.Row == 2)).Parameters[ParameterName.Resistance]!;
        Assert.Equal(expected, (fact.Certainty switch { Certainty.Certain => "!", Certainty.Likely => "?", _ => "~" }) + string.Join(' ', fact.Contradictions.Select(other => other.Text).Prepend(fact.Text)));
    }

    [Fact]
    public void An_open_code_is_said_and_nothing_is_proposed_for_it()
    {
        var bom = BomScrub.Scrub(Boms.Request(Boms.Line("R1", "103", "0603")) with { Catalogue = [new CatalogueEntry("acme", null, "Yageo", Boms.Number("RT0603DRD07103RL"), "RES 103 OHM 0.5% 1/10W 0603")] });
        Assert.Empty(Assert.Single(bom.Lines).Proposals);
        Assert.Contains(bom.Diagnostics, one => one.Code == "scrub.value-ambiguous" && one.Message.StartsWith("R1: \"103\" can be 103Ω or 10kΩ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_that_its_column_decides_is_said()
    {
        var bom = Boms.Scrub(Boms.Line("R1", "103", "0603"), Boms.Line("R2", "472", "0603", row: 3));
        Assert.Equal(["R1: \"103\" is read as the code of 10kΩ, because its column has numbers such as \"103\"", "R2: \"472\" is read as the code of 4.7kΩ, because its column has numbers such as \"103\""],
            bom.Diagnostics.Where(one => one.Code == "scrub.code-decided").Select(one => one.Message));
    }
}

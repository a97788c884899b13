using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Fabrication.Copper;

/// <summary>Copper against the nets that the files name.</summary>
public class NetComparisonTests
{
    private const string Short = "net-short: { minimum: 0 }", Open = "net-open: { minimum: 0 }";

    /// <summary>Two nets of two pads each, on two layers.</summary>
    private static Sketch TwoNets() => new Sketch()
        .Pad(1, 0, 0, 1, "VBUS", "J1", "1").Track(1, 0, 0, 5, 0, 0.2, "VBUS").Via(5, 0, 0.3, 0.6, "VBUS").Track(2, 5, 0, 10, 0, 0.2, "VBUS").Via(10, 0, 0.3, 0.6, "VBUS").Pad(1, 10, 0, 1, "VBUS", "U1", "1")
        .Pad(1, 0, 3, 1, "GND", "J1", "2").Track(1, 0, 3, 10, 3, 0.2, "GND").Pad(1, 10, 3, 1, "GND", "U1", "2");

    [Fact]
    public void Copper_as_its_nets_are_is_neither_shorted_nor_open() => Assert.Empty(TwoNets().Against(Short, Open).Findings);

    [Fact]
    public void A_track_between_two_nets_is_a_short_at_its_place_with_both_names()
    {
        var finding = Assert.Single(TwoNets().Track(1, 3, 0, 3, 3, 0.2, "VBUS").Against(Short, Open).Findings);
        Assert.Equal(("net-short", Severity.Error, "L1"), (finding.Rule.Id, finding.Severity, finding.Worst.Layer));
        Assert.Contains("VBUS", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("GND", finding.Reason, StringComparison.Ordinal);
        Assert.InRange(finding.Worst.At.X, 2_800_000, 3_200_000);
    }

    [Fact]
    public void A_hole_that_joins_two_layers_is_a_short() =>
        Assert.Equal("net-short", Assert.Single(TwoNets().Pour(2, "VBUS", (6, 2), (10, 2), (10, 4), (6, 4)).Track(2, 9, 0, 9, 2.5, 0.2, "VBUS").Hole(8, 3, 0.3).Against(Short, Open).Findings).Rule.Id);

    [Fact]
    public void A_net_that_no_layer_joins_is_open_at_the_piece_apart()
    {
        var sketch = TwoNets().Pad(1, 20, 0, 1, "SDA", "U1", "3").Track(1, 20, 0, 22, 0, 0.2, "SDA").Pad(1, 25, 0, 1, "SDA", "U2", "3");
        var finding = Assert.Single(sketch.Against(Short, Open).Findings);
        Assert.Equal(("net-open", Severity.Error, "net SDA is in pieces"), (finding.Rule.Id, finding.Severity, finding.Cause));
        Assert.Contains("U2.3", finding.Worst.What, StringComparison.Ordinal);
        Assert.Equal(Sketch.At(25, 0), finding.Worst.At);
    }

    [Fact]
    public void An_island_of_a_pour_without_a_pad_opens_no_net() =>
        Assert.Empty(TwoNets().Pour(2, "GND", (20, 20), (25, 20), (25, 25), (20, 25)).Against(Short, Open).Findings);

    [Theory]
    [InlineData("NT1", 0)]
    [InlineData("JP1", 0)]
    [InlineData("R1", 1)]
    public void What_a_part_joins_is_meant_where_its_name_says_so(string part, int findings)
    {
        var sketch = TwoNets().Land(1, 0, 10, 1, 1, "AGND", part, "1").Land(1, 2, 10, 1, 1, "PGND", part, "2").Track(1, 0, 10, 2, 10, 0.5).Pad(1, -3, 10, 1, "AGND", "U3", "1").Track(1, -3, 10, 0, 10, 0.2, "AGND").Pad(1, 5, 10, 1, "PGND", "U3", "2").Track(1, 2, 10, 5, 10, 0.2, "PGND");
        var found = sketch.Against(Short, Open).Findings;
        Assert.Equal(findings, found.Length);
        Assert.All(found, finding => Assert.Contains("R1", finding.Worst.What, StringComparison.Ordinal));
    }

    [Fact]
    public void Many_nets_in_pieces_have_one_cause()
    {
        var sketch = TwoNets();
        for (var i = 0; i < 8; i++) sketch.Pad(1, 20, 2 * i, 1, $"D{i}", "U1", $"{10 + i}").Pad(1, 25, 2 * i, 1, $"D{i}", "U2", $"{10 + i}");
        Assert.Equal(8, Assert.Single(sketch.Against(Open).Findings).Places.Length);
    }

    [Fact]
    public void A_missing_copper_layer_opens_no_net() => Assert.Contains("missing", TwoNets().Without(2).Against(Open).Skipped("net-open"), StringComparison.Ordinal);

    [Fact]
    public void Without_names_there_is_nothing_to_compare()
    {
        var review = new Sketch().Pad(1, 0, 0, 1).Against(Short, Open);
        Assert.Contains("which nets", review.Skipped("net-short"), StringComparison.Ordinal);
        Assert.Contains("which nets", review.Skipped("net-open"), StringComparison.Ordinal);
    }
}

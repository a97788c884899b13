using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Tests.Assembling;

/// <summary>Parts of a footprint that agree with each other are held against the other footprints as well.</summary>
public class FootprintConventionTests
{
    private const string Limit = "placement-rotation: { maximum: 5 }";
    private const string Asked = "placement-undeterminable: { preferred: 0 }";

    private static Sketch Others() =>
        new Sketch().Chip("R1", 0, 0).Chip("R2", 0, 4, 90).Chip("L1", 10, 0, footprint: "L_0603_1608Metric").Chip("L2", 10, 4, 90, footprint: "L_0603_1608Metric")
            .Chip("F1", 15, 0, footprint: "Fuse_0603_1608Metric").Chip("F2", 15, 4, 90, footprint: "Fuse_0603_1608Metric");

    private static Sketch Capacitors(int turned, int right, Side otherSide = Side.Top)
    {
        var sketch = Others();
        for (var i = 0; i < turned; i++) sketch.Chip($"C{i + 1}", 20 + (4 * i), 0, 0, said: 90, footprint: "C_0603_1608Metric");
        for (var i = 0; i < right; i++) sketch.Chip($"C{turned + i + 1}", 20 + (4 * i), 8, footprint: "C_0603_1608Metric", layer: otherSide == Side.Top ? 1 : 2);
        return sketch;
    }

    private static string[] Accused(Sketch sketch) => [.. sketch.Against(Limit).Of("placement-rotation").SelectMany(finding => finding.Places).Select(place => place.What.Split(' ')[0]).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 1)]
    public void However_many_are_turned_those_that_lie_as_the_other_footprints_do_are_right(int turned, int right)
    {
        Assert.Equal(Enumerable.Range(1, turned).Select(i => $"C{i}"), Accused(Capacitors(turned, right)));
        Assert.Empty(Capacitors(turned, right).Against(Asked).Findings);
    }

    [Fact]
    public void Parts_on_the_other_side_show_how_a_footprint_is_drawn() => Assert.Equal(["C1", "C2", "C3"], Accused(Capacitors(3, 1, Side.Bottom)));

    [Fact]
    public void All_parts_of_a_footprint_that_lie_otherwise_than_the_other_footprints_are_asked_for()
    {
        Assert.Empty(Accused(Capacitors(2, 0)));
        var finding = Assert.Single(Capacitors(2, 0).Against(Asked).Findings);
        Assert.Equal(2, finding.Places.Length);
        Assert.Contains("C1, C2 with footprint C_0603_1608Metric", finding.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 1)]
    [InlineData(180, 1)]
    public void Transistors_that_agree_are_asked_for_where_they_lie_otherwise_than_the_standard_has_it(double said, int questions) =>
        Assert.Equal(questions, new Sketch().Sot23("Q1", 0, 0, 0, said, named: true).Sot23("Q2", 10, 0, 0, said, named: true).Against(Asked).Findings.Length);

    [Fact]
    public void Two_footprints_that_are_turned_alike_do_not_speak_for_each_other()
    {
        static Sketch Both(double said) => new Sketch().Rows("U1", 0, 0, 4, said, "SOIC-8_3.9x4.9mm_P1.27mm").Rows("U2", 20, 0, 7, said, "SOIC-14_3.9x8.7mm_P1.27mm");
        Assert.Empty(Both(0).Against(Limit).Of("placement-rotation"));
        Assert.Empty(Both(0).Against(Asked).Of("placement-undeterminable"));
        Assert.Equal(2, Both(90).Against(Asked).Of("placement-undeterminable").Sum(finding => finding.Places.Length));
        Assert.Equal(2, Both(180).Against(Asked).Of("placement-undeterminable").Sum(finding => finding.Places.Length));
    }

    [Fact]
    public void Two_parts_on_the_bottom_that_speak_for_each_other_only_are_one_question()
    {
        static Sketch Both(double said) => new Sketch().Rows("U1", 0, 0, 4, said, "SOIC-8_3.9x4.9mm_P1.27mm", layer: 2).Rows("U2", 20, 0, 7, said, "SOIC-14_3.9x8.7mm_P1.27mm", layer: 2);
        Assert.All(new[] { 0d, 90, 180 }, said => Assert.Equal(2, Both(said).Against(Asked).Of("placement-undeterminable").Sum(finding => finding.Places.Length)));
        Assert.Contains("on the bottom", Assert.Single(Both(0).Against(Asked).Findings).Cause, StringComparison.Ordinal);
    }
}

using Turnkey.Designs.Boards;
using Turnkey.Designs.Parts;

namespace Turnkey.Dfx.Tests.Assembling;

public class HandlingTests
{
    private const string Second = "second-side: { preferred: 0 }";
    private const string Mix = "through-hole-mix: { preferred: 0 }";
    private const string Moisture = "moisture-level: { preferred: 3 }";
    private const string Panel = "panel-need: { preferred: 50 }";

    [Fact]
    public void Parts_on_both_sides_are_one_finding_on_the_side_with_fewer()
    {
        var finding = Assert.Single(new Sketch().Chip("R1", 0, 0).Chip("R2", 5, 0).Chip("R3", 10, 0, layer: 2).Against(Second).Of("second-side"));
        Assert.Equal("bottom", Assert.Single(finding.Places).Layer);
    }

    [Fact]
    public void Parts_on_one_side_need_one_run() => Assert.Empty(new Sketch().Chip("R1", 0, 0).Against(Second).Of("second-side"));

    [Fact]
    public void Sides_without_a_centroid_file_are_not_known() => Assert.Contains("no centroid file", new Sketch().Against(Second).Skipped("second-side"), StringComparison.Ordinal);

    [Fact]
    public void Leaded_parts_beside_surface_mount_ones_are_counted()
    {
        var sketch = new Sketch().Chip("R1", 10, 0).Via(0, 0, 1, 1.7, function: HoleFunction.Component).Via(2.54, 0, 1, 1.7, function: HoleFunction.Component).Part("J1", 1.27, 0, footprint: "PinHeader_1x02_P2.54mm_Vertical");
        Assert.Contains("1 through-hole part", Assert.Single(sketch.Against(Mix).Of("through-hole-mix")).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaded_parts_alone_are_no_mix() => Assert.Empty(new Sketch().Via(0, 0, 1, 1.7, function: HoleFunction.Component).Part("J1", 0, 0, footprint: "PinHeader_1x01_P2.54mm_Vertical").Against(Mix).Of("through-hole-mix"));

    [Fact]
    public void A_mix_without_a_centroid_file_is_not_known() => Assert.Contains("no centroid file", new Sketch().Pad(1, 0, 0, 1).Against(Mix).Skipped("through-hole-mix"), StringComparison.Ordinal);

    [Fact]
    public void A_level_that_the_parts_list_states_is_judged()
    {
        var assembly = new Sketch().Qfn("U1", 0, 0).Assembly();
        assembly = assembly with { Bom = new BillOfMaterials([assembly.Bom.Lines[0] with { Description = "Wi-Fi module, MSL 4" }], ["bom.csv"]) };
        Assert.Equal(4m, Assert.Single(DesignReview.Check(assembly, Reviewing.Limits(Moisture)).Of("moisture-level")).Measured.Value);
        assembly = assembly with { Bom = new BillOfMaterials([assembly.Bom.Lines[0] with { Description = "MSL: 2a" }], ["bom.csv"]) };
        Assert.Empty(DesignReview.Check(assembly, Reviewing.Limits(Moisture)).Of("moisture-level"));
    }

    [Theory]
    [InlineData("4", 4)]
    [InlineData("MSL 5a", 5)]
    [InlineData("Level 4 (72 hours)", 4)]
    [InlineData("5A", 5)]
    [InlineData("1", null)]
    [InlineData("n/a", null)]
    [InlineData("168 h", null)]
    public void A_level_in_a_column_of_its_own_is_judged(string cell, int? level)
    {
        var assembly = new Sketch().Qfn("U1", 0, 0).Assembly();
        assembly = assembly with { Bom = new BillOfMaterials([assembly.Bom.Lines[0] with { MoistureLevel = cell }], ["bom.csv"]) };
        Assert.Equal(level, (int?)DesignReview.Check(assembly, Reviewing.Limits(Moisture)).Of("moisture-level").SingleOrDefault()?.Measured.Value);
    }

    [Fact]
    public void A_height_that_the_parts_list_states_is_judged()
    {
        var assembly = new Sketch().Qfn("U1", 0, 0).Assembly();
        assembly = assembly with { Bom = new BillOfMaterials([assembly.Bom.Lines[0] with { Height = Kernel.Length.FromMillimetres(25) }], ["bom.csv"]) };
        Assert.Equal(25m, Assert.Single(DesignReview.Check(assembly, Reviewing.Limits("part-height: { preferred: 20 }")).Of("part-height")).Measured.Value);
    }

    [Fact]
    public void Levels_that_nobody_states_are_not_supposed() => Assert.Contains("states no moisture", new Sketch().Qfn("U1", 0, 0).Against(Moisture).Skipped("moisture-level"), StringComparison.Ordinal);

    [Fact]
    public void A_narrow_board_needs_a_panel()
    {
        var assembly = new Sketch().Outline(0, 0, 80, 30).Chip("R1", 10, 10).Assembly();
        assembly = assembly with { Board = assembly.Board! with { Facts = BoardFacts.None with { Width = Kernel.Length.FromMillimetres(80), Height = Kernel.Length.FromMillimetres(30) } } };
        Assert.Equal(30m, Assert.Single(DesignReview.Check(assembly, Reviewing.Limits(Panel)).Of("panel-need")).Measured.Value);
        Assert.Empty(DesignReview.Check(assembly, Reviewing.Limits("panel-need: { preferred: 25 }")).Of("panel-need"));
    }

    [Fact]
    public void Without_an_outline_the_need_of_a_panel_is_not_known() => Assert.Contains("outline", new Sketch().Chip("R1", 0, 0).Against(Panel).Skipped("panel-need"), StringComparison.Ordinal);
}

using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Tests.Assembling;

namespace Turnkey.Dfx.Tests.Fabrication.Layers;

public class LayerSetTests
{
    private const string Missing = "missing-layer: { minimum: 0 }";
    private const string Legend = "missing-legend: { preferred: 0 }";
    private const string Symmetry = "stackup-symmetry: { preferred: 0 }";

    private static Sketch Complete(int layers = 2) => new Sketch(layers).Via(0, 0, 0.3, 0.6, "A").Blank(LayerRole.SolderMask, Side.Top).Blank(LayerRole.SolderMask, Side.Bottom);

    [Fact]
    public void More_layers_than_can_be_made_are_an_error()
    {
        Assert.Equal(6m, Assert.Single(new Sketch(6).Against("board-layers: { maximum: 4 }").Of("board-layers")).Measured.Value);
        Assert.Empty(new Sketch(4).Against("board-layers: { maximum: 4 }").Of("board-layers"));
        Assert.Contains("no copper", new Sketch(0).Against("board-layers: { maximum: 4 }").Skipped("board-layers"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_in_the_numbers_of_copper_layers_is_named()
    {
        var finding = Assert.Single(Complete(4).Without(3).Against(Missing).Of("missing-layer"));
        Assert.Equal("L3", finding.Worst.Layer);
        Assert.Contains("copper layer 3 of 4", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_odd_number_of_copper_layers_lacks_one()
    {
        Assert.Contains("3 copper layers", Assert.Single(Complete(3).Against(Missing).Of("missing-layer")).Reason, StringComparison.Ordinal);
        // Said once: a gap in the numbers says which.
        Assert.Single(Complete(5).Without(3).Against(Missing).Of("missing-layer"));
    }

    [Fact]
    public void Pads_without_a_mask_layer_are_found_face_by_face()
    {
        var finding = Assert.Single(new Sketch().Via(0, 0, 0.3, 0.6, "A").Blank(LayerRole.SolderMask, Side.Top).Against(Missing).Of("missing-layer"));
        Assert.Equal("bottom mask", finding.Worst.Layer);
    }

    [Fact]
    public void Two_copper_layers_without_holes_are_not_joined() => Assert.Contains("no holes", Assert.Single(new Sketch().Track(1, 0, 0, 1, 0, 0.2).Track(2, 0, 0, 1, 0, 0.2).Against(Missing).Of("missing-layer")).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_complete_set_lacks_nothing()
    {
        Assert.Empty(Complete().Against(Missing).Of("missing-layer"));
        Assert.Empty(new Sketch(1).Track(1, 0, 0, 1, 0, 0.2).Against(Missing).Of("missing-layer"));
    }

    [Fact]
    public void Parts_without_legend_are_found()
    {
        Assert.Equal("top legend", Assert.Single(Complete().Part("R1", 0, 0).Against(Legend).Of("missing-legend")).Worst.Layer);
        Assert.Empty(Complete().Part("R1", 0, 0).Blank(LayerRole.Legend, Side.Top).Against(Legend).Of("missing-legend"));
    }

    [Fact]
    public void Without_copper_or_parts_nothing_is_missed()
    {
        Assert.Contains("no copper", new Sketch(0).Against(Missing).Skipped("missing-layer"), StringComparison.Ordinal);
        Assert.Contains("no copper", new Sketch(0).Against(Legend).Skipped("missing-legend"), StringComparison.Ordinal);
        Assert.Contains("which faces", Complete().Against(Legend).Skipped("missing-legend"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_that_is_the_same_from_both_faces_is_even()
    {
        var even = new Sketch(4).Stacked(StackupKind.Copper, 0.035).Stacked(StackupKind.Dielectric, 0.2, "7628").Stacked(StackupKind.Copper, 0.018).Stacked(StackupKind.Dielectric, 1.1, "FR4")
            .Stacked(StackupKind.Copper, 0.018).Stacked(StackupKind.Dielectric, 0.21, "7628").Stacked(StackupKind.Copper, 0.035);
        Assert.Empty(even.Against(Symmetry).Of("stackup-symmetry"));
    }

    [Fact]
    public void Thickness_and_material_that_differ_are_named()
    {
        var uneven = new Sketch(3).Stacked(StackupKind.Copper, 0.035).Stacked(StackupKind.Dielectric, 0.2, "Rogers").Stacked(StackupKind.Copper, 0.018).Stacked(StackupKind.Dielectric, 0.2, "FR4").Stacked(StackupKind.Copper, 0.07);
        var finding = Assert.Single(uneven.Against(Symmetry).Of("stackup-symmetry"));
        Assert.Equal(["Rogers lies opposite FR4", "copper of 0.035 mm lies opposite copper of 0.07 mm"], finding.Places.Select(place => place.What).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_a_stack_or_with_one_copper_layer_there_is_no_symmetry()
    {
        Assert.Contains("no file says", new Sketch().Against(Symmetry).Skipped("stackup-symmetry"), StringComparison.Ordinal);
        Assert.Contains("one copper layer", new Sketch(1).Stacked(StackupKind.Copper, 0.035).Stacked(StackupKind.Dielectric, 1.5).Against(Symmetry).Skipped("stackup-symmetry"), StringComparison.Ordinal);
        Assert.Contains("no thicknesses", new Sketch().Stacked(StackupKind.Copper, null).Stacked(StackupKind.Dielectric, null).Stacked(StackupKind.Copper, null).Against(Symmetry).Skipped("stackup-symmetry"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_face_with_surface_mount_parts_and_no_paste_layer_lacks_it()
    {
        static Sketch Mounted() => Complete().Chip("R1", 5, 0).Chip("R2", 10, 0, layer: 2);
        var finding = Assert.Single(Mounted().Blank(LayerRole.Paste, Side.Top).Against(Missing).Of("missing-layer"));
        Assert.Equal("bottom paste", finding.Worst.Layer);
        Assert.Contains("bottom face", finding.Reason, StringComparison.Ordinal);
        Assert.Equal(["bottom paste", "top paste"], Assert.Single(Mounted().Against(Missing).Of("missing-layer")).Places.Select(place => place.Layer));
        Assert.Empty(Mounted().Blank(LayerRole.Paste, Side.Top).Blank(LayerRole.Paste, Side.Bottom).Against(Missing).Of("missing-layer"));
    }

    [Fact]
    public void A_bare_board_and_leaded_parts_need_no_paste()
    {
        Assert.Empty(Complete().Land(1, 5, 0, 1, 1, "A").Land(1, 8, 0, 1, 1, "B").Against(Missing).Of("missing-layer"));
        Assert.Empty(Complete().Via(5, 0, 1, 1.7, function: HoleFunction.Component).Part("J1", 5, 0, footprint: "PinHeader_1x01_P2.54mm_Vertical").Against(Missing).Of("missing-layer"));
    }

    [Fact]
    public void An_inner_layer_that_draws_nothing_is_missing()
    {
        var finding = Assert.Single(new Sketch(4).Pad(1, 0, 0, 0.6).Pad(2, 0, 0, 0.6).Pad(4, 0, 0, 0.6).Hole(0, 0, 0.3).Blank(LayerRole.SolderMask, Side.Top).Blank(LayerRole.SolderMask, Side.Bottom).Against(Missing).Of("missing-layer"));
        Assert.Equal("L3", finding.Worst.Layer);
        Assert.Contains("draws nothing", finding.Reason, StringComparison.Ordinal);
    }
}

using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Tests.Assembling;

public class SolderingTests
{
    private const string Ratio = "paste-area-ratio: { preferred: 0.66 }";
    private const string Missing = "paste-missing: { preferred: 0 }";
    private const string Extra = "paste-extra: { preferred: 0 }";
    private const string Tomb = "tombstoning: { preferred: 3 }";
    private const string Via = "via-in-pad: { preferred: 0 }";
    private const string Thermal = "via-in-thermal-pad: { preferred: 0 }";
    private const string Weight = "reflow-weight: { preferred: 46.5 }";
    private const string Wave = "wave-direction: { preferred: 0 }";

    private static Sketch Pasted(Sketch sketch, double x, double y) =>
        sketch.Window(LayerRole.Paste, Side.Top, x - 0.8, y, 0.8, 0.9).Window(LayerRole.Paste, Side.Top, x + 0.8, y, 0.8, 0.9);

    [Fact]
    public void The_area_of_an_opening_is_divided_by_that_of_its_walls()
    {
        // 0.2 × 1 mm in a foil of 0.12 mm: 0.2 / (2.4 × 0.12).
        var finding = Assert.Single(new Sketch().Window(LayerRole.Paste, Side.Top, 0, 0, 0.2, 1).Window(LayerRole.Paste, Side.Top, 5, 0, 1, 1).Against("paste-area-ratio: { preferred: 0.7 }").Of("paste-area-ratio"));
        Assert.Equal(0.694444m, finding.Measured.Value);
    }

    [Fact]
    public void A_round_opening_has_a_quarter_of_its_diameter_by_the_foil() =>
        Assert.InRange(Assert.Single(new Sketch().Dot(LayerRole.Paste, Side.Top, 0, 0, 0.3).Against(Ratio).Of("paste-area-ratio")).Measured.Value, 0.62499m, 0.62501m);

    [Fact]
    public void Openings_that_touch_are_one()
    {
        var sketch = new Sketch().Window(LayerRole.Paste, Side.Top, 0, 0, 0.2, 1).Window(LayerRole.Paste, Side.Top, 0.2, 0, 0.2, 1);
        Assert.Empty(sketch.Against("paste-area-ratio: { preferred: 0.7 }").Of("paste-area-ratio"));
    }

    [Fact]
    public void Without_paste_no_ratio_is_measured() => Assert.Contains("no paste", new Sketch().Chip("R1", 0, 0).Against(Ratio).Skipped("paste-area-ratio"), StringComparison.Ordinal);

    [Fact]
    public void A_pad_without_paste_is_told_by_its_part()
    {
        var finding = Assert.Single(Pasted(new Sketch(), 0, 0).Chip("R1", 0, 0).Chip("R2", 5, 0).Window(LayerRole.Paste, Side.Top, 4.2, 0, 0.8, 0.9).Against(Missing).Of("paste-missing"));
        Assert.Equal(Sketch.At(5.8, 0), finding.Worst.At);
    }

    [Fact]
    public void Pads_with_paste_are_not_missing_it() => Assert.Empty(Pasted(new Sketch(), 0, 0).Chip("R1", 0, 0).Against(Missing).Of("paste-missing"));

    [Fact]
    public void Without_parts_a_pad_is_told_by_its_like()
    {
        static Sketch Row(int pads, params int[] pasted)
        {
            var sketch = new Sketch();
            for (var i = 0; i < pads; i++) sketch.Land(1, i * 2, 0, 0.8, 0.9);
            foreach (var i in pasted) sketch.Window(LayerRole.Paste, Side.Top, i * 2, 0, 0.8, 0.9);
            return sketch;
        }
        var finding = Assert.Single(Row(6, 0, 1, 2, 4, 5).Against(Missing).Of("paste-missing"));
        Assert.Equal((Sketch.At(6, 0), "pads whose like have paste"), (finding.Worst.At, finding.Cause));
        // Two of six may be meant.
        Assert.Empty(Row(6, 0, 1, 2, 4).Against(Missing).Of("paste-missing"));
        Assert.Contains("known for sure", Row(4, 0, 1, 2).Against(Missing).Skipped("paste-missing"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pads_that_differ_by_less_than_a_tenth_are_like()
    {
        static Sketch Row(double width)
        {
            var sketch = new Sketch().Land(1, -2, 0, width, 0.3);
            for (var i = 0; i < 5; i++) sketch.Land(1, i * 2, 0, 0.48, 0.3).Window(LayerRole.Paste, Side.Top, i * 2, 0, 0.48, 0.3);
            return sketch;
        }
        Assert.Equal(Sketch.At(-2, 0), Assert.Single(Row(0.52).Against(Missing).Of("paste-missing")).Worst.At);
        Assert.Empty(Row(0.6).Against(Missing).Of("paste-missing"));
        // Of its very size five of six are enough, whatever marks and test points are about as large.
        static Sketch WithMarks(Sketch row)
        {
            for (var i = 0; i < 5; i++) row.Land(1, i * 2, 4, 0.5, 0.32);
            return row;
        }
        Assert.Equal(Sketch.At(-2, 0), Assert.Single(WithMarks(Row(0.48)).Against(Missing).Of("paste-missing")).Worst.At);
        Assert.Empty(WithMarks(Row(0.52)).Against(Missing).Of("paste-missing"));
    }

    [Fact]
    public void Copper_at_the_rim_of_an_opening_is_no_pad_that_misses_paste()
    {
        static Sketch Row(double opening)
        {
            var sketch = new Sketch().Land(1, -2, 0, 0.48, 0.3).Window(LayerRole.SolderMask, Side.Top, -2 + opening, 0, 0.6, 0.4);
            for (var i = 0; i < 5; i++) sketch.Land(1, i * 2, 0, 0.48, 0.3).Window(LayerRole.SolderMask, Side.Top, i * 2, 0, 0.6, 0.4).Window(LayerRole.Paste, Side.Top, i * 2, 0, 0.48, 0.3);
            return sketch;
        }
        Assert.Single(Row(0).Against(Missing).Of("paste-missing"));
        Assert.Empty(Row(0.25).Against(Missing).Of("paste-missing"));
    }

    [Fact]
    public void Without_placements_a_pad_is_told_by_its_like_at_the_same_part()
    {
        // The like of no other part has paste: a button and a jumper.
        var sketch = new Sketch().Land(1, 0, 0, 0.9, 1.8, "A", "SW1", "1").Land(1, 4, 0, 0.9, 1.8, "B", "SW1", "2").Land(1, 9, 0, 1, 1.5, "A", "JP1", "1").Land(1, 11, 0, 1, 1.5, "B", "JP1", "2").Window(LayerRole.Paste, Side.Top, 0, 0, 0.9, 1.8);
        var finding = Assert.Single(sketch.Against(Missing).Of("paste-missing"));
        Assert.Equal((Sketch.At(4, 0), "pads whose like at the same part have paste", 1), (finding.Worst.At, finding.Cause, finding.Places.Length));
    }

    [Fact]
    public void An_exposed_pad_is_told_by_the_rows_on_both_sides_of_it()
    {
        static Sketch Quad(double right, params int[] pasted)
        {
            var sketch = new Sketch().Land(1, 0, 0, 3, 3);
            for (var i = 0; i < 4; i++)
            {
                foreach (var x in (double[])[-2.2, right]) sketch.Land(1, x, (i - 1.5) * 0.6, 0.8, 0.3);
                if (pasted.Contains(i)) sketch.Window(LayerRole.Paste, Side.Top, -2.2, (i - 1.5) * 0.6, 0.8, 0.3).Window(LayerRole.Paste, Side.Top, right, (i - 1.5) * 0.6, 0.8, 0.3);
            }
            return sketch;
        }
        var finding = Assert.Single(Quad(2.2, 0, 1, 2, 3).Against(Missing).Of("paste-missing"));
        Assert.Equal((Sketch.At(0, 0), "pads in the middle of others that have paste"), (finding.Worst.At, finding.Cause));
        Assert.Empty(Quad(2.2, 0, 1, 2, 3).Window(LayerRole.Paste, Side.Top, 0, 0, 2, 2).Against(Missing).Of("paste-missing"));
        // Beside a row is not in the middle.
        Assert.Empty(Quad(2.5, 0, 1, 2, 3).Against(Missing).Of("paste-missing"));
        Assert.Empty(Quad(4, 0, 1, 2, 3).Against(Missing).Of("paste-missing"));
    }

    [Fact]
    public void Without_a_paste_layer_none_is_missed() => Assert.Contains("no paste", new Sketch().Chip("R1", 0, 0).Against(Missing).Skipped("paste-missing"), StringComparison.Ordinal);

    [Fact]
    public void Paste_where_no_copper_is_is_found() =>
        Assert.Equal("stencil openings without copper", Assert.Single(Pasted(new Sketch(), 0, 0).Chip("R1", 0, 0).Window(LayerRole.Paste, Side.Top, 7, 7, 1, 1).Against(Extra).Of("paste-extra")).Cause);

    [Fact]
    public void Paste_on_copper_under_mask_is_found() =>
        Assert.Equal("stencil openings over mask", Assert.Single(new Sketch().Pour(1, "GND", (0, 0), (9, 0), (9, 9), (0, 9)).Blank(LayerRole.SolderMask, Side.Top).Window(LayerRole.Paste, Side.Top, 4, 4, 1, 1).Against(Extra).Of("paste-extra")).Cause);

    [Fact]
    public void Paste_on_pads_is_right() => Assert.Empty(Pasted(new Sketch(), 0, 0).Chip("R1", 0, 0).Against(Extra).Of("paste-extra"));

    [Fact]
    public void Without_openings_none_is_too_many() => Assert.Contains("no paste", new Sketch().Chip("R1", 0, 0).Against(Extra).Skipped("paste-extra"), StringComparison.Ordinal);

    [Fact]
    public void A_chip_with_one_pad_in_a_pour_and_one_on_a_track_stands_up()
    {
        var sketch = new Sketch().Chip("R1", 0, 0).Track(1, 0.8, 0, 5, 0, 0.2).Pour(1, null, (-9, -5), (-0.5, -5), (-0.5, 5), (-9, 5));
        // The pour lies around three sides of the pad, a track of 0.2 mm leaves the other.
        Assert.InRange(Assert.Single(sketch.Against(Tomb).Of("tombstoning")).Measured.Value, 12m, 19m);
    }

    [Fact]
    public void A_chip_on_two_like_tracks_does_not() => Assert.Empty(new Sketch().Chip("R1", 0, 0).Track(1, 0.8, 0, 5, 0, 0.2).Track(1, -0.8, 0, -5, 0, 0.25).Against(Tomb).Of("tombstoning"));

    [Fact]
    public void Heavy_parts_do_not_stand_up() => Assert.Contains("no chips", new Sketch().Sot23("Q1", 0, 0).Against(Tomb).Skipped("tombstoning"), StringComparison.Ordinal);

    [Fact]
    public void A_via_in_a_pad_is_found() => Assert.Equal(Sketch.At(0.8, 0), Assert.Single(Pasted(new Sketch(), 0, 0).Chip("R1", 0, 0).Hole(0.8, 0, 0.3, function: HoleFunction.Via).Pad(1, 0.8, 0, 0.6, function: FeatureFunction.ViaPad).Against(Via).Of("via-in-pad")).Worst.At);

    [Fact]
    public void A_via_beside_a_pad_is_not() => Assert.Empty(new Sketch().Chip("R1", 0, 0).Via(2, 0, 0.3, 0.6).Against(Via).Of("via-in-pad"));

    [Fact]
    public void Vias_of_an_exposed_pad_whose_own_copper_gets_paste_are_all_there_on_purpose()
    {
        var sketch = new Sketch().Qfn("U1", 0, 0, named: true, exposed: true).Window(LayerRole.Paste, Side.Top, 0, 0, 3, 3);
        foreach (var x in new[] { -0.8, 0, 0.8 })
        {
            foreach (var y in new[] { -0.8, 0, 0.8 }) sketch.Via(x, y, 0.3, 0.6);
        }
        var review = sketch.Against(Via, Thermal);
        Assert.Empty(review.Of("via-in-pad"));
        Assert.Equal(9, Assert.Single(review.Of("via-in-thermal-pad")).Places.Length);
    }

    [Fact]
    public void Vias_of_an_exposed_pad_are_there_on_purpose()
    {
        var review = new Sketch().Qfn("U1", 0, 0, named: true, exposed: true).Via(0.5, 0.5, 0.3, 0.6).Against(Via, Thermal);
        Assert.Empty(review.Of("via-in-pad"));
        Assert.Single(review.Of("via-in-thermal-pad"));
    }

    [Fact]
    public void Filled_vias_may_lie_in_pads()
    {
        var review = new Sketch().Chip("R1", 0, 0).Via(0.8, 0, 0.3, 0.6).Specified("via-treatment", "filled and capped").Against(Via, Thermal);
        Assert.Contains("filled", review.Skipped("via-in-pad"), StringComparison.Ordinal);
        Assert.Contains("filled", review.Skipped("via-in-thermal-pad"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_vias_none_lies_in_a_pad() => Assert.Contains("no vias", new Sketch().Chip("R1", 0, 0).Against(Via).Skipped("via-in-pad"), StringComparison.Ordinal);

    [Fact]
    public void A_heavy_part_on_the_first_side_falls_off()
    {
        // 1.68 g by volume, on 9.6 mm² of pads on the top and 7.2 mm² on the bottom.
        var sketch = new Sketch().Chip("R1", 30, 0);
        foreach (var (layer, size) in ((int, double)[])[(1, 1.6), (2, 1.2)])
        {
            sketch.Land(layer, -4, 0, 3, size).Land(layer, 4, 0, 3, size);
            sketch.Part($"C{layer}", 0, 0, side: layer == 1 ? Side.Top : Side.Bottom, footprint: "CP_Elec_10x10.5");
        }
        var finding = Assert.Single(sketch.Against(Weight).Of("reflow-weight"));
        Assert.Equal("top", finding.Worst.Layer);
        Assert.InRange(finding.Measured.Value, 174m, 176m);
    }

    [Fact]
    public void Chips_do_not_fall_off() => Assert.Empty(new Sketch().Chip("R1", 0, 0).Chip("R2", 0, 0, layer: 2).Against(Weight).Of("reflow-weight"));

    [Fact]
    public void With_parts_on_one_side_nothing_hangs() => Assert.Contains("one side only", new Sketch().Chip("R1", 0, 0).Against(Weight).Skipped("reflow-weight"), StringComparison.Ordinal);

    [Fact]
    public void Chips_along_the_way_over_the_wave_are_found()
    {
        var assembly = new Sketch().Outline(-40, -10, 40, 10).Chip("R1", 0, 0, layer: 2).Chip("R2", 9, 0, 90, layer: 2).Assembly();
        var finding = Assert.Single(DesignReview.Check(assembly, Reviewing.Limits(Wave), ReviewContext.None with { BottomGoesOverWave = true }).Of("wave-direction"));
        Assert.Contains("R1", Assert.Single(finding.Places).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_speaks_of_a_wave_it_is_not_checked() => Assert.Contains("wave", new Sketch().Chip("R1", 0, 0, layer: 2).Against(Wave).Skipped("wave-direction"), StringComparison.Ordinal);
}

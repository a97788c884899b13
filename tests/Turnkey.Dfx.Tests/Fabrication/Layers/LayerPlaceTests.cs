using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Tests.Fabrication.Layers;

public class LayerPlaceTests
{
    private const string Mirrored = "mirrored-layer: { minimum: 0 }";
    private const string Registered = "registration: { maximum: 0.05 }";

    /// <summary>Places without any symmetry, in millimetres.</summary>
    private static readonly (double X, double Y)[] Places = [(1, 1), (4, 2), (9, 1.5), (2, 7), (13, 6), (7, 11), (15, 3), (11, 14), (3, 16), (17, 12), (5.5, 4.3), (14, 9.1)];

    private static (double X, double Y) AsIs((double X, double Y) at) => at;

    private static Sketch Board(Func<(double X, double Y), (double X, double Y)> top, Func<(double X, double Y), (double X, double Y)> bottom, Func<(double X, double Y), (double X, double Y)> mask)
    {
        var sketch = new Sketch();
        foreach (var place in Places)
        {
            var ((topX, topY), (bottomX, bottomY), (maskX, maskY)) = (top(place), bottom(place), mask(place));
            sketch.Pad(1, topX, topY, 0.8, "A").Pad(2, bottomX, bottomY, 0.8, "A").Hole(place.X, place.Y, 0.3).Dot(LayerRole.SolderMask, Side.Top, maskX, maskY, 0.9);
        }
        return sketch;
    }

    [Fact]
    public void Layers_that_lie_on_each_other_are_no_finding()
    {
        var review = Board(AsIs, AsIs, AsIs).Against(Mirrored, Registered);
        Assert.Empty(review.Findings);
        Assert.All(review.Checks.Where(check => check.Rule.Id is "mirrored-layer" or "registration"), check => Assert.True(check.Done));
    }

    [Fact]
    public void A_layer_seen_from_below_is_mirrored()
    {
        var finding = Assert.Single(Board(AsIs, at => (20 - at.X, at.Y), AsIs).Against(Mirrored).Of("mirrored-layer"));
        Assert.Equal("L2", finding.Worst.Layer);
        Assert.Contains("mirrored left to right (100 %", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_inner_layer_with_few_pads_is_told_by_those_that_it_has()
    {
        static Sketch Board(Func<(double X, double Y), (double X, double Y)> inner)
        {
            var sketch = new Sketch(4);
            foreach (var place in Places)
            {
                var (x, y) = inner(place);
                // Of each three holes one has a pad on the inner layer; no two of them are the same way apart.
                sketch.Pad(3, x, y, 0.8, "A").Pad(1, place.X, place.Y, 0.8, "A").Hole(place.X, place.Y, 0.3).Hole(place.X + 30, place.Y * 0.9, 0.3).Hole(place.Y * 1.1, place.X + 31, 0.3);
            }
            return sketch;
        }
        Assert.Empty(Board(AsIs).Against(Mirrored).Of("mirrored-layer"));
        Assert.Equal("L3", Assert.Single(Board(at => (20 - at.X, at.Y)).Against(Mirrored).Of("mirrored-layer")).Worst.Layer);
    }

    [Fact]
    public void An_inner_layer_with_many_places_is_told_by_most_of_them()
    {
        // Of each three places of the inner layer two are pads on holes.
        static Sketch Board(int pads, Func<(double X, double Y), (double X, double Y)> inner)
        {
            var sketch = new Sketch(4);
            for (var i = 0; i < pads; i++)
            {
                var at = (X: i * i % 97 * 0.61, Y: i * i * i % 89 * 0.73);
                sketch.Pad(1, at.X, at.Y, 0.8, "A").Hole(at.X, at.Y, 0.3);
                var (x, y) = inner(i % 3 == 0 ? (at.X + 0.31, (at.Y * 0.9) + 0.17) : at);
                sketch.Pad(3, x, y, 0.8, "A");
            }
            return sketch;
        }
        Assert.Empty(Board(90, AsIs).Against(Mirrored).Of("mirrored-layer"));
        Assert.Equal("L3", Assert.Single(Board(90, at => (59 - at.X, at.Y)).Against(Mirrored).Of("mirrored-layer")).Worst.Layer);
        // Of few places that would be chance, and places that are only moved may be something else beside each pad.
        Assert.Empty(Board(30, at => (59 - at.X, at.Y)).Against(Mirrored).Of("mirrored-layer"));
        Assert.Empty(Board(90, at => (at.X + 0.4, at.Y)).Against(Mirrored).Of("mirrored-layer"));
    }

    [Fact]
    public void A_mask_that_is_open_over_holes_without_pads_is_told_by_them()
    {
        static Sketch Board(Func<(double X, double Y), (double X, double Y)> mask)
        {
            var sketch = new Sketch().Pad(1, 40, 1, 0.8, "A");
            foreach (var place in Places)
            {
                var (x, y) = mask(place);
                sketch.Hole(place.X, place.Y, 1, Plating.NonPlated).Dot(LayerRole.SolderMask, Side.Top, x, y, 1.2);
            }
            return sketch;
        }
        Assert.Empty(Board(AsIs).Against(Mirrored).Of("mirrored-layer"));
        Assert.Equal("top mask", Assert.Single(Board(at => (20 - at.X, at.Y)).Against(Mirrored).Of("mirrored-layer")).Worst.Layer);
    }

    [Fact]
    public void A_layer_from_another_origin_says_how_far_it_is_to_be_moved()
    {
        var finding = Assert.Single(Board(at => (at.X + 2, at.Y - 0.5), AsIs, at => (at.X + 2, at.Y - 0.5)).Against(Mirrored).Of("mirrored-layer"));
        Assert.Equal("L1", finding.Worst.Layer);
        Assert.Contains("moved by (-2 mm, 0.5 mm)", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mask_that_is_mirrored_is_found_by_the_pads()
    {
        var finding = Assert.Single(Board(AsIs, AsIs, at => (at.X, 20 - at.Y)).Against(Mirrored).Of("mirrored-layer"));
        Assert.Equal("top mask", finding.Worst.Layer);
        Assert.Contains("mirrored top to bottom", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void When_no_copper_lies_on_the_holes_it_is_the_drills_that_are_mirrored() =>
        Assert.Equal("drills", Assert.Single(Board(at => (20 - at.X, at.Y), at => (20 - at.X, at.Y), at => (20 - at.X, at.Y)).Against(Mirrored).Of("mirrored-layer")).Worst.Layer);

    [Fact]
    public void A_plane_without_pads_on_the_holes_is_no_evidence()
    {
        var sketch = Board(AsIs, AsIs, AsIs);
        for (var i = 0; i < 12; i++) sketch.Pad(2, 30 + i, 5, 0.5, "B");
        Assert.Empty(sketch.Against(Mirrored).Of("mirrored-layer"));
    }

    [Fact]
    public void Drills_that_all_lie_to_one_side_are_measured_by_the_median()
    {
        var sketch = new Sketch(1);
        foreach (var (x, y) in Places) sketch.Pad(1, x + 0.06, y - 0.08, 0.8, "A").Hole(x, y, 0.3);
        sketch.Pad(1, 30, 30, 0.8, "A").Hole(30.2, 30, 0.3);
        Assert.Equal(0.1m, Assert.Single(sketch.Against(Registered).Of("registration")).Measured.Value);
    }

    [Fact]
    public void Single_holes_beside_their_pads_are_no_system()
    {
        var sketch = Board(AsIs, AsIs, AsIs);
        for (var i = 0; i < 5; i++) sketch.Pad(1, 30 + i, 30, 0.8, "A").Pad(2, 30 + i, 30, 0.8, "A").Hole(30.2 + i, 30, 0.3);
        Assert.Empty(sketch.Against(Registered).Of("registration"));
    }

    [Fact]
    public void Holes_that_lie_beside_their_pads_each_in_its_own_way_have_no_cause_in_common()
    {
        var sketch = new Sketch(1);
        foreach (var ((x, y), i) in Places.Select((place, i) => (place, i))) sketch.Pad(1, x + 0.06 + (0.02 * i), y, 1.2, "A").Hole(x, y, 0.3);
        Assert.Empty(sketch.Against(Registered).Of("registration"));
    }

    [Fact]
    public void With_too_few_holes_or_without_copper_nothing_is_told()
    {
        Assert.Contains("too few", new Sketch().Via(0, 0, 0.3, 0.6).Against(Mirrored).Skipped("mirrored-layer"), StringComparison.Ordinal);
        Assert.Contains("too few", new Sketch().Via(0, 0, 0.3, 0.6).Against(Registered).Skipped("registration"), StringComparison.Ordinal);
        Assert.Contains("no copper", new Sketch(0).Hole(0, 0, 1).Against(Mirrored).Skipped("mirrored-layer"), StringComparison.Ordinal);
        Assert.Contains("no copper", new Sketch(0).Hole(0, 0, 1).Against(Registered).Skipped("registration"), StringComparison.Ordinal);
    }

    /// <summary>Chips at places without symmetry, each with its outline around it: two lines that keep clear of the pads, and cross those of others where they lie mirrored.</summary>
    private static Sketch Drawn(Func<(double X, double Y), (double X, double Y)> legend)
    {
        var sketch = new Sketch().Outline(0, 0, 40, 40);
        foreach (var (x, y) in Places.Select(place => (2 * place.X, 2 * place.Y)))
        {
            sketch.Land(1, x - 0.6, y, 0.8, 0.9, "A").Land(1, x + 0.6, y, 0.8, 0.9, "B").Window(LayerRole.SolderMask, Side.Top, x - 0.6, y, 0.9, 1).Window(LayerRole.SolderMask, Side.Top, x + 0.6, y, 0.9, 1);
            // Pads that the mirrored lines of the others meet.
            sketch.Land(1, 40 - x, y + 0.7, 1.6, 0.3, "C").Window(LayerRole.SolderMask, Side.Top, 40 - x, y + 0.7, 1.7, 0.4);
            foreach (var side in new[] { -0.7, 0.7 })
            {
                var ((x1, y1), (x2, y2)) = (legend((x - 1, y + side)), legend((x + 1, y + side)));
                sketch.Line(LayerRole.Legend, Side.Top, x1, y1, x2, y2, 0.12);
            }
        }
        return sketch;
    }

    [Fact]
    public void A_legend_that_keeps_clear_of_pads_only_when_it_is_mirrored_is_found()
    {
        var finding = Assert.Single(Drawn(at => (40 - at.X, at.Y)).Against(Mirrored).Of("mirrored-layer"));
        Assert.Equal("top legend", finding.Worst.Layer);
        Assert.Contains("keeps clear of pads only when it is mirrored left to right", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_legend_that_keeps_clear_as_it_is_is_none() => Assert.Empty(Drawn(AsIs).Against(Mirrored).Of("mirrored-layer"));

    [Fact]
    public void A_legend_that_crosses_pads_either_way_is_not_said_to_be_mirrored()
    {
        var sketch = Drawn(at => (40 - at.X, at.Y));
        foreach (var y in new[] { 2, 14, 24, 32 }) sketch.Line(LayerRole.Legend, Side.Top, 0, y, 40, y, 0.12).Line(LayerRole.Legend, Side.Top, 0, 40 - y, 40, 40 - y, 0.12);
        Assert.Empty(sketch.Against(Mirrored).Of("mirrored-layer"));
    }

    [Fact]
    public void Holes_a_little_beside_their_pads_are_a_fault_of_registration_and_no_moved_layer()
    {
        static (double X, double Y) Beside((double X, double Y) at) => (at.X + 0.06, at.Y);
        var review = Board(Beside, Beside, Beside).Against(Mirrored, Registered);
        Assert.Empty(review.Of("mirrored-layer"));
        Assert.Equal(0.06m, Assert.Single(review.Of("registration")).Measured.Value);
    }
}

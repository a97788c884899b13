using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Fabrication.Outline;

public class CopperToEdgeTests
{
    private const string Edge = "copper-to-edge: { minimum: 0.25 }";
    private const string Cutout = "copper-to-cutout: { minimum: 0.25 }";
    private const string Score = "copper-to-vscore: { minimum: 0.4 }";
    private const string Plated = "edge-plating: { minimum: 0 }";

    private static Sketch Board() => new Sketch().Outline(0, 0, 20, 20).Pad(1, 10, 10, 1, "A").Pad(2, 10, 10, 1, "A");

    [Fact]
    public void A_track_near_the_edge_is_measured_from_its_copper()
    {
        var finding = Assert.Single(Board().Track(1, 0.3, 5, 0.3, 15, 0.2, "A").Against(Edge).Of("copper-to-edge"));
        Assert.Equal((Severity.Error, 0.2m, "copper at the edge", "L1"), (finding.Severity, finding.Measured.Value, finding.Cause, finding.Worst.Layer));
    }

    [Fact]
    public void Copper_far_enough_from_the_edge_is_no_finding() => Assert.Empty(Board().Track(1, 0.35, 5, 0.35, 15, 0.2, "A").Against(Edge).Of("copper-to-edge"));

    [Fact]
    public void A_pour_over_the_edge_on_one_face_is_cut_through()
    {
        var finding = Assert.Single(Board().Pour(1, "A", (-1, -1), (21, -1), (21, 21), (-1, 21)).Against(Edge, Plated).Findings);
        Assert.Equal(("copper-to-edge", 0m), (finding.Rule.Id, finding.Measured.Value));
    }

    [Fact]
    public void Each_stretch_of_a_pour_that_comes_too_near_is_a_place()
    {
        var sketch = Board().Pour(1, "A", (0.2, 0.5), (19.9, 0.5), (19.9, 19.5), (0.2, 19.5));
        Assert.Equal([0.1m, 0.2m], Assert.Single(sketch.Against(Edge).Of("copper-to-edge")).Places.Select(place => place.Measured.Value).Distinct().Order());
    }

    [Fact]
    public void A_round_board_is_measured_from_its_arc() =>
        Assert.Equal(0.1m, Assert.Single(new Sketch().Outline(Contour.Circle(Sketch.At(0, 0), 10_000_000)).Pad(1, 7, 0, 5.8, "A").Against(Edge).Of("copper-to-edge")).Measured.Value);

    [Fact]
    public void Copper_up_to_the_edge_on_both_faces_is_an_edge_to_be_plated()
    {
        var sketch = Board().Pour(1, "A", (5, 15), (15, 15), (15, 21), (5, 21)).Pour(2, "A", (5, 15), (15, 15), (15, 21), (5, 21));
        var finding = Assert.Single(sketch.Against(Edge, Plated).Findings);
        Assert.Equal("edge-plating", finding.Rule.Id);
        Assert.Contains("10 mm", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_out_with_copper_all_round_on_both_faces_is_to_be_plated()
    {
        var sketch = Board().Cutout(4, 4, 8, 6).Pour(1, "A", (3, 3), (9, 3), (9, 7), (3, 7)).Pour(2, "A", (3, 3), (9, 3), (9, 7), (3, 7));
        Assert.Equal("plated cut-outs", Assert.Single(sketch.Against(Cutout, Plated).Findings).Cause);
    }

    [Fact]
    public void A_small_cut_out_with_copper_all_round_is_to_be_plated_too()
    {
        var sketch = Board().Cutout(4, 4, 4.6, 4.8).Pad(1, 4.3, 4.4, 2, "A").Pad(2, 4.3, 4.4, 2, "A");
        Assert.Contains("for 2.8 mm", Assert.Single(sketch.Against(Cutout, Plated).Findings).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plated_edge_goes_on_over_the_corner_that_the_outline_is_drawn_from()
    {
        var sketch = Board();
        foreach (var layer in new[] { 1, 2 }) sketch.Pour(layer, "A", (-1, -1), (2, -1), (2, 2), (-1, 2));
        Assert.Contains("for 4 mm", Assert.Single(sketch.Against(Edge, Plated).Findings).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Edge_fingers_may_reach_the_edge()
    {
        var sketch = Board();
        for (var i = 0; i < 4; i++)
        {
            sketch.Land(1, 5 + (2.5 * i), 1, 1.8, 2, "A", "J1", $"{i}").Window(LayerRole.SolderMask, Side.Top, 5 + (2.5 * i), 1, 2, 2.4);
        }
        Assert.Empty(sketch.Window(LayerRole.SolderMask, Side.Top, 10, 10, 1.1, 1.1).Against(Edge, Plated).Findings);
    }

    [Fact]
    public void Pads_that_are_soldered_near_the_edge_are_no_contacts()
    {
        var sketch = Board().Land(1, 5, 0.6, 1, 1, "B", "R1", "1").Window(LayerRole.SolderMask, Side.Top, 5, 0.6, 1.1, 1.1).Window(LayerRole.Paste, Side.Top, 5, 0.6, 1, 1);
        var finding = Assert.Single(sketch.Against(Edge).Of("copper-to-edge"));
        Assert.Equal((0.1m, "pad R1.1 of B"), (finding.Measured.Value, finding.Worst.What));
    }

    [Fact]
    public void Paste_that_is_smaller_than_its_pad_makes_no_contact_of_it()
    {
        var sketch = Board().Land(1, 5, 0.6, 1, 1, "B", "R1", "1").Window(LayerRole.SolderMask, Side.Top, 5, 0.6, 1.1, 1.1).Window(LayerRole.Paste, Side.Top, 5, 0.6, 0.9, 0.9);
        Assert.Equal(0.1m, Assert.Single(sketch.Against(Edge).Of("copper-to-edge")).Measured.Value);
    }

    [Fact]
    public void The_bare_pad_of_a_through_hole_part_is_no_contact()
    {
        var sketch = Board().Via(5, 0.9, 0.9, 1.6, "B", HoleFunction.Component);
        foreach (var side in new[] { Side.Top, Side.Bottom }) sketch.Dot(LayerRole.SolderMask, side, 5, 0.9, 1.7).Window(LayerRole.Paste, side, 10, 10, 1, 1);
        Assert.Equal([0.1m, 0.1m], Assert.Single(sketch.Against(Edge).Of("copper-to-edge")).Places.Select(place => place.Measured.Value));
    }

    [Fact]
    public void A_contact_does_not_stand_for_the_track_of_its_net_beside_it()
    {
        var sketch = Board().Land(1, 5, 1, 0.6, 2, "B", "J1", "1").Window(LayerRole.SolderMask, Side.Top, 5, 1, 0.7, 2.4).Window(LayerRole.Paste, Side.Top, 10, 10, 1, 1)
            .Track(1, 5.55, 0.25, 5.55, 1.8, 0.2, "B").Track(1, 5, 1.8, 5.55, 1.8, 0.2, "B");
        var place = Assert.Single(Assert.Single(sketch.Against(Edge).Of("copper-to-edge")).Places);
        Assert.Equal((0.15m, "track of B"), (place.Measured.Value, place.What));
    }

    [Fact]
    public void The_outline_drawn_on_copper_is_no_copper_that_is_meant()
    {
        var sketch = Board();
        foreach (var layer in new[] { 1, 2 }) sketch.Track(layer, 0, 0, 20, 0, 0.2).Track(layer, 20, 0, 20, 20, 0.2).Track(layer, 20, 20, 0, 20, 0.2).Track(layer, 0, 20, 0, 0, 0.2);
        Assert.Empty(sketch.Against(Edge, Plated).Findings);
    }

    [Fact]
    public void Copper_that_is_left_open_up_to_the_edge_is_a_contact()
    {
        var sketch = Board().Track(1, 5, 5, 5, 0, 1, "A").Window(LayerRole.SolderMask, Side.Top, 5, 1, 2, 3);
        Assert.Empty(sketch.Against(Edge).Of("copper-to-edge"));
        Assert.Equal(0m, Assert.Single(Board().Track(1, 5, 5, 5, 0, 1, "A").Window(LayerRole.SolderMask, Side.Top, 10, 10, 2, 3).Against(Edge).Of("copper-to-edge")).Measured.Value);
    }

    [Fact]
    public void A_cut_out_that_is_drilled_too_is_a_hole()
    {
        var sketch = Board().Cutout(Contour.Circle(Sketch.At(5, 5), 1_500_000)).Hole(5, 5, 2.95, Plating.NonPlated).Track(1, 3, 6.7, 7, 6.7, 0.2, "A");
        Assert.Contains("no cut-outs", sketch.Against(Cutout).Skipped("copper-to-cutout"), StringComparison.Ordinal);
        Assert.Equal(0.125m, Assert.Single(sketch.Against("npth-to-copper: { minimum: 0.25 }").Of("npth-to-copper")).Measured.Value);
    }

    [Fact]
    public void Castellations_are_no_copper_too_near() => Assert.Empty(Board().Via(0, 10, 0.8, 1.4, "A").Via(0, 12, 0.8, 1.4, "A").Against(Edge, Plated).Findings);

    [Fact]
    public void Copper_near_a_cut_out_is_measured() => Assert.Equal(0.15m, Assert.Single(Board().Cutout(4, 4, 8, 6).Track(1, 5, 6.25, 7, 6.25, 0.2, "A").Against(Cutout).Of("copper-to-cutout")).Measured.Value);

    [Fact]
    public void Copper_near_a_score_is_measured_from_its_middle() => Assert.Equal(0.3m, Assert.Single(Board().Score(5, -2, 5, 22).Track(1, 5.4, 3, 5.4, 6, 0.2, "A").Against(Score).Of("copper-to-vscore")).Measured.Value);

    [Fact]
    public void Copper_across_a_score_is_cut_through() => Assert.Equal(0m, Assert.Single(Board().Score(5, -2, 5, 22).Track(1, 3, 3, 7, 3, 0.2, "A").Against(Score).Of("copper-to-vscore")).Measured.Value);

    [Fact]
    public void Without_edge_or_copper_nothing_is_checked()
    {
        var bare = new Sketch().Pad(1, 0, 0, 1).Against(Edge, Cutout, Score, Plated);
        Assert.All(["copper-to-edge", "copper-to-cutout", "copper-to-vscore", "edge-plating"], rule => Assert.Contains("no outline", bare.Skipped(rule), StringComparison.Ordinal));
        var empty = new Sketch(0).Outline(0, 0, 5, 5).Against(Edge, Cutout, Score, Plated);
        Assert.All(["copper-to-edge", "copper-to-cutout", "copper-to-vscore", "edge-plating"], rule => Assert.Contains("no copper", empty.Skipped(rule), StringComparison.Ordinal));
        Assert.Contains("no cut-outs", Board().Against(Cutout).Skipped("copper-to-cutout"), StringComparison.Ordinal);
        Assert.Contains("no layer draws V-scores", Board().Against(Score).Skipped("copper-to-vscore"), StringComparison.Ordinal);
        Assert.Contains("both faces", new Sketch(1).Outline(0, 0, 5, 5).Pad(1, 2, 2, 1).Against(Plated).Skipped("edge-plating"), StringComparison.Ordinal);
    }
}

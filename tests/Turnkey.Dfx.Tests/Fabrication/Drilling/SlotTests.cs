using Turnkey.Designs.Boards;

namespace Turnkey.Dfx.Tests.Fabrication.Drilling;

public class SlotTests
{
    [Fact]
    public void A_narrow_plated_slot_is_found() => Assert.Equal(0.4m, Assert.Single(new Sketch().Slot(0, 0, 2, 0, 0.4).Slot(0, 5, 2, 5, 0.5).Against("slot-width: { minimum: 0.5 }").Of("slot-width")).Measured.Value);

    [Fact]
    public void A_narrow_slot_without_plating_is_found() =>
        Assert.Equal(0.7m, Assert.Single(new Sketch().Slot(0, 0, 2, 0, 0.7, Plating.NonPlated).Slot(0, 5, 2, 5, 0.4).Against("npth-slot-width: { minimum: 0.8 }").Of("npth-slot-width")).Measured.Value);

    [Fact]
    public void Without_slots_nothing_is_checked()
    {
        var review = new Sketch().Via(0, 0, 0.3, 0.6).Against("slot-width: { minimum: 0.5 }", "npth-slot-width: { minimum: 0.8 }", "slot-length: { minimum: 2 }");
        Assert.Contains("no plated slots", review.Skipped("slot-width"), StringComparison.Ordinal);
        Assert.Contains("no slots without plating", review.Skipped("npth-slot-width"), StringComparison.Ordinal);
        Assert.Contains("no slots", review.Skipped("slot-length"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_that_no_file_defines_has_no_width()
    {
        Assert.Contains("no drill file says", new Sketch().Slot(0, 0, 2, 0, 0).Against("slot-width: { minimum: 0.5 }").Skipped("slot-width"), StringComparison.Ordinal);
        Assert.Contains("of 1 no file says", Assert.Single(new Sketch().Slot(0, 0, 2, 0, 0).Slot(0, 5, 2, 5, 1).Against("slot-width: { minimum: 0.5 }").Checks, check => check.Rule.Id == "slot-width").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_length_of_a_slot_is_measured_over_all_by_its_width() =>
        Assert.Equal(1.6m, Assert.Single(new Sketch().Slot(0, 0, 0.6, 0, 1).Slot(0, 5, 1, 5, 1).Against("slot-length: { minimum: 2 }").Of("slot-length")).Measured.Value);

    [Fact]
    public void A_short_piece_of_a_longer_path_is_no_short_slot() => Assert.Empty(new Sketch().Slot(0, 0, 0.2, 0, 1).Slot(0.2, 0, 5, 0, 1).Against("slot-length: { minimum: 2 }").Of("slot-length"));
}

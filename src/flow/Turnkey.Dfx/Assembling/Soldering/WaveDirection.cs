using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Soldering;

/// <summary>
/// Chips on the bottom that the wave does not reach: those whose terminals lie one behind the other. Only where it was said that the bottom goes over
/// the wave; boards travel along their longer side.
/// </summary>
internal static class WaveDirection
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} (first {worst.What})",
        (_, _) => "turn the chips so that both terminals meet the wave at once, or solder them in the oven");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        if (!design.Context.BottomGoesOverWave) return new CheckOutcome.Skipped("nobody says that the bottom is soldered by wave");
        var chips = design.Parts.Mounted.Where(part => part.Side == Side.Bottom && part is { HasSurePads: true, Pads.Length: 2, Body.Form: BodyForm.TwoTerminal }).ToArray();
        if (chips.Length == 0) return new CheckOutcome.Skipped("no chips with known pads are on the bottom");
        var box = design.Board!.Outline?.Bounds ?? Box.Of(chips.Select(chip => chip.At));
        var alongX = box.Width >= box.Height;
        return new CheckOutcome.Done($"{chips.Length.ToString(CultureInfo.InvariantCulture)} chips on the bottom",
            [.. chips.Where(chip => LiesAlong(chip, alongX)).Select(chip => new Sighting("chips on the bottom lie along the way over the wave", chip.At, "bottom", Measure.Fact) { What = chip.Title, Bounds = Box.Of(chip.Pads.Select(pad => pad.At)).Grow(500_000) })]);
    }

    private static bool LiesAlong(PartOnBoard chip, bool alongX)
    {
        var way = chip.Pads[1].At - chip.Pads[0].At;
        return alongX ? Math.Abs(way.X) > Math.Abs(way.Y) : Math.Abs(way.Y) > Math.Abs(way.X);
    }
}

using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Masking;

/// <summary>
/// Mask opening around each pad that something is soldered to, measured from the pad's edge to the opening's where they are nearest. Pads that the mask defines
/// (it lies on them on all sides) are meant so and are judged by <see cref="MaskOverlap"/>; of areas that are opened in part it says how many there are. Costs one look around each pad.
/// </summary>
internal static class MaskClearance
{
    public static CheckWording Wording { get; } = new(
        worst => worst.Measured.Value < 0
            ? $"{worst.Cause}: mask lies on {worst.What}, {worst.Layer}, by {Measure.Of(Length.Zero - worst.Measured.Length)}"
            : $"{worst.Cause}: the opening of {worst.What}, {worst.Layer}, reaches {worst.Measured} beyond the pad",
        (_, verdict) => $"let the openings reach {verdict.Limit} beyond the pads, or have the maker do it");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MaskChecks.WhyNot(design) is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("mask-clearance"))!.Value.Length.Nanometres;
        var sightings = new List<Sighting>();
        var (looked, inPart) = (0, 0);
        foreach (var one in MaskChecks.Masks(design).SelectMany(MaskedPad.Of))
        {
            looked++;
            if (one.Clearance >= reach || one.IsMaskDefined) continue;
            if (one.IsOpenedInPart)
            {
                inPart++;
                continue;
            }
            sightings.Add(new Sighting(Cause(one.Clearance), one.Pad.At, one.Mask.Layer, Measure.OfNanometres(one.Clearance))
            {
                What = one.Pad.Called(design),
                Bounds = one.Pad.Bounds.Grow(reach),
                Case = new LimitCase { Net = design.NetName(one.Pad.Net), At = (Length.FromNanometres(one.Pad.At.X), Length.FromNanometres(one.Pad.At.Y)) },
            });
        }
        return looked == 0 ? new CheckOutcome.Skipped("no pad of a part lies in an opening of the mask") : new CheckOutcome.Done($"openings of {looked.ToString("N0", CultureInfo.InvariantCulture)} pads{(inPart == 0 ? "" : $", {inPart.ToString("N0", CultureInfo.InvariantCulture)} of them opened in part, which is taken as meant")}", [.. sightings]);
    }

    /// <summary>One setting of the design tool makes all openings: its value is what they have in common.</summary>
    private static string Cause(double clearance) => clearance switch
    {
        < -1_000 => "pads partly under mask",
        <= 1_000 => "openings as large as their pads",
        _ => "openings drawn tight",
    };
}

using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Masking;

/// <summary>Pads that the mask defines by lying on them on all sides, as under grid arrays: how far it lies on them.</summary>
internal static class MaskOverlap
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What}, {worst.Layer}, is {worst.Measured} wider than its opening",
        (_, verdict) => $"let the mask lie {verdict.Limit} on the pads, or let the openings be larger than the pads");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MaskChecks.WhyNot(design) is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("mask-overlap"))!.Value.Length.Nanometres;
        MaskedPad[] defined = [.. MaskChecks.Masks(design).SelectMany(MaskedPad.Of).Where(one => one.IsMaskDefined)];
        if (defined.Length == 0) return new CheckOutcome.Skipped("the mask lies on no pad on all sides");
        return new CheckOutcome.Done($"{defined.Length.ToString("N0", CultureInfo.InvariantCulture)} pads that the mask defines",
        [
            .. defined.Where(one => one.Overlap < reach).Select(one => new Sighting(one.Pad.Part is { } part ? $"pads of {part} that the mask defines" : "pads that the mask defines", one.Pad.At, one.Mask.Layer, Measure.OfNanometres(one.Overlap))
            {
                What = one.Pad.Called(design),
                Bounds = one.Pad.Bounds,
                Case = new LimitCase { Net = design.NetName(one.Pad.Net), At = (Length.FromNanometres(one.Pad.At.X), Length.FromNanometres(one.Pad.At.Y)) },
            }),
        ]);
    }
}

using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Masking;

/// <summary>
/// Vias that the mask leaves open near a surface pad of their net: the mask between both openings, 0 where they are one. Vias in a pad are the assembly's
/// question, not this one. Says for each side how many vias are covered.
/// </summary>
internal static class MaskOnVia
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: the one at {worst.What}, {worst.Layer}, has {worst.Measured} of mask to the pad",
        (_, verdict) => $"cover the vias with mask, or move them so that {verdict.Limit} of mask lies between");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MaskChecks.WhyNot(design) is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("mask-on-via"))!.Value.Length.Nanometres;
        var sightings = new List<Sighting>();
        var sides = new List<string>();
        foreach (var mask in MaskChecks.Masks(design))
        {
            var vias = mask.Face.Pads.Where(pad => pad.Kind == PadKind.Via).ToArray();
            var open = vias.Count(pad => pad.Opening >= 0);
            if (vias.Length > 0) sides.Add($"{mask.Face.Name} {(vias.Length - open).ToString("N0", CultureInfo.InvariantCulture)} covered, {open.ToString("N0", CultureInfo.InvariantCulture)} open");
            Pad[] pads = [.. mask.Face.Pads.Where(pad => pad.Kind == PadKind.Surface && pad.Opening >= 0)];
            var index = new BoxIndex([.. pads.Select(pad => mask.Mask.Pieces[pad.Opening].Primitive.Bounds)]);
            foreach (var via in vias.Where(via => via.Opening >= 0)) Look(design, mask, via, pads, index, reach, sightings);
        }
        return sides.Count == 0 ? new CheckOutcome.Skipped("the board has no vias") : new CheckOutcome.Done($"vias: {string.Join("; ", sides)}", [.. sightings]);
    }

    private static void Look(CheckedDesign design, MaskOfFace mask, Pad via, Pad[] pads, BoxIndex index, long reach, List<Sighting> into)
    {
        var opening = mask.Mask.Pieces[via.Opening].Primitive;
        (Approach Approach, Pad Pad)? nearest = null;
        foreach (var i in index.Overlapping(opening.Bounds.Grow(reach)))
        {
            if (pads[i].Net != via.Net) continue;
            if (pads[i].Primitive.Contains(via.At)) return;
            var approach = opening.ApproachTo(mask.Mask.Pieces[pads[i].Opening].Primitive, reach);
            if (approach.Distance < reach && (nearest is null || approach.Distance < nearest.Value.Approach.Distance)) nearest = (approach, pads[i]);
        }
        if (nearest is not { } found) return;
        into.Add(new Sighting("open vias beside pads", via.At, mask.Layer, Measure.OfNanometres(found.Approach.Distance))
        {
            What = found.Pad.Called(design),
            Bounds = via.Bounds.Join(found.Pad.Bounds),
            Case = new LimitCase { Net = design.NetName(via.Net), At = (Length.FromNanometres(via.At.X), Length.FromNanometres(via.At.Y)) },
        });
    }
}

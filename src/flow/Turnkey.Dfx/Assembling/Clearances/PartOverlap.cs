using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Clearances;

/// <summary>Two parts in one place: bodies that overlap by more than their tolerance. Measured is how far one would have to move to be clear of the other.</summary>
internal static class PartOverlap
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} on the {worst.Layer}: {worst.What} overlap by {worst.Measured}",
        (worst, _) => $"mount one of {worst.What}, or move them apart");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var side in (ReadOnlySpan<Side>)[Side.Top, Side.Bottom])
        {
            var outlines = PartOutlines.Of(design, side);
            looked += outlines.All.Count(outline => !outline.IsFromPads);
            foreach (var (a, b, gap) in outlines.Pairs(1))
            {
                if (gap < -PartSpacing.Tolerance && !a.IsFromPads && !b.IsFromPads) sightings.Add(PartSpacing.Sight(a, b, Measure.OfNanometres(-gap)));
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("no part's body is known") : new CheckOutcome.Done($"{looked.ToString(CultureInfo.InvariantCulture)} bodies", [.. sightings]);
    }
}

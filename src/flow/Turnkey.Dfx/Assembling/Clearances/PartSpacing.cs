using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Clearances;

/// <summary>
/// Gaps between parts of one side, terminals included. Bodies have tolerances: what overlaps by no more than those stands edge to edge. Where only the pads
/// are known nothing is measured but between what stands apart: parts may lie under a part that is wide.
/// </summary>
internal static class PartSpacing
{
    internal static readonly long Tolerance = MountingFigures.LengthOf("body-tolerance").Nanometres;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} on the {worst.Layer}: {worst.What} are {worst.Measured} apart",
        (_, verdict) => $"move them apart to {verdict.Limit}");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("part-spacing"))!.Value.Length.Nanometres;
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var side in (ReadOnlySpan<Side>)[Side.Top, Side.Bottom])
        {
            var outlines = PartOutlines.Of(design, side);
            looked += outlines.All.Length;
            foreach (var (a, b, gap) in outlines.Pairs(reach))
            {
                if (gap < -Tolerance || (gap <= 0 && (a.IsFromPads || b.IsFromPads))) continue;
                sightings.Add(Sight(a, b, Measure.OfNanometres(Math.Max(gap, 0))));
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("no part's size and pads are known") : new CheckOutcome.Done($"{looked.ToString(CultureInfo.InvariantCulture)} parts", [.. sightings]);
    }

    internal static Sighting Sight(PartOutline a, PartOutline b, Measure measured)
    {
        var place = a.Shape.ApproachTo(b.Shape, double.PositiveInfinity).At;
        return new Sighting(Cause(a, b), place, PartNames.Side(a.Part.Side), measured)
        {
            What = $"{a.Part.Name} and {b.Part.Name}{(a.IsFromPads || b.IsFromPads ? " (outline by the pads)" : "")}",
            Bounds = Geometry.Box.Around(place, 1_000_000, 1_000_000),
        };
    }

    /// <summary>What kinds of parts stand near each other: one habit of the designer is one finding.</summary>
    private static string Cause(PartOutline a, PartOutline b)
    {
        var (first, second) = (PartNames.Plural(a.Part), PartNames.Plural(b.Part));
        if (first == second) return $"{first} side by side";
        return string.CompareOrdinal(first, second) < 0 ? $"{first} beside {second}" : $"{second} beside {first}";
    }
}

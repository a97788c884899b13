using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Clearances;

/// <summary>Parts near the board's edge. Connectors, switches and what else reaches over the edge are meant to stand there.</summary>
internal static class PartToEdge
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What} is {worst.Measured} from the edge",
        (_, verdict) => $"move the parts in by {verdict.Limit}, or have the board made in a panel with rails");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        if (design.Board!.Outline is not { } outline) return new CheckOutcome.Skipped("the package has no outline that closes");
        return Near(design, "part-to-edge", [.. outline.Boundaries.Concat(outline.Cutouts).SelectMany(contour => contour.Edges.ToArray())], "parts near the edge", demands);
    }

    internal static CheckOutcome Near(CheckedDesign design, string rule, ImmutableArray<Edge> edges, string cause, Demands demands)
    {
        var reach = demands.Reach(DesignRule.Of(rule))!.Value.Length.Nanometres;
        var lines = edges.Select(edge => Primitive.Stroke(edge, 0)).ToArray();
        var index = new Geometry.Indexing.BoxIndex([.. lines.Select(line => line.Bounds)]);
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var part in design.Parts.Mounted)
        {
            if (MayReachOver(part) || PartOutline.Of(part) is not { IsFromPads: false } outline) continue;
            looked++;
            var nearest = Approach.None;
            foreach (var i in index.Overlapping(outline.Bounds.Grow(reach)))
            {
                var approach = outline.Shape.ApproachTo(lines[i], reach);
                if (approach.Distance < nearest.Distance) nearest = approach;
            }
            if (nearest.Distance >= reach) continue;
            sightings.Add(new Sighting(cause, nearest.At, PartNames.Side(part.Side), Measure.OfNanometres(nearest.Distance)) { What = part.Title, Bounds = outline.Bounds });
        }
        return looked == 0 ? new CheckOutcome.Skipped("no part's body is known") : new CheckOutcome.Done($"{looked.ToString(CultureInfo.InvariantCulture)} bodies", [.. sightings]);
    }

    private static bool MayReachOver(PartOnBoard part) =>
        part.Kind.Class.StartsWith("connector", StringComparison.Ordinal) || part.Kind.Class is "header" or "switch" or "module" or "terminal" || part.Placement.Designator.Prefix is "J" or "P" or "CN" or "CON" or "X" or "SW" or "USB" or "ANT";
}

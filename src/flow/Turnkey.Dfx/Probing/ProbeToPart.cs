using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Probing;

/// <summary>
/// Room between a nail's target and the parts of its side: from the edge of the target to the box around the pads of the part. Bodies that stand out beyond
/// their pads are nearer.
/// </summary>
internal static class ProbeToPart
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} on the {worst.Layer} are {worst.Measured} from the pads of parts ({worst.What})",
        (_, verdict) => $"move the target or the part to {verdict.Limit}, or probe the net elsewhere");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        if (design.Assembly.Placements.IsEmpty) return new CheckOutcome.Skipped("the package says of no part where it is placed");
        var nails = design.Access.Nails().ToArray();
        if (nails.Length == 0) return new CheckOutcome.Skipped("no net has a target for a nail");
        var placed = design.Assembly.Placements.Where(placement => !placement.DoNotPlace).Select(placement => (placement.Designator.ToString(), placement.Side)).ToHashSet();
        var reach = demands.Reach(DesignRule.Of("probe-to-part"))!.Value.Length.Nanometres;
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        var parts = 0;
        foreach (var face in design.Faces)
        {
            PartBox[] boxes = [.. PartBox.Of(face).Where(part => placed.Contains((part.Part, face.Side)))];
            parts += boxes.Length;
            var index = new BoxIndex(boxes.Select(part => part.Box).ToArray());
            foreach (var nail in nails.Where(nail => nail.Side == face.Side)) sightings.AddRange(Near(design, nail, boxes, index, reach));
        }
        if (parts == 0) return new CheckOutcome.Skipped("the pads do not say whose they are");
        return new CheckOutcome.Done($"{nails.Length.ToString("N0", CultureInfo.InvariantCulture)} nails and the pads of {parts.ToString("N0", CultureInfo.InvariantCulture)} parts", sightings.ToImmutable());
    }

    /// <summary>Of several parts the nearest.</summary>
    private static IEnumerable<Sighting> Near(CheckedDesign design, ProbeTarget nail, PartBox[] boxes, BoxIndex index, long reach)
    {
        var (distance, nearest) = ((double)reach, -1);
        var half = nail.Size.Nanometres / 2d;
        foreach (var i in index.Overlapping(new Box(nail.At.X, nail.At.Y, nail.At.X, nail.At.Y).Grow((long)half + reach)))
        {
            if (boxes[i].Part == nail.Pad.Name?.Component) continue;
            var box = boxes[i].Box;
            var (x, y) = (Math.Max(0, Math.Max(box.Left - nail.At.X, nail.At.X - box.Right)), Math.Max(0, Math.Max(box.Bottom - nail.At.Y, nail.At.Y - box.Top)));
            var gap = Math.Max(0, double.Hypot(x, y) - half);
            if (gap < distance || (gap == distance && nearest >= 0 && i < nearest)) (distance, nearest) = (gap, i);
        }
        if (nearest >= 0) yield return ProbingChecks.Sight(design, nail, nail.KindName, Measure.OfNanometres(distance)) with { What = $"{design.NetName(nail.Net)} at {boxes[nearest].Part}" };
    }
}

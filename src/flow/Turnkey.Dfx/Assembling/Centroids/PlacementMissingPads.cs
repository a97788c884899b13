using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>Parts that the centroid file puts where no pad is, or on the side where their pads are not.</summary>
internal static class PlacementMissingPads
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What}",
        (_, _) => "compare the centroid file with the copper: another revision, another origin, or the wrong side");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var indices = design.Faces.ToDictionary(face => face.Side, face => new PointIndex(face.Pads.Where(pad => pad.Kind is PadKind.Surface or PadKind.ThroughHole).Select(pad => pad.At)));
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var part in design.Parts.Mounted)
        {
            // The pads of a module may lie far from its middle, and what is screwed on has none: only of known packages is it known where they must be.
            if (part.Body is not { } body) continue;
            looked++;
            if (!part.Pads.IsEmpty) continue;
            var reach = Math.Max(body.Length.Nanometres, body.Width.Nanometres);
            if (indices[part.Side].Any(part.At, reach)) continue;
            var other = indices[part.Side == Side.Top ? Side.Bottom : Side.Top].Any(part.At, reach);
            sightings.Add(new Sighting(other ? "parts whose pads are on the other side" : "parts without pads", part.At, PartNames.Side(part.Side), Measure.Fact) { What = part.Title, Bounds = Box.Around(part.At, reach, reach) });
        }
        return looked == 0 ? new CheckOutcome.Skipped("the size of no part of the centroid file is known") : new CheckOutcome.Done($"{looked.ToString(CultureInfo.InvariantCulture)} parts", [.. sightings]);
    }
}

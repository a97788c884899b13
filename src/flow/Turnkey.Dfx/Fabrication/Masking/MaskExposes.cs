using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Masking;

/// <summary>
/// Copper of another net near or in the opening of a pad that is soldered: from the opening's edge to the copper, 0 where it lies bare. Pads that share the
/// opening are answered for by <see cref="MaskGanged"/>. Costs one look around each opening.
/// </summary>
internal static class MaskExposes
{
    public static CheckWording Wording { get; } = new(
        worst => worst.Measured.Value == 0 ? $"{worst.Cause}: {worst.What} lies bare, {worst.Layer}" : $"{worst.Cause}: {worst.What} is {worst.Measured} from the opening, {worst.Layer}",
        (_, verdict) => $"move the copper {verdict.Limit} away from the opening, or make the opening smaller");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MaskChecks.WhyNot(design) is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("mask-exposes"))!.Value.Length.Nanometres;
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var mask in MaskChecks.Masks(design))
        {
            var sheet = mask.Face.Copper!;
            var nearest = new Dictionary<(int Island, int Net), (Approach Approach, int Piece)>();
            foreach (var opening in mask.Mask.Pieces)
            {
                var pads = mask.PadsOf[opening.Island];
                if (!pads.Any(pad => mask.Face.IsSoldered(mask.Face.Pads[pad]))) continue;
                looked++;
                foreach (var j in sheet.Index.Overlapping(opening.Primitive.Bounds.Grow(reach)))
                {
                    var piece = sheet.Pieces[j];
                    if (piece.Net < 0 || pads.Any(pad => mask.Face.Pads[pad].Net == piece.Net && mask.Face.Pads[pad].Kind != PadKind.Via)) continue;
                    var approach = opening.Primitive.ApproachTo(piece.Primitive, reach);
                    if (approach.Distance >= reach || (nearest.TryGetValue((opening.Island, piece.Net), out var known) && known.Approach.Distance <= approach.Distance)) continue;
                    nearest[(opening.Island, piece.Net)] = (approach, j);
                }
            }
            foreach (var ((island, net), (approach, piece)) in nearest.OrderBy(pair => pair.Key))
            {
                var pad = mask.PadsOf[island].Select(index => mask.Face.Pads[index]).First(mask.Face.IsSoldered);
                sightings.Add(new Sighting($"{Copper.Spacing.Kind(design, sheet, sheet.Pieces[piece])} beside pads", approach.At, mask.Layer, Measure.OfNanometres(approach.Distance))
                {
                    What = $"{design.NetName(net)} at {pad.Called(design)} ({design.NetName(pad.Net)})",
                    Bounds = Box.Around(approach.At, 250_000, 250_000),
                    Case = design.CaseOf(sheet, approach.At, pad.Net) with { OtherNet = design.NetName(net) },
                });
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("no pad of a part lies in an opening of the mask") : new CheckOutcome.Done($"{looked.ToString("N0", CultureInfo.InvariantCulture)} openings over pads", [.. sightings]);
    }
}

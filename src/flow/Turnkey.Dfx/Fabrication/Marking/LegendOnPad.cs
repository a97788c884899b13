using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry.Distances;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Marking;

/// <summary>Legend ink to pads that the mask leaves open, 0 where it lies on one; where the opening is smaller than the pad it counts to the opening. Vias take no harm. Costs one look around each pad.</summary>
internal static class LegendOnPad
{
    public static CheckWording Wording { get; } = new(
        worst => worst.Measured.Value == 0 ? $"{worst.Cause} lies on pads, for example on {worst.What}" : $"{worst.Cause} comes as near as {worst.Measured} to {worst.What}",
        (_, verdict) => $"move the ink {verdict.Limit} away from bare copper, or let the maker cut it away");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        if (design.Faces.All(face => face.Legend is null)) return new CheckOutcome.Skipped("the package has no legend layer");
        var reach = demands.Reach(DesignRule.Of("legend-on-pad"))!.Value.Length.Nanometres;
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var face in design.Faces)
        {
            if (face.Legend is not { } legend) continue;
            foreach (var pad in face.Pads)
            {
                // Without a mask layer all pads are bare.
                if (pad.Kind is PadKind.Via or PadKind.Other || (face.Mask is not null && pad.Opening < 0)) continue;
                looked++;
                Approach nearest = Approach.None;
                foreach (var i in legend.Index.Overlapping(pad.Bounds.Grow(reach)))
                {
                    var ink = legend.Pieces[i].Primitive;
                    var approach = ink.ApproachTo(pad.Primitive, reach);
                    if (approach.Distance < reach && face.Mask is { } mask && ink.ApproachTo(mask.Pieces[pad.Opening].Primitive, reach) is var opened && opened.Distance > approach.Distance) approach = opened;
                    if (approach.Distance < nearest.Distance) nearest = approach;
                }
                if (nearest.Distance >= reach) continue;
                sightings.Add(new Sighting($"{face.Name} legend", nearest.At, $"{face.Name} legend", Measure.OfNanometres(nearest.Distance))
                {
                    What = pad.Called(design),
                    Bounds = pad.Bounds,
                    Case = new LimitCase { Net = design.NetName(pad.Net), At = (Length.FromNanometres(nearest.At.X), Length.FromNanometres(nearest.At.Y)) },
                });
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("no bare pad lies on a face with a legend") : new CheckOutcome.Done($"legend around {looked.ToString("N0", CultureInfo.InvariantCulture)} bare pads", [.. sightings]);
    }
}

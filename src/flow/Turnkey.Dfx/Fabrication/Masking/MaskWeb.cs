using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Masking;

/// <summary>Bridges of mask between two openings, of which at least one lies over a pad that is soldered; exact to the nanometre. Costs one look around each opening.</summary>
internal static class MaskWeb
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What}, {worst.Layer}, have {worst.Measured} of mask between their openings",
        (_, verdict) => $"make the openings smaller so that {verdict.Limit} of mask stays, or join them into one");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MaskChecks.WhyNot(design) is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("mask-web"))!.Value.Length.Nanometres;
        var sightings = new List<Sighting>();
        var openings = 0;
        foreach (var mask in MaskChecks.Masks(design))
        {
            openings += mask.Mask.Islands;
            foreach (var ((a, b), web) in Webs(mask.Mask, reach).OrderBy(web => web.Key))
            {
                var (padsA, padsB) = (Soldered(mask, a), Soldered(mask, b));
                if (padsA.Length + padsB.Length == 0) continue;
                sightings.Add(new Sighting(Cause(padsA, padsB), web.At, mask.Layer, Measure.OfNanometres(web.Distance))
                {
                    What = $"{Name(design, mask, a)} and {Name(design, mask, b)}",
                    Bounds = Box.Around(web.At, 250_000, 250_000),
                    Case = new LimitCase { At = (Length.FromNanometres(web.At.X), Length.FromNanometres(web.At.Y)) },
                });
            }
        }
        return openings == 0 ? new CheckOutcome.Skipped("the mask has no opening") : new CheckOutcome.Done($"{openings.ToString("N0", CultureInfo.InvariantCulture)} openings and their neighbours", [.. sightings]);
    }

    /// <summary>The narrowest between each two islands of openings.</summary>
    private static Dictionary<(int, int), Approach> Webs(DrawnSheet mask, long reach)
    {
        var webs = new Dictionary<(int, int), Approach>();
        for (var i = 0; i < mask.Pieces.Length; i++)
        {
            foreach (var j in mask.Index.Overlapping(mask.Pieces[i].Primitive.Bounds.Grow(reach)))
            {
                if (j <= i || mask.Pieces[j].Island == mask.Pieces[i].Island) continue;
                var approach = mask.Pieces[i].Primitive.ApproachTo(mask.Pieces[j].Primitive, reach);
                if (approach.Distance >= reach) continue;
                var pair = (Math.Min(mask.Pieces[i].Island, mask.Pieces[j].Island), Math.Max(mask.Pieces[i].Island, mask.Pieces[j].Island));
                if (!webs.TryGetValue(pair, out var known) || approach.Distance < known.Distance) webs[pair] = approach;
            }
        }
        return webs;
    }

    private static Pad[] Soldered(MaskOfFace mask, int island) => [.. mask.PadsOf[island].Select(pad => mask.Face.Pads[pad]).Where(mask.Face.IsSoldered)];

    /// <summary>Openings of one part are near because of its pads' pitch and the setting for all openings; of two parts because the parts are near.</summary>
    private static string Cause(Pad[] a, Pad[] b)
    {
        if (a.Length == 0 || b.Length == 0) return "pads beside other openings";
        if (a[0].Part is not { } part || b[0].Part is not { } other) return "pads side by side";
        return part == other ? "pads of one part" : "pads of two parts";
    }

    private static string Name(CheckedDesign design, MaskOfFace mask, int island)
    {
        if (Soldered(mask, island) is [var first, ..]) return first.Called(design);
        return mask.PadsOf[island] is [var pad, ..] ? mask.Face.Pads[pad].Kind == PadKind.Via ? "an open via" : mask.Face.Pads[pad].Called(design) : "an opening without a pad";
    }
}

using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;

namespace Turnkey.Dfx.Boards;

/// <summary>What the openings of a face's mask have to do with its pads.</summary>
/// <param name="Face">With a mask.</param>
/// <param name="Mask">Its openings.</param>
/// <param name="PadsOf">For each island of openings, the pads that it lies over, as indices into the face's.</param>
internal sealed record MaskOfFace(FaceOfBoard Face, DrawnSheet Mask, ImmutableArray<int>[] PadsOf)
{
    /// <summary>Files round to so many nanometres: less is no overlap.</summary>
    private const long Rounding = 1_000;

    public string Layer => $"{Face.Name} mask";

    /// <summary>Null when the face has no mask layer, or one that is not known.</summary>
    public static MaskOfFace? Of(FaceOfBoard face)
    {
        if (face.Mask is not { } mask) return null;
        var over = new SortedSet<int>[mask.Islands];
        for (var i = 0; i < face.Pads.Length; i++)
        {
            foreach (var piece in Over(mask, face.Pads[i].Primitive)) (over[mask.Pieces[piece].Island] ??= []).Add(i);
        }
        return new MaskOfFace(face, mask, Array.ConvertAll(over, pads => pads is null ? [] : pads.ToImmutableArray()));
    }

    /// <summary>Pieces of the mask layer that share ground with a pad: an opening that only meets its edge, as that of the next pad may, frees nothing of it.</summary>
    public static List<int> Over(DrawnSheet mask, in Primitive pad)
    {
        var over = new List<int>();
        foreach (var i in mask.Index.Overlapping(pad.Bounds))
        {
            if (Share(mask.Pieces[i].Primitive.Bounds, pad.Bounds) && mask.Pieces[i].Primitive.Touches(pad)) over.Add(i);
        }
        return over;
    }

    private static bool Share(Box a, Box b) =>
        Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > Rounding && Math.Min(a.Top, b.Top) - Math.Max(a.Bottom, b.Bottom) > Rounding;

    /// <summary>
    /// How far the opening reaches beyond the pad where it does so least, in nanometres: negative where mask lies on the pad. Several openings count as one:
    /// exact where one of them holds the pad, else at places around the pad.
    /// </summary>
    /// <param name="pad">The pad.</param>
    /// <param name="over">Pieces that share ground with it; not empty.</param>
    public double Clearance(in Primitive pad, List<int> over)
    {
        var best = double.NegativeInfinity;
        foreach (var piece in over) best = Math.Max(best, pad.MarginIn(Mask.Pieces[piece].Primitive));
        if (best >= 0 || over.Count == 1) return best;
        var least = double.PositiveInfinity;
        foreach (var place in Around(pad))
        {
            var depth = double.NegativeInfinity;
            foreach (var piece in over) depth = Math.Max(depth, Mask.Pieces[piece].Primitive.SignedDepthAt(place));
            least = Math.Min(least, depth);
        }
        return Math.Max(best, least);
    }

    /// <summary>How far inside the pad its openings lie, in nanometres, least first: positive where the mask alone says how large the joint is.</summary>
    public double Overlap(in Primitive pad, List<int> over)
    {
        var least = double.PositiveInfinity;
        foreach (var piece in over) least = Math.Min(least, Mask.Pieces[piece].Primitive.MarginIn(pad));
        return least;
    }

    private static IEnumerable<Point> Around(Primitive pad)
    {
        const int Rays = 180;
        var middle = pad.Bounds.Centre;
        var far = Point.Distance(new Point(pad.Bounds.Left, pad.Bounds.Bottom), new Point(pad.Bounds.Right, pad.Bounds.Top));
        for (var i = 0; i < Rays; i++)
        {
            var (y, x) = Math.SinCos(Math.Tau * i / Rays);
            double inside = 0, outside = far;
            while (outside - inside > 10)
            {
                var half = (inside + outside) / 2;
                if (pad.Contains(middle.Toward(x, y, half))) inside = half;
                else outside = half;
            }
            yield return middle.Toward(x, y, inside);
        }
    }
}

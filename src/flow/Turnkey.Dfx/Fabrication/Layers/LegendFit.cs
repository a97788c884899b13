using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Dfx.Fabrication.Layers;

/// <summary>
/// Whether a legend lies on its board as it is, or mirrored. Tools draw legend around pads: what crosses them as it is and keeps clear of them mirrored was
/// written out mirrored. Boards that are the same from both sides, and legends with little on them, tell nothing.
/// </summary>
/// <param name="AsIs">Share of the legend that lies on pads as it is, from 0 to 1.</param>
/// <param name="Best">How the least of it would.</param>
/// <param name="Least">Share that lies on pads then.</param>
/// <param name="Crossing">Places of the legend that lie on pads as it is.</param>
/// <param name="Wording">As <c>mirrored left to right</c>; empty when it is best as it is.</param>
internal sealed record LegendFit(double AsIs, Placing Best, double Least, int Crossing, string Wording)
{
    /// <summary>Fewer places on pads are slips of single texts.</summary>
    private const int FewestCrossing = 25;

    /// <summary>Less of the legend on pads may be one part's outline.</summary>
    private const double Crosses = 0.02;

    /// <summary>How much better the other way has to be before it is sure.</summary>
    private const double Times = 5;

    /// <summary>A legend that is put right keeps clear of pads but for slips: where more is left on them, chance found the other way.</summary>
    private const double Clear = 0.01;

    /// <summary>Places are looked at along lines in steps of this, in nanometres.</summary>
    private const double Step = 250_000;

    private const int MostPlaces = 20_000;
    private const int FewestPads = 16;

    public bool IsAstray => Crossing >= FewestCrossing && AsIs >= Crosses && Least <= Clear && Least * Times <= AsIs;

    /// <summary>Null when there is too little to tell.</summary>
    /// <param name="face">With its pads.</param>
    /// <param name="legend">Of that face.</param>
    /// <param name="board">Around which middle it may have been mirrored.</param>
    public static LegendFit? Of(FaceOfBoard face, Layer legend, Box board)
    {
        Pad[] pads = [.. face.Pads.Where(pad => pad.IsOfPart && (face.Mask is null || pad.Opening >= 0))];
        var places = Places(legend.Image);
        if (pads.Length < FewestPads || places.Count < FewestCrossing) return null;
        var index = new BoxIndex([.. pads.Select(pad => pad.Bounds)]);
        var crossing = OnPads(places, pads, index, Placing.Identity);
        var best = new LegendFit((double)crossing / places.Count, Placing.Identity, (double)crossing / places.Count, crossing, "");
        if (crossing < FewestCrossing) return best;
        var (x, y) = (board.Left + board.Right, board.Bottom + board.Top);
        foreach (var (placing, wording) in new (Placing, string)[]
        {
            (new(new Point(x, 0), MirrorX: true), "mirrored left to right"),
            (new(new Point(0, y), 180, MirrorX: true), "mirrored top to bottom"),
            (new(new Point(x, y), 180), "turned by half"),
        })
        {
            // What then lies beside the board crosses no pads, and is no better.
            if (places.Count(place => board.Contains(placing.Apply(place))) < places.Count(board.Contains)) continue;
            var share = (double)OnPads(places, pads, index, placing) / places.Count;
            if (share < best.Least) best = best with { Best = placing, Least = share, Wording = wording };
        }
        return best;
    }

    private static int OnPads(List<Point> places, Pad[] pads, BoxIndex index, Placing placing)
    {
        var count = 0;
        foreach (var place in places)
        {
            var at = placing.Apply(place);
            foreach (var i in index.Overlapping(new Box(at.X, at.Y, at.X, at.Y)))
            {
                if (!pads[i].Primitive.Contains(at)) continue;
                count++;
                break;
            }
        }
        return count;
    }

    /// <summary>Along the middle of lines, around filled areas, and where something is flashed; of many, evenly taken.</summary>
    private static List<Point> Places(LayerImage image)
    {
        var places = new List<Point>();
        foreach (var feature in image.Features)
        {
            if (!feature.Dark) continue;
            if (feature.Kind == FeatureKind.Flash) places.Add(feature.Start);
            else if (feature.Kind == FeatureKind.Stroke) Along(feature.Path);
            else foreach (var edge in image.Areas[feature.Shape].Contours[0].Edges) Along(edge);
        }
        var every = Math.Max(1, (places.Count + MostPlaces - 1) / MostPlaces);
        return every == 1 ? places : [.. places.Where((_, i) => i % every == 0)];

        void Along(Edge path)
        {
            var steps = Math.Clamp((int)(path.Length / Step), 1, 1_000);
            for (var i = 0; i <= steps; i++) places.Add(path.Along((double)i / steps).At);
        }
    }
}

using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Geometry;
using Turnkey.Intake.Boards;

namespace Turnkey.Intake.Parts;

/// <summary>
/// Fits a centroid file's coordinates to the copper. The test is symmetry: the centre of nearly every part is the middle of two of its pads,
/// so a coordinate frame is right when most placements have a pair of lands opposite each other. Wrong origins, mirrored bottom sides and swapped
/// sides show as a bad share that another frame mends.
/// </summary>
internal sealed class PlacementFrame
{
    /// <summary>Half the largest distance between opposite lands that is looked at.</summary>
    private const long Reach = 4_000_000;

    /// <summary>How far the middle of a pair may be off the centre.</summary>
    private const long Tolerance = 60_000;

    private readonly IReadOnlyList<Point> top;
    private readonly IReadOnlyList<Point> bottom;
    private readonly PointIndex topIndex;
    private readonly PointIndex bottomIndex;

    public PlacementFrame(Board board)
    {
        top = SurfacePads.Lands(board, Side.Top);
        bottom = SurfacePads.Lands(board, Side.Bottom);
        topIndex = new PointIndex(top, 1_000_000);
        bottomIndex = new PointIndex(bottom, 1_000_000);
    }

    public bool HasLands => top.Count + bottom.Count > 0;

    /// <summary>Share of the placements, 0 to 1, that stand in the middle of two lands; 0 when there are no placements.</summary>
    public double Share(IReadOnlyList<Placement> placements) =>
        placements.Count == 0 ? 0 : (double)placements.Count(placement => Stands(placement.At, placement.Side)) / placements.Count;

    public bool Stands(Point at, Side side)
    {
        var (lands, index) = side == Side.Bottom ? (bottom, bottomIndex) : (top, topIndex);
        // The nearest pairs decide; a part with many pins has many, so a bounded look is enough.
        return index.Within(at, Reach).OrderBy(i => Point.Distance(lands[i], at)).Take(24).Any(i =>
        {
            var opposite = at + at - lands[i];
            return Point.Distance(lands[i], at) > 100_000 && index.Any(opposite, Tolerance);
        });
    }

    /// <summary>
    /// The move that brings most placements onto their lands, by vote: every small part's centre against the middles of near pairs of lands.
    /// Null when no move is clearly better than any other.
    /// </summary>
    public Point? FindOffset(IReadOnlyList<Placement> placements)
    {
        const long Bin = 100_000;
        var middles = Middles(Side.Top).Select(point => (point, Side.Top)).Concat(Middles(Side.Bottom).Select(point => (point, Side.Bottom))).ToArray();
        var parts = placements.Where(placement => IsSmall(placement.Designator.Prefix)).Take(200).ToArray();
        if (parts.Length < 3 || middles.Length == 0) return null;
        var votes = new Dictionary<(long, long), int>();
        foreach (var part in parts)
        {
            foreach (var (middle, side) in middles)
            {
                if (side != part.Side) continue;
                var offset = middle - part.At;
                var key = (offset.X / Bin, offset.Y / Bin);
                votes[key] = votes.GetValueOrDefault(key) + 1;
            }
        }
        if (votes.Count == 0) return null;
        Point? best = null;
        var bestShare = 0d;
        foreach (var (bin, _) in votes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(12))
        {
            // The mean of the offsets in and around the bin.
            var offsets = new List<Point>();
            foreach (var part in parts)
            {
                foreach (var (middle, side) in middles)
                {
                    var offset = middle - part.At;
                    if (side == part.Side && Math.Abs((offset.X / Bin) - bin.Item1) <= 1 && Math.Abs((offset.Y / Bin) - bin.Item2) <= 1) offsets.Add(offset);
                }
            }
            var mean = Median(offsets);
            var share = Share([.. parts.Select(part => part with { At = part.At + mean })]);
            if (share > bestShare) (best, bestShare) = (mean, share);
        }
        return bestShare >= 0.6 ? best : null;
    }

    private static bool IsSmall(string prefix) => prefix is "R" or "C" or "L" or "D" or "FB" or "F";

    private static Point Median(List<Point> points)
    {
        var xs = points.Select(point => point.X).Order().ToArray();
        var ys = points.Select(point => point.Y).Order().ToArray();
        return new Point(xs[xs.Length / 2], ys[ys.Length / 2]);
    }

    /// <summary>Middles of the nearest pairs of lands, up to 4 mm apart; each land with its three nearest.</summary>
    private IEnumerable<Point> Middles(Side side)
    {
        var (lands, index) = side == Side.Bottom ? (bottom, bottomIndex) : (top, topIndex);
        if (lands.Count > 6000) yield break;
        for (var i = 0; i < lands.Count; i++)
        {
            foreach (var other in index.Within(lands[i], Reach).Where(k => k > i).OrderBy(k => Point.Distance(lands[k], lands[i])).Take(3))
            {
                yield return new Point((lands[i].X + lands[other].X) / 2, (lands[i].Y + lands[other].Y) / 2);
            }
        }
    }
}

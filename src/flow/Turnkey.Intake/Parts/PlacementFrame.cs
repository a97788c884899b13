using System.Runtime.InteropServices;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
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

    /// <summary>Offsets this near to each other count as one vote.</summary>
    private const long Bin = 100_000;
    private const int MostVoters = 100;
    private const int MostCandidates = 8;

    public PlacementFrame(Board board)
    {
        top = SurfacePads.Lands(board, Side.Top);
        bottom = SurfacePads.Lands(board, Side.Bottom);
        topIndex = new PointIndex(top);
        bottomIndex = new PointIndex(bottom);
    }

    public bool HasLands => top.Count + bottom.Count > 0;

    /// <summary>Whether placements lie as far apart as the lands they belong to; in a wrong unit they would shrink to a point or fly off the board.</summary>
    public bool Spans(IReadOnlyList<Placement> placements)
    {
        var lands = Box.Of(top.Concat(bottom));
        var parts = Box.Of(placements.Select(placement => placement.At));
        double Diagonal(Box box) => double.Hypot(box.Width.Nanometres, box.Height.Nanometres);
        return placements.Count < 3 || (Diagonal(parts) > 0.2 * Diagonal(lands) && Diagonal(parts) < 1.5 * Diagonal(lands));
    }

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

    /// <summary>True when no land at all is within 1.5 mm of the place, on that side.</summary>
    public bool IsBare(Point at, Side side) => !(side == Side.Bottom ? bottomIndex : topIndex).Any(at, 1_500_000);

    /// <summary>
    /// The move that brings most placements onto their lands, by vote: every small part's centre against the middles of near pairs of lands.
    /// Null when no move is clearly better than any other.
    /// </summary>
    public Point? FindOffset(IReadOnlyList<Placement> placements)
    {
        var small = placements.Where(placement => IsSmall(placement.Designator.Prefix)).ToArray();
        var step = Math.Max(1, small.Length / MostVoters);
        var parts = small.Where((_, i) => i % step == 0).ToArray();
        if (parts.Length < 3) return null;
        Dictionary<Side, Point[]> middles = parts.Select(part => part.Side).Distinct().ToDictionary(side => side, side => Middles(side).ToArray());

        var votes = new Dictionary<(long X, long Y), int>();
        foreach (var part in parts)
        {
            foreach (var middle in middles[part.Side]) CollectionsMarshal.GetValueRefOrAddDefault(votes, Key(middle - part.At), out _)++;
        }
        var candidates = votes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostCandidates).Select(pair => pair.Key).ToArray();
        var offsets = candidates.Select(_ => new List<Point>()).ToArray();
        foreach (var part in parts)
        {
            foreach (var middle in middles[part.Side])
            {
                var offset = middle - part.At;
                var key = Key(offset);
                for (var i = 0; i < candidates.Length; i++)
                {
                    if (Math.Abs(key.X - candidates[i].X) <= 1 && Math.Abs(key.Y - candidates[i].Y) <= 1) offsets[i].Add(offset);
                }
            }
        }
        Point? best = null;
        var bestShare = 0d;
        foreach (var near in offsets.Where(near => near.Count > 0))
        {
            var offset = Median(near);
            var share = Share([.. parts.Select(part => part with { At = part.At + offset })]);
            if (share > bestShare) (best, bestShare) = (offset, share);
        }
        return bestShare >= 0.6 ? best : null;
    }

    private static (long X, long Y) Key(Point offset) => (offset.X / Bin, offset.Y / Bin);

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

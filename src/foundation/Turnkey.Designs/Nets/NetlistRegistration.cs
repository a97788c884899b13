using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Designs.Nets;

/// <summary>How the places of a netlist come to lie on the board's.</summary>
/// <param name="Offset">To be added to the netlist's places.</param>
/// <param name="Matched">How many of its places then have a hole or pad at the same place.</param>
/// <param name="Compared">How many places it has.</param>
internal readonly record struct NetlistRegistration(Point Offset, int Matched, int Compared)
{
    /// <summary>Netlists are written in steps of 2.54 µm, and tools round to them once or twice.</summary>
    private const long Same = 8_000;

    /// <summary>Offsets are told apart to this.</summary>
    private const long Bucket = 20_000;

    /// <summary>Votes for an offset are taken from that many places, spread over the list.</summary>
    private const int MostVoters = 60;

    /// <summary>Votes for an offset are counted against that many holes and pads.</summary>
    private const int MostTargets = 40_000;

    /// <summary>With fewer places in common the netlist is not this board's.</summary>
    private const double Enough = 0.6;

    public bool IsRegistered => Compared > 0 && Matched >= Enough * Compared;

    /// <summary>The same origin when that fits; else the offset that most pairs of places speak for, holes before pads.</summary>
    public static NetlistRegistration Find(GivenNetlist netlist, Board board)
    {
        Point[] points = [.. netlist.Points.Select(point => point.At).Distinct()];
        if (points.Length == 0) return default;
        Point[] holes = [.. board.Holes.Where(hole => hole.Kind == HoleKind.Round).Select(hole => hole.At)];
        Point[] targets = [.. holes.Concat(board.Copper.SelectMany(Pads)).Distinct()];
        var index = new BoxIndex([.. targets.Select(target => Box.Empty.Join(target))]);

        var best = Judge(Point.Origin, Same);
        if (best.Matched >= 0.9 * points.Length) return Refined(best.Offset);
        foreach (var voted in Voted([.. netlist.Points.Where(point => point.HoleDiameter is not null).Select(point => point.At).Distinct()], holes)
            .Concat(Voted(points, [.. targets.Take(MostTargets)])))
        {
            var judged = Judge(voted, Bucket);
            if (judged.Matched > best.Matched) best = judged;
        }
        return Refined(best.Offset);

        NetlistRegistration Judge(Point offset, long within) => new(offset, points.Count(point => Nearest(point + offset, within) >= 0), points.Length);

        // The middle of what remains: an offset that was guessed from a pair has the rounding of that pair.
        NetlistRegistration Refined(Point offset)
        {
            var (xs, ys) = (new List<long>(), new List<long>());
            foreach (var point in points)
            {
                if (Nearest(point + offset, Bucket) is not (>= 0 and var at)) continue;
                xs.Add(targets[at].X - point.X);
                ys.Add(targets[at].Y - point.Y);
            }
            if (xs.Count == 0) return Judge(offset, Same);
            xs.Sort();
            ys.Sort();
            var middle = new Point(xs[xs.Count / 2], ys[ys.Count / 2]);
            // Half a step off is the rounding of the list, no other origin.
            return Judge(Math.Abs(middle.X) <= 1_500 && Math.Abs(middle.Y) <= 1_500 ? Point.Origin : middle, Same);
        }

        int Nearest(Point at, long within)
        {
            var (best, distance) = (-1, double.MaxValue);
            foreach (var i in index.Overlapping(Box.Around(at, within, within)))
            {
                var d = Point.Distance(targets[i], at);
                if (d < distance || (d == distance && i < best)) (best, distance) = (i, d);
            }
            return best;
        }
    }

    /// <summary>Middles of flashes, and of areas: some tools draw rounded pads as areas.</summary>
    private static IEnumerable<Point> Pads(Layer layer)
    {
        foreach (var feature in layer.Image.Features)
        {
            if (!feature.Dark || feature.Kind == FeatureKind.Stroke) continue;
            yield return feature.Kind == FeatureKind.Flash ? feature.Start : layer.Image.Areas[feature.Shape].Bounds.Centre;
        }
    }

    /// <summary>The five offsets with most votes, the smallest of equals first.</summary>
    private static IEnumerable<Point> Voted(Point[] points, Point[] targets)
    {
        var votes = new Dictionary<Point, int>();
        var step = Math.Max(1, points.Length / MostVoters);
        for (var i = 0; i < points.Length; i += step)
        {
            foreach (var target in targets)
            {
                var offset = target - points[i];
                var bucket = new Point((long)Math.Round((double)offset.X / Bucket), (long)Math.Round((double)offset.Y / Bucket));
                votes[bucket] = votes.GetValueOrDefault(bucket) + 1;
            }
        }
        return votes.OrderByDescending(pair => pair.Value).ThenBy(pair => Math.Abs(pair.Key.X) + Math.Abs(pair.Key.Y)).ThenBy(pair => pair.Key.X).ThenBy(pair => pair.Key.Y)
            .Take(5).Select(pair => new Point(pair.Key.X * Bucket, pair.Key.Y * Bucket));
    }
}

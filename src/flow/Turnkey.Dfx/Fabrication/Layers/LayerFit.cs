using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Dfx.Fabrication.Layers;

/// <summary>How places of one layer come to lie on those of another: as they are, or only moved, mirrored or turned.</summary>
/// <param name="AsIs">Share that lies on the other as it is, from 0 to 1.</param>
/// <param name="Best">How most of it would.</param>
/// <param name="Fit">Share that lies on the other then.</param>
/// <param name="Places">How many there are.</param>
internal sealed record LayerFit(double AsIs, Placing Best, double Fit, int Places)
{
    /// <summary>Below that a layer does not lie on the other.</summary>
    private const double Astray = 0.4;

    /// <summary>From that on it is sure how it is to be put.</summary>
    private const double Sure = 0.8;

    /// <summary>
    /// Inner layers have pads on some of the holes only, and small areas that are no pads. Of so many places three in five are enough where they lie on the
    /// other mirrored or turned, and ten times fewer as they are: that is no chance. The figures are assumptions.
    /// </summary>
    private const int Many = 50;
    private const double Most = 0.6;
    private const double TimesMore = 10;

    /// <summary>Fewer places may fit by chance.</summary>
    public const int FewestPlaces = 8;

    /// <summary>Places nearer than this lie on each other, in nanometres.</summary>
    private const long Same = 50_000;

    /// <summary>Steps in which ways are counted to find the one that most agree on, in nanometres.</summary>
    private const double Step = 100_000;

    /// <summary>Of each layer, evenly taken, to find how it may be put; all of them are then tried.</summary>
    private const int MostMoved = 60;
    private const int MostFixed = 5_000;

    /// <summary>The layer does not lie on the other, and is known how it would.</summary>
    public bool IsAstray => AsIs <= Astray && IsSure;

    /// <summary>The layer does not lie on the other, and in no other way either.</summary>
    public bool IsUnsure => AsIs <= Astray && !IsSure;

    private bool IsSure => Fit >= Sure || (Best is not { MirrorX: false, Rotation: 0 } && Places >= Many && Fit >= Most && Fit >= TimesMore * AsIs);

    /// <summary>As <c>mirrored left to right</c>, <c>moved by (2 mm, 0 mm)</c>.</summary>
    public string Wording => (Best.MirrorX, Best.Rotation) switch
    {
        (true, 0) => "mirrored left to right",
        (true, _) => "mirrored top to bottom",
        (false, 0) => $"moved by {Best.Offset}",
        _ => "turned by half",
    };

    /// <summary>Null when there are too few places to tell.</summary>
    /// <param name="moved">Places that should lie on others.</param>
    /// <param name="fixedPlaces">The others.</param>
    public static LayerFit? Of(IReadOnlyList<Point> moved, IReadOnlyList<Point> fixedPlaces)
    {
        if (moved.Count < FewestPlaces || fixedPlaces.Count < FewestPlaces) return null;
        var index = new PointIndex(fixedPlaces);
        var asIs = Share(moved, index, Placing.Identity);
        var best = new LayerFit(asIs, Placing.Identity, asIs, moved.Count);
        if (asIs > Astray) return best;
        foreach (var turn in new Placing[] { new(Point.Origin), new(Point.Origin, MirrorX: true), new(Point.Origin, 180, MirrorX: true), new(Point.Origin, 180) })
        {
            var placing = turn with { Offset = Agreed(Sample(moved, MostMoved).Select(turn.Apply).ToArray(), Sample(fixedPlaces, MostFixed)) };
            var share = Share(moved, index, placing);
            if (share > best.Fit) best = best with { Best = placing, Fit = share };
        }
        return best;
    }

    private static double Share(IReadOnlyList<Point> moved, PointIndex on, Placing placing) => (double)moved.Count(place => on.Any(placing.Apply(place), Same)) / moved.Count;

    /// <summary>The way from one set to the other that most pairs have in common.</summary>
    private static Point Agreed(Point[] from, Point[] to)
    {
        var votes = new Dictionary<(long, long), (int Count, long X, long Y)>();
        foreach (var a in from)
        {
            foreach (var b in to)
            {
                var way = b - a;
                // Each way counts in its own step and, so that none is parted by a border, in the next ones to the left and below.
                var (column, row) = ((long)Math.Floor(way.X / Step), (long)Math.Floor(way.Y / Step));
                for (var i = 0; i < 4; i++)
                {
                    var key = (column - (i & 1), row - (i >> 1));
                    var known = votes.GetValueOrDefault(key);
                    votes[key] = (known.Count + 1, known.X + way.X, known.Y + way.Y);
                }
            }
        }
        var best = votes.OrderByDescending(vote => vote.Value.Count).ThenBy(vote => vote.Key).First().Value;
        return new Point(best.X / best.Count, best.Y / best.Count);
    }

    private static Point[] Sample(IReadOnlyList<Point> places, int most)
    {
        var step = Math.Max(1, (places.Count + most - 1) / most);
        return [.. places.Where((_, i) => i % step == 0)];
    }
}

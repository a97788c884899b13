using System.Runtime.InteropServices;
using Turnkey.Geometry;

namespace Turnkey.Formats.Excellon;

/// <summary>Pad centres in a hash grid, to ask which one lies at a place.</summary>
internal sealed class PadGrid
{
    /// <summary>
    /// Hits this near to a pad's centre, in nanometres, are on it: drill files round to a mil (25 µm) at the coarsest, the pad's centre as well.
    /// </summary>
    public const long Tolerance = 50_000;

    private readonly Dictionary<(long, long), List<Point>> cells = [];

    public PadGrid(IReadOnlyList<Point> pads)
    {
        foreach (var pad in pads.Distinct())
        {
            ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, Cell(pad), out _);
            (cell ??= []).Add(pad);
            Bounds = Bounds.Join(pad);
        }
        Pads = [.. pads.Distinct()];
    }

    public IReadOnlyList<Point> Pads { get; }
    public Box Bounds { get; } = Box.Empty;

    /// <summary>The nearest pad within the tolerance; null when there is none.</summary>
    public Point? Nearest(Point at)
    {
        var (x, y) = Cell(at);
        Point? nearest = null;
        var best = (double)Tolerance;
        for (var i = x - 1; i <= x + 1; i++)
        {
            for (var j = y - 1; j <= y + 1; j++)
            {
                if (!cells.TryGetValue((i, j), out var pads)) continue;
                foreach (var pad in pads)
                {
                    var distance = Point.Distance(pad, at);
                    if (distance > best) continue;
                    (best, nearest) = (distance, pad);
                }
            }
        }
        return nearest;
    }

    private static (long, long) Cell(Point point) => (Math.DivRem(point.X, Tolerance).Quotient, Math.DivRem(point.Y, Tolerance).Quotient);
}

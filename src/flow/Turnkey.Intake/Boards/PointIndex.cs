using System.Runtime.InteropServices;
using Turnkey.Geometry;

namespace Turnkey.Intake.Boards;

/// <summary>Finds the points near a place: a hash of square cells, built once.</summary>
internal sealed class PointIndex
{
    private readonly IReadOnlyList<Point> points;
    private readonly long cell;
    private readonly Dictionary<(long, long), List<int>> cells = [];

    /// <param name="points">Answers are indices into this list.</param>
    /// <param name="cell">Side of a cell in nanometres; about the usual search radius.</param>
    public PointIndex(IReadOnlyList<Point> points, long cell)
    {
        this.points = points;
        this.cell = cell;
        for (var i = 0; i < points.Count; i++)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(cells, Key(points[i]), out _) ??= []).Add(i);
        }
    }

    /// <summary>Indices of all points within <paramref name="radius"/> nanometres.</summary>
    public IEnumerable<int> Within(Point at, long radius)
    {
        var (left, bottom) = Key(new Point(at.X - radius, at.Y - radius));
        var (right, top) = Key(new Point(at.X + radius, at.Y + radius));
        for (var x = left; x <= right; x++)
        {
            for (var y = bottom; y <= top; y++)
            {
                if (!cells.TryGetValue((x, y), out var members)) continue;
                foreach (var i in members)
                {
                    if (Point.Distance(points[i], at) <= radius) yield return i;
                }
            }
        }
    }

    public bool Any(Point at, long radius) => Within(at, radius).Any();

    /// <summary>Index of the nearest point within <paramref name="radius"/>, the first of equals; -1 when there is none.</summary>
    public int Nearest(Point at, long radius)
    {
        var best = -1;
        var distance = double.MaxValue;
        foreach (var i in Within(at, radius))
        {
            var d = Point.Distance(points[i], at);
            if (d < distance || (d == distance && i < best)) (best, distance) = (i, d);
        }
        return best;
    }

    private (long, long) Key(Point point) => (Floor(point.X), Floor(point.Y));

    private long Floor(long value) => value >= 0 ? value / cell : -((-value + cell - 1) / cell);
}

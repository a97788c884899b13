namespace Turnkey.Geometry.Indexing;

/// <summary>Finds the points near a place: a <see cref="BoxIndex"/> of points, built once.</summary>
public sealed class PointIndex
{
    private readonly Point[] points;
    private readonly BoxIndex index;

    /// <param name="points">Answers are indices into this list.</param>
    public PointIndex(IEnumerable<Point> points)
    {
        this.points = [.. points];
        index = new BoxIndex(Array.ConvertAll(this.points, point => Box.Empty.Join(point)));
    }

    public IReadOnlyList<Point> Points => points;

    /// <summary>Around all points.</summary>
    public Box Bounds => index.Bounds;

    /// <summary>Indices of all points within <paramref name="radius"/> nanometres, in no particular but always the same order.</summary>
    public IEnumerable<int> Within(Point at, long radius)
    {
        foreach (var i in index.Overlapping(Box.Around(at, radius, radius)))
        {
            if (Point.Distance(points[i], at) <= radius) yield return i;
        }
    }

    public bool Any(Point at, long radius)
    {
        foreach (var i in index.Overlapping(Box.Around(at, radius, radius)))
        {
            if (Point.Distance(points[i], at) <= radius) return true;
        }
        return false;
    }

    /// <summary>Index of the nearest point within <paramref name="radius"/> nanometres, the first of equals; -1 when there is none.</summary>
    public int Nearest(Point at, long radius)
    {
        var best = -1;
        var distance = double.MaxValue;
        foreach (var i in index.Overlapping(Box.Around(at, radius, radius)))
        {
            var d = Point.Distance(points[i], at);
            if (d <= radius && (d < distance || (d == distance && i < best))) (best, distance) = (i, d);
        }
        return best;
    }
}

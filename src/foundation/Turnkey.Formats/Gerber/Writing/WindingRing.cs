using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>A contour as a polygon, arcs to 0.25 µm, to tell what lies in what.</summary>
internal sealed class WindingRing
{
    private const double Tolerance = 250;

    private readonly IReadOnlyList<Point> corners;

    public WindingRing(Contour contour)
    {
        corners = contour.Flatten(Tolerance);
        Turn = contour.SignedArea >= 0 ? 1 : -1;
        Bounds = Box.Of(corners);
    }

    /// <summary>1 counter-clockwise, -1 clockwise.</summary>
    public int Turn { get; }

    public Box Bounds { get; }

    /// <summary>True when edges of different rings, or of one, cross; touching is no crossing.</summary>
    public static bool AnyCross(IReadOnlyList<WindingRing> rings)
    {
        var segments = new List<(Point From, Point To, int Ring)>();
        for (var ring = 0; ring < rings.Count; ring++)
        {
            for (var i = 0; i < rings[ring].corners.Count; i++) segments.Add((rings[ring].corners[i], rings[ring].corners[(i + 1) % rings[ring].corners.Count], ring));
        }
        var index = new BoxIndex([.. segments.Select(segment => Box.Of([segment.From, segment.To]))]);
        var near = new List<int>();
        for (var i = 0; i < segments.Count; i++)
        {
            near.Clear();
            index.Query(Box.Of([segments[i].From, segments[i].To]), near);
            foreach (var j in near)
            {
                if (j > i && Cross(segments[i].From, segments[i].To, segments[j].From, segments[j].To)) return true;
            }
        }
        return false;
    }

    /// <summary>Whether each passes from one side of the other to its other side.</summary>
    public static bool Cross(Point a, Point b, Point c, Point d) =>
        Sign(Point.Cross(a, b, c)) * Sign(Point.Cross(a, b, d)) < 0 && Sign(Point.Cross(c, d, a)) * Sign(Point.Cross(c, d, b)) < 0;

    /// <summary>Whether another ring that does not cross this one lies in it; null when all its corners lie on this one's edge.</summary>
    public bool? Holds(WindingRing other)
    {
        foreach (var corner in other.corners)
        {
            if (Holds(corner) is { } holds) return holds;
        }
        return null;
    }

    private bool? Holds(Point point)
    {
        var winding = 0;
        for (var i = 0; i < corners.Count; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Count]);
            var side = Sign(Point.Cross(a, b, point));
            if (side == 0 && Box.Of([a, b]).Contains(point)) return null;
            if (a.Y <= point.Y && b.Y > point.Y && side > 0) winding++;
            else if (a.Y > point.Y && b.Y <= point.Y && side < 0) winding--;
        }
        return winding != 0;
    }

    private static int Sign(Int128 value) => Int128.Sign(value);
}

namespace Turnkey.Geometry.Distances;

/// <summary>
/// The edge of what several contours cover together. Pads are drawn as rectangles and circles that lie over each other; the edges inside belong to nothing, and a
/// way measured to them is none.
/// </summary>
internal static class SurfaceRim
{
    /// <summary>More edges than a pad has: each is looked at with each.</summary>
    private const int MostEdges = 400;

    /// <summary>In nanometres: places are whole nanometres, and so are those where edges are cut.</summary>
    private const double OnEdge = 1.5;

    /// <summary>In nanometres: how far beside an edge it is asked whether anything is there.</summary>
    private const double Beside = 4;

    /// <summary>True where contours that turn the same way may cover one place twice.</summary>
    public static bool IsNeeded(IReadOnlyList<Contour> contours, int edges)
    {
        if (contours.Count < 2 || edges > MostEdges) return false;
        for (var i = 0; i < contours.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (contours[i].Bounds.Overlaps(contours[j].Bounds) && contours[i].SignedArea > 0 == contours[j].SignedArea > 0) return true;
            }
        }
        return false;
    }

    /// <summary>The pieces of the contours beyond which nothing is covered.</summary>
    /// <param name="contours">As the surface has them.</param>
    /// <param name="winding">How often they wind round a place.</param>
    public static List<Edge> Of(IReadOnlyList<Contour> contours, Func<double, double, int> winding)
    {
        Edge[] edges = [.. contours.SelectMany(contour => contour.Edges)];
        var meetings = new List<Point>[edges.Length];
        for (var i = 0; i < edges.Length; i++) meetings[i] = [];
        for (var i = 0; i < edges.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!edges[i].Bounds.Grow(2).Overlaps(edges[j].Bounds)) continue;
                foreach (var at in EdgeCrossing.Of(edges[i], edges[j]))
                {
                    meetings[i].Add(at);
                    meetings[j].Add(at);
                }
                EndsOn(edges[i], edges[j], meetings[i]);
                EndsOn(edges[j], edges[i], meetings[j]);
            }
        }
        var rim = new List<Edge>();
        for (var i = 0; i < edges.Length; i++)
        {
            foreach (var piece in Cut(edges[i], meetings[i]))
            {
                var (at, x, y) = piece.Along(0.5);
                // Contours may turn either way: an edge counts when one side is covered and the other is not.
                var right = winding(at.X + (y * Beside), at.Y - (x * Beside)) != 0;
                var left = winding(at.X - (y * Beside), at.Y + (x * Beside)) != 0;
                if (right != left) rim.Add(piece);
            }
        }
        return rim;
    }

    private static void EndsOn(in Edge edge, in Edge other, List<Point> into)
    {
        foreach (var end in new[] { other.Start, other.End })
        {
            if (Primitive.Stroke(edge, 0).DistanceTo(Primitive.Disc(end, 0)) <= OnEdge) into.Add(end);
        }
    }

    /// <summary>The edge in pieces between the places where others meet it.</summary>
    private static IEnumerable<Edge> Cut(Edge edge, List<Point> places)
    {
        var stops = places.Where(place => place != edge.Start && place != edge.End).Distinct().Select(place => (Place: place, Way: Way(edge, place))).OrderBy(stop => stop.Way).Select(stop => stop.Place).ToList();
        if (stops.Count == 0)
        {
            yield return edge;
            yield break;
        }
        var from = edge.Start;
        foreach (var to in stops.Append(edge.End))
        {
            if (to == from) continue;
            yield return edge.IsArc ? Edge.Arc(from, to, edge.Centre, edge.Direction) : Edge.Line(from, to);
            from = to;
        }
    }

    /// <summary>Grows along the edge.</summary>
    private static double Way(in Edge edge, Point place)
    {
        if (!edge.IsArc) return Point.Distance(edge.Start, place);
        var turned = (int)edge.Direction * (Math.Atan2(place.Y - edge.Centre.Y, place.X - edge.Centre.X) - Math.Atan2(edge.Start.Y - edge.Centre.Y, edge.Start.X - edge.Centre.X));
        while (turned < 0) turned += Math.Tau;
        return turned;
    }
}

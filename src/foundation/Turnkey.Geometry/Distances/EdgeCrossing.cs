namespace Turnkey.Geometry.Distances;

/// <summary>Where two edges cross, to the nanometre. Edges that lie on each other do not cross.</summary>
internal static class EdgeCrossing
{
    public static IEnumerable<Point> Of(Edge a, Edge b)
    {
        var found = new List<(double X, double Y)>(2);
        CurveCrossing.Find(new Curve(a, Point.Origin), new Curve(b, Point.Origin), found);
        return found.Select(at => new Point((long)Math.Round(at.X), (long)Math.Round(at.Y)));
    }
}

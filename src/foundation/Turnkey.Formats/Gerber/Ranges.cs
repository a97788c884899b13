using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber;

/// <summary>Whether edges and contours stay within <see cref="Point.Limit"/>, which geometry relies on.</summary>
internal static class Ranges
{
    public static bool Holds(in Edge edge) => edge.Start.IsInRange && edge.End.IsInRange && (!edge.IsArc || edge.Centre.IsInRange);

    public static bool Holds(Contour contour)
    {
        var edges = contour.Edges;
        for (var i = 0; i < edges.Length; i++)
        {
            if (!Holds(edges[i])) return false;
        }
        return true;
    }

    /// <summary>The contour placed; null when any of it would leave the range.</summary>
    public static Contour? Moved(Contour contour, in Placing placing)
    {
        var edges = contour.Edges;
        for (var i = 0; i < edges.Length; i++)
        {
            if (!Holds(placing.Apply(edges[i]))) return null;
        }
        return contour.Transform(placing);
    }
}

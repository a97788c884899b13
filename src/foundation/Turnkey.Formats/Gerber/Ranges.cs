using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber;

/// <summary>Whether edges and contours stay within <see cref="Point.Limit"/>, which geometry relies on.</summary>
internal static class Ranges
{
    public static bool Holds(in Edge edge) => edge.Start.IsInRange && edge.End.IsInRange && (!edge.IsArc || edge.Centre.IsInRange);

    public static bool Holds(Contour contour)
    {
        foreach (var edge in contour.Edges)
        {
            if (!Holds(edge)) return false;
        }
        return true;
    }
}

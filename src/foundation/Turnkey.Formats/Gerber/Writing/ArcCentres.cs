using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>
/// Arcs of coarse files end on circles of two radii. Every reader settles that in its own way, so they are written around the centre that is equally
/// far from both ends, where there is one nearby.
/// </summary>
internal static class ArcCentres
{
    /// <summary>Two steps of the written format: what rounding to the nanometre explains.</summary>
    private const double Rounding = 2;

    public static Edge Settled(Edge edge)
    {
        if (!edge.IsArc) return edge;
        var mismatch = Math.Abs(Point.Distance(edge.Start, edge.Centre) - Point.Distance(edge.End, edge.Centre));
        return mismatch <= Rounding ? edge : Edge.Arc(edge.Start, edge.End, ArcReading.Settle(edge.Start, edge.End, edge.Centre, mismatch), edge.Direction);
    }
}

using Turnkey.Geometry;
using Turnkey.Geometry.Distances;

namespace Turnkey.Dfx.Boards;

/// <summary>Asks a layer what lies at a place, all pieces together.</summary>
internal static class LayerProbe
{
    /// <summary>In nanometres: below that a ray has come to the edge.</summary>
    private const double AtEdge = 50;

    private const int MostSteps = 200;

    /// <summary>The depth of a place in the piece that it lies deepest in, in nanometres; 0 when it lies in none.</summary>
    public static double Depth<TPieces>(TPieces pieces, Point place) where TPieces : struct, IPieces
    {
        var depth = 0d;
        foreach (var i in pieces.Overlapping(new Box(place.X, place.Y, place.X, place.Y))) depth = Math.Max(depth, pieces[i].DepthAt(place));
        return depth;
    }

    /// <summary>The same, where more than <paramref name="enough"/> need not be known: what is drawn simply is asked first.</summary>
    public static double Depth<TPieces>(TPieces pieces, Point place, double enough) where TPieces : struct, IPieces
    {
        const int Simple = 24;
        var box = new Box(place.X, place.Y, place.X, place.Y);
        var depth = 0d;
        foreach (var i in pieces.Overlapping(box))
        {
            if (pieces[i] is var piece && piece.EdgeCount <= Simple) depth = Math.Max(depth, piece.DepthAt(place));
            if (depth >= enough) return depth;
        }
        foreach (var i in pieces.Overlapping(box))
        {
            if (pieces[i] is var piece && piece.EdgeCount > Simple) depth = Math.Max(depth, piece.DepthAt(place));
            if (depth >= enough) return depth;
        }
        return depth;
    }

    public static bool Covers<TPieces>(TPieces pieces, Point place) where TPieces : struct, IPieces
    {
        foreach (var i in pieces.Overlapping(new Box(place.X, place.Y, place.X, place.Y)))
        {
            if (pieces[i].Contains(place)) return true;
        }
        return false;
    }

    /// <summary>How far the drawn goes without a break from a place in a direction, in nanometres, at most <paramref name="most"/>; 0 when it lies in none.</summary>
    /// <param name="pieces">The layer.</param>
    /// <param name="from">Where the ray begins.</param>
    /// <param name="x">Of the direction, a unit vector.</param>
    /// <param name="y">Of the direction, a unit vector.</param>
    /// <param name="most">Farther is not looked.</param>
    /// <param name="known">The depth of the place, where it is known already.</param>
    public static double Along<TPieces>(TPieces pieces, Point from, double x, double y, double most, double known = 0) where TPieces : struct, IPieces
    {
        // Each step is as long as what is around is deep, so it cannot leap over a gap.
        var way = known;
        for (var step = 0; step < MostSteps && way < most; step++)
        {
            // Deeper than what is left of the way need not be known.
            var depth = Depth(pieces, from.Toward(x, y, way), Math.Max(most - way, AtEdge));
            if (depth < AtEdge)
            {
                // Features drawn edge to edge leave no depth where they meet.
                var beyond = way + depth + (4 * AtEdge);
                if (way == 0 || !Covers(pieces, from.Toward(x, y, beyond))) return way + depth;
                depth = beyond - way;
            }
            way += depth;
        }
        return Math.Min(way, most);
    }

    /// <summary>Radius of the largest circle around a place that lies in pieces, taken together, in nanometres, at most <paramref name="most"/>; 0 where they are not.</summary>
    public static double Circle(IReadOnlyList<Primitive> pieces, Point at, double most) =>
        pieces.Count == 1 ? Math.Min(most, pieces[0].DepthAt(at)) : JoinedDepth.Around(pieces, Edge.Line(at, at), most);

    /// <summary>A place a way from another in a direction, to the nanometre.</summary>
    public static Point Toward(this Point from, double x, double y, double way) => new(from.X + (long)Math.Round(x * way), from.Y + (long)Math.Round(y * way));
}

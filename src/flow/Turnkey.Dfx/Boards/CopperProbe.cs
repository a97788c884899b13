using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Dfx.Boards;

/// <summary>Asks the copper of one layer what lies at a place, all pieces together.</summary>
internal static class CopperProbe
{
    /// <summary>In nanometres: below that a ray has come to the edge.</summary>
    private const double AtEdge = 50;

    private const int MostSteps = 200;

    private const int Rays = 72;

    private const double OneMicrometre = 1_000;

    private const double OffSeam = 10_000;

    /// <summary>The depth of a place in the piece that it lies deepest in, in nanometres; 0 when it lies in none.</summary>
    public static double Depth(CopperSheet sheet, Point place) => Depth(sheet.Index, i => sheet.Pieces[i].Primitive, place);

    public static bool Covers(CopperSheet sheet, Point place) => Covers(sheet.Index, i => sheet.Pieces[i].Primitive, place);

    /// <summary>How far copper goes without a break from a place in a direction, in nanometres, at most <paramref name="most"/>; 0 when it lies in none.</summary>
    /// <param name="sheet">The layer.</param>
    /// <param name="from">Where the ray begins.</param>
    /// <param name="x">Of the direction, a unit vector.</param>
    /// <param name="y">Of the direction, a unit vector.</param>
    /// <param name="most">Farther is not looked.</param>
    public static double Along(CopperSheet sheet, Point from, double x, double y, double most) => Along(sheet.Index, i => sheet.Pieces[i].Primitive, from, x, y, most);

    /// <summary>
    /// Radius of the largest circle around a place that lies in pieces, taken together, in nanometres, at most <paramref name="most"/>; 0 where they are not.
    /// Of one piece it is exact; where several make it together it is found along rays, which may pass beside the nearest edge by less than a thousandth.
    /// </summary>
    public static double Circle(IReadOnlyList<Primitive> pieces, Point at, double most)
    {
        if (pieces.Count == 1) return Math.Min(most, pieces[0].DepthAt(at));
        return pieces.Count == 0 ? 0 : Circle(new BoxIndex(pieces.Select(piece => piece.Bounds).ToArray()), i => pieces[i], at, most);
    }

    private static double Circle(BoxIndex index, Func<int, Primitive> piece, Point at, double most)
    {
        var depth = Depth(index, piece, at);
        if (depth >= most || !Covers(index, piece, at)) return Math.Min(depth, most);
        // Pieces may meet just there, along an axis mostly: rays begin a little off the place, and between the axes.
        var start = Math.Max(depth, OffSeam);
        var least = most;
        for (var i = 0; i < Rays && least > depth; i++)
        {
            var (y, x) = Math.SinCos(Math.Tau * (i + 0.5) / Rays);
            var along = Along(index, piece, new Point(at.X + (long)Math.Round(x * start), at.Y + (long)Math.Round(y * start)), x, y, most - start);
            least = Math.Min(least, along > 0 ? start + along : depth);
        }
        // One piece alone gives it exactly.
        return depth > 0 && least - depth < OneMicrometre ? depth : Math.Max(depth, least);
    }

    private static double Depth(BoxIndex index, Func<int, Primitive> piece, Point place)
    {
        var depth = 0d;
        foreach (var i in index.Overlapping(new Box(place.X, place.Y, place.X, place.Y))) depth = Math.Max(depth, piece(i).DepthAt(place));
        return depth;
    }

    private static bool Covers(BoxIndex index, Func<int, Primitive> piece, Point place)
    {
        foreach (var i in index.Overlapping(new Box(place.X, place.Y, place.X, place.Y)))
        {
            if (piece(i).Contains(place)) return true;
        }
        return false;
    }

    private static double Along(BoxIndex index, Func<int, Primitive> piece, Point from, double x, double y, double most)
    {
        // Each step is as long as the copper around is deep, so it cannot leap over a gap.
        var way = 0d;
        for (var step = 0; step < MostSteps && way < most; step++)
        {
            var depth = Depth(index, piece, new Point(from.X + (long)Math.Round(x * way), from.Y + (long)Math.Round(y * way)));
            if (depth < AtEdge)
            {
                // Features drawn edge to edge leave no depth where they meet.
                var beyond = way + depth + (4 * AtEdge);
                if (way == 0 || !Covers(index, piece, new Point(from.X + (long)Math.Round(x * beyond), from.Y + (long)Math.Round(y * beyond)))) return way + depth;
                depth = beyond - way;
            }
            way += depth;
        }
        return Math.Min(way, most);
    }
}

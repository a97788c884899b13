using Turnkey.Designs.Nets;
using Turnkey.Geometry;

namespace Turnkey.Dfx.Boards;

/// <summary>Asks the copper of one layer what lies at a place, all pieces together.</summary>
internal static class CopperProbe
{
    /// <summary>In nanometres: below that a ray has come to the edge.</summary>
    private const double AtEdge = 50;

    private const int MostSteps = 200;

    /// <summary>The depth of a place in the piece that it lies deepest in, in nanometres; 0 when it lies in none.</summary>
    public static double Depth(CopperSheet sheet, Point place)
    {
        var depth = 0d;
        foreach (var i in sheet.Index.Overlapping(new Box(place.X, place.Y, place.X, place.Y))) depth = Math.Max(depth, sheet.Pieces[i].Primitive.DepthAt(place));
        return depth;
    }

    public static bool Covers(CopperSheet sheet, Point place)
    {
        foreach (var i in sheet.Index.Overlapping(new Box(place.X, place.Y, place.X, place.Y)))
        {
            if (sheet.Pieces[i].Primitive.Contains(place)) return true;
        }
        return false;
    }

    /// <summary>How far copper goes without a break from a place in a direction, in nanometres, at most <paramref name="most"/>; 0 when it lies in none.</summary>
    /// <param name="sheet">The layer.</param>
    /// <param name="from">Where the ray begins.</param>
    /// <param name="x">Of the direction, a unit vector.</param>
    /// <param name="y">Of the direction, a unit vector.</param>
    /// <param name="most">Farther is not looked.</param>
    public static double Along(CopperSheet sheet, Point from, double x, double y, double most)
    {
        // Each step is as long as the copper around is deep, so it cannot leap over a gap.
        var way = 0d;
        for (var step = 0; step < MostSteps && way < most; step++)
        {
            var depth = Depth(sheet, new Point(from.X + (long)Math.Round(x * way), from.Y + (long)Math.Round(y * way)));
            if (depth < AtEdge)
            {
                // Features drawn edge to edge leave no depth where they meet.
                var beyond = way + depth + (4 * AtEdge);
                if (way == 0 || !Covers(sheet, new Point(from.X + (long)Math.Round(x * beyond), from.Y + (long)Math.Round(y * beyond)))) return way + depth;
                depth = beyond - way;
            }
            way += depth;
        }
        return Math.Min(way, most);
    }
}

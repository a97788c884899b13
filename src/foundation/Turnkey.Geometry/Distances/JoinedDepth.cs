namespace Turnkey.Geometry.Distances;

/// <summary>
/// How far a place lies from the edge of what several primitives cover together: a pad that is made of strokes, a pad on a pour, with tracks that leave it. Inside
/// the others the edge of each is none.
/// </summary>
/// <remarks>
/// The nearest place of that edge is the foot of the way on a line or arc, an end of one, or where two cross. Each is asked for whether nothing lies beside it, the
/// nearest first. Exact to <see cref="Close"/>, and to the nanometre but where a third edge lies that close. What is left open and narrower than
/// <see cref="Beside"/> does not count: files round, and things drawn edge to edge leave gaps that no board has.
/// </remarks>
public static class JoinedDepth
{
    /// <summary>In nanometres: how far beside an edge it is asked whether anything is there.</summary>
    private const double Beside = 200;

    /// <summary>In nanometres: it is asked so near as well, for what is open farther away may be open beside another edge.</summary>
    private const double Close = 10;

    /// <summary>Of a circle around the place every direction is the foot; that many are asked, and where others cross it.</summary>
    private const int Directions = 16;

    /// <summary>The way from a line or arc, or a place, to the nearest spot that none covers, in nanometres, at most <paramref name="most"/>; 0 when it is not covered itself.</summary>
    /// <param name="pieces">All that come near.</param>
    /// <param name="path">What is measured from; an edge from a place to itself is that place.</param>
    /// <param name="most">Farther is not looked.</param>
    public static double Around(IReadOnlyList<Primitive> pieces, in Edge path, double most)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var from = new Curve(path, Point.Origin);
        if (!IsCovered(pieces, from.StartX, from.StartY)) return 0;
        var rim = Rim(pieces, from, path.Bounds, most);
        var best = most;
        var places = new List<(double Way, double X, double Y, int Curve)>();
        for (var i = 0; i < rim.Count; i++) Feet(rim[i].Curve, from, i, places);
        places.Sort();
        foreach (var (way, x, y, curve) in places)
        {
            if (way >= best) break;
            if (IsOpenBeside(pieces, rim[curve].Curve, x, y)) best = way;
        }
        rim.RemoveAll(one => one.Way >= best);
        var crossings = new List<(double X, double Y)>(2);
        for (var i = 0; i < rim.Count && rim[i].Way < best; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!rim[i].Box.Overlaps(rim[j].Box)) continue;
                crossings.Clear();
                CurveCrossing.Find(rim[i].Curve, rim[j].Curve, crossings);
                foreach (var (x, y) in crossings)
                {
                    if (Way(from, x, y) is var way && way < best && IsOpenBetween(pieces, rim[i].Curve, rim[j].Curve, x, y)) best = way;
                }
            }
        }
        return best;
    }

    /// <summary>The edges of all pieces that come nearer than is looked, the nearest first.</summary>
    private static List<(double Way, Curve Curve, Box Box)> Rim(IReadOnlyList<Primitive> pieces, in Curve from, Box around, double most)
    {
        var rim = new List<(double Way, Curve Curve, Box Box)>();
        var window = around.Grow((long)Math.Ceiling(most));
        var curves = new List<Curve>();
        foreach (var piece in pieces)
        {
            curves.Clear();
            piece.AddEdges(window, curves);
            foreach (var curve in curves)
            {
                var nearest = new Nearest();
                nearest.Between(from, curve);
                if (nearest.Distance < most) rim.Add((nearest.Distance, curve, BoxOf(curve)));
            }
        }
        rim.Sort((a, b) => a.Way.CompareTo(b.Way));
        return rim;
    }

    /// <summary>Where the way to a curve may be shortest, and its ends.</summary>
    private static void Feet(in Curve curve, in Curve from, int index, List<(double Way, double X, double Y, int Curve)> into)
    {
        var nearest = new Nearest();
        nearest.Between(from, curve);
        into.Add((nearest.Distance, nearest.BX, nearest.BY, index));
        foreach (var (x, y) in (ReadOnlySpan<(double, double)>)[(from.StartX, from.StartY), (from.EndX, from.EndY)])
        {
            var foot = new Nearest();
            foot.Between(curve, x, y);
            into.Add((Way(from, foot.AX, foot.AY), foot.AX, foot.AY, index));
            if (!curve.IsArc || double.Hypot(curve.CentreX - x, curve.CentreY - y) > 1) continue;
            for (var i = 0; i < Directions; i++)
            {
                // Not along the axes, where things mostly meet.
                var (sin, cos) = Math.SinCos(Math.Tau * (i + 0.3) / Directions);
                if (curve.Covers(cos, sin)) into.Add((Way(from, curve.CentreX + (cos * curve.Radius), curve.CentreY + (sin * curve.Radius)), curve.CentreX + (cos * curve.Radius), curve.CentreY + (sin * curve.Radius), index));
            }
        }
        into.Add((Way(from, curve.StartX, curve.StartY), curve.StartX, curve.StartY, index));
        into.Add((Way(from, curve.EndX, curve.EndY), curve.EndX, curve.EndY, index));
    }

    private static double Way(in Curve from, double x, double y)
    {
        var nearest = new Nearest();
        nearest.Between(from, x, y);
        return nearest.Distance;
    }

    /// <summary>On either side of a curve.</summary>
    private static bool IsOpenBeside(IReadOnlyList<Primitive> pieces, in Curve curve, double x, double y)
    {
        var (acrossX, acrossY) = Across(curve, x, y);
        return IsOpen(pieces, x, y, acrossX, acrossY) || IsOpen(pieces, x, y, -acrossX, -acrossY);
    }

    /// <summary>In one of the four corners that two curves make.</summary>
    private static bool IsOpenBetween(IReadOnlyList<Primitive> pieces, in Curve a, in Curve b, double x, double y)
    {
        var (ax, ay) = Across(a, x, y);
        var (bx, by) = Across(b, x, y);
        return IsOpen(pieces, x, y, ax + bx, ay + by) || IsOpen(pieces, x, y, -ax - bx, -ay - by) || IsOpen(pieces, x, y, ax - bx, ay - by) || IsOpen(pieces, x, y, bx - ax, by - ay);
    }

    private static bool IsOpen(IReadOnlyList<Primitive> pieces, double x, double y, double towardX, double towardY)
    {
        var length = double.Hypot(towardX, towardY);
        // Curves that touch without crossing have no corner between them on two of four sides.
        if (length <= 1e-9) return false;
        (towardX, towardY) = (towardX / length, towardY / length);
        return !IsCovered(pieces, x + (towardX * Beside), y + (towardY * Beside)) && !IsCovered(pieces, x + (towardX * Close), y + (towardY * Close));
    }

    private static bool IsCovered(IReadOnlyList<Primitive> pieces, double x, double y)
    {
        foreach (var piece in pieces)
        {
            if (piece.Covers(x, y)) return true;
        }
        return false;
    }

    private static (double X, double Y) Across(in Curve curve, double x, double y)
    {
        var (acrossX, acrossY) = curve.IsArc ? (x - curve.CentreX, y - curve.CentreY) : (curve.EndY - curve.StartY, curve.StartX - curve.EndX);
        var length = double.Hypot(acrossX, acrossY);
        return length == 0 ? (0, 0) : (acrossX / length, acrossY / length);
    }

    /// <summary>Around the curve; of an arc around its whole circle.</summary>
    private static Box BoxOf(in Curve curve) => curve.IsArc
        ? new Box((long)Math.Floor(curve.CentreX - curve.Radius) - 1, (long)Math.Floor(curve.CentreY - curve.Radius) - 1, (long)Math.Ceiling(curve.CentreX + curve.Radius) + 1, (long)Math.Ceiling(curve.CentreY + curve.Radius) + 1)
        : new Box((long)Math.Floor(Math.Min(curve.StartX, curve.EndX)) - 1, (long)Math.Floor(Math.Min(curve.StartY, curve.EndY)) - 1, (long)Math.Ceiling(Math.Max(curve.StartX, curve.EndX)) + 1, (long)Math.Ceiling(Math.Max(curve.StartY, curve.EndY)) + 1);
}

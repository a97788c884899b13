namespace Turnkey.Geometry.Distances;

/// <content>What its edge is made of.</content>
public readonly partial struct Primitive
{
    /// <summary>The lines and arcs that its edge is made of, as far as they come into a window. Of a stroke's ends the whole circles: what of them lies inside is covered on both sides.</summary>
    internal void AddEdges(Box window, List<Curve> into)
    {
        if (!Bounds.Overlaps(window)) return;
        if (surface is not null)
        {
            foreach (var at in surface.Rim.Near(Moved(window, Point.Origin - offset))) into.Add(surface.Rim[at].Moved(offset));
            return;
        }
        into.Add(Curve.Circle(path.StartX, path.StartY, Radius));
        if (path.IsPoint) return;
        into.Add(Curve.Circle(path.EndX, path.EndY, Radius));
        into.Add(path.Beside(Radius));
        into.Add(path.Beside(-Radius));
    }

    /// <summary>Inside, to less than a nanometre.</summary>
    internal bool Covers(double x, double y)
    {
        if (x < Bounds.Left || x > Bounds.Right || y < Bounds.Bottom || y > Bounds.Top) return false;
        if (surface is not null)
        {
            var looks = 0L;
            return surface.Winding(x - offset.X, y - offset.Y, ref looks) != 0;
        }
        var nearest = new Nearest();
        nearest.Between(path, x, y);
        return nearest.Distance <= Radius;
    }
}

using Turnkey.Geometry.Flattening;

namespace Turnkey.Geometry.Distances;

/// <content>How far one lies inside another.</content>
public readonly partial struct Primitive
{
    /// <summary>What is filled, before <see cref="Offset"/>; null for strokes and discs.</summary>
    public Surface? Surface => surface;

    /// <summary>Where the origin of <see cref="Surface"/> is put.</summary>
    public Point Offset => offset;

    /// <summary>The way to the nearest edge in nanometres: positive inside, negative outside.</summary>
    public double SignedDepthAt(Point place)
    {
        var depth = DepthAt(place);
        return depth > 0 ? depth : -DistanceTo(Disc(place, 0));
    }

    /// <summary>
    /// How far this lies inside another: from its edge to the other's where they are nearest, in nanometres. Negative where it reaches out, by how far it does
    /// at most. Exact within a micrometre where both are bent, else to the nanometre.
    /// </summary>
    public double MarginIn(in Primitive outer)
    {
        var margin = double.PositiveInfinity;
        foreach (var place in Corners()) margin = Math.Min(margin, outer.SignedDepthAt(place));
        if (margin > 0 && outer.surface is not null)
        {
            // A corner of the other's may reach in between two of this one's.
            var looks = 0L;
            var nearest = new Nearest();
            var bounds = surface is null ? Bounds.Grow(-(width + 1) / 2) : Bounds;
            if (surface is null) OneToMany(outer.surface, outer.offset, path, bounds, ref nearest, margin, swap: false, ref looks);
            else ManyToMany(this, outer, ref nearest, margin, ref looks);
            margin = Math.Min(margin, nearest.Distance);
            if (margin < TouchingWithin && surface is not null)
            {
                foreach (var place in outer.Corners()) margin = Math.Min(margin, -DepthAt(place));
            }
        }
        return margin - Radius;
    }

    /// <summary>Ends of a stroke's middle line, corners of a surface; bent ones in short steps.</summary>
    private List<Point> Corners()
    {
        var corners = new List<Point>();
        if (surface is not null)
        {
            foreach (var contour in surface.Contours)
            {
                foreach (var corner in contour.Flatten(ArcChords.Tolerance)) corners.Add(corner + offset);
            }
            return corners;
        }
        Point start = new((long)path.StartX, (long)path.StartY), end = new((long)path.EndX, (long)path.EndY);
        corners.Add(start);
        if (path.IsArc) Edge.Arc(start, end, new Point((long)path.CentreX, (long)path.CentreY), (ArcDirection)path.Turn).Flatten(corners, ArcChords.Tolerance);
        else if (end != start) corners.Add(end);
        return corners;
    }
}

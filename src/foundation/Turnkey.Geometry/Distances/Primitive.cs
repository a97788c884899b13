namespace Turnkey.Geometry.Distances;

/// <summary>
/// A piece of copper, mask or legend as it is drawn: a line or arc dragged by a round aperture, or a filled <see cref="Surface"/> put at a place.
/// Distances are measured between what is drawn, without flattening.
/// </summary>
/// <remarks>
/// Distances are exact to 0.001 nm for coordinates within <see cref="Point.Limit"/>, except where an arc's ends are not equally far from its centre
/// (files round): its radius is their mean, so distances to it are off by up to half the difference. Nothing is allocated.
/// </remarks>
public readonly partial struct Primitive
{
    /// <summary>
    /// Nearer than this, in nanometres, is touching: places are whole nanometres, so whatever is half of one apart was drawn to meet.
    /// </summary>
    public const double TouchingWithin = 0.5;

    private readonly Curve path;
    private readonly Surface? surface;
    private readonly Point offset;
    private readonly long width;

    private Primitive(in Edge edge, long width)
    {
        path = new Curve(edge, Point.Origin);
        this.width = width;
        // An odd width ends half a nanometre further out than the box of whole ones.
        Bounds = edge.Bounds.Grow((width + 1) / 2);
    }

    private Primitive(Surface surface, Point offset)
    {
        this.surface = surface;
        this.offset = offset;
        Bounds = Moved(surface.Bounds, offset);
    }

    private Primitive(in Primitive other, Point by)
    {
        (surface, width, offset) = (other.surface, other.width, other.offset + by);
        path = other.path.Moved(by);
        Bounds = Moved(other.Bounds, by);
    }

    /// <summary>Holds the whole primitive, to the nanometre outwards.</summary>
    public Box Bounds { get; }

    /// <summary>How many lines and arcs have to be looked at at most: what measuring costs.</summary>
    public int EdgeCount => surface?.Rim.Count ?? 1;

    /// <summary>A place on it: an end of a stroke, a corner of an area.</summary>
    public Point Place => surface is null ? new Point((long)path.StartX, (long)path.StartY) : surface.Starts[0] + offset;

    private double Radius => width / 2d;

    /// <param name="centre">Its middle.</param>
    /// <param name="diameter">In nanometres, not negative; 0 is a point.</param>
    public static Primitive Disc(Point centre, long diameter) => new(Edge.Line(centre, centre), diameter);

    /// <summary>A straight stroke with round ends, or along an arc a piece of a ring with round ends.</summary>
    /// <param name="path">Of the aperture's middle.</param>
    /// <param name="width">Of the round aperture, in nanometres, not negative.</param>
    public static Primitive Stroke(in Edge path, long width) => new(path, width);

    /// <param name="surface">In its own coordinates.</param>
    /// <param name="offset">Where their origin goes.</param>
    public static Primitive Filled(Surface surface, Point offset = default)
    {
        ArgumentNullException.ThrowIfNull(surface);
        return new(surface, offset);
    }

    public Primitive Moved(Point by) => new(this, by);

    /// <summary>In nanometres; 0 when they touch or one holds the other.</summary>
    public double DistanceTo(in Primitive other) => ApproachTo(other, double.PositiveInfinity).Distance;

    /// <summary>True when they share copper: their edges meet, or one holds the other.</summary>
    public bool Touches(in Primitive other) => ApproachTo(other, 0).Distance < TouchingWithin;

    /// <summary>True when they share copper: their edges meet, or one holds the other.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="looks">Grows by how many pairs of lines and arcs were looked at: what it cost.</param>
    public bool Touches(in Primitive other, ref long looks) => ApproachTo(other, 0, ref looks).Distance < TouchingWithin;

    /// <summary>Inside or on the edge.</summary>
    public bool Contains(Point point)
    {
        if (!Bounds.Contains(point)) return false;
        if (surface is not null) return surface.Covers(point - offset);
        var nearest = new Nearest();
        nearest.Between(path, point.X, point.Y);
        return nearest.Distance - Radius < TouchingWithin;
    }

    /// <summary>How deep a place lies inside: the way to the nearest edge, in nanometres; 0 on the edge and outside.</summary>
    public double DepthAt(Point place)
    {
        if (!Bounds.Contains(place)) return 0;
        var nearest = new Nearest();
        if (surface is null)
        {
            nearest.Between(path, place.X, place.Y);
            return Math.Max(0, Radius - nearest.Distance);
        }
        var local = place - offset;
        var looks = 0L;
        if (surface.Winding(local.X, local.Y, ref looks) == 0) return 0;
        // Twice as far each time until an edge is found that is nearer than what was looked at.
        for (var within = 100_000L; ; within *= 2)
        {
            foreach (var at in surface.Rim.Near(Box.Around(local, within, within))) nearest.Between(surface.Rim[at], local.X, local.Y);
            if (nearest.Distance <= within || within > 4 * Point.Limit) return nearest.Distance;
        }
    }

    /// <summary>Where the two come nearest.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="within">In nanometres: when they are further apart the answer may be that they are infinitely far, which is found quicker.</param>
    public Approach ApproachTo(in Primitive other, double within)
    {
        var looks = 0L;
        return ApproachTo(other, within, ref looks);
    }

    /// <summary>Where the two come nearest.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="within">In nanometres: when they are further apart the answer may be that they are infinitely far, which is found quicker.</param>
    /// <param name="looks">Grows by how many pairs of lines and arcs were looked at: what it cost.</param>
    public Approach ApproachTo(in Primitive other, double within, ref long looks)
    {
        looks++;
        var reach = Radius + other.Radius;
        if (Gap(Bounds, other.Bounds) > within + 1) return Approach.None;
        var nearest = new Nearest();
        // Lines further apart than this are of no interest; a nanometre more, so that what lies on the limit is measured.
        var limit = reach + within + 1;
        if (surface is null && other.surface is null) nearest.Between(path, other.path);
        else if (surface is null) OneToMany(other.surface!, other.offset, path, Bounds.Grow(-(width + 1) / 2), ref nearest, limit, swap: true, ref looks);
        else if (other.surface is null) OneToMany(surface, offset, other.path, other.Bounds.Grow(-(other.width + 1) / 2), ref nearest, limit, swap: false, ref looks);
        else ManyToMany(this, other, ref nearest, limit, ref looks);

        var distance = nearest.Distance - reach;
        if (distance > 0 && (Holds(this, other, ref looks) || Holds(other, this, ref looks)))
        {
            var at = surface is null ? Place : other.Place;
            return new Approach(0, at);
        }
        if (double.IsInfinity(distance)) return Approach.None;
        if (distance <= 0) return new Approach(0, Meeting(nearest, Radius / Math.Max(reach, 1e-9)));
        return new Approach(distance, Meeting(nearest, (Radius + (distance / 2)) / nearest.Distance));
    }

    /// <summary>The lines do not meet, so each contour of the other lies inside or outside as a whole.</summary>
    private static bool Holds(in Primitive outer, in Primitive inner, ref long looks)
    {
        if (outer.surface is not { } surface || !outer.Bounds.Overlaps(inner.Bounds)) return false;
        if (inner.surface is null) return surface.Winding(inner.path.StartX - outer.offset.X, inner.path.StartY - outer.offset.Y, ref looks) != 0;
        foreach (var start in inner.surface.Starts)
        {
            var local = start + inner.offset - outer.offset;
            if (surface.Bounds.Contains(local) && surface.Winding(local.X, local.Y, ref looks) != 0) return true;
        }
        return false;
    }

    private static void OneToMany(Surface surface, Point offset, in Curve curve, Box box, ref Nearest nearest, double limit, bool swap, ref long looks)
    {
        var local = curve.Moved(Point.Origin - offset);
        var window = Grown(Moved(box, Point.Origin - offset), limit);
        var found = new Nearest();
        foreach (var at in surface.Rim.Near(window))
        {
            looks++;
            found.Between(surface.Rim[at], local);
            if (found.Square == 0) break;
        }
        Take(ref nearest, found, offset, swap);
    }

    private static void ManyToMany(in Primitive a, in Primitive b, ref Nearest nearest, double limit, ref long looks)
    {
        var swap = a.surface!.Rim.Count > b.surface!.Rim.Count;
        var (few, many, between) = swap ? (b.surface, a.surface, b.offset - a.offset) : (a.surface, b.surface, a.offset - b.offset);
        var found = new Nearest();
        foreach (var at in few.Rim.Near(Grown(Moved(many.Bounds, Point.Origin - between), limit)))
        {
            looks++;
            var curve = few.Rim[at].Moved(between);
            foreach (var other in many.Rim.Near(Grown(Moved(few.Rim.BoxAt(at), between), Math.Min(limit, found.Distance))))
            {
                looks++;
                found.Between(many.Rim[other], curve);
                if (found.Square == 0) break;
            }
            if (found.Square == 0) break;
        }
        Take(ref nearest, found, swap ? a.offset : b.offset, !swap);
    }

    /// <param name="swap">True when the surface that was measured from is the second.</param>
    private static void Take(ref Nearest nearest, in Nearest found, Point offset, bool swap)
    {
        nearest.Square = found.Square;
        (nearest.AX, nearest.AY, nearest.BX, nearest.BY) = swap
            ? (found.BX + offset.X, found.BY + offset.Y, found.AX + offset.X, found.AY + offset.Y)
            : (found.AX + offset.X, found.AY + offset.Y, found.BX + offset.X, found.BY + offset.Y);
    }

    private static Point Meeting(in Nearest nearest, double along) =>
        new((long)Math.Round(nearest.AX + (along * (nearest.BX - nearest.AX))), (long)Math.Round(nearest.AY + (along * (nearest.BY - nearest.AY))));

    private static Box Moved(Box box, Point by) => box.IsEmpty ? box : new Box(box.Left + by.X, box.Bottom + by.Y, box.Right + by.X, box.Top + by.Y);

    private static Box Grown(Box box, double by) => box.Grow((long)Math.Min(Math.Ceiling(by), Point.Limit * 8d));

    /// <summary>Between two boxes, along the axis on which they are further apart.</summary>
    private static double Gap(Box a, Box b) =>
        a.IsEmpty || b.IsEmpty ? double.PositiveInfinity : Math.Max(Math.Max(a.Left - b.Right, b.Left - a.Right), Math.Max(a.Bottom - b.Top, b.Bottom - a.Top));
}

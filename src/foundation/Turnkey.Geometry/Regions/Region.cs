using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Turnkey.Geometry.Regions;

/// <summary>
/// An area bounded by straight lines between grid points, of any number of islands with holes. Rings do not cross and none touches itself; different ones
/// may touch at corners. Outer rings run counter-clockwise, holes clockwise: the inside is on the left.
/// </summary>
/// <remarks>
/// Booleans round every corner of the result to the grid, so it lies within half a nanometre in x and in y of the exact one, and their results can be put
/// into the next. Safe to use from several threads.
/// </remarks>
public sealed class Region
{
    /// <summary>The farthest that a corner may lie from the origin in x and in y, in nanometres: twice what readers let pass, for what apertures add.</summary>
    public const long Reach = 2 * Point.Limit - 2;

    private double area = double.NaN;
    private ImmutableArray<Region> islands;
    private RegionEdges? edges;

    internal Region(ImmutableArray<ImmutableArray<Point>> rings, bool complete = true)
    {
        Rings = rings;
        IsComplete = complete;
        foreach (var ring in rings)
        {
            foreach (var corner in ring) Bounds = Bounds.Join(corner);
        }
    }

    public static Region Empty { get; } = new([]);

    /// <summary>Nothing, because resolving was given up.</summary>
    public static Region Incomplete { get; } = new([], complete: false);

    /// <summary>Corners of each ring, the first not repeated.</summary>
    public ImmutableArray<ImmutableArray<Point>> Rings { get; }

    /// <summary>False when the drawing was too large or too intricate to be resolved (<see cref="OverlayBudget"/>), so that parts are missing.</summary>
    public bool IsComplete { get; }

    public bool IsEmpty => Rings.IsEmpty;

    public Box Bounds { get; } = Box.Empty;

    /// <summary>In square nanometres; exact but for the last conversion.</summary>
    public double Area
    {
        get
        {
            if (double.IsNaN(area)) area = (double)Rings.Aggregate(Int128.Zero, (sum, ring) => sum + TwiceSignedArea(ring)) / 2;
            return area;
        }
    }

    /// <summary>How many of the rings are outer ones, which is how many islands there are.</summary>
    public int OuterRings => Rings.Count(ring => TwiceSignedArea(ring) > 0);

    /// <summary>Each outer ring with the holes in it, in the order of their outer rings.</summary>
    public ImmutableArray<Region> Islands
    {
        get
        {
            if (islands.IsDefault) ImmutableInterlocked.InterlockedInitialize(ref islands, Apart());
            return islands;
        }
    }

    /// <summary>
    /// What the polygons wind around, all taken as one figure under the nonzero rule: of two that overlap, opposite turns cancel, so rings of regions and
    /// outlines with holes mean what they say. Corners beyond <see cref="Reach"/> make their polygon be left out.
    /// </summary>
    public static Region Of(IEnumerable<IReadOnlyList<Point>> polygons)
    {
        var overlay = new Overlay();
        foreach (var polygon in polygons) overlay.Add(Corners(polygon));
        return overlay.Resolve(Overlay.First);
    }

    public Region Union(Region other)
    {
        if (other.IsEmpty && other.IsComplete) return this;
        if (IsEmpty && IsComplete) return other;
        return Bounds.Overlaps(other.Bounds) ? With(other, Overlay.Any) : new Region([.. Rings, .. other.Rings], IsComplete && other.IsComplete);
    }

    public Region Subtract(Region other) =>
        Bounds.Overlaps(other.Bounds) ? With(other, Overlay.OnlyFirst) : other.IsComplete ? this : new Region(Rings, complete: false);

    public Region Intersect(Region other) =>
        Bounds.Overlaps(other.Bounds) ? With(other, Overlay.Both) : new Region([], IsComplete && other.IsComplete);

    /// <summary>Moved by whole nanometres; exact.</summary>
    public Region Move(Point by) => new([.. Rings.Select(ring => ring.Select(corner => corner + by).ToImmutableArray())], IsComplete);

    /// <summary>Inside or on a ring; exact. The first question builds an index.</summary>
    public bool Contains(Point point) => Bounds.Contains(point) && (edges ??= new RegionEdges(Rings)).Hold(point);

    internal static ReadOnlySpan<Point> Corners(IReadOnlyList<Point> polygon) =>
        polygon switch { Point[] array => array, List<Point> list => CollectionsMarshal.AsSpan(list), _ => polygon.ToArray() };

    internal static double SignedArea(ImmutableArray<Point> ring) => (double)TwiceSignedArea(ring) / 2;

    private static Int128 TwiceSignedArea(ImmutableArray<Point> ring)
    {
        // Relative to a corner the products of one ring stay small; their sum may not.
        Int128 twice = 0;
        var origin = ring[0];
        for (var i = 2; i < ring.Length; i++) twice += Point.Cross(origin, ring[i - 1], ring[i]);
        return twice;
    }

    private Region With(Region other, ushort wanted)
    {
        var overlay = new Overlay();
        overlay.Add(this);
        overlay.Add(other, layer: 1);
        return overlay.Resolve(wanted);
    }

    private ImmutableArray<Region> Apart()
    {
        if (Rings.Length == 1) return [this];
        var outer = RingNesting.OuterRings(Rings);
        return
        [
            .. Enumerable.Range(0, Rings.Length).GroupBy(ring => outer[ring]).OrderBy(island => island.Key)
                .Select(island => new Region([Rings[island.Key], .. island.Where(ring => ring != island.Key).Select(ring => Rings[ring])], IsComplete)),
        ];
    }
}

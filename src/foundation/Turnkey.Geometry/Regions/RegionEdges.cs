using System.Collections.Immutable;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Geometry.Regions;

/// <summary>The edges of a region's rings in an index, to ask on which side of them a place lies.</summary>
internal sealed class RegionEdges
{
    private readonly Point[] from;
    private readonly Point[] to;
    private readonly BoxIndex index;

    public RegionEdges(ImmutableArray<ImmutableArray<Point>> rings)
    {
        var total = rings.Sum(ring => ring.Length);
        (from, to) = (new Point[total], new Point[total]);
        var (boxes, count) = (new Box[total], 0);
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length; i++, count++)
            {
                (from[count], to[count]) = (ring[i], ring[(i + 1) % ring.Length]);
                boxes[count] = Box.Empty.Join(from[count]).Join(to[count]);
            }
        }
        index = new BoxIndex(boxes);
    }

    /// <summary>Inside or on an edge.</summary>
    public bool Hold(Point point)
    {
        // A ray to the nearer of left and right meets an odd number of edges where the place is inside.
        var toRight = index.Bounds.Right - point.X < point.X - index.Bounds.Left;
        var ray = toRight ? new Box(point.X, point.Y, index.Bounds.Right, point.Y) : new Box(index.Bounds.Left, point.Y, point.X, point.Y);
        var inside = false;
        foreach (var edge in index.Overlapping(ray))
        {
            var (a, b) = (from[edge], to[edge]);
            var side = Int128.Sign(Point.Cross(a, b, point));
            if (side == 0 && Box.Empty.Join(a).Join(b).Contains(point)) return true;
            if (a.Y > point.Y == b.Y > point.Y) continue;
            var isRight = b.Y > a.Y ? side > 0 : side < 0;
            if (isRight == toRight) inside = !inside;
        }
        return inside;
    }
}

using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Designs.Layers;

/// <summary>Tells whether a place of a layer is covered, by painter's order, without drawing the layer: arcs of areas as chords within 2 µm, strokes as of a disc.</summary>
public sealed class FeatureIndex
{
    private readonly LayerImage image;
    private readonly BoxIndex index;
    private readonly List<int> near = [];
    private readonly Dictionary<int, (Box Bounds, Point[] Corners)[]> flattened = [];

    public FeatureIndex(LayerImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        this.image = image;
        index = new BoxIndex([.. image.Features.Select(feature => image.BoundsOf(feature))]);
    }

    public bool Covers(Point at)
    {
        if (!image.Bounds.Contains(at)) return false;
        near.Clear();
        index.Query(Box.Empty.Join(at), near);
        near.Sort();
        for (var i = near.Count - 1; i >= 0; i--)
        {
            ref readonly var feature = ref image.Features.ItemRef(near[i]);
            if (Holds(feature, at)) return feature.Dark;
        }
        return false;
    }

    private bool Holds(in Feature feature, Point at)
    {
        switch (feature.Kind)
        {
            case FeatureKind.Area:
                return image.Areas[feature.Shape].Bounds.Contains(at) && Winding(feature.Shape, at) != 0;
            case FeatureKind.Flash:
                var shape = image.Shapes[feature.Shape];
                var local = at - feature.Start;
                if (!shape.Bounds.Contains(local)) return false;
                var covered = false;
                foreach (var part in shape.Parts)
                {
                    if (part.Contour.Contains(local)) covered = part.Dark;
                }
                return covered;
            default:
                var box = image.Shapes[feature.Shape].Bounds;
                return Distance(feature.Path, at) <= Math.Max(box.Right, box.Top);
        }
    }

    private int Winding(int area, Point at)
    {
        if (!flattened.TryGetValue(area, out var contours))
        {
            flattened[area] = contours = [.. image.Areas[area].Contours.Select(contour => (contour.Bounds, contour.Flatten(2000).ToArray()))];
        }
        var winding = 0;
        foreach (var (bounds, corners) in contours)
        {
            if (bounds.Contains(at)) winding += Winding(corners, at);
        }
        return winding;
    }

    private static int Winding(Point[] corners, Point at)
    {
        var winding = 0;
        var a = corners[^1];
        foreach (var b in corners)
        {
            if (a.Y <= at.Y != b.Y <= at.Y)
            {
                var cross = Point.Cross(a, b, at);
                if (b.Y > a.Y && cross > 0) winding++;
                else if (b.Y < a.Y && cross < 0) winding--;
            }
            a = b;
        }
        return winding;
    }

    private static double Distance(Edge path, Point at)
    {
        if (!path.IsArc) return Distance(path.Start, path.End, at);
        var flat = new List<Point> { path.Start };
        path.Flatten(flat, 2000);
        var best = double.MaxValue;
        for (var i = 1; i < flat.Count; i++) best = Math.Min(best, Distance(flat[i - 1], flat[i], at));
        return best;
    }

    private static double Distance(Point a, Point b, Point at)
    {
        double dx = b.X - a.X, dy = b.Y - a.Y;
        var length = (dx * dx) + (dy * dy);
        var t = length == 0 ? 0 : Math.Clamp((((at.X - a.X) * dx) + ((at.Y - a.Y) * dy)) / length, 0, 1);
        return double.Hypot(a.X + (t * dx) - at.X, a.Y + (t * dy) - at.Y);
    }
}

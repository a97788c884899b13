using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Formats.Tests.Gerber;

/// <summary>
/// How much of a horizontal line a layer covers, from the formulas of discs, arcs and edges and by painter's order: nothing is straightened, joined or
/// rounded, so it checks what is.
/// </summary>
internal sealed class LineCoverage(LayerImage image)
{
    private readonly List<(double X, int Feature, bool Begins)> ends = [];

    /// <summary>False for layers with strokes that are not round, for which there is no formula here.</summary>
    public bool IsPossible { get; } = image.Features.All(feature => feature.Kind != FeatureKind.Stroke || image.Shapes[feature.Shape].IsSolidCircle);

    /// <summary>In nanometres.</summary>
    public double At(double y)
    {
        ends.Clear();
        for (var i = 0; i < image.Features.Length; i++)
        {
            var feature = image.Features[i];
            var box = image.BoundsOf(feature);
            if (box.IsEmpty || box.Bottom > y || box.Top < y) continue;
            if (feature.Kind == FeatureKind.Area) Add(i, image.Areas[feature.Shape].Contours, default, y);
            else if (feature.Kind == FeatureKind.Stroke) AddStroke(i, feature.Path, image.Shapes[feature.Shape].Width.Nanometres / 2d, y);
            else AddFlash(i, image.Shapes[feature.Shape], feature.Start, y);
        }
        ends.Sort();
        var (covering, covered, last) = (new SortedDictionary<int, int>(Comparer<int>.Create((a, b) => b.CompareTo(a))), 0d, 0d);
        foreach (var (x, feature, begins) in ends)
        {
            using (var top = covering.Keys.GetEnumerator())
            {
                if (top.MoveNext() && image.Features[top.Current].Dark) covered += x - last;
            }
            last = x;
            var depth = covering.GetValueOrDefault(feature) + (begins ? 1 : -1);
            if (depth == 0) covering.Remove(feature);
            else covering[feature] = depth;
        }
        return covered;
    }

    private void AddFlash(int feature, PadShape shape, Point at, double y)
    {
        if (shape.IsSolidCircle)
        {
            AddDisc(feature, at, shape.Width.Nanometres / 2d, y);
            return;
        }
        // Between neighbouring places where the line meets any part, the last part there decides.
        var parts = shape.Parts.Select(part => Spans([part.Contour], at, y).ToList()).ToArray();
        var places = parts.SelectMany(spans => spans).SelectMany(span => (double[])[span.From, span.To]).Order().ToArray();
        for (var i = 1; i < places.Length; i++)
        {
            var middle = (places[i - 1] + places[i]) / 2;
            var top = Array.FindLastIndex(parts, spans => spans.Exists(span => span.From <= middle && middle <= span.To));
            if (top >= 0 && shape.Parts[top].Dark) Add(feature, places[i - 1], places[i]);
        }
    }

    private void AddStroke(int feature, Edge path, double radius, double y)
    {
        if (!path.IsArc && path.Start == path.End)
        {
            AddDisc(feature, path.Start, radius, y);
            return;
        }
        // Where the line may go in or out: at the end discs, and at lines or circles beside the path.
        var places = new List<double>();
        Circle(path.Start, radius, y, places);
        Circle(path.End, radius, y, places);
        if (path.IsArc)
        {
            Circle(path.Centre, path.Radius + radius, y, places);
            if (path.Radius > radius) Circle(path.Centre, path.Radius - radius, y, places);
        }
        else if (path.Start.Y != path.End.Y)
        {
            double dx = path.End.X - path.Start.X, dy = path.End.Y - path.Start.Y, length = double.Hypot(dx, dy);
            foreach (var side in (double[])[-radius, radius]) places.Add(path.Start.X - (side * dy / length) + ((y - path.Start.Y - (side * dx / length)) / dy * dx));
        }
        places.Sort();
        for (var i = 1; i < places.Count; i++)
        {
            if (Distance(path, (places[i - 1] + places[i]) / 2, y) < radius) Add(feature, places[i - 1], places[i]);
        }
    }

    private void Add(int feature, IReadOnlyList<Contour> contours, Point at, double y)
    {
        foreach (var (from, to) in Spans(contours, at, y)) Add(feature, from, to);
    }

    private void AddDisc(int feature, Point at, double radius, double y)
    {
        var places = new List<double>();
        Circle(at, radius, y, places);
        if (places.Count == 2) Add(feature, places[0], places[1]);
    }

    private void Add(int feature, double from, double to)
    {
        if (to <= from) return;
        ends.Add((from, feature, true));
        ends.Add((to, feature, false));
    }

    /// <summary>Where the contours wind around the line.</summary>
    private static IEnumerable<(double From, double To)> Spans(IReadOnlyList<Contour> contours, Point at, double y)
    {
        var crossings = new List<(double X, int Turn)>();
        foreach (var edge in contours.SelectMany(contour => contour.Edges))
        {
            double ay = edge.Start.Y + at.Y, by = edge.End.Y + at.Y;
            if (!edge.IsArc)
            {
                if (ay > y != by > y) crossings.Add((edge.Start.X + at.X + ((y - ay) / (by - ay) * (edge.End.X - edge.Start.X)), by > ay ? 1 : -1));
                continue;
            }
            var height = (y - edge.Centre.Y - at.Y) / edge.Radius;
            if (Math.Abs(height) >= 1) continue;
            foreach (var angle in (double[])[Math.Asin(height), Math.PI - Math.Asin(height)])
            {
                var turned = (int)edge.Direction * (angle - Math.Atan2(edge.Start.Y - edge.Centre.Y, edge.Start.X - edge.Centre.X));
                turned -= Math.Floor(turned / Math.Tau) * Math.Tau;
                var up = (Math.Cos(angle) > 0 ? 1 : -1) * (int)edge.Direction;
                if (turned <= edge.Sweep) crossings.Add((edge.Centre.X + at.X + (edge.Radius * Math.Cos(angle)), up));
            }
        }
        crossings.Sort();
        var winding = 0;
        for (var i = 0; i + 1 < crossings.Count; i++)
        {
            winding += crossings[i].Turn;
            if (winding != 0) yield return (crossings[i].X, crossings[i + 1].X);
        }
    }

    private static void Circle(Point centre, double radius, double y, List<double> into)
    {
        var away = (radius * radius) - ((y - centre.Y) * (y - centre.Y));
        if (away <= 0) return;
        into.Add(centre.X - Math.Sqrt(away));
        into.Add(centre.X + Math.Sqrt(away));
    }

    private static double Distance(Edge path, double x, double y)
    {
        var nearestEnd = Math.Min(double.Hypot(x - path.Start.X, y - path.Start.Y), double.Hypot(x - path.End.X, y - path.End.Y));
        if (!path.IsArc)
        {
            double dx = path.End.X - path.Start.X, dy = path.End.Y - path.Start.Y;
            var t = (((x - path.Start.X) * dx) + ((y - path.Start.Y) * dy)) / ((dx * dx) + (dy * dy));
            return t is < 0 or > 1 ? nearestEnd : double.Hypot(path.Start.X + (t * dx) - x, path.Start.Y + (t * dy) - y);
        }
        var turned = (int)path.Direction * (Math.Atan2(y - path.Centre.Y, x - path.Centre.X) - Math.Atan2(path.Start.Y - path.Centre.Y, path.Start.X - path.Centre.X));
        turned -= Math.Floor(turned / Math.Tau) * Math.Tau;
        return turned <= path.Sweep ? Math.Min(nearestEnd, Math.Abs(double.Hypot(x - path.Centre.X, y - path.Centre.Y) - path.Radius)) : nearestEnd;
    }
}

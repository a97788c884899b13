using System.Runtime.InteropServices;
using Turnkey.Designs.Layers;
using Turnkey.Drawing.Vector;
using Turnkey.Geometry;
using Turnkey.Geometry.Flattening;

namespace Turnkey.Documents.Viewer;

/// <summary>
/// One layer's painter's list as bytes. Between two changes of polarity the order of features does not show, so that each such run is sorted by kind and
/// shape and written in columns, every place as the step from the one before.
/// </summary>
internal sealed class SceneLayer(LayerImage image, Box view, SceneGrid grid, SceneShapes shapes, SceneMarks marks, int? copperLayer)
{
    private const int Flash = 0, Line = 1, Arc = 2, Area = 3;

    /// <summary>Corners of areas on one layer. Real boards stay far below; arcs swept by bars would make millions of a small hostile file.</summary>
    private const int MostCorners = 3_000_000;

    private int corners;

    private readonly SceneBytes bytes = new();

    public ReadOnlySpan<byte> Written => bytes.Written;

    /// <summary>Objects written: doubles dropped, strokes of what is no disc counted by the pieces they are swept in.</summary>
    public int Count { get; private set; }

    /// <summary>Features left out because they lie wholly beside the board.</summary>
    public int Beside { get; private set; }

    /// <summary>Features left out, whole or in part, because the layer had <see cref="MostCorners"/> already.</summary>
    public int LeftOut { get; private set; }

    public void Write()
    {
        var runs = new List<(bool Dark, SortedDictionary<(int Kind, int Shape), Group> Groups)>();
        var seen = new HashSet<(int, int, Edge, int)>();
        for (var i = 0; i < image.Features.Length; i++)
        {
            var feature = image.Features[i];
            var box = image.BoundsOf(feature);
            if (box.IsEmpty || (feature.Kind != FeatureKind.Area && image.Shapes[feature.Shape] is { IsSolidCircle: true, Width.Nanometres: <= 0 })) continue;
            if (!box.Overlaps(view)) { Beside++; continue; }
            if (runs.Count == 0 || runs[^1].Dark != feature.Dark)
            {
                runs.Add((feature.Dark, []));
                seen.Clear();
            }
            Add(runs[^1].Groups, feature, marks.Of(image, i, copperLayer), seen);
        }
        bytes.Unsigned(runs.Count);
        foreach (var (dark, groups) in runs)
        {
            bytes.Unsigned(dark ? 1 : 0);
            bytes.Unsigned(groups.Count);
            foreach (var ((kind, shape), group) in groups)
            {
                bytes.Unsigned(kind);
                bytes.Unsigned(shape);
                group.Write(bytes, kind, grid);
                Count += group.Marks.Count;
            }
        }
    }

    private void Add(SortedDictionary<(int Kind, int Shape), Group> groups, in Feature feature, int mark, HashSet<(int, int, Edge, int)> seen)
    {
        if (feature.Kind == FeatureKind.Area)
        {
            if (corners > MostCorners) { LeftOut++; return; }
            var contours = image.Areas[feature.Shape].Contours.Select(contour => Simplified(contour.Flatten(grid.Tolerance))).Where(points => points.Count > 2).ToList();
            corners += contours.Sum(points => points.Count);
            if (contours.Count > 0) Take(groups, Area, 0).Add(contours, mark);
            return;
        }
        var shape = image.Shapes[feature.Shape];
        if (feature.Kind == FeatureKind.Flash)
        {
            var number = shapes.Number(shape);
            if (seen.Add((Flash, number, feature.Path, mark))) Take(groups, Flash, number).Add(feature.Path, mark);
        }
        else if (shape.IsSolidCircle)
        {
            var number = shapes.Number(shape);
            var path = feature.Path.Direction == ArcDirection.Clockwise ? feature.Path.Reversed : feature.Path;
            // Ends that only the grid makes coincide would read as a full circle.
            var arc = path.IsArc && (path.Start == path.End || grid.Snap(path.Start) != grid.Snap(path.End));
            if (seen.Add((Line, number, path, mark))) Take(groups, arc ? Arc : Line, number).Add(path, mark);
        }
        else
        {
            foreach (var part in shape.Parts.Where(part => part.Dark))
            {
                foreach (var hull in ShapeSweep.OfConvex(feature.Path, part.Contour.Flatten(grid.Tolerance), grid.Tolerance))
                {
                    if (corners > MostCorners) { LeftOut++; return; }
                    var points = Simplified(hull);
                    corners += points.Count;
                    if (points.Count > 2) Take(groups, Area, 0).Add([points], mark);
                }
            }
        }
    }

    /// <summary>Corners on the grid, without those that the line passes within the tolerance.</summary>
    private List<GridPoint> Simplified(IReadOnlyList<Point> corners)
    {
        var points = new List<GridPoint>(corners.Count + 1);
        foreach (var corner in corners) points.Add(grid.Snap(corner));
        if (points.Count == 0) return points;
        points.Add(points[0]);
        Simplification.Simplify(points, (double)grid.Tolerance / grid.Unit);
        points.RemoveAt(points.Count - 1);
        return points;
    }

    private static Group Take(SortedDictionary<(int Kind, int Shape), Group> groups, int kind, int shape)
    {
        if (!groups.TryGetValue((kind, shape), out var group)) groups[(kind, shape)] = group = new Group();
        return group;
    }

    /// <summary>Features of one kind and shape within a run, in the file's order.</summary>
    private sealed class Group
    {
        private readonly List<Edge> paths = [];
        private readonly List<List<List<GridPoint>>> areas = [];

        public List<int> Marks { get; } = [];

        public void Add(Edge path, int mark)
        {
            paths.Add(path);
            Marks.Add(mark);
        }

        public void Add(List<List<GridPoint>> contours, int mark)
        {
            areas.Add(contours);
            Marks.Add(mark);
        }

        public void Write(SceneBytes bytes, int kind, SceneGrid grid)
        {
            bytes.Unsigned(Marks.Count);
            if (kind == Area) WriteAreas(bytes);
            else WritePaths(bytes, kind, grid);
            var last = 0;
            foreach (var mark in CollectionsMarshal.AsSpan(Marks))
            {
                bytes.Signed(mark - last);
                last = mark;
            }
        }

        private void WritePaths(SceneBytes bytes, int kind, SceneGrid grid)
        {
            var starts = paths.ConvertAll(path => grid.Snap(path.Start));
            var ends = kind == Flash ? starts : paths.ConvertAll(path => grid.Snap(path.End));
            for (var i = 0; i < starts.Count; i++) bytes.Signed(starts[i].X - (i == 0 ? 0 : ends[i - 1].X));
            for (var i = 0; i < starts.Count; i++) bytes.Signed(starts[i].Y - (i == 0 ? 0 : ends[i - 1].Y));
            if (kind == Flash) return;
            for (var i = 0; i < starts.Count; i++) bytes.Signed(ends[i].X - starts[i].X);
            for (var i = 0; i < starts.Count; i++) bytes.Signed(ends[i].Y - starts[i].Y);
            if (kind != Arc) return;
            for (var i = 0; i < starts.Count; i++) bytes.Signed(grid.Snap(paths[i].Centre.X) - starts[i].X);
            for (var i = 0; i < starts.Count; i++) bytes.Signed(grid.Snap(paths[i].Centre.Y) - starts[i].Y);
        }

        private void WriteAreas(SceneBytes bytes)
        {
            foreach (var contours in areas)
            {
                bytes.Unsigned(contours.Count);
                foreach (var points in contours) bytes.Unsigned(points.Count);
            }
            long x = 0, y = 0;
            foreach (var point in areas.SelectMany(contours => contours).SelectMany(points => points))
            {
                bytes.Signed(point.X - x);
                x = point.X;
            }
            foreach (var point in areas.SelectMany(contours => contours).SelectMany(points => points))
            {
                bytes.Signed(point.Y - y);
                y = point.Y;
            }
        }
    }
}

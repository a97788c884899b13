using System.Runtime.InteropServices;
using Turnkey.Designs.Layers;
using Turnkey.Drawing.Vector;
using Turnkey.Geometry;
using Turnkey.Geometry.Flattening;

namespace Turnkey.Drawing;

/// <summary>
/// One layer's picture as SVG shapes without a colour of their own: dark features take <c>fill</c> and <c>stroke</c> of whoever uses them, clear
/// features take <c>color</c>. Whoever puts the ink on an even ground sets <c>color</c> to that ground's; painting then removes exactly what
/// clear polarity removes, and no masks are needed.
/// </summary>
internal sealed class LayerInk(LayerImage image, Grid grid, Box view, string prefix)
{
    /// <summary>Path data up to this length is repeated at every flash: a reference to a shared shape would not be shorter.</summary>
    private const int LongestRepeated = 44;

    /// <summary>A shape with more edges is not tried for being short, and one with more parts not for doing without a mask.</summary>
    private const int MostTried = 200, MostParts = 64;

    private readonly Dictionary<int, ShapeInk> shapes = [];

    // Of the run that is being written.
    private readonly List<int> areas = [];
    private readonly List<int> strokes = [];
    private readonly List<int> stamps = [];
    private readonly List<int> references = [];
    private readonly List<GridPoint> corners = [];
    private readonly List<Point> flat = [];
    private readonly Dictionary<Contour, ConvexSweep> sweeps = [];

    /// <summary>Features that were left out because the picture had reached its limit.</summary>
    public int LeftOut { get; private set; }

    public bool HasClear { get; private set; }

    /// <summary>Writes the shapes that flashes refer to; they belong into the <c>defs</c>.</summary>
    public void WriteShapes(SvgText svg, int mostCharacters)
    {
        var limit = svg.Length + mostCharacters;
        for (var i = 0; i < image.Features.Length; i++)
        {
            ref readonly var feature = ref image.Features.ItemRef(i);
            if (feature.Kind != FeatureKind.Flash || shapes.ContainsKey(feature.Shape) || !Visible(feature)) continue;
            if (svg.Length > limit) { LeftOut++; continue; }
            var ink = ShapeInk.Of(image.Shapes[feature.Shape], grid, $"{prefix}-s{feature.Shape}");
            shapes[feature.Shape] = ink;
            if (ink.Form == ShapeForm.Reference) ink.Define(svg, grid);
        }
    }

    /// <summary>Writes the features in painting order, from one change of polarity to the next.</summary>
    public void WriteFeatures(SvgText svg, int mostCharacters)
    {
        var limit = svg.Length + mostCharacters;
        var features = image.Features;
        for (var first = 0; first < features.Length;)
        {
            var end = first + 1;
            while (end < features.Length && features.ItemRef(end).Dark == features.ItemRef(first).Dark) end++;
            if (svg.Length > limit) { LeftOut += features.Length - first; return; }
            WriteRun(svg, first, end, limit);
            first = end;
        }
    }

    private void WriteRun(SvgText svg, int first, int end, int limit)
    {
        areas.Clear();
        strokes.Clear();
        stamps.Clear();
        references.Clear();
        for (var i = first; i < end; i++)
        {
            ref readonly var feature = ref image.Features.ItemRef(i);
            if (!Visible(feature)) continue;
            if (feature.Kind == FeatureKind.Area) areas.Add(i);
            else if (image.Shapes[feature.Shape].IsSolidCircle) strokes.Add(i);
            else if (feature.Kind == FeatureKind.Stroke) stamps.Add(i);
            else if (!shapes.TryGetValue(feature.Shape, out var shape)) continue;
            else if (shape.Form == ShapeForm.Repeated) stamps.Add(i);
            else if (shape.Form == ShapeForm.Reference) references.Add(i);
        }
        if (areas.Count + strokes.Count + stamps.Count + references.Count == 0) return;

        var dark = image.Features[first].Dark;
        if (!dark)
        {
            HasClear = true;
            svg.Open("g").Attribute("fill", "currentColor").Attribute("stroke", "currentColor");
        }
        WriteFilled(svg, limit);
        WriteStrokes(svg, limit);
        if (!dark) svg.Close();
    }

    private void WriteFilled(SvgText svg, int limit)
    {
        if (areas.Count + stamps.Count + references.Count == 0) return;
        svg.Open("g").Attribute("stroke", "none");
        foreach (var i in areas)
        {
            if (svg.Length > limit) { LeftOut++; continue; }
            var contours = image.Areas[image.Features[i].Shape].Contours;
            svg.Open("path").PathData(path => { foreach (var contour in contours) ContourPath.Write(path, contour, grid, corners); }).Close();
        }
        if (stamps.Count > 0)
        {
            svg.Open("path").PathData(path =>
            {
                foreach (var i in stamps)
                {
                    if (svg.Length > limit || !Stamp(path, image.Features[i], svg, limit)) LeftOut++;
                }
            }).Close();
        }
        if (references.Count > 0) WriteReferences(svg, limit);
        svg.Close();
    }

    /// <summary>Each place of a shape once: what a shape covers twice it covers.</summary>
    private void WriteReferences(SvgText svg, int limit)
    {
        var seen = new IndexTable(references.Count);
        for (var i = 0; i < references.Count; i++)
        {
            if (svg.Length > limit) { LeftOut += references.Count - i; return; }
            ref readonly var feature = ref image.Features.ItemRef(references[i]);
            var at = grid.Snap(feature.Start);
            var found = seen.Begin(at.GetHashCode() + feature.Shape);
            while (seen.Next(ref found) is >= 0 and var other)
            {
                ref readonly var known = ref image.Features.ItemRef(references[other]);
                if (known.Shape == feature.Shape && grid.Snap(known.Start) == at) break;
            }
            if (seen[found] >= 0) continue;
            seen[found] = i;
            svg.Open("use").Attribute("href", "#", shapes[feature.Shape].Id).Attribute("x", at.X).Attribute("y", at.Y).Close();
        }
    }

    /// <summary>False when a stroke could not be drawn to its end: an arc that a shape of a thousand corners follows is as long as a thousand arcs.</summary>
    private bool Stamp(PathData path, in Feature feature, SvgText svg, int limit)
    {
        var shape = image.Shapes[feature.Shape];
        if (feature.Kind == FeatureKind.Flash)
        {
            foreach (var part in shape.Parts) ContourPath.Write(path, part.Contour, grid, corners, counterClockwise: part.Dark, feature.Start);
            return true;
        }
        foreach (var part in shape.Parts)
        {
            if (!part.Dark) continue;
            if (!sweeps.TryGetValue(part.Contour, out var sweep))
            {
                part.Contour.Flatten(flat, grid.Step);
                sweeps[part.Contour] = sweep = new ConvexSweep(CollectionsMarshal.AsSpan(flat));
            }
            sweep.Follow(feature.Path, grid.Step * 2);
            while (sweep.Next(out var hull))
            {
                if (svg.Length > limit) return false;
                ContourPath.Write(path, hull, grid, corners);
            }
        }
        return true;
    }

    /// <summary>By width, the narrowest first; within a width in the order of the file.</summary>
    private void WriteStrokes(SvgText svg, int limit)
    {
        if (strokes.Count == 0) return;
        strokes.Sort((a, b) => WidthOf(a) is var one && WidthOf(b) is var other && one != other ? one.CompareTo(other) : a.CompareTo(b));
        svg.Open("g").Attribute("fill", "none").Attribute("stroke-linecap", "round").Attribute("stroke-linejoin", "round");
        for (var first = 0; first < strokes.Count;)
        {
            var width = WidthOf(strokes[first]);
            var end = first + 1;
            while (end < strokes.Count && WidthOf(strokes[end]) == width) end++;
            if (svg.Length > limit)
            {
                LeftOut += end - first;
            }
            else
            {
                var paths = new FeaturePaths(image, strokes, first, end - first);
                svg.Open("path").Attribute("stroke-width", Math.Max(grid.Snap(width), 1))
                    .PathData(path => LeftOut += StrokeChains.Write(path, paths, grid, () => svg.Length > limit)).Close();
            }
            first = end;
        }
        svg.Close();
    }

    private long WidthOf(int feature) => image.Shapes[image.Features.ItemRef(feature).Shape].Width.Nanometres;

    /// <summary>What lies wholly beside the board (title blocks, notes, coupons) or has no width is not drawn.</summary>
    private bool Visible(in Feature feature)
    {
        if (feature.Kind != FeatureKind.Area && image.Shapes[feature.Shape] is { IsSolidCircle: true, Width.Nanometres: <= 0 }) return false;
        return image.BoundsOf(feature).Overlaps(view);
    }

    private enum ShapeForm
    {
        /// <summary>Written out at every flash.</summary>
        Repeated,
        /// <summary>Written once and referred to.</summary>
        Reference,
        /// <summary>A disc, drawn as a dot of a stroke, or nothing at all.</summary>
        None,
    }

    /// <summary>How a pad shape is drawn.</summary>
    private sealed record ShapeInk(PadShape Shape, string Id, ShapeForm Form)
    {
        public static ShapeInk Of(PadShape shape, Grid grid, string id)
        {
            if (shape.IsSolidCircle || shape.Parts.IsEmpty) return new ShapeInk(shape, id, ShapeForm.None);
            if (NeedsMask(shape)) return new ShapeInk(shape, id, ShapeForm.Reference);
            if (shape.Parts.Sum(part => part.Contour.Edges.Length) > MostTried) return new ShapeInk(shape, id, ShapeForm.Reference);
            var text = new System.Text.StringBuilder();
            var path = new PathData(text);
            foreach (var part in shape.Parts) ContourPath.Write(path, part.Contour, grid);
            return new ShapeInk(shape, id, text.Length <= LongestRepeated ? ShapeForm.Repeated : ShapeForm.Reference);
        }

        public void Define(SvgText svg, Grid grid)
        {
            if (!NeedsMask(Shape))
            {
                svg.Open("path").Attribute("id", Id)
                    .PathData(path => { foreach (var part in Shape.Parts) ContourPath.Write(path, part.Contour, grid, counterClockwise: part.Dark); }).Close();
                return;
            }
            // Clear parts uncover within this shape only, in order, so they cannot be painted with the ground's colour.
            var box = Shape.Bounds;
            var (left, bottom) = (grid.Snap(box.Left) - 1, grid.Snap(box.Bottom) - 1);
            var (width, height) = (grid.Snap(box.Right) + 2 - left, grid.Snap(box.Top) + 2 - bottom);
            svg.Open("mask").Attribute("id", Id + "m").Attribute("maskUnits", "userSpaceOnUse")
                .Attribute("x", left).Attribute("y", bottom).Attribute("width", width).Attribute("height", height);
            foreach (var part in Shape.Parts)
            {
                svg.Open("path").Attribute("fill", part.Dark ? "#fff" : "#000").PathData(path => ContourPath.Write(path, part.Contour, grid)).Close();
            }
            svg.Close();
            svg.Open("g").Attribute("id", Id).Open("path").Attribute("mask", $"url(#{Id}m)")
                .PathData(path => ContourPath.Write(path, Contour.Rectangle(box), grid)).Close().Close();
        }

        /// <summary>
        /// A clear part that lies within exactly one dark part turns against it and is a hole under the nonzero rule; anything else needs a mask.
        /// </summary>
        private static bool NeedsMask(PadShape shape)
        {
            if (shape.Parts.Length > MostParts) return shape.Parts.Any(part => !part.Dark);
            for (var i = 0; i < shape.Parts.Length; i++)
            {
                if (shape.Parts[i].Dark) continue;
                var hole = shape.Parts[i].Contour;
                var covered = 0;
                for (var k = 0; k < shape.Parts.Length; k++)
                {
                    if (k == i || !shape.Parts[k].Contour.Bounds.Overlaps(hole.Bounds)) continue;
                    if (k > i || !shape.Parts[k].Dark || !Within(hole, shape.Parts[k].Contour)) return true;
                    covered++;
                }
                if (covered > 1) return true;
            }
            return false;
        }

        private static bool Within(Contour inner, Contour outer) => outer.Bounds.Contains(inner.Bounds) && inner.Flatten(1000).All(outer.Contains);
    }
}

using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Flattening;

namespace Turnkey.Drawing.Raster;

/// <summary>Paints features into one bitmap, with buffers that live as long as it does.</summary>
internal sealed class LayerPainter
{
    /// <summary>Of what a drag covers, before it is painted.</summary>
    private const int MostPieces = 4096;

    private readonly Bitmap bitmap;
    private readonly PixelGrid grid;
    private readonly PathFill fill;
    private readonly Pen pen;
    private readonly double tolerance;

    // Corners of dragged parts, and the hulls of those that are convex.
    private readonly Dictionary<Contour, Point[]> outlines = [];
    private readonly Dictionary<Contour, ConvexSweep> sweeps = [];
    private readonly List<Point> stops = [];

    // Where shapes that erase within themselves are painted.
    private Aside? aside;

    // Of the bitmap's work, where the budget ends.
    private long limit = long.MaxValue;

    public LayerPainter(Bitmap bitmap, PixelGrid grid)
    {
        this.bitmap = bitmap;
        this.grid = grid;
        fill = new PathFill(bitmap, grid);
        pen = new Pen(bitmap, grid, fill);
        tolerance = Math.Max(grid.Pitch / 16, 1);
    }

    public void Paint(LayerImage image, PaintBudget budget)
    {
        var features = image.Features.AsSpan();
        for (var i = 0; i < features.Length; i++)
        {
            if (!TryPaint(image, features[i], features[i].Dark, budget))
            {
                budget.LeaveOut(features.Length - i);
                return;
            }
        }
    }

    /// <returns>False when the budget is used up; the feature is not painted then, or not all of it.</returns>
    public bool TryPaint(LayerImage image, in Feature feature, bool dark, PaintBudget budget)
    {
        if (budget.IsExhausted) return false;
        var before = bitmap.Work;
        limit = before + budget.Left;
        Paint(image, feature, dark);
        budget.Spend(1 + bitmap.Work - before);
        if (bitmap.Work > limit) return false;
        budget.HasDrawn = true;
        return true;
    }

    public void Paint(Contour contour, bool dark)
    {
        fill.Add(contour);
        fill.Fill(dark);
    }

    public void Stroke(in Edge path, double radius, bool dark) => pen.Stroke(path, radius, dark);

    private void Paint(LayerImage image, in Feature feature, bool dark)
    {
        switch (feature.Kind)
        {
            case FeatureKind.Area:
                foreach (var contour in image.Areas[feature.Shape].Contours) fill.Add(contour);
                fill.Fill(dark);
                break;
            case FeatureKind.Flash:
                Flash(image.Shapes[feature.Shape], feature.Start, dark);
                break;
            default:
                Stroke(image.Shapes[feature.Shape], feature.Path, dark);
                break;
        }
    }

    private void Flash(PadShape shape, Point at, bool dark)
    {
        if (shape.IsSolidCircle)
        {
            pen.Disc(at, shape.Width.Nanometres / 2d, dark);
        }
        else if (shape is { Kind: PadShapeKind.Rectangle, Parts: [{ Dark: true }] })
        {
            var box = shape.Bounds;
            pen.Rectangle(new Box(at.X + box.Left, at.Y + box.Bottom, at.X + box.Right, at.Y + box.Top), dark);
        }
        else if (HasClear(shape))
        {
            FlashHoled(shape, at, dark);
        }
        else
        {
            foreach (var part in shape.Parts)
            {
                if (bitmap.Work > limit) return;
                fill.Add(part.Contour, at);
                // Parts may turn either way, so each is painted for itself.
                fill.Fill(dark);
            }
        }
    }

    /// <summary>A shape that erases within itself is painted apart and stamped, so that it erases nothing below.</summary>
    private void FlashHoled(PadShape shape, Point at, bool dark)
    {
        var box = shape.Bounds;
        if (box.IsEmpty) return;
        double left = grid.X(at.X + (grid.Mirrored ? box.Right : box.Left)), right = grid.X(at.X + (grid.Mirrored ? box.Left : box.Right));
        int first = Spans.Pixel(left - 1, bitmap.Width) & ~63, end = Spans.Pixel(right + 1, bitmap.Width);
        int top = Spans.Pixel(grid.Y(at.Y + box.Top) - 1, bitmap.Height), bottom = Spans.Pixel(grid.Y(at.Y + box.Bottom) + 1, bitmap.Height);
        if (first >= end || top >= bottom) return;

        aside ??= new Aside(grid);
        aside.Begin(first, top, end - first, bottom - top);
        foreach (var part in shape.Parts)
        {
            if (bitmap.Work + aside.Bitmap.Work > limit) break;
            aside.Fill.Add(part.Contour, at);
            aside.Fill.Fill(part.Dark);
        }
        bitmap.Stamp(aside.Bitmap, first / 64, top, dark);
    }

    private void Stroke(PadShape shape, in Edge path, bool dark)
    {
        if (shape is { Kind: PadShapeKind.Circle })
        {
            // A hole in the pen is filled as it moves, except under the hole of a stroke without length.
            if (shape.IsSolidCircle || path.Start != path.End || path.IsArc) pen.Stroke(path, shape.Width.Nanometres / 2d, dark);
            else Flash(shape, path.Start, dark);
            return;
        }
        if (!path.IsArc && path.Start == path.End)
        {
            Flash(shape, path.Start, dark);
            return;
        }
        foreach (var part in shape.Parts)
        {
            if (!part.Dark) continue;
            if (bitmap.Work > limit) return;
            if (shape.Kind == PadShapeKind.Freeform) Drag(OutlineOf(part.Contour), path, dark);
            else DragConvex(part.Contour, path, dark);
        }
    }

    private void DragConvex(Contour contour, in Edge path, bool dark)
    {
        if (!sweeps.TryGetValue(contour, out var sweep)) sweeps[contour] = sweep = new ConvexSweep((Point[])[.. OutlineOf(contour)]);
        sweep.Follow(path, tolerance);
        bitmap.Work += 8L * sweep.Pieces;
        while (bitmap.Work <= limit && sweep.Next(out var hull))
        {
            fill.Add(hull);
            FillWhenMany(dark);
        }
        fill.Fill(dark);
    }

    /// <summary>What lies under the shape where it starts, and what each of its edges sweeps over.</summary>
    private void Drag(Point[] outline, in Edge path, bool dark)
    {
        ShapeSweep.Stops(path, tolerance, stops);
        bitmap.Work += 8L * stops.Count;
        fill.Add(outline, stops[0]);
        fill.Fill(dark);
        Span<Point> corners = stackalloc Point[4];
        for (var i = 1; i < stops.Count && bitmap.Work <= limit; i++)
        {
            for (var j = 0; j < outline.Length; j++)
            {
                var swept = ShapeSweep.OfEdge(outline[j], outline[j + 1 == outline.Length ? 0 : j + 1], stops[i - 1], stops[i]);
                if (!swept.Covers) continue;
                (corners[0], corners[1], corners[2], corners[3]) = (swept.A, swept.B, swept.C, swept.D);
                fill.Add(corners);
                FillWhenMany(dark);
            }
        }
        fill.Fill(dark);
    }

    /// <summary>All of them turn the same way, so that together they cover what each covers alone.</summary>
    private void FillWhenMany(bool dark)
    {
        if (fill.Count > MostPieces) fill.Fill(dark);
    }

    /// <summary>The corners counter-clockwise.</summary>
    private Point[] OutlineOf(Contour contour)
    {
        if (outlines.TryGetValue(contour, out var known)) return known;
        Point[] corners = [.. contour.Flatten(tolerance)];
        if (contour.SignedArea < 0) Array.Reverse(corners);
        outlines[contour] = corners;
        return corners;
    }

    private static bool HasClear(PadShape shape)
    {
        foreach (var part in shape.Parts)
        {
            if (!part.Dark) return true;
        }
        return false;
    }
}

using Turnkey.Designs.Layers;
using Turnkey.Drawing.Vector;
using Turnkey.Geometry;

namespace Turnkey.Drawing.Raster;

/// <summary>Paints features into one bitmap, with buffers that live as long as it does.</summary>
internal sealed class LayerPainter
{
    private readonly Bitmap bitmap;
    private readonly PixelGrid grid;
    private readonly PathFill fill;
    private readonly Pen pen;

    public LayerPainter(Bitmap bitmap, PixelGrid grid)
    {
        this.bitmap = bitmap;
        this.grid = grid;
        fill = new PathFill(bitmap, grid);
        pen = new Pen(bitmap, grid, fill);
    }

    public void Paint(LayerImage image)
    {
        foreach (ref readonly var feature in image.Features.AsSpan()) Paint(image, feature, feature.Dark);
    }

    public void Paint(Contour contour, bool dark)
    {
        fill.Add(contour);
        fill.Fill(dark);
    }

    public void Stroke(in Edge path, double radius, bool dark) => pen.Stroke(path, radius, dark);

    public void Paint(LayerImage image, in Feature feature, bool dark)
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

        var aside = new Bitmap(end - first, bottom - top);
        var path = new PathFill(aside, grid.Part(first, top, aside.Width, aside.Height));
        foreach (var part in shape.Parts)
        {
            path.Add(part.Contour, at);
            path.Fill(part.Dark);
        }
        bitmap.Stamp(aside, first / 64, top, dark);
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
            foreach (var hull in Sweep.Along(path, part.Contour.Flatten(Math.Max(grid.Pitch / 16, 1)), Math.Max(grid.Pitch / 16, 1)))
            {
                fill.Add(hull);
                fill.Fill(dark);
            }
        }
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

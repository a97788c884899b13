using Turnkey.Geometry;

namespace Turnkey.Drawing.Raster;

/// <summary>Paints discs, rectangles and strokes of a round pen, exactly and row by row, without making a contour of them.</summary>
internal sealed class Pen(Bitmap bitmap, PixelGrid grid, PathFill fill)
{
    public void Disc(Point at, double radius, bool dark) => Disc(grid.X(at.X), grid.Y(at.Y), radius / grid.Pitch, dark);

    public void Rectangle(Box box, bool dark)
    {
        double left = grid.X(grid.Mirrored ? box.Right : box.Left), right = grid.X(grid.Mirrored ? box.Left : box.Right);
        int first = Spans.Pixel(left, bitmap.Width), end = Spans.Pixel(right, bitmap.Width);
        int top = Spans.Pixel(grid.Y(box.Top), bitmap.Height), bottom = Spans.Pixel(grid.Y(box.Bottom), bitmap.Height);
        if (first >= end) return;
        for (var row = top; row < bottom; row++) bitmap.Run(row, first, end, dark);
    }

    /// <param name="radius">Of the pen, in nanometres.</param>
    public void Stroke(in Edge path, double radius, bool dark)
    {
        radius /= grid.Pitch;
        if (path.IsArc) Arc(path, radius, dark);
        else Line(grid.X(path.Start.X), grid.Y(path.Start.Y), grid.X(path.End.X), grid.Y(path.End.Y), radius, dark);
    }

    private void Disc(double x, double y, double radius, bool dark)
    {
        int top = Spans.Pixel(y - radius, bitmap.Height), bottom = Spans.Pixel(y + radius, bitmap.Height);
        var square = radius * radius;
        for (var row = top; row < bottom; row++)
        {
            var away = row + 0.5 - y;
            var half = Math.Sqrt(Math.Max(square - (away * away), 0));
            Spans.Paint(bitmap, row, x - half, x + half, dark);
        }
    }

    /// <summary>What a disc covers when it is dragged along a straight line is convex: each row has one run, from the leftmost of both discs and the sides.</summary>
    private void Line(double x0, double y0, double x1, double y1, double radius, bool dark)
    {
        double alongX = x1 - x0, alongY = y1 - y0, length = Math.Sqrt((alongX * alongX) + (alongY * alongY));
        if (length == 0)
        {
            Disc(x0, y0, radius, dark);
            return;
        }
        if (y0 > y1) (x0, y0, x1, y1, alongX, alongY) = (x1, y1, x0, y0, -alongX, -alongY);
        // From the centre line to the side that lies right of it with y down and the line going down.
        double acrossX = alongY / length * radius, acrossY = -alongX / length * radius;
        double slope = alongY == 0 ? 0 : alongX / alongY, square = radius * radius;
        int top = Spans.Pixel(y0 - radius, bitmap.Height), bottom = Spans.Pixel(y1 + radius, bitmap.Height);
        for (var row = top; row < bottom; row++)
        {
            var y = row + 0.5;
            double left = double.PositiveInfinity, right = double.NegativeInfinity;
            double fromStart = y - y0, fromEnd = y - y1;
            if (Math.Abs(fromStart) <= radius)
            {
                var half = Math.Sqrt(square - (fromStart * fromStart));
                (left, right) = (x0 - half, x0 + half);
            }
            if (Math.Abs(fromEnd) <= radius)
            {
                var half = Math.Sqrt(square - (fromEnd * fromEnd));
                (left, right) = (Math.Min(left, x1 - half), Math.Max(right, x1 + half));
            }
            if (alongY == 0)
            {
                // Level: the sides lie above and below, and between them the row reaches from disc to disc already.
            }
            else
            {
                if (fromStart >= acrossY && fromEnd <= acrossY) right = Math.Max(right, x0 + acrossX + ((fromStart - acrossY) * slope));
                if (fromStart >= -acrossY && fromEnd <= -acrossY) left = Math.Min(left, x0 - acrossX + ((fromStart + acrossY) * slope));
            }
            if (left < right) Spans.Paint(bitmap, row, left, right, dark);
        }
    }

    /// <summary>The ring sector along the arc and a disc at each end.</summary>
    private void Arc(in Edge path, double radius, bool dark)
    {
        double x = grid.X(path.Centre.X), y = grid.Y(path.Centre.Y);
        double x0 = grid.X(path.Start.X), y0 = grid.Y(path.Start.Y), x1 = grid.X(path.End.X), y1 = grid.Y(path.End.Y);
        double first = double.Hypot(x0 - x, y0 - y), last = double.Hypot(x1 - x, y1 - y), middle = (first + last) / 2;
        if (Math.Abs(first - last) > 0.02)
        {
            Chords(path, radius, dark);
            return;
        }
        Disc(x0, y0, radius, dark);
        if (path.Start != path.End) Disc(x1, y1, radius, dark);
        double outer = middle + radius, inner = Math.Max(middle - radius, 0);
        var sweep = (grid.Mirrored ? (int)path.Direction : -(int)path.Direction) * path.Sweep;
        var from = Math.Atan2(y0 - y, x0 - x);
        var (sin, cos) = Math.SinCos(from);
        var (endSin, endCos) = path.Start == path.End ? (sin, cos) : Math.SinCos(from + sweep);
        fill.AddArc(x, y, outer, from, sweep, y + (outer * sin), y + (outer * endSin));
        fill.AddLine(x + (outer * endCos), y + (outer * endSin), x + (inner * endCos), y + (inner * endSin));
        if (inner > 0) fill.AddArc(x, y, inner, from + sweep, -sweep, y + (inner * endSin), y + (inner * sin));
        fill.AddLine(x + (inner * cos), y + (inner * sin), x + (outer * cos), y + (outer * sin));
        fill.Fill(dark);
    }

    /// <summary>Where the file's arc is no circle.</summary>
    private void Chords(in Edge path, double radius, bool dark)
    {
        var points = new List<Point> { path.Start };
        path.Flatten(points, Math.Max(grid.Pitch / 16, 1));
        bitmap.Work += 8L * points.Count;
        for (var i = 0; i + 1 < points.Count; i++)
        {
            Line(grid.X(points[i].X), grid.Y(points[i].Y), grid.X(points[i + 1].X), grid.Y(points[i + 1].Y), radius, dark);
        }
    }
}
